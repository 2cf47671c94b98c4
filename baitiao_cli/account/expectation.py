"""What the rows of a plan will ask for, when what is overdue is paid today and every row on its due date."""

from __future__ import annotations

import msgspec

from baitiao_cli.account.installment import Installment, Parts
from baitiao_cli.account.plan import Plan


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


def cost_fen(plan: Plan) -> int:
    """Interest and fees of the plan from first to last, late charges apart."""
    return sum(parts.interest + parts.fee for _, parts in asking_rows(plan))


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
        disputed_fen=plan.disputed_fen,
        agreements=plan.agreements,
        agreed_periods=plan.agreed_periods,
        terms=plan.terms,
        schedule=plan.schedule,
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
            future.end_period()
            row.paid.principal = row.asked.principal if row.is_billed else row.paid.principal
    return future


def _copied(row: Installment) -> Installment:
    return msgspec.structs.replace(
        row, asked=msgspec.structs.replace(row.asked), paid=msgspec.structs.replace(row.paid)
    )
