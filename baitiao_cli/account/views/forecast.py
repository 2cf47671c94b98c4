"""The schedule of a plan as it stands: what was asked and paid, and what the rest will ask if all is paid on time."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.account import Account, Debt
from baitiao_cli.account.delinquency import late_charge_fen, missed_bills
from baitiao_cli.account.plan import Installment, Parts, Plan


class RowOutlook(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a schedule, in whole fen; `status` is planned, due, carried, overdue or paid."""

    number: int
    due_on: date
    principal_fen: int
    interest_fen: int
    fee_fen: int
    late_charge_fen: int
    paid_fen: int
    balance_fen: int
    status: str

    @property
    def total_fen(self) -> int:
        """All that the row asks for."""
        return self.principal_fen + self.interest_fen + self.fee_fen + self.late_charge_fen

    @property
    def outstanding_fen(self) -> int:
        """What is left to pay on the row."""
        return self.total_fen - self.paid_fen


def row_outlooks(plan: Plan, account: Account, on: date) -> list[RowOutlook]:
    """The rows of the plan as of `on`, the day that the account is folded to; balance is the principal after each."""
    rows, balance_fen = [], plan.scheduled_fen
    for row, parts in asking_rows(plan):
        balance_fen -= parts.principal
        debt = Debt(row, plan)
        late_fen = parts.late_charge
        if row.is_billed and not plan.terms.revolving:
            late_fen = late_charge_fen(account, debt, on)
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
                status=_status(account, debt, parts, late_fen, on),
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


def asking_rows(plan: Plan) -> list[tuple[Installment, Parts]]:
    """The rows of the plan with what each asks for, as people see them: those that ask for nothing are left out.

    Money ahead of time or a refund can leave nothing for the last rows of a plan.
    """
    return [(row, parts) for row, parts in zip(plan.rows, forecast_parts(plan), strict=True) if parts.total_fen]


def forecast_parts(plan: Plan) -> list[Parts]:
    """What each row asks for: as asked when billed, else as it will be when everything is paid on its due date.

    Uses the meter and the rules that will ask for the rows, so that what is shown is what is asked (law 41).
    """
    if not plan.earns_daily:
        return [
            row.asked if row.is_billed else Parts(row.planned.principal, row.planned.interest, row.planned.fee)
            for row in plan.rows
        ]
    return [row.asked for row in played_out(plan).rows]


def played_out(plan: Plan) -> Plan:
    """A copy of a daily plan in which what is overdue is paid today and every row when it falls due."""
    future = Plan(
        plan_id=plan.plan_id,
        event_id=plan.event_id,
        started_on=plan.started_on,
        amount_fen=plan.amount_fen,
        financed_fen=plan.financed_fen,
        prepaid_fen=plan.prepaid_fen,
        refunded_fen=plan.refunded_fen,
        terms=plan.terms,
        rows=[_copied(row) for row in plan.rows],
        interest=msgspec.structs.replace(plan.interest, spans=list(plan.interest.spans)),
        balance_counted_to=plan.balance_counted_to,
    )
    for row in future.rows:
        if row.is_billed and row.until_on <= future.interest.counted_to:
            row.paid.principal = row.asked.principal
    for row in future.rows:
        if row.until_on > future.interest.counted_to:
            future.accrue(row.until_on)
        if not row.is_billed and row is future.open_row:
            future.ask_open_row()
            row.paid.principal = row.asked.principal
    return future


def _copied(row: Installment) -> Installment:
    return msgspec.structs.replace(
        row, asked=msgspec.structs.replace(row.asked), paid=msgspec.structs.replace(row.paid)
    )
