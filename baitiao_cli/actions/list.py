"""`list`: many accounts, a line each."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.classification import CLASSES, LoanClass
from baitiao_cli.account.delinquency import bucket
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.actions.masking import Access, told
from baitiao_cli.ledger.store import AccountRow, ReadTransaction


class AccountLine(msgspec.Struct, frozen=True, kw_only=True):
    """One account in brief."""

    account_id: str
    name: str
    access: Access
    status: str
    limit_fen: int
    used_fen: int
    credit_fen: int
    next_due_on: date | None
    next_due_fen: int
    overdue_fen: int
    overdue_since_on: date | None
    days_past_due: int
    bucket: str
    loan_class: LoanClass = msgspec.field(name="class")


def list_accounts(tx: ReadTransaction, as_of: date, status: str = "", overdue: bool = False) -> list[AccountLine]:
    """The accounts opened by `as_of`, in the order of their numbers; only overdue ones, or of one status, if asked.

    A line comes from the ledger's view while that holds for the day, and from a fold where time has moved on since.
    """
    eased = tx.eased_accounts()
    rows = (row for row in tx.accounts(as_of if overdue else None) if row.opened_on <= as_of)
    lines = (_line(tx, row, as_of, row.account_id in eased) for row in rows)
    return [line for line in lines if (not status or line.status == status) and (not overdue or line.days_past_due > 0)]


def _line(tx: ReadTransaction, row: AccountRow, as_of: date, is_eased: bool) -> AccountLine:
    """A line from the view while it holds and nothing is overdue: what lateness costs grows by the night.

    What was eased is folded: the view does not tell whether that is settled by now.
    """
    known: AccountRow | Figures = row
    person = told(tx, row.person_id)
    overdue_fen, days, since_on, loan_class = 0, 0, None, CLASSES[0]
    if is_eased or not row.holds_on(as_of) or row.oldest_unpaid_due_on:
        known = now = figures(tx.book(row.account_id).account(as_of))
        overdue_fen, days, since_on = now.overdue_fen, now.days_past_due, now.overdue_since_on
        loan_class = now.loan_class
    return AccountLine(
        account_id=row.account_id,
        name=person.name,
        access=person.access,
        status=known.status,
        limit_fen=known.limit_fen,
        used_fen=known.used_fen,
        credit_fen=known.credit_fen,
        next_due_on=known.next_due_on,
        next_due_fen=known.next_due_fen,
        overdue_fen=overdue_fen,
        overdue_since_on=since_on,
        days_past_due=days,
        bucket=bucket(days),
        loan_class=loan_class,
    )
