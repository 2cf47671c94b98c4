"""The collection cases as the desk recorded them: which were opened, which are open still."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.desk.facts import CaseClosed, CaseOpened, DeskEntry
from baitiao_cli.ledger.store import ReadTransaction


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A case as its records have it: since when and until when (`None`: it is open), and why it ended."""

    case_id: str
    account_id: str
    opened_on: date
    closed_on: date | None
    ended: str


def cases_of(tx: ReadTransaction, as_of: date, account_id: str | None = None) -> list[Case]:
    """The cases that were opened by a day, of an account or of all, in the order opened."""
    opened: dict[str, DeskEntry] = {}
    closed: dict[str, tuple[date, str]] = {}
    for entry in tx.at_desk(as_of, account_id, (CaseOpened, CaseClosed)):
        if isinstance(entry.fact, CaseClosed):
            closed[entry.fact.case_id] = entry.effective_on, entry.fact.ended
        else:
            opened[entry.record_id] = entry
    return [
        Case(
            case_id=case_id,
            account_id=entry.subject,
            opened_on=entry.effective_on,
            closed_on=closed[case_id][0] if case_id in closed else None,
            ended=closed[case_id][1] if case_id in closed else "",
        )
        for case_id, entry in opened.items()
    ]


def open_case(tx: ReadTransaction, account_id: str, as_of: date) -> Case | None:
    """The case of an account that is open on a day."""
    return next((case for case in cases_of(tx, as_of, account_id) if case.closed_on is None), None)
