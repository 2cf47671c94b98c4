"""Reminders: on the screen, and as the files of an outbox that people or another program send."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from baitiao_cli.actions.desk.prefer import PreferAnswer
from baitiao_cli.actions.desk.remind import RemindAnswer, Reminder
from baitiao_cli.actions.masking import MaskedPerson
from baitiao_cli.calc.check_digit import checked
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.messages.desk import collection as texts
from baitiao_cli.messages.desk.records import LABELS
from baitiao_cli.show.desk.calendar import calendar_event
from baitiao_cli.show.desk.outbox import list_file, text_file
from baitiao_cli.show.desk.record import worded
from baitiao_cli.show.document import Document, csv_table, json_data, record, table

PREFERRED = "account_id record_id effective_on channel language quiet"
SHOWN = "record_id account_id due_on amount_fen channel send_at language"
CSV = "record_id account_id due_on amount_fen channel language send_on send_at state"
NAMED = LABELS | {"record_id": texts.RECORD, "effective_on": texts.ON_DAY, "quiet": texts.QUIET_HOURS}


def prefer_document(answer: PreferAnswer, as_of: date) -> Document:
    """How the customer is reminded from then on; what they did not say is as usual."""
    data = json_data(answer)
    told = worded(data) | {"account_id": checked(answer.account_id)}
    told["quiet"] = f"{answer.quiet_from}-{answer.quiet_until}" if answer.quiet_from else None
    usual = {key: told[key] or texts.AS_USUAL for key in ("channel", "language", "quiet")}
    title = filled(texts.PREFERRED_TITLE, account_id=checked(answer.account_id))
    return Document(
        data=data,
        as_of=as_of,
        tables=[record(PREFERRED, told | usual, title=title, labels=NAMED)],
        csv_table=csv_table("account_id record_id effective_on channel language quiet_from quiet_until", [data]),
    )


def remind_document(answer: RemindAnswer, as_of: date, folder: str | None = None) -> Document:
    """The reminders of a run, and where they were written; without a folder they were not."""
    data = json_data(answer)
    rows = [worded(row) | {"account_id": checked(row["account_id"])} for row in data["reminders"]]
    days = {"on": answer.on, "through_on": answer.through_on}
    shown = table(
        SHOWN,
        rows,
        title=filled(texts.REMINDERS_TITLE, **days),
        totals={"amount_fen": answer.total_fen},
        labels=NAMED | {"amount_fen": labels.DUE_THEN},
        is_long=True,
    )
    notes: list[Text] = [] if rows else [filled(texts.NO_REMINDERS, **days)]
    if rows and folder is not None:
        notes = [filled(texts.NOT_SENT_YET, folder=folder)]
    steps = [filled(texts.WOULD_WRITE, command="baitiao remind --out outbox")] if rows and folder is None else []
    flat = csv_table(CSV, data["reminders"])
    return Document(data=data, as_of=as_of, tables=[shown], notes=notes, next_steps=steps, csv_table=flat)


def outbox_files(
    answer: RemindAnswer, people: Mapping[str, MaskedPerson], now: str, language: str
) -> Iterator[tuple[str, str]]:
    """The files of a run by name: a text and a calendar event for each reminder, and a list of all as CSV."""
    if not answer.reminders:
        return
    bodies = [reminder_text(one).in_language(one.language) for one in answer.reminders]
    for one, body in zip(answer.reminders, bodies, strict=True):
        name, text = text_file(one, body, people, language)
        yield f"{name}.txt", text
        summary = filled(texts.REMINDER_SHORT, amount=format_yuan(one.amount_fen)).in_language(one.language)
        uid = f"{name}-{one.due_on:%Y%m%d}@baitiao"
        yield f"{name}.ics", calendar_event(uid, now, one.due_on, summary, body)
    yield list_file("reminders", CSV, zip(answer.reminders, bodies, strict=True), people, language)


def reminder_text(one: Reminder) -> Text:
    """What the customer is told."""
    text = texts.REMINDER_DEBITED if one.is_debited else texts.REMINDER
    return filled(text, amount=format_yuan(one.amount_fen), account_id=checked(one.account_id), due_on=one.due_on)
