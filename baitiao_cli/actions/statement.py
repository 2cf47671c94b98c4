"""`statement`: one bill as it was sent."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import msgspec

from baitiao_cli.account.events import BillIssued
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import Statement, deferred_to, statement, statements
from baitiao_cli.actions.masking import MaskedPerson, told
from baitiao_cli.ledger.store import ReadTransaction

CURRENCY = "CNY"


class StatementView(msgspec.Struct, frozen=True, kw_only=True):
    """A bill with whose it is; `earlier` are all bills up to the day, for finding another.

    `due_fen` is what is payable on the day that is asked about, when the bill is the latest; `deferred_to` the due date
    that the bill was deferred to by then.
    """

    person: MaskedPerson
    currency: str
    statement: Statement
    earlier: list[BillIssued]
    due_fen: int | None = None
    deferred_to: date | None = None


def show_statement(
    tx: ReadTransaction, account_id: str, as_of: date, number: int | None = None, unmasked: Collection[str] = ()
) -> StatementView:
    """The latest bill up to `as_of`, or the one with that number; of the `unmasked` it says who they are."""
    book = tx.book(account_id)
    account = book.account(as_of)
    bills = statements(book.events, as_of, account)
    bill = statement(book.events, as_of, number, bills, account)
    is_latest = bill.document.number == bills[-1].number
    return StatementView(
        person=told(tx, account.person_id, unmasked),
        currency=CURRENCY,
        statement=bill,
        earlier=bills,
        due_fen=figures(account).due_fen if is_latest else None,
        deferred_to=deferred_to(account, bill.document),
    )
