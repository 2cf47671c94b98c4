"""`explain D12`: what the desk was told or decided, by which rules, and what each rule says."""

from __future__ import annotations

import re

from baitiao_cli.actions.explain import ExplainAsked
from baitiao_cli.desk.facts import DeskEntry
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction

_ID = re.compile(r"D[1-9][0-9]*")


def is_record_id(text: str) -> bool:
    """Whether a text has the form of the id of what the desk recorded.

    >>> is_record_id("D12"), is_record_id("A1")
    (True, False)
    """
    return _ID.fullmatch(text) is not None


def explain_record(tx: ReadTransaction, asked: ExplainAsked) -> DeskEntry:
    """The record that is asked about; `desk-record-unknown`, `option-not-of-subject` for what it has no part of."""
    given: dict[str, object] = {"--row": asked.row, "--bill": asked.bill is not None, "--payoff": asked.payoff}
    given |= {"--figure": asked.figure, "--check": asked.check}
    for option, is_given in given.items():
        if is_given:
            raise BaitiaoError("option-not-of-subject", option=option, subject_id=asked.subject_id)
    return tx.desk_record(asked.subject_id)
