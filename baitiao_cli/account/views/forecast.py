"""The schedule of a plan as it stands: what was asked and paid, and what the rest will ask if all is paid on time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from baitiao_cli.account.account import Account, Debt
from baitiao_cli.account.delinquency import late_charge_fen, missed_bills
from baitiao_cli.account.expectation import asking_rows
from baitiao_cli.account.installment import Installment, Parts
from baitiao_cli.account.plan import Plan


class RowOutlook(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a schedule, in whole fen; `status` is planned, due, carried, overdue or paid.

    `days_past_due` are those of the row by itself, from its due date, while it is overdue.
    """

    number: int
    due_on: date
    principal_fen: int
    interest_fen: int
    fee_fen: int
    late_charge_fen: int
    paid_fen: int
    balance_fen: int
    status: str
    days_past_due: int = 0

    @property
    def total_fen(self) -> int:
        """All that the row asks for."""
        return self.principal_fen + self.interest_fen + self.fee_fen + self.late_charge_fen

    @property
    def outstanding_fen(self) -> int:
        """What is left to pay on the row."""
        return self.total_fen - self.paid_fen


def row_outlooks(plan: Plan, account: Account, on: date) -> list[RowOutlook]:
    """The rows of the plan that ask for something, as of `on`, the day that the account is folded to.

    The balance is the principal after each; the principal parts sum to what was financed, less what went ahead of the
    rows, came back or was disputed.
    """
    aside_fen = account.aside_on_bill_fen(plan.plan_id)
    rows, balance_fen = [], plan.scheduled_fen - aside_fen
    for row, parts, late_fen in _asking_rows(plan, account, on):
        if parts.total_fen == aside_fen:
            continue
        balance_fen -= parts.principal - aside_fen
        status = _status(account, Debt(row, plan), parts, late_fen, on)
        rows.append(
            RowOutlook(
                number=row.number,
                due_on=row.due_on,
                principal_fen=parts.principal - aside_fen,
                interest_fen=parts.interest,
                fee_fen=parts.fee,
                late_charge_fen=late_fen,
                paid_fen=row.paid.total_fen - aside_fen,
                balance_fen=balance_fen,
                status=status,
                days_past_due=(on - row.due_on).days if status == "overdue" else 0,
            )
        )
    return rows


class RowDue(msgspec.Struct, frozen=True):
    """A row of a plan with what it asks for, in whole fen: the late charge is what it is with what has run of it."""

    row: Installment
    parts: Parts
    late_fen: int

    @property
    def amount_fen(self) -> int:
        """What is left to pay on the row."""
        return self.parts.total_fen - self.parts.late_charge + self.late_fen - self.row.paid.total_fen

    def left_of(self, kind: str) -> int:
        """What is left to pay of one kind of debt."""
        asked_fen: int = self.late_fen if kind == "late_charge" else getattr(self.parts, kind)
        paid_fen: int = getattr(self.row.paid, kind)
        return asked_fen - paid_fen


def dues_of(plan: Plan, account: Account) -> Iterator[RowDue]:
    """The rows of the plan that ask for something, with what is left to pay on each."""
    for row, parts, late_fen in _asking_rows(plan, account, account.through):
        yield RowDue(row, parts, late_fen)


def _asking_rows(plan: Plan, account: Account, on: date) -> Iterator[tuple[Installment, Parts, int]]:
    """The rows that ask for something, what for, and the late charge with what has run of it."""
    for row, parts in asking_rows(plan):
        late_fen = parts.late_charge
        if row.is_billed and not plan.terms.revolving:
            late_fen = late_charge_fen(account, Debt(row, plan), on)
        yield row, parts, late_fen


def _status(account: Account, debt: Debt, parts: Parts, late_fen: int, on: date) -> str:
    row = debt.row
    if row.is_billed and parts.total_fen - parts.late_charge + late_fen == row.paid.total_fen:
        return "paid"
    if debt.is_revolving and row.carried:
        return "overdue" if missed_bills(account, on) and on > row.due_on else "carried"
    if row.is_late(on, account.late_terms(debt)):
        return "overdue"
    return "due" if row.is_billed else "planned"
