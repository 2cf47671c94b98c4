"""The annual rate of a plan explained: each payment is worth less the later it comes; together they are the loan."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import msgspec

from baitiao_cli.account.plan import Plan
from baitiao_cli.account.views.explain.line import Explained, Line, explained
from baitiao_cli.calc.annual_rate import AnnualRate, annual_rate, internal_rate
from baitiao_cli.calc.schedule import make_schedule
from baitiao_cli.calc.steps import steps_of


class ExplainedRate(msgspec.Struct, frozen=True, kw_only=True):
    """The rate of the plan as agreed, the rate of one step, the steps a year, the payments at their present worth.

    The lines of `worth` sum to what was financed: `base_fen` is the payment, `exact` what it is worth on the first day.
    """

    annual: AnnualRate
    step_rate: float
    steps_a_year: Fraction
    worth: Explained
    agreed_on: date


def explain_annual_rate(plan: Plan) -> ExplainedRate | None:
    """The annual rate of the plan as it was agreed; `None` where no rate fits.

    Worth = payment / (1 + rate of a step)^steps; simple = steps a year x rate of a step, compound = (1 + it)^steps - 1.
    """
    terms, agreed = plan.terms, plan.agreement
    schedule = make_schedule(agreed.amount_fen, agreed.periods, agreed.schedule)
    annual = annual_rate(agreed.amount_fen, agreed.on, schedule, terms.every, terms.unit)
    times, steps_a_year, rows = steps_of(agreed.on, schedule, terms.every, terms.unit)
    step_rate = internal_rate(agreed.amount_fen, [(step, row.total_fen) for step, row in zip(times, rows, strict=True)])
    if annual is None or step_rate is None:
        return None
    lines = [
        Line(
            rule="present-worth",
            exact=Fraction(row.total_fen * (1 + step_rate) ** -step).limit_denominator(10**9),
            from_on=agreed.on,
            until_on=row.due_on,
            base_fen=row.total_fen,
            number=row.number,
        )
        for step, row in zip(times, rows, strict=True)
    ]
    worth = explained("annual_rate", agreed.amount_fen, lines, rounding=terms.schedule.rounding, plan_id=plan.plan_id)
    return ExplainedRate(
        annual=annual, step_rate=step_rate, steps_a_year=steps_a_year, worth=worth, agreed_on=agreed.on
    )
