"""The schedule of a plan as it stands: what was asked and paid, and what the rest will ask if all is paid on time."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.account import Account, Debt
from baitiao_cli.account.delinquency import late_charge_fen, missed_bills
from baitiao_cli.account.expectation import asking_rows
from baitiao_cli.account.installment import Parts
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
    rows or came back.
    """
    rows, balance_fen = [], plan.scheduled_fen
    for row, parts in asking_rows(plan):
        balance_fen -= parts.principal
        debt = Debt(row, plan)
        late_fen = parts.late_charge
        if row.is_billed and not plan.terms.revolving:
            late_fen = late_charge_fen(account, debt, on)
        status = _status(account, debt, parts, late_fen, on)
        rows.append(
            RowOutlook(
                number=row.number,
                due_on=row.due_on,
                principal_fen=parts.principal,
                interest_fen=parts.interest,
                fee_fen=parts.fee,
                late_charge_fen=late_fen,
                paid_fen=row.paid.total_fen,
                balance_fen=balance_fen,
                status=status,
                days_past_due=(on - row.due_on).days if status == "overdue" else 0,
            )
        )
    return rows


def _status(account: Account, debt: Debt, parts: Parts, late_fen: int, on: date) -> str:
    row = debt.row
    if row.is_billed and parts.total_fen - parts.late_charge + late_fen == row.paid.total_fen:
        return "paid"
    if debt.is_revolving and row.carried:
        return "overdue" if missed_bills(account, on) and on > row.due_on else "carried"
    if row.is_late(on, account.late_terms(debt)):
        return "overdue"
    return "due" if row.is_billed else "planned"
