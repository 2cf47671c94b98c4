"""`remind`: a reminder of each due date that comes, once, for people or another program to send."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.actions.desk.every_account import Progress, folded
from baitiao_cli.actions.desk.prefer import latest_preferences
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.desk.collection.reminders import ReminderRules, dues_to_tell, last_day, reasons, send_time, wishes_of
from baitiao_cli.desk.facts import ReminderWritten
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction


class RemindAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The rules by which it is reminded."""

    rules: ReminderRules
    rules_name: str


class Reminder(msgspec.Struct, frozen=True, kw_only=True):
    """A reminder that was written: of what, by what, in which language, and from when on it may be sent.

    `is_debited`: the customer agreed that it is debited on the day.
    """

    record_id: str
    account_id: str
    person_id: str
    due_on: date
    amount_fen: int
    is_debited: bool
    channel: str
    language: str
    send_on: date
    send_at: str
    state: str = "not-sent"


class RemindAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The reminders of a run, in the order of the accounts, for the due dates in `[on, through_on]`."""

    on: date
    through_on: date
    reminders: list[Reminder]
    total_fen: int


def remind(tx: WriteTransaction, asked: RemindAsked, call: Call, progress: Progress | None = None) -> RemindAnswer:
    """Writes down a reminder of each due date to be told; doing it again finds none. `date-in-future`."""
    on = call.effective_on
    told, preferred = _told(tx), latest_preferences(tx, on)
    written = []
    last_on = last_day(asked.rules, on)
    for account in folded(tx, on, progress, lambda row: bool(row.next_due_on and row.next_due_on <= last_on)):
        wishes = wishes_of(asked.rules, preferred.get(account.person_id))
        for due in dues_to_tell(account, asked.rules, told.get(account.account_id, ())):
            fact = ReminderWritten(
                rules=asked.rules_name,
                rules_version=asked.rules.rules_version,
                fired=reasons(asked.rules, wishes, due),
                due_on=due.due_on,
                amount_fen=due.amount_fen,
                channel=wishes.channel,
                language=wishes.language,
                send_at=send_time(asked.rules.send_at, wishes),
            )
            written.append((account.account_id, account.person_id, account.auto_repay is not None, fact))
    reminders = [
        Reminder(
            record_id=tx.record_at_desk(account_id, fact, on, call.request_id).record_id,
            account_id=account_id,
            person_id=person_id,
            is_debited=is_debited,
            send_on=on,
            **{name: getattr(fact, name) for name in ("due_on", "amount_fen", "channel", "language", "send_at")},
        )
        for account_id, person_id, is_debited, fact in written
    ]
    return RemindAnswer(
        on=on,
        through_on=last_on,
        reminders=reminders,
        total_fen=sum(one.amount_fen for one in reminders),
    )


def _told(tx: ReadTransaction) -> dict[str, set[date]]:
    """The due dates that were told, on whichever day, by account."""
    told: dict[str, set[date]] = {}
    for entry in tx.at_desk(date.max, None, (ReminderWritten,)):
        if isinstance(entry.fact, ReminderWritten):
            told.setdefault(entry.subject, set()).add(entry.fact.due_on)
    return told


REMIND = Verb("remind", RemindAsked, RemindAnswer, remind)
