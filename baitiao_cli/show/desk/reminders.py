"""Reminders: on the screen, and as the files of an outbox that people or another program send."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import date

from baitiao_cli.actions.desk.prefer import PreferAnswer
from baitiao_cli.actions.desk.remind import RemindAnswer, Reminder
from baitiao_cli.actions.person import MaskedPerson
from baitiao_cli.calc.check_digit import checked
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.messages.desk import collection as texts
from baitiao_cli.messages.desk.records import LABELS
from baitiao_cli.show.desk.calendar import calendar_event
from baitiao_cli.show.desk.record import worded
from baitiao_cli.show.document import Document, csv_table, json_data, record, table
from baitiao_cli.show.output import write_csv
from baitiao_cli.show.person import name_told
from baitiao_cli.show.text import printable

PREFERRED = "account_id record_id effective_on channel language quiet"
SHOWN = "record_id account_id due_on amount_fen channel send_at language"
CSV = "record_id account_id due_on amount_fen channel language send_on send_at state"
OUTBOX = f"{CSV} name phone text"
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
    """The files of a run by name: a text and a calendar event for each reminder, and a list of all as CSV.

    People are masked; what is to be sent is in the customer's language, what stands above it in the operator's.
    """
    if not answer.reminders:
        return
    rows = []
    for one in answer.reminders:
        person = people[one.person_id]
        body = reminder_text(one).in_language(one.language)
        name = _in_words(name_told(person.name, person.access), language)
        plain = f"{one.record_id}-{one.account_id}"
        yield f"{plain}.txt", "\n".join([*_head(one, name, person.phone, language), "", body, ""])
        summary = filled(texts.REMINDER_SHORT, amount=format_yuan(one.amount_fen)).in_language(one.language)
        uid = f"{plain}-{one.due_on:%Y%m%d}@baitiao"
        yield f"{plain}.ics", calendar_event(uid, now, one.due_on, summary, body)
        rows.append(json_data(one) | {"name": name, "phone": person.phone, "text": body})
    listed = io.StringIO()
    write_csv(csv_table(OUTBOX, rows), language, listed)
    yield f"reminders-{answer.reminders[0].record_id}-{answer.reminders[-1].record_id}.csv", listed.getvalue()


def reminder_text(one: Reminder) -> Text:
    """What the customer is told."""
    text = texts.REMINDER_DEBITED if one.is_debited else texts.REMINDER
    return filled(text, amount=format_yuan(one.amount_fen), account_id=checked(one.account_id), due_on=one.due_on)


def _head(one: Reminder, name: str, phone: str, language: str) -> list[str]:
    told = worded(json_data(one))
    head = (
        texts.HEAD_STATE,
        filled(texts.HEAD_TO, name=name, phone=phone, account_id=checked(one.account_id)),
        filled(texts.HEAD_BY, channel=told["channel"], send_on=one.send_on, send_at=one.send_at),
        filled(texts.HEAD_RECORD, record_id=one.record_id),
    )
    return [printable(line.in_language(language)).rstrip() for line in head]


def _in_words(told: str | Text, language: str) -> str:
    return told.in_language(language) if isinstance(told, Text) else told
