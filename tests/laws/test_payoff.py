"""Law 30: paying the quote on its day leaves every bucket exactly 0 and nothing accrues next day.

One fen less leaves exactly one fen.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.events import PaidOff
from baitiao_cli.account.installment import Parts
from baitiao_cli.account.owed import owed_parts
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.verbs.payoff import quote_payoff
from baitiao_cli.account.views.figures import figures, next_boundary_on

from .history import History
from .strategies import histories


@given(histories(), st.sampled_from((1, 2, 35, 400)))
def test_paying_off_everything_leaves_nothing_for_ever(history: History, days: int) -> None:
    if history.account().closed_on or not figures(history.account()).owed_fen:
        return
    history.pay_off()
    for on in (history.today, history.today + timedelta(days=days)):
        account = history.account(on)
        assert owed_parts(account) == Parts()
        assert all(plan.settled_on and plan.unpaid == Parts() for plan in account.plans.values())
        assert figures(account).days_past_due == 0
        assert figures(account).next_due_on is None
    assert next_boundary_on(history.account(history.today + timedelta(days=60))) is None


def _fixed_price_asked(plan: Plan) -> int:
    """Fees and flat interest that were asked for; interest by the night is owed before anyone asks."""
    return 0 if plan.earns_daily else sum(row.price_of(row.asked) for row in plan.rows)


@given(histories(), st.integers(0, 5))
def test_paying_off_one_plan_settles_it_and_leaves_the_others(history: History, which: int) -> None:
    account = history.account()
    if account.closed_on or not account.open_plans:
        return
    plan = account.open_plans[which % len(account.open_plans)]
    others = owed_parts(account).total_fen - quote_payoff(account, account.through, plan.plan_id).total_fen
    asked_before_fen = _fixed_price_asked(plan)
    history.pay_off(plan.plan_id)
    after = history.account()
    settled = after.plans[plan.plan_id]
    assert settled.unpaid == Parts() and settled.settled_on == history.today
    # The price that the payoff asks for was not owed before.
    assert owed_parts(after).total_fen == others + _fixed_price_asked(settled) - asked_before_fen
    assert after.credit_fen == account.credit_fen


@given(histories(), st.integers(0, 5))
def test_one_fen_less_leaves_exactly_one_fen(history: History, which: int) -> None:
    account = history.account()
    plan_ids = ["", *(plan.plan_id for plan in account.open_plans)]
    plan_id = plan_ids[which % len(plan_ids)]
    quote = quote_payoff(account, history.today, plan_id)
    if account.closed_on or quote.total_fen < 2 or (plan_id and account.credit_fen):
        return
    short = replace(history, events=list(history.events))
    short.record(PaidOff(amount_fen=quote.total_fen - 1, plan_id=plan_id))
    exact = replace(history, events=list(history.events))
    exact.record(PaidOff(amount_fen=quote.total_fen, plan_id=plan_id))
    assert owed_parts(short.account()).total_fen == owed_parts(exact.account()).total_fen + 1
    assert short.account().credit_fen == exact.account().credit_fen


@given(histories())
def test_the_quote_is_what_is_owed_and_the_price_of_the_rest(history: History) -> None:
    account = history.account()
    quote = quote_payoff(account, history.today)
    fixed = {plan.plan_id: plan for plan in account.open_plans if not plan.earns_daily}
    owed = owed_parts(account)
    assert sum(item.principal_fen for item in quote.items) == owed.principal
    by_the_night_fen = sum(item.interest_fen for item in quote.items if item.plan_id not in fixed)
    assert by_the_night_fen == owed.interest - sum(plan.unpaid.interest for plan in fixed.values())
    assert sum(item.late_charge_fen for item in quote.items) == owed.late_charge
    for item in quote.items:
        if plan := fixed.get(item.plan_id):
            unpaid_fen = plan.unpaid.fee + plan.unpaid.interest
            assert item.fee_fen + item.interest_fen + item.fee_capped_fen >= unpaid_fen
    assert all(item.fee_waived_fen >= 0 for item in quote.items)
