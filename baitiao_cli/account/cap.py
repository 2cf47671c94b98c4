"""The annual cap on what a plan costs: when it is made, and on the days that the principal is really out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from math import floor

from baitiao_cli.account.plan import Plan
from baitiao_cli.account.terms import PlanTerms
from baitiao_cli.calc.caps import costs_more_than, told_above
from baitiao_cli.calc.rates import PPB, percent
from baitiao_cli.calc.schedule import Row, make_schedule
from baitiao_cli.errors import BaitiaoError


def passes_cap(financed_fen: int, on: date, rows: Sequence[Row], terms: PlanTerms) -> bool:
    """Whether a plan made on `on` costs more a year than its cap; its schedule is `rows`."""
    cap_ppb = terms.annual_cap_ppb
    return bool(cap_ppb) and costs_more_than(cap_ppb, financed_fen, on, rows, terms.every, terms.unit)


def check_cap(financed_fen: int, on: date, rows: Sequence[Row], terms: PlanTerms) -> None:
    """Refuses a plan that passes its cap, unless its product only flags those: `rate-above-cap`."""
    if terms.above_cap == "refuse" and passes_cap(financed_fen, on, rows, terms):
        from baitiao_cli.calc.annual_rate import annual_rate

        rate = annual_rate(financed_fen, on, rows, terms.every, terms.unit)
        raise BaitiaoError(
            "rate-above-cap",
            product_id=terms.product_id,
            simple_pct=told_above(rate.simple, terms.annual_cap_ppb) if rate else "-",
            cap_pct=percent(Fraction(terms.annual_cap_ppb, PPB)),
        )


def is_flagged(plan: Plan) -> bool:
    """Whether the plan was made although it costs more a year than its cap, as its product allows."""
    if plan.terms.above_cap == "refuse":
        return False
    agreed = plan.agreement
    schedule = make_schedule(agreed.amount_fen, agreed.periods, agreed.schedule)
    return passes_cap(agreed.amount_fen, agreed.on, schedule, plan.terms)


def fees_allowed_fen(plan: Plan, principal_nights: int) -> int:
    """What may still be asked for in fees: cap x principal nights / 365, rounded down, less what was asked for.

    A whole period's fee after a few days would pass the cap on the days really used (RULES 4). Without a cap, all.
    """
    if not plan.terms.annual_cap_ppb:
        return sum(row.price_of(row.planned) for row in plan.rows)
    allowed_fen = principal_nights * plan.terms.annual_cap_ppb // (365 * PPB)
    return allowed_fen - sum(row.asked.fee + row.asked.interest for row in plan.rows)


def cost_a_year(plan: Plan, more_fen: int) -> Fraction | None:
    """What the plan has cost a year, exactly: all interest and fees asked for and `more_fen`, x 365 / principal nights.

    Of nights that cost nothing it is zero; `None` on the day of the purchase, when no night has passed.
    """
    if not plan.balance_nights:
        return None
    asked_fen = sum(row.asked.fee + row.asked.interest for row in plan.rows)
    return Fraction((asked_fen + more_fen) * 365, plan.balance_nights)


def has_passed_cap(plan: Plan, more_fen: int) -> bool:
    """Whether that passes the plan's cap by a whole fen or more: less is the rounding of interest by the night."""
    cost, cap_ppb = cost_a_year(plan, more_fen), plan.terms.annual_cap_ppb
    return bool(cap_ppb) and cost is not None and (cost - Fraction(cap_ppb, PPB)) * plan.balance_nights >= 365


def night_cost(plan: Plan, on: date) -> Fraction:
    """What a fen costs a night as the plan stands: all prices asked for and to come over all principal nights, exactly.

    The nights to come are those of what is left of each row until its due date.
    """
    asked_fen = sum(row.asked.fee + row.asked.interest for row in plan.rows)
    to_come_fen = sum(row.price_to_ask_fen for row in plan.unbilled_rows)
    nights = plan.balance_nights + _nights_to_come(plan, on)
    return Fraction(asked_fen + to_come_fen, nights) if nights else Fraction(0)


def _nights_to_come(plan: Plan, on: date) -> int:
    return sum(row.unpaid.principal * max(0, (row.due_on - on).days) for row in plan.rows)


def keep_within_cap(plan: Plan, event_id: str, why: str, on: date, cost_before: Fraction) -> None:
    """Lowers the fees of the unbilled rows, the next one first, until a night costs no more than the cap allows.

    Principal that went ahead of time, or came back, must not leave the fees of a larger loan on a small one. A plan
    that cost more before (`night_cost`; it repays as it goes, or is flagged) may go on as it was, a fen a row aside.
    """
    if not plan.terms.annual_cap_ppb:
        return
    cap = Fraction(plan.terms.annual_cap_ppb, 365 * PPB)
    nights, rest = plan.balance_nights + _nights_to_come(plan, on), plan.unbilled_rows
    asked_fen = sum(row.asked.fee + row.asked.interest for row in plan.rows)
    allowed_fen = floor(nights * max(cap, cost_before)) + (len(rest) if cost_before > cap else 0)
    over_fen = max(0, sum(row.price_to_ask_fen for row in rest) - max(0, allowed_fen - asked_fen))
    for row in rest:
        cut_fen = min(over_fen, row.price_to_ask_fen)
        if cut_fen:
            row.plan_again(event_id, why, row.planned.principal, row.price_of(row.planned) - cut_fen)
            over_fen -= cut_fen
