"""Coupons for paying in time: which due dates count, who is given one, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Annotated, Literal

import msgspec
from msgspec.structs import replace

from baitiao_cli.account.account import Account
from baitiao_cli.account.delinquency import missed_bills
from baitiao_cli.account.events import CouponTaken, Purchased
from baitiao_cli.account.plan import Plan
from baitiao_cli.desk.assessment.lateness import Past
from baitiao_cli.desk.facts import CouponGranted, DeskEntry, Fired
from baitiao_cli.desk.rule_files import Misfit, RuleFile
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages.desk.offers import PRODUCT_TWICE

Count = Annotated[int, msgspec.Meta(ge=1, le=120)]
ProductName = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]

CouponObstacle = Literal["opted-out", "not-open"]
CouponState = Literal["open", "used", "expired"]


class OfferRules(RuleFile, frozen=True, kw_only=True):
    """After how many due dates in a row a coupon is given, for how many periods, which purchases and which days."""

    after_due_dates: Count
    free_periods: Count
    products: Annotated[tuple[ProductName, ...], msgspec.Meta(min_length=1)]
    least_yuan: Annotated[int, msgspec.Meta(ge=1, le=200_000)]
    valid_days: Annotated[int, msgspec.Meta(ge=0, le=366)]

    def misfits(self) -> Iterator[Misfit]:
        """A product that is there twice."""
        for place, product_id in enumerate(self.products):
            if product_id in self.products[:place]:
                yield Misfit(f"$.products[{place}]", PRODUCT_TWICE)


def on_time_streak(past: Past, after: date | None = None) -> list[date]:
    """The due dates in a row, up to the folded day, on which all that had to be paid was paid in time.

    They begin behind the last day that ended late, and behind `after`, and end before the oldest one of which anything
    is unpaid. A bill counts if it asked for something (its minimum is what had to be paid), an installment with a date
    of its own if money was paid on it and its period had begun when the plan was settled: what was paid ahead at once
    is one due date. Several of one day are one.
    """
    ends_before = _oldest_unpaid(past.account)
    begins_after = max(past.last_late_on or date.min, after or date.min)
    return sorted(day for day in due_dates(past.account, begins_after) if day < ends_before)


def due_dates(account: Account, after: date | None = None) -> set[date]:
    """The due dates up to the folded day, behind `after`, of all that counts, in time or not."""
    return {day for day in _due_dates(account) if (after or date.min) < day <= account.through}


def _due_dates(account: Account) -> Iterator[date]:
    for bill in account.bills:
        if bill.figures.amount_due_fen > 0:
            yield bill.due_on
    for plan in account.plans.values():
        if plan.terms.due_by == "anniversary":
            ended_on = plan.settled_on or date.max
            yield from (row.due_on for row in plan.rows if row.paid.total_fen > 0 and row.from_on < ended_on)


def _oldest_unpaid(account: Account) -> date:
    """The oldest due date up to the folded day of which anything is unpaid, within the days of grace, too."""
    today = account.through
    rows = [plan.first_unpaid_row(today) for plan in account.open_plans if not plan.terms.revolving]
    unpaid = [row.due_on for row in rows if row] + [bill.due_on for bill in missed_bills(account, today)]
    return min(unpaid, default=date.max)


def coupon(rules: OfferRules, rules_name: str, products: Iterable[str], streak: list[date], on: date) -> CouponGranted:
    """The coupon for a streak that is long enough, given on a day; `products` are the ids of those of the rules."""
    fired = Fired(rule="coupon-on-time-streak", observed=str(len(streak)), limit=str(rules.after_due_dates))
    return CouponGranted(
        rules=rules_name,
        rules_version=rules.rules_version,
        fired=(fired,),
        first_due_on=streak[0],
        last_due_on=streak[-1],
        free_periods=rules.free_periods,
        least_fen=100 * rules.least_yuan,
        products=tuple(products),
        until_on=on + min(timedelta(days=rules.valid_days), date.max - on),
    )


def plan_with(account: Account, coupon_id: str) -> Plan | None:
    """The plan that a coupon was used for, if it was not given back; of several the last.

    A purchase that was reversed never was. One that the merchant took back as a whole before its first due date gives
    the coupon back: nothing of what it gives was had.
    """
    used = [
        plan
        for plan in account.plans.values()
        if plan.coupon and plan.coupon.coupon_id == coupon_id and not _came_back(account, plan)
    ]
    return used[-1] if used else None


def _came_back(account: Account, plan: Plan) -> bool:
    is_whole = account.merchant_refunds_fen(plan.plan_id) == plan.financed_fen
    return is_whole and plan.settled_on is not None and plan.settled_on < plan.agreed_periods[0].due_on


def with_coupon(purchase: Purchased, entry: DeskEntry, account: Account, on: date) -> Purchased:
    """The purchase with the periods that a coupon makes free besides those that are free anyway, at most all.

    Refusals as of `check_coupon`; `coupon-product` also for a plan all of whose periods are free without it.
    """
    fact, schedule = check_coupon(purchase, entry, account, on), purchase.terms.schedule
    free_count = min(schedule.installments, schedule.free_periods + fact.free_periods)
    if free_count == schedule.free_periods:
        raise _not_of_product(purchase, entry.record_id, fact)
    return replace(
        purchase,
        terms=replace(purchase.terms, schedule=replace(schedule, free_periods=free_count)),
        coupon=CouponTaken(coupon_id=entry.record_id, free_periods=free_count - schedule.free_periods),
    )


def check_coupon(purchase: Purchased, entry: DeskEntry, account: Account, on: date) -> CouponGranted:
    """The coupon that a record is, if the purchase may take it; `account` is folded through all that is known.

    Refusals, in this order: `coupon-unknown` for another record, `coupon-of-another` account, `coupon-used`,
    `coupon-not-valid` on that day, `coupon-amount` when too little is financed, `coupon-product`.
    """
    fact, coupon_id = entry.fact, entry.record_id
    if not isinstance(fact, CouponGranted):
        raise BaitiaoError("coupon-unknown", record_id=coupon_id)
    if entry.subject != account.account_id:
        raise BaitiaoError("coupon-of-another", coupon_id=coupon_id, account_id=account.account_id)
    if plan := plan_with(account, coupon_id):
        raise BaitiaoError("coupon-used", coupon_id=coupon_id, plan_id=plan.plan_id, account_id=account.account_id)
    if not entry.effective_on <= on <= fact.until_on:
        days = {"from_on": entry.effective_on, "until_on": fact.until_on, "on": on}
        raise BaitiaoError("coupon-not-valid", coupon_id=coupon_id, account_id=account.account_id, **days)
    if purchase.financed_fen < fact.least_fen:
        amounts = {"amount_fen": purchase.financed_fen, "least_fen": fact.least_fen}
        raise BaitiaoError("coupon-amount", coupon_id=coupon_id, **amounts)
    if purchase.terms.product_id not in fact.products:
        raise _not_of_product(purchase, coupon_id, fact)
    return fact


def _not_of_product(purchase: Purchased, coupon_id: str, fact: CouponGranted) -> BaitiaoError:
    products = ", ".join(fact.products)
    return BaitiaoError("coupon-product", coupon_id=coupon_id, product_id=purchase.terms.product_id, products=products)
