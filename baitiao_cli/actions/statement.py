"""`statement`: one bill as it was sent."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import BillIssued
from baitiao_cli.account.views.statement import Statement, statement, statements
from baitiao_cli.actions.person import MaskedPerson, masked
from baitiao_cli.ledger.store import ReadTransaction

CURRENCY = "CNY"


class StatementView(msgspec.Struct, frozen=True, kw_only=True):
    """A bill with whose it is; `earlier` are all bills up to the day, for finding another."""

    person: MaskedPerson
    currency: str
    statement: Statement
    earlier: list[BillIssued]


def show_statement(tx: ReadTransaction, account_id: str, as_of: date, number: int | None = None) -> StatementView:
    """The latest bill up to `as_of`, or the one with that number."""
    book = tx.book(account_id)
    account = book.account(as_of)
    return StatementView(
        person=masked(tx.person(account.person_id)),
        currency=CURRENCY,
        statement=statement(book.events, as_of, number),
        earlier=statements(book.events, as_of),
    )
