"""The annual cap on the fees of a plan, tested on the days that the principal is really out."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.plan import Plan
from baitiao_cli.calc.rates import PPB


def fees_allowed_fen(plan: Plan, principal_nights: int) -> int:
    """What may still be asked for in fees: cap x principal nights / 365, rounded down, less what was asked for.

    A whole period's fee after a few days would pass the cap on the days really used (RULES 4). Without a cap, all.
    """
    if not plan.terms.annual_cap_ppb:
        return sum(row.planned.fee for row in plan.rows)
    allowed_fen = principal_nights * plan.terms.annual_cap_ppb // (365 * PPB)
    return allowed_fen - sum(row.asked.fee + row.asked.interest for row in plan.rows)


def keep_within_cap(plan: Plan, event_id: str, why: str, on: date) -> None:
    """Lowers the fees of the unbilled rows, the next one first, until the plan as it is now costs no more than the cap.

    The nights to come are those of what is left of each row until its due date: principal that went ahead of time, or
    came back, must not leave the fees of a larger loan on a small one.
    """
    to_come = sum(row.unpaid.principal * max(0, (row.due_on - on).days) for row in plan.rows)
    rest = [row for row in plan.rows if not row.is_billed]
    planned_fen = sum(row.planned.fee - row.asked.fee for row in rest)
    over_fen = planned_fen - max(0, fees_allowed_fen(plan, plan.balance_nights + to_come))
    for row in rest:
        cut_fen = min(max(0, over_fen), row.planned.fee - row.asked.fee)
        if cut_fen:
            row.plan_again(event_id, why, row.planned.principal, row.planned.fee - cut_fen)
            over_fen -= cut_fen
