"""Restructurings: what becomes of the rows so far, of what has run, of pauses and rates; and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.views.figures import figures
from baitiao_cli.actions.proof import prove
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History, opened


def epi() -> History:
    """3,000.00 in 3 by the night at 10.8% a year from 31 January 2024: 1,017.71 on 29 February, 31 March, 30 April."""
    history = History([opened(date(2024, 1, 31))])
    history.buy("epi", 3_000_00, 3)
    return history


def test_interest_that_has_run_is_asked_for_once_and_the_rest_begins_anew() -> None:
    # 10 nights: 3,000.00 x 10.8% x 10 / 365 = 8.88, due with the first new payment; then interest on 3,000.00 from
    # 10 February on.
    history = epi()
    history.today = date(2024, 2, 10)
    before = figures(history.account())
    history.restructure("A1P1", 6)
    after = figures(history.account())
    assert (before.owed.interest, after.owed.interest, after.due_fen) == (8_88, 8_88, 8_88)
    rows = history.account().plans["A1P1"].rows
    assert [(row.number, row.from_on, row.until_on, row.due_on) for row in rows[:2]] == [
        (1, date(2024, 1, 31), date(2024, 2, 10), date(2024, 3, 10)),
        (2, date(2024, 2, 10), date(2024, 3, 10), date(2024, 3, 10)),
    ]
    history.today = date(2024, 3, 10)  # 29 nights: 25.74
    assert history.account().plans["A1P1"].rows[1].asked.interest == 25_74
    assert prove(history.events, history.today).differences == ()


def test_on_the_day_of_the_purchase_nothing_is_left_of_the_first_rows() -> None:
    history = epi()
    history.restructure("A1P1", 6)
    assert [row.number for row in history.account().plans["A1P1"].rows] == [1, 2, 3, 4, 5, 6]
    assert prove(history.events, date(2024, 4, 1)).differences == ()


def test_what_was_paid_stays_on_its_rows_and_a_refund_takes_off_the_new_ones() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 2, 12)
    history.repay(107_20)
    history.restructure("A1P1", 11)
    plan = history.account().plans["A1P1"]
    assert (plan.rows[0].paid.total_fen, plan.balance_fen, len(plan.rows)) == (107_20, 1_100_00, 12)
    assert plan.rows[1].planned.fee == 6_60  # 0.6% of the 1,100.00 that are left
    history.refund("A1P1", 150_00)
    assert [row.planned.fee for row in history.account().plans["A1P1"].rows[-3:]] == [6_60, 3_30, 0]
    assert prove(history.events, date(2024, 6, 1)).differences == ()


def test_a_new_rate_holds_from_that_day_and_can_change_again() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 2, 5)
    history.restructure("A1P1", 24, 3_000_000)
    plan = history.account().plans["A1P1"]
    assert [row.planned.fee for row in plan.rows[:2]] == [7_20, 3_60]
    history.today = date(2024, 2, 6)
    history.reprice("A1P1", 6_000_000)
    assert [row.planned.fee for row in history.account().plans["A1P1"].rows[1:3]] == [3_60, 7_20]
    assert prove(history.events, date(2024, 6, 1)).differences == ()


def test_a_pause_goes_on_over_the_new_rows() -> None:
    # Paused until 3 March from 5 February on; the new first row is the nights of 12 February to 3 March, all of them.
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 2, 5)
    history.pause("A1P1", date(2024, 3, 3))
    history.today = date(2024, 2, 12)
    history.restructure("A1P1", 12)
    rows = history.account().plans["A1P1"].rows
    assert [row.planned.fee for row in rows[:3]] == [7_20, 0, 7_20]
    assert prove(history.events, date(2024, 6, 1)).differences == ()


def test_a_plan_may_be_extended_anew_after_it() -> None:
    history = epi()
    history.extend("A1P1", 3)
    history.restructure("A1P1", 2)
    history.extend("A1P1", 2)
    assert [row.due_on for row in history.account().plans["A1P1"].rows] == [date(2024, 4, 30), date(2024, 5, 31)]
    assert prove(history.events, date(2024, 6, 1)).differences == ()


def test_what_cannot_be_restructured() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("inst", 300_00, 3)
    history.buy("month", 300_00)
    history.buy("defer60", 300_00)
    for plan_id in ("A1P2", "A1P3"):
        with pytest.raises(BaitiaoError, match="restructure-not-offered"):
            history.restructure(plan_id, 3)
    for count in (0, 61):
        with pytest.raises(BaitiaoError, match="restructure-too-long"):
            history.restructure("A1P1", count)
    with pytest.raises(BaitiaoError, match="rate-above-cap"):
        history.restructure("A1P1", 12, 15_000_000)
    with pytest.raises(BaitiaoError, match="rate-unit-unfit"):
        history.restructure("A1P1", 12, 1_000_000, "year")
    history.pay_off("A1P1")
    with pytest.raises(BaitiaoError, match="nothing-owed"):
        history.restructure("A1P1", 12)
