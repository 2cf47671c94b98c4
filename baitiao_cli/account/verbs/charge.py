"""A purchase: whether the line allows it, and the plan that it makes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.cap import check_cap
from baitiao_cli.account.events import Purchased
from baitiao_cli.account.hold import why_not_ended
from baitiao_cli.account.installment import Installment, Parts
from baitiao_cli.account.limits import Purpose
from baitiao_cli.account.merchant import book_merchant_dues
from baitiao_cli.account.meter import Meter, NightMeter
from baitiao_cli.account.plan import DAILY_METHODS, Agreement, Plan
from baitiao_cli.account.postings import MERCHANT_PAYABLE
from baitiao_cli.account.terms import LineTerms, PlanTerms, Product
from baitiao_cli.account.verbs.scene import check_scene, scene_too_small
from baitiao_cli.account.verbs.standing import check_may_buy, note_closed, note_may_not_buy
from baitiao_cli.calc.dates import Period, bill_periods, periods_from
from baitiao_cli.calc.schedule import Row, check_own_means, make_schedule
from baitiao_cli.errors import BaitiaoError


def plan_periods(
    terms: PlanTerms, on: date, bill_day: int, line: LineTerms, first_due_on: date | None = None
) -> tuple[Period, ...]:
    """The spans and due dates of a plan made on `on`: on the bills of the line, or on the anniversary.

    A first due date of one's own fits the latter only: `first-due-on-bill`, and what `periods_from` raises.
    """
    count = terms.schedule.installments
    if terms.due_by == "bill":
        if first_due_on is not None:
            raise BaitiaoError("first-due-on-bill", product_id=terms.product_id, first_due_on=first_due_on)
        return bill_periods(on, count, bill_day, line.due_days)
    return periods_from(on, count, terms.every, terms.unit, first_due_on)


def decide_purchase(account: Account, product: Product | None, purchase: Purchased, on: date) -> Purchased:
    """The purchase, when the line allows it on `on`; refusals in a fixed order: closed, suspended, locked, order,
    amount, limit, schedule, scene.

    `account` is folded up to `on`. An order that is held for is captured, not bought once more. Without a product (the
    terms are those of a quote, which was tested) any amount is allowed.
    """
    check_may_buy(account)
    for hold in account.open_holds if purchase.order_id else ():
        if (hold.merchant, hold.order_id) == (purchase.merchant, purchase.order_id):
            raise BaitiaoError("order-held", order_id=hold.order_id, hold_id=hold.hold_id, amount_fen=hold.amount_fen)
    check_own_means(purchase.amount_fen, purchase.trade_in_fen, purchase.down_payment_fen)
    check_room(account, product, purchase.financed_fen, Purpose(purchase.scene, purchase.merchant))
    check_schedule(account, purchase.financed_fen, purchase.terms, on, purchase.first_due_on)
    check_scene(account, purchase.terms, purchase.scene, purchase.financed_fen, on)
    return purchase


def check_room(account: Account, product: Product | None, financed_fen: int, purpose: Purpose) -> None:
    """Refuses an amount outside the product, then one beyond what is available for what is bought."""
    if product is not None:
        product.check_amount(financed_fen)
    room = account.room_for(purpose)
    if financed_fen > room.left_fen:
        elsewhere_fen = account.used_fen + account.held_fen - room.taken_fen
        used_fen = max(0, account.used_fen - elsewhere_fen)
        raise BaitiaoError(
            "limit-exceeded",
            account_id=account.account_id,
            amount_fen=financed_fen,
            available_fen=room.left_fen,
            limit_fen=room.limit_fen,
            used_fen=used_fen,
            held_fen=room.taken_fen - used_fen,
        )


def check_schedule(
    account: Account, financed_fen: int, terms: PlanTerms, on: date, first_due_on: date | None = None
) -> None:
    """Refuses an amount that makes no schedule on these terms: too little for its installments, say.

    Then a plan that costs more a year than its cap, if its product refuses those (`rate-above-cap`).
    """
    periods = plan_periods(terms, on, account.bill_day, account.line, first_due_on)
    check_cap(financed_fen, on, make_schedule(financed_fen, periods, terms.schedule), terms)


def make_plan(purchase: Purchased, event_id: str, on: date, bill_day: int, line: LineTerms) -> Plan:
    """The plan of a purchase made on `on`: its schedule as quoted, with nothing asked for yet."""
    terms = purchase.terms
    periods = plan_periods(terms, on, bill_day, line, purchase.first_due_on)
    schedule = make_schedule(purchase.financed_fen, periods, terms.schedule)
    anchor_on = purchase.first_due_on or on
    return Plan(
        plan_id=purchase.plan_id,
        event_id=event_id,
        started_on=on,
        amount_fen=purchase.amount_fen,
        financed_fen=purchase.financed_fen,
        terms=terms,
        schedule=terms.schedule,
        rows=made_rows(terms, periods, schedule),
        interest=Meter(on, Fraction(0)),
        merchant=purchase.merchant,
        merchant_id=purchase.merchant_id,
        discount_ppb=purchase.discount_ppb,
        scene=purchase.scene,
        category=purchase.category,
        brand=purchase.brand,
        order_id=purchase.order_id,
        note=purchase.note,
        down_payment_fen=purchase.down_payment_fen,
        trade_in_fen=purchase.trade_in_fen,
        quote_id=purchase.quote_id,
        coupon=purchase.coupon or None,
        authorised_on=on,
        agreements=(Agreement(on, purchase.financed_fen, periods, terms.schedule, anchor_on),),
        agreed_periods=periods,
        periods=periods,
        balance_counted_to=on,
    )


def made_rows(terms: PlanTerms, periods: Sequence[Period], schedule: Sequence[Row]) -> list[Installment]:
    """The rows of a schedule with nothing asked for yet, numbered as the periods are."""
    by_the_night = terms.schedule.method in DAILY_METHODS
    rows = []
    for period, row in zip(periods, schedule, strict=True):
        planned = Parts(principal=row.principal_fen, interest=row.interest_fen, fee=row.fee_fen)
        asked = Parts() if by_the_night else Parts(principal=row.principal_fen)
        rows.append(
            Installment(
                period.number,
                row.from_on,
                row.until_on,
                row.due_on,
                planned=planned,
                asked=asked,
                late=NightMeter(row.due_on),
                months=period.months,
                quoted=planned,
                price_kind="fee" if terms.schedule.fee else "interest",
            )
        )
    return rows


def apply_purchase(account: Account, purchase: Purchased, event_id: str, on: date) -> None:
    """Adds the plan, books what is owed to the merchant and what it owes; what could not have been so is a conflict."""
    plan = make_plan(purchase, event_id, on, account.bill_day, account.line)
    if purchase.hold_id:
        plan.authorised_on = _capture(account, purchase, event_id, on)
    else:
        note_unallowed(account, event_id, purchase.terms, purchase.financed_fen, plan.purpose, on)
    account.plans[purchase.plan_id] = plan
    account.post(on, purchase.plan_id, "principal", MERCHANT_PAYABLE, purchase.financed_fen)
    book_merchant_dues(account, on, plan)


def note_unallowed(
    account: Account, event_id: str, terms: PlanTerms, financed_fen: int, purpose: Purpose, on: date
) -> None:
    """Notes a purchase or a hold that the line would not have allowed as a conflict."""
    note_may_not_buy(account, event_id)
    over_fen = financed_fen - account.room_for(purpose).left_fen
    if over_fen > 0:
        account.conflicts.append(Conflict(event_id, "limit-exceeded", over_fen))
    if room := scene_too_small(account, terms, purpose.scene, financed_fen, on):
        account.conflicts.append(Conflict(event_id, room.refusal))


def _capture(account: Account, purchase: Purchased, event_id: str, on: date) -> date:
    """Ends the hold that the purchase names, which had reserved what it takes; one that is not open is a conflict.

    Returns the day on which it was authorised.
    """
    note_closed(account, event_id)
    hold = account.holds.get(purchase.hold_id)
    if code := why_not_ended(hold, purchase.amount_fen, on):
        account.conflicts.append(Conflict(event_id, code))
    if hold is not None and hold.status(on) == "open":
        hold.captured_on = on
    return hold.placed_on if hold else on
