"""Interest.

Law 20: one step = day by day. Law 21: a span split = the whole. Law 22: zero rate or balance, zero interest. Law 23:
grows with days and balance. Law 24: free days are free. Law 25: nothing is posted twice; a day run twice is a no-op.
"""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.delinquency import ask_accrued_charges
from baitiao_cli.account.owed import owed_parts
from baitiao_cli.account.replay import advance, replay
from baitiao_cli.account.views.figures import figures

from .history import PRODUCTS, History
from .strategies import histories


@given(histories(), st.lists(st.integers(0, 40), max_size=12))
def test_in_one_step_or_in_many_the_account_is_the_same(history: History, stops: list[int]) -> None:
    stepped = replay(history.events, history.today)
    last = history.today + timedelta(days=sum(stops))
    for days in stops:
        advance(stepped, stepped.through + timedelta(days=days))
        advance(stepped, stepped.through)
    assert stepped == replay(history.events, last)


@given(histories(), st.sampled_from((1, 5, 9, 30, 100)))
def test_asking_for_what_has_run_changes_nothing_later(history: History, days: int) -> None:
    """A repayment asks for it; were that to change a base or a rounding, paying one fen would cost more."""
    asked = replay(history.events, history.today)
    ask_accrued_charges(asked, history.today)
    assert owed_parts(asked) == owed_parts(history.account())
    advance(asked, history.today + timedelta(days=days))
    assert owed_parts(asked) == owed_parts(history.account(history.today + timedelta(days=days)))


@given(histories(), st.integers(1, 60))
def test_while_nothing_is_paid_the_price_of_time_only_grows(history: History, days: int) -> None:
    before = owed_parts(history.account())
    after = owed_parts(history.account(history.today + timedelta(days=days)))
    if history.account().credit_fen == 0 and not history.account().auto_repay:
        assert after.principal == before.principal
        assert after.interest >= before.interest
        assert after.fee >= before.fee
        assert after.late_charge >= before.late_charge


@given(st.integers(100, 20_000_00), st.integers(0, 28))
def test_a_greater_balance_costs_no_less(amount_fen: int, days: int) -> None:
    costs = []
    for amount in (amount_fen, amount_fen + 1):
        history = History()
        history.buy("daily", min(amount, 20_000_00))
        costs.append(owed_parts(history.account(history.today + timedelta(days=days))).interest)
    assert costs[0] <= costs[1]


@given(st.sampled_from(sorted(PRODUCTS)), st.integers(0, 400))
def test_what_is_paid_off_or_free_bears_nothing(product: str, days: int) -> None:
    history = History()
    history.buy(product, 1_000_00)
    history.pay_off()
    later = figures(history.account(history.today + timedelta(days=days)))
    assert (later.owed_fen, later.credit_fen) == (0, 0)


def test_the_free_days_of_a_deferral_are_free() -> None:
    history = History()
    history.buy("defer60", 1_000_00)
    free = [owed_parts(history.account(history.today + timedelta(days=days))).interest for days in range(31)]
    assert free == [0] * 31
    # The 31st night is the first that costs: 1000.00 x 0.04% = 0.40.
    assert owed_parts(history.account(history.today + timedelta(days=31))).interest == 40


def test_asking_often_rounds_no_oftener() -> None:
    # A late row of 100.00 + 1.80 costs 101.80 x 0.05% = 0.0509 a night: 7 nights 0.3563 -> 0.36, not 7 x 0.05.
    history = History()
    history.buy("inst", 300_00, 3)
    history.buy("month", 1_00)
    for day in range(13, 20):  # due on 12 February; each repayment asks for what has run
        history.today = date(2024, 2, day)
        history.repay(1, "A1P2")
    assert history.account().plans["A1P1"].rows[0].asked.late_charge == 36
