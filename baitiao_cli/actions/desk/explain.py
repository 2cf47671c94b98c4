"""`explain D12`: what the desk was told or decided, by which rules, and what has come of it."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from baitiao_cli.actions.desk.promise import PromiseLine, promises_of
from baitiao_cli.actions.explain import ExplainAsked
from baitiao_cli.desk.facts import DeskEntry, PromiseMade
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction

_ID = re.compile(r"D[1-9][0-9]*")


class ExplainedRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A record, the records that it names (a proposal that was applied), and those that name it (an answer) by a day.

    `promise` is what has come of a promise by then.
    """

    entry: DeskEntry
    named: list[DeskEntry] = []
    followed_by: list[DeskEntry] = []
    promise: PromiseLine | None = None


def is_record_id(text: str) -> bool:
    """Whether a text has the form of the id of what the desk recorded.

    >>> is_record_id("D12"), is_record_id("A1")
    (True, False)
    """
    return _ID.fullmatch(text) is not None


def explain_record(tx: ReadTransaction, asked: ExplainAsked, as_of: date) -> ExplainedRecord:
    """The record that is asked about, with what has come of it by the end of a day.

    Errors: `desk-record-unknown`, `option-not-of-subject` for what it has no part of.
    """
    given: dict[str, object] = {"--row": asked.row, "--bill": asked.bill is not None, "--payoff": asked.payoff}
    given |= {"--figure": asked.figure, "--check": asked.check}
    for option, is_given in given.items():
        if is_given:
            raise BaitiaoError("option-not-of-subject", option=option, subject_id=asked.subject_id)
    entry = tx.desk_record(asked.subject_id)
    through = max(as_of, entry.effective_on)
    others = list(tx.at_desk(through, entry.subject))
    return ExplainedRecord(
        entry=entry,
        named=[tx.desk_record(record_id) for record_id in _names(entry)],
        followed_by=[other for other in others if entry.record_id in _names(other)],
        promise=_promise(tx, entry, through) if isinstance(entry.fact, PromiseMade) else None,
    )


def _names(entry: DeskEntry) -> list[str]:
    """The records of the desk that a record names."""
    values = msgspec.structs.asdict(entry.fact).items()
    return [value for key, value in values if key.endswith("_id") and is_record_id(str(value))]


def _promise(tx: ReadTransaction, entry: DeskEntry, as_of: date) -> PromiseLine:
    lines = promises_of(tx, tx.book(entry.subject), as_of)
    return next(line for line in lines if line.record_id == entry.record_id)
