"""Repricing: from a day on another rate holds for a plan, and what is left of it is planned again."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from msgspec.structs import replace

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.cap import passes_cap
from baitiao_cli.account.events import Repriced
from baitiao_cli.account.installment import Installment
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.replanning import plan_again, rows_left
from baitiao_cli.account.verbs.repay import find_open_plan
from baitiao_cli.account.verbs.standing import note_closed
from baitiao_cli.calc.money import round_fen
from baitiao_cli.calc.rate_steps import RateChange
from baitiao_cli.calc.rates import Per, Rate
from baitiao_cli.calc.schedule import ScheduleTerms, make_schedule
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import labels


def rate_of_plan(account: Account, plan_id: str, ppb: int, per: Per | None, on: date) -> Rate:
    """The rate that is meant on `on`: without a unit, it has that of the plan's present rate."""
    plan = account.plans.get(plan_id)
    now = plan.schedule.price_on(on) if plan else None
    return Rate(ppb, per or (now.per if now else "year"))


def decide_reprice(account: Account, repriced: Repriced, on: date) -> Repriced:
    """The change of rate, when the plan can have it on `on`, the day that `account` is folded to.

    Errors, in this order: `account-closed`; `plan-elsewhere`; `nothing-owed`; `reprice-not-offered` for a plan without
    a price, or when every row with a fixed price has begun; `rate-unit-unfit`; `rate-same`; `new-rate-above-cap`.
    """
    plan, rate = find_open_plan(account, repriced.plan_id), repriced.rate
    schedule = plan.schedule
    now = schedule.price_on(on)
    if now is None:
        raise BaitiaoError("reprice-not-offered", plan_id=plan.plan_id, reason=labels.NO_PRICE)
    if plan.has_fixed_price and not _rows_to_reprice(plan, on):
        raise BaitiaoError("reprice-not-offered", plan_id=plan.plan_id, reason=labels.ALL_ROWS_BEGUN)
    check_rate_unit(plan.plan_id, schedule, rate, now)
    details = {"plan_id": plan.plan_id, "rate": rate, "now": now}
    if _as_one_a_year(rate) == _as_one_a_year(now):
        raise BaitiaoError("rate-same", **details)
    check_rate_cap(plan, rate)
    return repriced


def check_rate_unit(plan_id: str, schedule: ScheduleTerms, rate: Rate, now: Rate) -> None:
    """Refuses a fee that is not by the period, and interest by the day where whole months count: `rate-unit-unfit`."""
    if rate.per != "period" if schedule.fee else schedule.whole_period and rate.per == "day":
        raise BaitiaoError("rate-unit-unfit", plan_id=plan_id, rate=rate, now=now)


def check_rate_cap(plan: Plan, rate: Rate) -> None:
    """Refuses a rate at which the whole plan, had it been made so, would cost more a year than its cap.

    A product that only flags such plans lets them be.
    """
    terms, agreed = plan.terms, plan.agreement
    if not terms.annual_cap_ppb or terms.above_cap != "refuse":
        return
    schedule = replace(agreed.schedule, fee=rate) if agreed.schedule.fee else replace(agreed.schedule, rate=rate)
    try:
        rows = make_schedule(agreed.amount_fen, agreed.periods, schedule)
    except BaitiaoError:  # so dear that no payment covers its interest
        rows = ()
    if not rows or passes_cap(agreed.amount_fen, agreed.on, rows, terms):
        cap = Rate(terms.annual_cap_ppb, "year")
        raise BaitiaoError("new-rate-above-cap", plan_id=plan.plan_id, rate=rate, cap=cap)


def _as_one_a_year(rate: Rate) -> Rate:
    """A rate a month as the one a year that it is; others as they are."""
    return Rate(rate.ppb * 12, "year") if rate.per == "month" else rate


def apply_reprice(account: Account, repriced: Repriced, event_id: str, on: date) -> None:
    """Nights from `on` bear the new rate; payments that it changes are planned again over the rows that are left.

    A fixed price changes with the first row that begins on `on` or later. A plan that, once the past has changed, is
    settled by then has nothing left to change.
    """
    note_closed(account, event_id)
    plan = account.plans.get(repriced.plan_id)
    before = plan.schedule.price_on(on) if plan else None
    if plan is None or before is None:
        account.conflicts.append(Conflict(event_id, "plan-unknown"))
        return
    rows = [] if plan.settled_on else rows_left(plan)
    schedule = plan.schedule
    changes = (*schedule.rate_changes, RateChange(on, repriced.rate))
    earned = Fraction(0)
    if rows and plan.earns_daily and not plan.terms.recalculate:
        earned = max(plan.earned_share, Fraction(rows[0].asked.interest))
    plan.schedule = replace(schedule, rate_changes=changes)
    plan.repriced_from[event_id] = before
    if not rows:
        return
    if not plan.earns_daily:
        _change_prices(plan, repriced.rate, event_id, on)
    elif not plan.terms.recalculate or schedule.method == "equal-payment":
        _change_payment(plan, rows, event_id, on, earned)


def _change_payment(plan: Plan, rows: list[Installment], event_id: str, on: date, earned: Fraction) -> None:
    """One payment that pays everything: the first row's interest is what has run, exactly, and the nights to come.

    Where the first schedule's interest stays, what has run is what its nights have `earned` of it, or was asked for.
    What is overdue counts as paid today, what was paid ahead on the first row towards its new payment.
    """
    left_fen = plan.principal_left_fen(rows[0])
    assert left_fen > 0  # rows are left only while principal is: what is asked for of interest alone is billed
    to_come = (left_fen - rows[0].paid.principal) * plan.factor(on, rows[0].until_on)
    run = plan.interest.exact if plan.terms.recalculate else earned
    factor = Fraction(run + to_come) / left_fen
    plan_again(plan, rows, principal_fen=left_fen, first_factor=factor, event_id=event_id, why="reprice")


def _rows_to_reprice(plan: Plan, on: date) -> list[Installment]:
    """The rows with a fixed price that a change reaches: those to come; of fees and flat interest not begun yet."""
    return [row for row in plan.unbilled_rows if plan.earns_daily or row.from_on >= on]


def _change_prices(plan: Plan, rate: Rate, event_id: str, on: date) -> None:
    """The price of the first amount at the new rate, rounded once, in proportion where a row was lowered or paused."""
    schedule = plan.schedule
    for row in _rows_to_reprice(plan, on):
        if row.number > schedule.free_periods:
            exact = plan.agreement.amount_fen * schedule.period_price(rate, plan.agreed_periods[row.number - 1])
            row.reprice(event_id, round_fen(exact, schedule.rounding), schedule.rounding)
