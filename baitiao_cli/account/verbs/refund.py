"""A merchant's refund: what it takes off the plan or the bill, the fees that fall with it, and what it gives back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from baitiao_cli.account.account import Account, Conflict, Debt, Refund, Return
from baitiao_cli.account.allocation import (
    ask_running_interest,
    keep_as_credit,
    net_credit,
    pay_debts,
    pay_part,
    settle_plans,
)
from baitiao_cli.account.delinquency import ask_accrued_charges
from baitiao_cli.account.events import Event, Purchased, Refunded
from baitiao_cli.account.merchant import book_merchant_dues
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.postings import CASH, INCOME, LOAN_LOSSES, MERCHANT_REFUNDS, PAID_OUT, RECEIVABLE, WAIVERS
from baitiao_cli.account.take_off import TakeOff, heirs_of, prices_fen, take_off, take_off_heirs, take_off_rows
from baitiao_cli.account.verbs.loss import recover_written_off
from baitiao_cli.account.verbs.repay import find_plan
from baitiao_cli.account.verbs.reverse import live_events
from baitiao_cli.account.verbs.standing import note_closed
from baitiao_cli.calc.money import round_fen
from baitiao_cli.errors import BaitiaoError


def refundable_fen(account: Account, plan: Plan) -> int:
    """What of a purchase can still be refunded, in fen: what was financed, less what came back or is in dispute.

    Nothing of a plan that took purchases over (a bill turned into installments): merchants refund those.
    """
    if plan.converted:
        return 0
    in_dispute_fen = sum(one.amount_fen for one in account.open_disputes if one.plan_id == plan.plan_id)
    return plan.financed_fen - account.merchant_refunds_fen(plan.plan_id) - in_dispute_fen


def find_purchase(account: Account, plan_id: str, events: Sequence[Event]) -> Plan:
    """The plan of a purchase that a merchant can take back, made by the day that `account` is folded to.

    `events` are all of the account's. Errors, in this order: `refund-before-purchase`, `plan-elsewhere`,
    `refund-of-converted`.
    """
    if plan_id not in account.plans:
        for event in live_events(events):
            if isinstance(event.fact, Purchased) and event.fact.plan_id == plan_id:
                bought_on = event.effective_on
                raise BaitiaoError("refund-before-purchase", plan_id=plan_id, on=account.through, bought_on=bought_on)
    find_plan(account, plan_id)
    plan = account.plans[plan_id]
    if plan.converted:
        raise BaitiaoError("refund-of-converted", plan_id=plan_id, purchases=", ".join(plan.converted))
    return plan


def decide_refund(account: Account, refund: Refunded, events: Sequence[Event]) -> Refunded:
    """The refund, when it is of a purchase made by the day that `account` is folded to, and of no more than is left.

    `events` are all of the account's. Errors, in this order: `refund-after-closing`, those of `find_purchase`,
    `refund-exceeds-purchase`.
    """
    if account.closed_on:
        about = {"account_id": account.account_id, "plan_id": refund.plan_id, "amount_fen": refund.amount_fen}
        raise BaitiaoError("refund-after-closing", closed_on=account.closed_on, **about)
    plan = find_purchase(account, refund.plan_id, events)
    left_fen = refundable_fen(account, plan)
    if refund.amount_fen > left_fen:
        refunded_fen = account.merchant_refunds_fen(plan.plan_id)
        raise BaitiaoError(
            "refund-exceeds-purchase",
            plan_id=refund.plan_id,
            amount_fen=refund.amount_fen,
            left_fen=left_fen,
            financed_fen=plan.financed_fen,
            refunded_fen=refunded_fen,
            disputed_fen=plan.financed_fen - refunded_fen - left_fen,
        )
    return refund


def apply_refund(account: Account, refund: Refunded, event_id: str, on: date) -> None:
    """Takes the refund off what is unpaid of the purchase, then gives the rest back; the merchant's dues fall with it.

    Charges that have run are asked for first. What was written off of the purchase comes back before anything is given
    back. More than is left of the purchase, once the past has changed, is a conflict; the excess is nobody's.
    """
    note_closed(account, event_id)
    plan = account.plans.get(refund.plan_id)
    if plan is None:
        account.conflicts.append(Conflict(event_id, "plan-unknown"))
        return
    amount_fen = min(refund.amount_fen, refundable_fen(account, plan))
    if amount_fen < refund.amount_fen:
        account.conflicts.append(Conflict(event_id, "refund-exceeds-purchase"))
    take_back(account, on, plan, amount_fen)


def take_back(
    account: Account, on: date, plan: Plan, amount_fen: int, *, set_aside_fen: int = 0, fees_dropped_fen: int = 0
) -> None:
    """Takes back a purchase, or a part of it: `set_aside_fen` of `amount_fen` are off it already (see `dispute`)."""
    ask_accrued_charges(account, on)
    plans = [plan, *heirs_of(account, plan)]
    fees_before_fen = prices_fen(plans)
    left_fen = _take_off_purchase(account, plan, amount_fen - set_aside_fen, TakeOff(on, plan))
    settle_plans(account, on)
    left_fen = recover_written_off(account, on, left_fen, MERCHANT_REFUNDS, plan.plan_id)
    fees_dropped_fen += fees_before_fen - prices_fen(plans)
    fees_fen = _fees_to_return(account, on, plans, amount_fen)
    fees_left_fen = _take_off_fees(account, on, plans, fees_fen)
    returns = _give_back(account, on, plan, left_fen + fees_left_fen)
    account.post(on, plan.plan_id, _income(plan), MERCHANT_REFUNDS, fees_left_fen)  # the lender's part, not the shop's
    account.refunds.append(Refund(account.cause, plan.plan_id, amount_fen, fees_dropped_fen, returns, fees_fen))
    book_merchant_dues(account, on, plan)
    net_credit(account, on)


# --- what is unpaid


def _take_off_purchase(account: Account, plan: Plan, amount_fen: int, by: TakeOff) -> int:
    """Takes off what is left of the purchase, then the plans that took it over; on the bill the rest as usual.

    Returns what is left over.
    """
    if not plan.terms.revolving:
        return take_off_heirs(account, plan, take_off(account, plan, amount_fen, by), by)
    if not heirs_of(account, plan):
        return _take_off_bill(account, plan, amount_fen, by)
    own_fen = min(amount_fen, plan.balance_fen)
    over_fen = _take_off_bill(account, plan, own_fen, by)
    rest_fen = take_off_heirs(account, plan, amount_fen - own_fen, by)
    return _take_off_bill(account, plan, over_fen + rest_fen, by)


def _take_off_bill(account: Account, plan: Plan, amount_fen: int, by: TakeOff) -> int:
    """Pays what is billed and unpaid of all purchases on the bill, oldest first; then lowers those not billed yet.

    Of the latter the refunded one comes first, then the oldest. Returns what is left over.
    """
    amount_fen = pay_debts(
        account, by.on, amount_fen, MERCHANT_REFUNDS, only_revolving=True, source_plan_id=plan.plan_id
    )
    others = [other for other in account.open_plans if other.terms.revolving and other is not plan]
    for other in [plan, *others]:
        if not any(row.is_billed for row in other.rows):
            amount_fen = take_off_rows(account, other, amount_fen, by)
    return amount_fen


# --- fees and interest of the time before, where they are returned


def _fees_to_return(account: Account, on: date, plans: Sequence[Plan], amount_fen: int) -> int:
    """The share of the fees and interest so far that comes back with `amount_fen` of the purchase `plans[0]`, in fen.

    So far: asked for, or run by the night, and neither waived, written off nor returned. The share is that of what had
    not come back before, rounded once: refunds in steps return what one refund returns, a fen of rounding each aside, a
    full one all.
    """
    plan = plans[0]
    if plan.terms.refund_fees == "stay" or not amount_fen:
        return 0
    for one in plans:
        if one.earns_daily and not one.settled_on:
            ask_running_interest(account, on, one)
    of = {one.plan_id for one in plans}
    so_far_fen = sum(row.price_of(row.asked) for one in plans for row in one.rows)
    for part in account.allocations:
        is_price = part.plan_id in of and part.kind in INCOME and part.kind != "late_charge"
        so_far_fen -= part.amount_fen if is_price and part.source in (WAIVERS, LOAN_LOSSES) else 0
    so_far_fen -= sum(refund.fees_returned_fen for refund in account.refunds if refund.plan_id == plan.plan_id)
    kept_fen = plan.financed_fen - account.merchant_refunds_fen(plan.plan_id)
    return round_fen(Fraction(so_far_fen * amount_fen, kept_fen), plan.terms.schedule.rounding)


def _take_off_fees(account: Account, on: date, plans: Sequence[Plan], fees_fen: int) -> int:
    """Takes returned fees and interest off what is unpaid of them, oldest due first; returns what is left over."""
    debts = [Debt(row, plan) for plan in plans for row in plan.rows if row.unpaid_fen] if fees_fen else []
    for debt in sorted(debts, key=lambda debt: debt.row.due_on):
        kind = debt.row.price_kind
        fees_fen -= pay_part(account, on, debt, kind, fees_fen, INCOME[kind])
    settle_plans(account, on)
    return fees_fen


def _income(plan: Plan) -> str:
    """The ledger account of what a plan earns: of fees or of interest."""
    return INCOME[plan.rows[0].price_kind]


# --- what was paid


def _give_back(account: Account, on: date, plan: Plan, amount_fen: int) -> tuple[Return, ...]:
    """Returns what was paid to the means of the latest payments, each up to what it paid for and was not returned.

    For a plan a payment paid what went to that plan, for purchases on the bill what went to all that revolves, or did
    before it was converted. What no
    payment paid for (a credit balance, goodwill, a waiver) becomes a credit balance.
    """
    paid = _paid_by_payment(account, plan)
    for refund in account.refunds:
        for part in refund.returns if _is_alike(account, refund.plan_id, plan) else ():
            paid[part.payment_id] = paid.get(part.payment_id, 0) - part.amount_fen
    returns = []
    for payment_id in reversed(paid):
        if returned_fen := min(amount_fen, max(0, paid[payment_id])):
            account.post(on, plan.plan_id, MERCHANT_REFUNDS, PAID_OUT, returned_fen)
            returns.append(Return(payment_id, account.means.get(payment_id, ""), returned_fen))
            amount_fen -= returned_fen
    keep_as_credit(account, on, amount_fen, MERCHANT_REFUNDS, plan.plan_id)
    return tuple(returns)


def _paid_by_payment(account: Account, plan: Plan) -> dict[str, int]:
    """What each payment paid that a refund of `plan` may give back, in the order in which they count."""
    paid: dict[str, int] = {}
    for part in account.allocations:
        if part.source == CASH and part.kind in RECEIVABLE and _is_alike(account, part.plan_id, plan):
            paid[part.event_id] = paid.get(part.event_id, 0) + part.amount_fen
    return paid


def _is_alike(account: Account, plan_id: str, plan: Plan) -> bool:
    """Whether money for the plan of that id ("" the line) counts as paid for `plan`: all that revolves is one.

    So does what went over to a plan of its own.
    """
    other = account.plans.get(plan_id)
    purchases = list(other.converted) if other and other.converted else [plan_id]
    if not plan.terms.revolving:
        return plan.plan_id in purchases
    return any(one not in account.plans or account.plans[one].terms.revolving for one in purchases)
