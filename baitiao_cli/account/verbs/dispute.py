"""A dispute: the customer contests a purchase. Until it is decided, what is unpaid of it need not be paid.

The model is the billing-error rule of Regulation Z (12 CFR 1026.13): the disputed amount may be withheld, nothing is
charged on it and it makes nobody late (d); found right, it is credited with its charges (e); found wrong, it is owed
again, with the time to pay that a new purchase has (g). It goes on taking its part of the limit (15 U.S.C. 1666(d)).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.allocation import net_credit, pay_part, payable_debts, settle_plans
from baitiao_cli.account.delinquency import ask_accrued_charges
from baitiao_cli.account.dispute import Dispute
from baitiao_cli.account.events import DisputeLost, DisputeOpened, DisputeWon, Event, Purchased
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.postings import DISPUTED, MERCHANT_REFUNDS, RECEIVABLE
from baitiao_cli.account.replanning import rows_left
from baitiao_cli.account.take_off import TakeOff, heirs_of, prices_fen, take_off, take_off_heirs
from baitiao_cli.account.terms import PlanTerms
from baitiao_cli.account.verbs.charge import make_plan
from baitiao_cli.account.verbs.loss import note_lost
from baitiao_cli.account.verbs.refund import find_purchase, refundable_fen, take_back
from baitiao_cli.account.verbs.standing import check_open, note_closed
from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError

# --- opened


def decide_dispute(account: Account, dispute: DisputeOpened, events: Sequence[Event]) -> DisputeOpened:
    """The dispute, when it is of a purchase made by then, and of no more than can still be contested.

    That is what was financed, less what the merchant gave back and what is in dispute. `events` are all of the
    account's. Errors, in this order: `account-closed`, those of `find_purchase`, `nothing-to-dispute`,
    `dispute-exceeds-purchase`.
    """
    check_open(account)
    plan = find_purchase(account, dispute.plan_id, events)
    left_fen, refunded_fen = refundable_fen(account, plan), account.merchant_refunds_fen(plan.plan_id)
    figures = {"financed_fen": plan.financed_fen, "refunded_fen": refunded_fen}
    figures["disputed_fen"] = plan.financed_fen - refunded_fen - left_fen
    if not left_fen:
        raise BaitiaoError("nothing-to-dispute", account_id=account.account_id, plan_id=plan.plan_id, **figures)
    if dispute.amount_fen > left_fen:
        amounts = {"amount_fen": dispute.amount_fen, "left_fen": left_fen}
        raise BaitiaoError("dispute-exceeds-purchase", plan_id=plan.plan_id, **amounts, **figures)
    return dispute


def apply_dispute(account: Account, opened: DisputeOpened, event_id: str, on: date) -> None:
    """Sets aside what is unpaid of the purchase, in the order of a refund, with its fees in proportion.

    Charges that have run are asked for first, and stay. Billed purchases that revolve count as paid towards minimums.
    More than can be contested, once the past has changed, is a conflict.
    """
    note_closed(account, event_id)
    plan = account.plans.get(opened.plan_id)
    if plan is None:
        account.conflicts.append(Conflict(event_id, "plan-unknown"))
        return
    amount_fen = min(opened.amount_fen, refundable_fen(account, plan))
    if amount_fen < opened.amount_fen:
        account.conflicts.append(Conflict(event_id, "dispute-exceeds-purchase"))
    ask_accrued_charges(account, on)
    plans = [plan, *heirs_of(account, plan)]
    left = {one.plan_id: len(rows_left(one)) for one in plans}
    before = {one.plan_id: (one.balance_fen, one.disputed_fen) for one in plans}
    fees_before_fen = prices_fen(plans)
    _set_aside(account, plan, amount_fen, TakeOff(on, plan, DISPUTED))
    dispute = Dispute(event_id, plan.plan_id, on, amount_fen, opened.cause, opened.reason)
    for one in plans:
        balance_fen, disputed_fen = before[one.plan_id]
        if taken_fen := balance_fen - one.balance_fen:
            dispute.set_aside[one.plan_id] = taken_fen
            dispute.off_rows[one.plan_id] = one.disputed_fen - disputed_fen
    dispute.fees_dropped_fen = fees_before_fen - prices_fen(plans)
    dispute.installments_left = max(1, left[dispute.plan_taken_off])
    account.disputes[event_id] = dispute
    settle_plans(account, on)
    net_credit(account, on)


def _set_aside(account: Account, plan: Plan, amount_fen: int, by: TakeOff) -> None:
    """Takes off what is unpaid of the purchase itself, then of the plans that took it over; what is paid stays paid."""
    if plan.terms.revolving:
        for debt in payable_debts(account):
            if debt.plan is plan:
                paid_by, of = DISPUTED, plan.plan_id
                amount_fen -= pay_part(account, by.on, debt, "principal", amount_fen, paid_by, of)
    amount_fen = take_off(account, plan, amount_fen, by)
    take_off_heirs(account, plan, amount_fen, by)


# --- decided


def find_dispute(account: Account, dispute_id: str) -> Dispute:
    """The dispute that is open; errors, in this order: `account-closed`, `dispute-unknown`, `dispute-decided`."""
    check_open(account)
    dispute = account.disputes.get(dispute_id)
    if dispute is None:
        known = [one.dispute_id for one in account.open_disputes]
        about = {"account_id": account.account_id, "disputes": ", ".join(known) or "-"}
        raise BaitiaoError("dispute-unknown", dispute_id=shortened(dispute_id), on=account.through, **about)
    if not dispute.is_open:
        raise BaitiaoError(
            "dispute-decided",
            dispute_id=dispute_id,
            outcome=dispute.outcome,
            decided_on=dispute.decided_on,
            decided_by=dispute.decided_by,
        )
    return dispute


def terms_owed_again(account: Account, dispute: Dispute, on: date) -> PlanTerms:
    """The terms of what is owed again when a dispute is lost on `on`: those of the plan that it was taken off.

    At the price that is in force there, in as many installments as were to come when it was disputed, as many of them
    free as were; the merchant's subsidy stays with the purchase.
    """
    plan = account.plans[dispute.plan_taken_off]
    first, price = plan.terms.schedule, plan.schedule.price_on(on)
    count = min(dispute.installments_left, first.installments)
    schedule = replace(
        first,
        installments=count,
        free_periods=max(0, first.free_periods - (first.installments - count)),
        rate=price if first.rate else None,
        fee=price if first.fee else None,
    )
    return replace(plan.terms, schedule=schedule, subsidy_ppb=0)


def apply_won(account: Account, won: DisputeWon, event_id: str, on: date) -> None:
    """The merchant takes the disputed amount back: what was set aside is off already, what was paid is given back.

    From here on it is a refund like any other. A dispute that is not open is a conflict.
    """
    dispute = _decide(account, won, event_id, on, "won")
    if dispute is None:
        return
    plan = account.plans[dispute.plan_id]
    for plan_id, fen in dispute.off_rows.items():
        account.plans[plan_id].disputed_fen -= fen
        account.plans[plan_id].refunded_fen += fen
    aside_fen = dispute.set_aside_fen
    account.post(on, plan.plan_id, MERCHANT_REFUNDS, DISPUTED, aside_fen)
    take_back(
        account,
        on,
        plan,
        dispute.amount_fen,
        set_aside_fen=aside_fen,
        fees_dropped_fen=dispute.fees_dropped_fen,
    )


def apply_lost(account: Account, lost: DisputeLost, event_id: str, on: date) -> None:
    """What was set aside is owed again, as a plan made on `on`; nothing is charged for the time of the dispute.

    In fewer installments where it is too little for as many, once the past has changed. A dispute that is not open is
    a conflict, and so are terms of a plan that it is not taken off any more.
    """
    dispute = _decide(account, lost, event_id, on, "lost")
    if dispute is None or not dispute.set_aside_fen:
        return
    if lost.terms.product_id != account.plans[dispute.plan_taken_off].terms.product_id:
        account.conflicts.append(Conflict(event_id, "plan-unknown"))
    purchase = account.plans[dispute.plan_id]
    plan = _plan_owed_again(account, lost, dispute.set_aside_fen, purchase, event_id, on)
    plan.converted[purchase.plan_id] = dispute.set_aside_fen
    account.plans[plan.plan_id] = plan
    _keep_standing(account, plan, [account.plans[plan_id] for plan_id in dispute.set_aside], on)
    dispute.owed_again_as = plan.plan_id
    account.post(on, purchase.plan_id, RECEIVABLE["principal"], DISPUTED, dispute.set_aside_fen, plan.plan_id)


def _keep_standing(account: Account, plan: Plan, origins: list[Plan], on: date) -> None:
    """What is owed again of a plan that was eased is eased, and of one that was charged off alone is charged off."""
    for origin in origins:
        plan.extended_on = plan.extended_on or origin.extended_on
        plan.restructured_on = plan.restructured_on or origin.restructured_on
        loss = account.losses.get(origin.plan_id)
        if loss and loss.state == "charged-off":
            note_lost(account, plan.plan_id, loss.state, on, loss.reason)


def _decide(account: Account, decision: DisputeWon | DisputeLost, event_id: str, on: date, how: str) -> Dispute | None:
    note_closed(account, event_id)
    dispute = account.disputes.get(decision.dispute_id)
    if dispute is None or not dispute.is_open:
        account.conflicts.append(Conflict(event_id, "dispute-decided" if dispute else "dispute-unknown"))
        return None
    dispute.outcome, dispute.decided_by, dispute.decided_on = how, event_id, on
    return dispute


def _plan_owed_again(
    account: Account, lost: DisputeLost, amount_fen: int, purchase: Plan, event_id: str, on: date
) -> Plan:
    """The plan in as many installments as were told, or as the amount allows."""
    for count in range(lost.terms.schedule.installments, 1, -1):
        try:
            return _make(account, lost, count, amount_fen, purchase, event_id, on)
        except BaitiaoError:
            continue
    return _make(account, lost, 1, amount_fen, purchase, event_id, on)


def _make(
    account: Account, lost: DisputeLost, count: int, amount_fen: int, purchase: Plan, event_id: str, on: date
) -> Plan:
    first = lost.terms.schedule
    schedule = replace(first, installments=count, free_periods=min(count, first.free_periods))
    terms = replace(lost.terms, schedule=schedule)
    again = Purchased(
        plan_id=lost.plan_id, amount_fen=amount_fen, terms=terms, merchant=purchase.merchant, scene=purchase.scene
    )
    return make_plan(again, event_id, on, account.bill_day, account.line)
