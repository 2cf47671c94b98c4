"""Refunds, waivers and goodwill.

Law 8: what is refunded and unpaid frees the limit. Law 15: parts + what goes back + credit = refund, and nobody gets
back more than was paid. Law 19: owed before - owed after = what was refunded, waived or given, less what went
elsewhere.
"""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.events import DisputeWon, PaidOff, Prepaid, Refunded, Repaid, WaivedCharge
from baitiao_cli.account.owed import owed_parts
from baitiao_cli.account.postings import INCOME, RECEIVABLE
from baitiao_cli.account.verbs.refund import refundable_fen
from baitiao_cli.account.views.forecast import row_outlooks

from .history import History
from .strategies import histories


@given(histories())
def test_the_parts_of_a_refund_sum_to_it_and_nobody_gets_back_more_than_was_paid(history: History) -> None:
    account = history.account()
    facts = {event.event_id: event.fact for event in history.events}
    back: Counter[str] = Counter()
    for refund in account.refunds:
        fact = facts[refund.event_id]
        aside_fen = 0
        if isinstance(fact, DisputeWon):
            dispute = account.disputes[fact.dispute_id]
            assert (refund.amount_fen, dispute.outcome) == (dispute.amount_fen, "won")
            aside_fen = dispute.set_aside_fen
        else:
            assert isinstance(fact, Refunded) and refund.amount_fen == fact.amount_fen
        parts = [part for part in account.allocations if part.event_id == refund.event_id]
        returned_fen = sum(part.amount_fen for part in refund.returns)
        given_fen = aside_fen + sum(part.amount_fen for part in parts) + returned_fen
        assert given_fen == refund.amount_fen + refund.fees_returned_fen
        assert all(part.amount_fen > 0 for part in refund.returns)
        back.update({part.payment_id: part.amount_fen for part in refund.returns})
    for payment_id, returned_fen in back.items():
        payment = facts[payment_id]
        assert isinstance(payment, Repaid | PaidOff | Prepaid) and returned_fen <= payment.amount_fen


@given(histories(), st.integers(0, 7), st.integers(1, 4))
def test_a_refund_frees_the_limit_by_the_principal_that_it_takes_off(history: History, which: int, share: int) -> None:
    before = history.account()
    plans = [plan for plan in before.plans.values() if refundable_fen(before, plan) >= share]
    if before.closed_on or not plans:
        return
    plan = plans[which % len(plans)]
    amount_fen = refundable_fen(before, plan) // share
    event = history.refund(plan.plan_id, amount_fen)
    after = history.account()
    parts = [part for part in after.allocations if part.event_id == event.event_id]
    principal_fen = sum(part.amount_fen for part in parts if part.kind == "principal")
    assert before.used_fen - after.used_fen == principal_fen
    taken_fen = after.used_fen + after.held_fen - after.earmarked_taken_fen
    assert after.available_fen == (0 if after.lends_no_more else max(0, after.limit_fen - taken_fen))
    assert after.credit_fen - before.credit_fen == sum(part.amount_fen for part in parts if part.kind == "credit")
    paid_fen = sum(part.amount_fen for part in parts if part.kind in RECEIVABLE)  # not what was written off
    billed_prices_fen = sum(
        line.amount_fen
        for line in after.postings
        if line.cause == event.event_id and line.ledger_account in INCOME.values() and line.amount_fen > 0
    )
    billed_prices_fen -= after.refunds[-1].fees_returned_fen  # what of it is unpaid is among the parts
    if plan.terms.recalculate:  # where the first schedule's interest stays, it goes in proportion with its principal
        assert owed_parts(before).total_fen - owed_parts(after).total_fen == paid_fen + billed_prices_fen
    if share == 1 and not plan.terms.revolving:
        assert after.plans[plan.plan_id].balance_fen == 0
    rows = row_outlooks(after.plans[plan.plan_id], after, after.through)
    assert sum(row.principal_fen for row in rows) == after.plans[plan.plan_id].scheduled_fen


@given(histories(), st.sampled_from(("late_charge", "fee", "interest", "")))
def test_what_is_waived_is_owed_no_more_and_principal_stays(history: History, charge: WaivedCharge) -> None:
    before = history.account()
    due = owed_parts(before)
    daily_fen = sum(plan.unasked_interest_fen() for plan in before.open_plans if not plan.rows[-1].is_billed)
    daily_fen += sum(
        row.unpaid.interest for plan in before.open_plans for row in plan.rows if not row.is_billed and plan.earns_daily
    )
    waivable = {"late_charge": due.late_charge, "fee": due.fee, "interest": due.interest - daily_fen}
    amount_fen = waivable[charge] if charge else sum(waivable.values())
    if before.closed_on or not amount_fen:
        return
    history.waive(amount_fen, charge)
    after = owed_parts(history.account())
    assert after.principal == due.principal
    assert due.total_fen - after.total_fen == amount_fen
    if charge:
        assert getattr(after, charge) == (daily_fen if charge == "interest" else 0)


@given(histories(), st.integers(1, 500_00))
def test_goodwill_pays_like_money(history: History, amount_fen: int) -> None:
    before = history.account()
    if before.closed_on:
        return
    history.credit(amount_fen)
    after = history.account()
    kept_fen = after.credit_fen - before.credit_fen
    assert owed_parts(before).total_fen - owed_parts(after).total_fen == amount_fen - kept_fen
