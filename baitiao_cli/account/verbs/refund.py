"""A merchant's refund: what it takes off the plan or the bill, the fees that fall with it, and what it gives back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from baitiao_cli.account.account import Account, Allocation, Conflict, Debt, Refund, Return
from baitiao_cli.account.allocation import (
    drop_late_charge_in_grace,
    keep_as_credit,
    net_credit,
    pay_debts,
    settle_plans,
)
from baitiao_cli.account.cap import keep_within_cap, night_cost
from baitiao_cli.account.delinquency import ask_accrued_charges
from baitiao_cli.account.events import Event, Purchased, Refunded
from baitiao_cli.account.installment import Installment, RowChange
from baitiao_cli.account.merchant import book_merchant_dues
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.postings import CASH, MERCHANT_REFUNDS, PAID_OUT, RECEIVABLE
from baitiao_cli.account.verbs.loss import recover_written_off
from baitiao_cli.account.verbs.repay import find_plan
from baitiao_cli.account.verbs.reverse import live_events
from baitiao_cli.account.verbs.standing import check_open, note_closed
from baitiao_cli.calc.money import round_fen
from baitiao_cli.errors import BaitiaoError


def refundable_fen(account: Account, plan: Plan) -> int:
    """What of a purchase can still be refunded, in fen: what was financed less what was refunded before.

    Nothing of a bill turned into installments: merchants refund its purchases.
    """
    return 0 if plan.converted else plan.financed_fen - account.merchant_refunds_fen(plan.plan_id)


def decide_refund(account: Account, refund: Refunded, events: Sequence[Event]) -> Refunded:
    """The refund, when it is of a purchase made by the day that `account` is folded to, and of no more than is left.

    `events` are all of the account's. Errors, in this order: `account-closed`, `refund-before-purchase`,
    `plan-elsewhere`, `refund-of-converted`, `refund-exceeds-purchase`.
    """
    check_open(account)
    if refund.plan_id not in account.plans:
        for event in live_events(events):
            if isinstance(event.fact, Purchased) and event.fact.plan_id == refund.plan_id:
                bought_on = event.effective_on
                raise BaitiaoError(
                    "refund-before-purchase", plan_id=refund.plan_id, on=account.through, bought_on=bought_on
                )
    find_plan(account, refund.plan_id)
    plan = account.plans[refund.plan_id]
    if plan.converted:
        raise BaitiaoError("refund-of-converted", plan_id=refund.plan_id, purchases=", ".join(plan.converted))
    left_fen = refundable_fen(account, plan)
    if refund.amount_fen > left_fen:
        raise BaitiaoError(
            "refund-exceeds-purchase",
            plan_id=refund.plan_id,
            amount_fen=refund.amount_fen,
            left_fen=left_fen,
            financed_fen=plan.financed_fen,
            refunded_fen=plan.financed_fen - left_fen,
        )
    return refund


def apply_refund(account: Account, refund: Refunded, event_id: str, on: date) -> None:
    """Takes the refund off what is unpaid of the purchase, then gives the rest back; the merchant's dues fall with it.

    Charges that have run are asked for first. What was written off of the purchase comes back before anything is given
    back. More than is left of the purchase, once the past has changed, is a
    conflict; the excess is nobody's.
    """
    note_closed(account, event_id)
    plan = account.plans.get(refund.plan_id)
    if plan is None:
        account.conflicts.append(Conflict(event_id, "plan-unknown"))
        return
    amount_fen = min(refund.amount_fen, refundable_fen(account, plan))
    if amount_fen < refund.amount_fen:
        account.conflicts.append(Conflict(event_id, "refund-exceeds-purchase"))
    ask_accrued_charges(account, on)
    plans = [plan, *_heirs(account, plan)]
    fees_before_fen = _prices_fen(plans)
    if plan.terms.revolving:
        left_fen = _take_off_purchase(account, on, plan, amount_fen)
    elif plan.earns_daily:
        left_fen = _take_off_daily(account, on, plan, amount_fen)
    else:
        left_fen = _take_off_rows(account, on, plan, amount_fen, plan)
    settle_plans(account, on)
    left_fen = recover_written_off(account, on, left_fen, MERCHANT_REFUNDS, plan.plan_id)
    returns = _give_back(account, on, plan, left_fen)
    fees_dropped_fen = fees_before_fen - _prices_fen(plans)
    account.refunds.append(Refund(event_id, plan.plan_id, amount_fen, fees_dropped_fen, returns))
    book_merchant_dues(account, on, plan)
    net_credit(account, on)


def _prices_fen(plans: Sequence[Plan]) -> int:
    """The prices of all periods of the plans, as planned now."""
    return sum(row.price_of(row.planned) for plan in plans for row in plan.rows)


# --- what is unpaid


def _take_off_rows(account: Account, on: date, plan: Plan, amount_fen: int, refunded: Plan) -> int:
    """Takes principal off the rows of a plan on the bill, those not billed yet first, the last one first of each.

    `refunded` is the plan that the refund is of; returns what is left over.
    """
    cost_before = night_cost(plan, on)
    for row in sorted(plan.rows, key=lambda row: (row.is_billed, -row.number)):
        taken_fen = min(amount_fen, row.unpaid.principal)
        if taken_fen:
            _lower_row(account.cause, plan, row, taken_fen)
            asked_fen = min(row.price_of(row.asked), row.price_of(row.planned))
            account.ask(on, Debt(row, plan), row.price_kind, row.ask_price(asked_fen))
            _take_principal(account, on, Debt(row, plan), taken_fen, refunded)
            amount_fen -= taken_fen
    keep_within_cap(plan, account.cause, "refund", on, cost_before)
    return amount_fen


def _lower_row(event_id: str, plan: Plan, row: Installment, taken_fen: int) -> None:
    """Plans a row with less principal, and its price: of a billed one what is unpaid falls with the unpaid principal.

    Rounded once. What was asked for of it is booked back; what was paid stays.
    """
    rounding, planned_fen = plan.terms.schedule.rounding, row.planned.principal - taken_fen
    if not row.is_billed:
        row.lower_price("refund", event_id, planned_fen, row.asked.principal - taken_fen, rounding)
        return
    price_fen = row.price_of(row.planned)
    unpaid_fen = price_fen - row.price_of(row.paid)
    dropped_fen = round_fen(Fraction(unpaid_fen * taken_fen, row.unpaid.principal), rounding)
    row.plan_again(event_id, "refund", planned_fen, price_fen - dropped_fen)


def _take_principal(account: Account, on: date, debt: Debt, taken_fen: int, refunded: Plan) -> None:
    """Takes unpaid principal off what a row asks for; a row that has nothing more to ask for is done with."""
    row, plan = debt.row, debt.plan
    assert plan is not None
    row.asked.principal -= taken_fen
    _book(account, on, plan, row.number, taken_fen, refunded)
    drop_late_charge_in_grace(account, on, debt)
    if not plan.earns_daily and row.unpaid_fen == 0 and row.price_to_ask_fen == 0:
        row.is_billed = True


def _book(account: Account, on: date, plan: Plan, number: int, taken_fen: int, refunded: Plan) -> None:
    """Books principal that came back; `number` 0 stands for rows that have not been asked for."""
    plan.refunded_fen += taken_fen
    account.post(on, plan.plan_id, MERCHANT_REFUNDS, "principal", taken_fen, refunded.plan_id)
    allocation = Allocation(account.cause, on, plan.plan_id, number, "principal", taken_fen, MERCHANT_REFUNDS)
    account.allocations.append(allocation)


def _take_off_daily(account: Account, on: date, plan: Plan, amount_fen: int) -> int:
    """Takes principal off a daily plan: what is not billed first (its last rows fall away), then billed rows backwards.

    Interest that has run stays (see `settle_plans`). Returns what is left over.
    """
    billed = [row for row in reversed(plan.rows) if row.is_billed and row.unpaid.principal]
    ahead_fen = min(amount_fen, plan.balance_fen - sum(row.unpaid.principal for row in billed))
    if ahead_fen:
        _book(account, on, plan, 0, ahead_fen, plan)
        for row in plan.rows:
            if not row.is_billed and row.asked.principal:
                row.asked.principal = plan.row_principal_fen(row, row.asked.interest)
    amount_fen -= ahead_fen
    for row in billed:
        if taken_fen := min(amount_fen, row.unpaid.principal):
            row.changes.append(RowChange(account.cause, "refund", "principal", -taken_fen))
            _take_principal(account, on, Debt(row, plan), taken_fen, plan)
            amount_fen -= taken_fen
    return amount_fen


def _heirs(account: Account, plan: Plan) -> list[Plan]:
    """The plans that parts of the purchase were converted to, oldest first."""
    return [heir for heir in account.plans.values() if plan.plan_id in heir.converted]


def _take_off_purchase(account: Account, on: date, plan: Plan, amount_fen: int) -> int:
    """Takes off what is left of the purchase on the bill, then the plans that it was converted to; the rest as usual.

    Returns what is left over.
    """
    heirs = _heirs(account, plan)
    if not heirs:
        return _take_off_bill(account, on, plan, amount_fen)
    own_fen = min(amount_fen, plan.balance_fen)
    rest_fen = amount_fen - own_fen
    over_fen = _take_off_bill(account, on, plan, own_fen)
    for heir in heirs:
        most_fen = min(rest_fen, heir.converted[plan.plan_id])
        taken_fen = most_fen - _take_off_rows(account, on, heir, most_fen, plan)
        heir.converted[plan.plan_id] -= taken_fen
        rest_fen -= taken_fen
    return _take_off_bill(account, on, plan, over_fen + rest_fen)


def _take_off_bill(account: Account, on: date, plan: Plan, amount_fen: int) -> int:
    """Pays what is billed and unpaid of all purchases on the bill, oldest first; then lowers those not billed yet.

    Of the latter the refunded one comes first, then the oldest. Returns what is left over.
    """
    amount_fen = pay_debts(account, on, amount_fen, MERCHANT_REFUNDS, only_revolving=True, source_plan_id=plan.plan_id)
    others = [other for other in account.open_plans if other.terms.revolving and other is not plan]
    for other in [plan, *others]:
        if not any(row.is_billed for row in other.rows):
            amount_fen = _take_off_rows(account, on, other, amount_fen, plan)
    return amount_fen


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

    So is what it was converted to.
    """
    if plan.terms.revolving:
        other = account.plans.get(plan_id)
        return other is None or other.terms.revolving or bool(other.converted)
    return plan_id == plan.plan_id
