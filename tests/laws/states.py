"""Which rare states a history has reached: a law that never meets them proves nothing about them."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from baitiao_cli.account.account import Account, Debt
from baitiao_cli.account.events import (
    BillIssued,
    ClosingWithdrawn,
    DebitTried,
    LimitChanged,
    PaidOff,
    Purchased,
    Repaid,
    Reversed,
)
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.postings import LOSS_ALLOWANCE, SUSPENDED
from baitiao_cli.account.verbs.reverse import live_events, undone_by
from baitiao_cli.account.views.figures import figures

from .history import History

STATES = (
    "limit hit exactly",
    "repayment that covers part of the interest",
    "credit balance, then a fee",
    "back-dating across a bill",
    "back-dating across an issued bill",
    "reversal of an event in the middle",
    "reversal of a reversal",
    "29 February",
    "month-end 31",
    "a day whose interest rounds to 0",
    "lateness crossing day 90",
    "charges in suspense, then income",
    "charged off, then recovered",
    "written off, then recovered",
    "one plan charged off among others",
    "minimum met, rest carried",
    "minimum missed",
    "plan paid off among others",
    "row paid ahead",
    "overdue last row of a daily plan",
    "several plans at once",
    "event on a bill day",
    "event on a due date",
    "payment within grace days",
    "refund larger than what is unpaid",
    "refund that lowers a fee that was billed",
    "refund given back to two payments",
    "refund of what a credit balance paid",
    "refund of a daily plan before it is billed",
    "charges waived",
    "late charge waived",
    "goodwill that pays a debt",
    "purchase on a line that was reopened",
    "closing taken back",
    "closed as the cooling period was over",
    "closing that lapsed",
    "hold captured in part",
    "hold expired",
    "limit cut below what is owed",
    "payoff after a part prepayment",
    "bill-day change with two installments in one bill",
    "bill before the one before it is due",
    "payment planned again at another rate",
    "fee at another rate",
    "night paused in the middle of a row",
    "pause across the end of a row",
    "fee of a row that is paused in part",
    "extension of a plan by the night",
    "extension of a plan on the bill",
    "overdue plan that was restructured",
    "restructuring of a plan by the night in the middle of a row",
    "purchases on bills restructured",
    "bill turned into installments",
    "refund of a purchase that became installments",
    "dispute won",
    "dispute lost",
    "dispute of what is paid",
    "dispute of what is billed and revolves",
    "bill deferred and not paid by then",
    "debit for want of funds in part",
    "debit tried again",
    "debit of an installment on its anniversary",
    "debit that bounced",
    "suspended for what is overdue",
)


def states_of(history: History) -> set[str]:
    account, found = history.account(), set()
    live = live_events(history.events)
    bills = {bill.billed_on for bill in account.bills}
    rows = [(plan, row) for plan in account.plans.values() for row in plan.rows]
    latest = history.opened_on
    for place, event in enumerate(history.events):
        on = event.effective_on
        is_money = isinstance(event.fact, Purchased | Repaid | PaidOff)
        if is_money and any(on < billed_on <= latest for billed_on in bills):
            found.add("back-dating across a bill")
        if is_money and any(
            isinstance(other.fact, BillIssued) and other.fact.billed_on > on for other in history.events[:place]
        ):
            found.add("back-dating across an issued bill")
        latest = max(latest, on)
        if isinstance(event.fact, Purchased) and event in live and history.account(on).reopened_on:
            found.add("purchase on a line that was reopened")
        found |= {"closing taken back"} if isinstance(event.fact, ClosingWithdrawn) and event in live else set()
        if isinstance(event.fact, LimitChanged) and event in live:
            found |= (
                {"limit cut below what is owed"} if 0 < event.fact.limit_fen < history.account(on).used_fen else set()
            )
        if isinstance(event.fact, Purchased) and event.fact.hold_id and event in live:
            is_part = account.holds[event.fact.hold_id].amount_fen > event.fact.amount_fen
            found |= {"hold captured in part"} if is_part else set()
        if isinstance(event.fact, Reversed):
            target = next(other for other in history.events if other.event_id == event.fact.event_id)
            found.add("reversal of a reversal" if isinstance(target.fact, Reversed) else "")
            if any(other.effective_on > target.effective_on for other in history.events):
                found.add("reversal of an event in the middle")
        if is_money and event in live:
            found |= {"29 February"} if (on.month, on.day) == (2, 29) else set()
            found |= {"month-end 31"} if on.day == 31 else set()
            found |= {"event on a bill day"} if on in bills else set()
            found |= {"event on a due date"} if any(row.due_on == on for _, row in rows) else set()
            then = history.account(on)
            found |= {"limit hit exactly"} if then.used_fen == then.limit_fen else set()
            found |= {"several plans at once"} if len(then.open_plans) > 1 else set()
            found |= {"lateness crossing day 90"} if figures(then).days_past_due > 90 else set()
            if isinstance(event.fact, PaidOff):
                paid = [plan for plan in then.plans.values() if event.fact.plan_id in ("", plan.plan_id)]
                if any(plan.prepaid_fen and plan.settled_on == on for plan in paid):
                    found.add("payoff after a part prepayment")
            if isinstance(event.fact, PaidOff) and len(then.open_plans) >= 1:
                found.add("plan paid off among others")
            if isinstance(event.fact, Repaid) and any(
                row.unpaid.interest and row.paid.interest for row in [r for p in then.plans.values() for r in p.rows]
            ):
                found.add("repayment that covers part of the interest")
            if any(
                row.is_billed and row.until_on > on and plan.earns_daily and plan.settled_on is None
                for plan in then.plans.values()
                for row in plan.rows
            ):
                found.add("row paid ahead")
    found |= _corrections_of(account) | _debits_of(history) | _losses_of(account)
    for ended in account.cooled:
        found.add("closing that lapsed" if ended.blockers else "closed as the cooling period was over")
    by_rule = account.suspensions_in_force.keys() - account.suspensions.keys()
    found |= {"suspended for what is overdue"} if "overdue" in by_rule else set()
    for plan in account.plans.values():
        found |= _prices_of(plan)
    for hold in account.holds.values():
        found |= {"hold expired"} if hold.status(account.through) == "expired" else set()
    for line in account.postings:
        is_netted = line.ledger_account == "credit_balance" and line.amount_fen > 0
        if is_netted and any(
            other.cause == line.cause and other.ledger_account == "fee_income" for other in account.postings
        ):
            found.add("credit balance, then a fee")
    for plan in account.open_plans:
        if plan.earns_daily and 0 < plan.interest.exact < 0.5:
            found.add("a day whose interest rounds to 0")
        if plan.earns_daily and plan.rows[-1].is_billed and plan.rows[-1].unpaid.total_fen:
            found.add("overdue last row of a daily plan")
    for bill in account.bills:
        was_met = bill.minimum_revolving_fen and bill.minimum_met_on and bill.minimum_met_on <= bill.due_on
        if was_met and any(other.billed_on > bill.billed_on and other.figures.interest_fen for other in account.bills):
            found.add("minimum met, rest carried")
        if account.through > bill.due_on + timedelta(days=9) and bill.minimum_met_on is None:
            found |= {"minimum missed", "bill deferred and not paid by then" if bill.deferred_from else ""}
    if account.bill_day_set_on > history.opened_on:
        for plan in account.plans.values():
            dates = [row.until_on for row in plan.rows if plan.terms.due_by == "bill"]
            found |= {"bill-day change with two installments in one bill"} if len(set(dates)) < len(dates) else set()
    if any(later.billed_on <= earlier.due_on for earlier, later in pairwise(account.bills)):
        found.add("bill before the one before it is due")
    due = {(plan.plan_id, row.number): (row.due_on, account.late_terms(Debt(row, plan))) for plan, row in rows}
    for part in account.allocations:
        due_on, late = due.get((part.plan_id, part.number), (part.effective_on, account.line.late))
        if 0 < (part.effective_on - due_on).days <= late.grace_days:
            found.add("payment within grace days")
    return found - {""}


def _debits_of(history: History) -> set[str]:
    found = set()
    for on, tried in history.account().debits.items():
        found |= {"debit for want of funds in part"} if tried.outcome == "taken-in-part" else set()
        found |= {"debit tried again"} if tried.attempt > 1 else set()
        bills = {bill.due_on for bill in history.account(on).bills}
        found |= {"debit of an installment on its anniversary"} if tried.due_on not in bills else set()
    undone = undone_by(history.events)
    if any(isinstance(event.fact, DebitTried) and event.event_id in undone for event in history.events):
        found.add("debit that bounced")
    return found


def _corrections_of(account: Account) -> set[str]:
    found = {f"dispute {dispute.outcome}" for dispute in account.disputes.values() if dispute.outcome}
    found |= {"dispute of what is paid"} if any(one.paid_fen for one in account.disputes.values()) else set()
    for refund in account.refunds:
        found |= {"refund larger than what is unpaid"} if refund.returns else set()
        found |= {"refund given back to two payments"} if len(refund.returns) > 1 else set()
        lines = [line for line in account.postings if line.cause == refund.event_id]
        if any(line.ledger_account == "fee_income" and line.amount_fen > 0 for line in lines):
            found.add("refund that lowers a fee that was billed")
    for part in account.allocations:
        paid_by = part.source, part.kind == "credit"
        found |= {"refund of what a credit balance paid"} if paid_by == ("merchant_refunds", True) else set()
        found |= {"bill turned into installments"} if part.source == "principal" else set()
        if part.source == "disputed" and part.number and account.plans[part.plan_id].terms.revolving:
            found.add("dispute of what is billed and revolves")
        if part.source == "merchant_refunds" and part.plan_id and account.plans[part.plan_id].converted:
            found.add("refund of a purchase that became installments")
        found |= {"charges waived"} if part.source == "waivers" else set()
        found |= {"late charge waived"} if (part.source, part.kind) == ("waivers", "late_charge") else set()
        found |= {"goodwill that pays a debt"} if paid_by == ("goodwill", False) else set()
        if part.source == "merchant_refunds" and part.plan_id and account.plans[part.plan_id].earns_daily:
            found |= {"refund of a daily plan before it is billed"} if part.number == 0 else set()
    return found


def _losses_of(account: Account) -> set[str]:
    found = set()
    moved = {line.ledger_account for line in account.own_postings if line.amount_fen > 0}
    if moved & set(SUSPENDED.values()) and "" not in account.unrecognised:
        found.add("charges in suspense, then income")
    found |= {"charged off, then recovered"} if LOSS_ALLOWANCE in moved else set()
    found |= {"written off, then recovered"} if any(part.kind == "recovered" for part in account.allocations) else set()
    if "" not in account.losses and any(not account.is_lost(plan.plan_id) for plan in account.open_plans):
        found |= {"one plan charged off among others"} if account.losses else set()
    return found


def _prices_of(plan: Plan) -> set[str]:
    found = set()
    if plan.converted and plan.restructured_on == plan.started_on:
        found.add("purchases on bills restructured")
    if plan.extended_months:
        found.add("extension of a plan " + ("by the night" if plan.earns_daily else "on the bill"))
    for row in plan.rows:
        ended = [row for change in row.changes if change.why == "restructure"]
        if ended and row.until_on == plan.restructured_on:
            found |= {"restructuring of a plan by the night in the middle of a row"} if plan.earns_daily else set()
        found |= {"overdue plan that was restructured"} if ended and row.late.spans else set()
        for change in row.changes:
            if change.why == "reprice":
                found |= {"fee at another rate"} if change.kind == "fee" else set()
                found |= {"payment planned again at another rate"} if change.kind == "payment" else set()
        found |= {"fee of a row that is paused in part"} if row.planned.fee and 0 < row.bearing < 1 else set()
    for span in plan.interest.spans if plan.terms.recalculate else ():
        row = plan.rows[min(span.number, len(plan.rows)) - 1]
        if span.is_paused:
            is_inside = row.from_on < span.from_on and span.until_on < row.until_on
            found |= {"night paused in the middle of a row"} if is_inside else set()
            found |= {"pause across the end of a row"} if span.until_on == row.until_on else set()
    return found
