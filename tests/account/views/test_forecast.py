"""The schedule as it stands."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.forecast import row_outlooks
from tests.laws.history import History


def test_each_row_says_how_it_stands() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 2, 5)
    history.repay(101_80)
    account = history.account(date(2024, 3, 20))
    rows = row_outlooks(account.plans["A1P1"], account, account.through)
    assert [(row.status, row.outstanding_fen, row.balance_fen) for row in rows] == [
        ("paid", 0, 200_00),
        ("overdue", 101_80 + 41, 100_00),  # 8 nights: 101.80 x 0.05% x 8 = 0.4072
        ("planned", 101_80, 0),
    ]


def test_after_an_early_payment_the_rest_is_shown_as_it_will_be_asked_for() -> None:
    # 1000.00 of 10000.00 paid on day 10 with its 30.00 of interest: see the allocation of daily plans. 7030.00 left:
    # to 12 February 21 nights 44.289 after the 30.00 -> 74.29; then 29 nights of 7030.00 x 0.03% = 61.161.
    history = History()
    history.buy("daily", 10_000_00, 2)
    history.today = date(2024, 1, 22)
    history.repay(3_000_00)
    account = history.account()
    rows = row_outlooks(account.plans["A1P1"], account, account.through)
    assert [(row.interest_fen, row.principal_fen, row.paid_fen) for row in rows] == [
        (74_29, 0, 30_00),
        (61_16, 10_000_00, 2_970_00),
    ]


def test_a_carried_balance_is_carried_and_a_missed_one_overdue() -> None:
    history = History()
    history.buy("month", 100_00)
    history.today = date(2024, 2, 12)
    missed = history.account(date(2024, 2, 13))
    assert [row.status for row in row_outlooks(missed.plans["A1P1"], missed, missed.through)] == ["overdue"]
    history.repay(10_00)
    met = history.account(date(2024, 2, 13))
    assert [row.status for row in row_outlooks(met.plans["A1P1"], met, met.through)] == ["carried"]


def test_a_row_for_which_money_ahead_left_nothing_is_not_shown() -> None:
    # 1000.00 for three months, repaid on day 10: 3.00 of interest in row 1, the principal in row 3, nothing in row 2.
    history = History()
    history.buy("daily", 1_000_00, 3)
    history.today = date(2024, 1, 22)
    history.repay(1_003_00)
    account = history.account()
    rows = row_outlooks(account.plans["A1P1"], account, history.today)
    assert [(row.number, row.total_fen) for row in rows] == [(1, 3_00), (3, 1_000_00)]
