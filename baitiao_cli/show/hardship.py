"""A hardship case: what is asked for, by when it is decided, and what was."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.messages.counts import counted
from baitiao_cli.show.document import Document, json_data, record

if TYPE_CHECKING:
    from baitiao_cli.actions.account_lines.standing import HardshipLine
    from baitiao_cli.actions.hardship import DecideHardshipAnswer, HardshipAnswer

ASKED = "account_id event_id effective_on until_on decide_by_on owed_fen overdue_fen days_past_due reason"
DECIDED = "account_id event_id effective_on requested_by requested_on decide_by_on days_late decision reason"


def hardship_words(case: HardshipLine | None) -> Text | None:
    """Since when relief is asked for and why, and by when it is to be decided."""
    if case is None:
        return None
    text = labels.HARDSHIP_LATE if case.days_left < 0 else labels.HARDSHIP_SINCE
    days = counted(abs(case.days_left), "day")
    return filled(text, since_on=case.since_on, reason=case.reason, decide_by_on=case.decide_by_on, days=days)


def hardship_document(answer: HardshipAnswer, as_of: date) -> Document:
    """The case with what is owed, and how to decide on it."""
    data = json_data(answer)
    told = record(ASKED, data, quiet="until_on overdue_fen days_past_due")
    decide = f"baitiao decide-hardship {answer.account_id} --grant --reason TEXT"
    note = filled(labels.HARDSHIP_MEANWHILE, decide_by_on=answer.decide_by_on)
    steps = [filled(labels.TO_GRANT, command=decide)]
    return Document(data=data, as_of=as_of, tables=[told], notes=[note], next_steps=steps)


def decide_hardship_document(answer: DecideHardshipAnswer, as_of: date) -> Document:
    """The decision; of a grant the commands that give relief."""
    data = json_data(answer)
    steps = [filled(labels.TO_RELIEVE, account_id=answer.account_id)] if answer.decision == "granted" else []
    return Document(data=data, as_of=as_of, tables=[record(DECIDED, data, quiet="days_late")], next_steps=steps)
