"""The rest of a plan planned again: other payments over the rows that are left, when money or a rate changes them."""

from __future__ import annotations

from fractions import Fraction

import msgspec

from baitiao_cli.account.expectation import asking_rows
from baitiao_cli.account.installment import Installment, Parts
from baitiao_cli.account.plan import Plan
from baitiao_cli.calc.dates import Period
from baitiao_cli.calc.schedule import Row, make_schedule
from baitiao_cli.errors import BaitiaoError


def rows_left(plan: Plan) -> list[Installment]:
    """The rows that are not asked for yet and would ask for something, were the plan paid on its due dates."""
    return [row for row, _ in asking_rows(plan) if not row.is_billed]


def plan_again(
    plan: Plan,
    rows: list[Installment],
    *,
    principal_fen: int,
    first_factor: Fraction | None = None,
    besides_fen: int = 0,
    event_id: str,
    why: str,
) -> bool:
    """Plans `principal_fen` over `rows`, by the plan's own terms; returns whether that makes a schedule.

    `first_factor` is the exact interest of one fen on the first row where it is not that of the whole row;
    `besides_fen` is interest that the first row asks for besides. Rows behind the last of `rows` ask for nothing any
    more and go. Without a schedule (too little for a row, a payment below the interest) the rows stay as they are.
    """
    again = _schedule(plan, rows, principal_fen, first_factor)
    for row, new in zip(rows, again, strict=False):
        row.asked.principal = row.paid.principal  # what was asked ahead of time is asked anew
        interest_fen = new.interest_fen + (besides_fen if row is rows[0] else 0)
        row.take_plan(event_id, why, Parts(new.principal_fen, interest_fen), plan_kinds(plan))
    if again:
        del plan.rows[rows[-1].number :]
    return bool(again)


def plan_kinds(plan: Plan) -> tuple[str, ...]:
    """What of a change an explanation tells: interest that follows the balance explains itself by its nights."""
    principal = "payment" if plan.terms.schedule.method == "equal-payment" else "principal"
    return (principal,) if plan.terms.recalculate else (principal, "interest")


def _schedule(
    plan: Plan, rows: list[Installment], principal_fen: int, first_factor: Fraction | None
) -> tuple[Row, ...]:
    periods = [
        Period(number, row.from_on, row.until_on, row.due_on, row.months) for number, row in enumerate(rows, start=1)
    ]
    free_count = sum(row.number <= plan.schedule.free_periods for row in rows)
    terms = msgspec.structs.replace(plan.schedule, installments=len(rows), free_periods=free_count)
    try:
        return make_schedule(principal_fen, tuple(periods), terms, first_factor)
    except BaitiaoError:
        return ()
