"""Restructurings: what becomes of the rows so far, of what has run, of pauses and rates; and what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from baitiao_cli.account.views.explain.bill import explain_bill
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import DueLater, find_bill, statement, statements
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


def test_a_late_night_within_the_grace_days_is_forgiven() -> None:
    # Due on 12 February with three days of grace. On the 14th nothing is late yet, and nothing that is due later was.
    history = History()
    history.buy("grace", 1_200_00, 12)
    history.today = date(2024, 2, 14)
    history.restructure("A1P1", 24)
    rows = history.account().plans["A1P1"].rows
    assert rows[0].due_on == rows[1].due_on > history.today
    assert figures(history.account()).overdue_fen == 0
    assert rows[0].late.rounded_fen("half-even") == 0


def test_a_plan_past_its_last_due_date_keeps_what_it_asked_for_and_starts_anew() -> None:
    # 1,000.00 in 3 at 10.8% from 12 January. By 1 May its three rows have asked for 9.17, 8.58 and 9.17, and 19 nights
    # have run since the last: 5.62.
    history = History()
    history.buy("epi", 1_000_00, 3)
    history.today = date(2024, 5, 1)
    history.restructure("A1P1", 12)
    rows = history.account().plans["A1P1"].rows
    assert [row.unpaid.interest for row in rows[:4]] == [9_17, 8_58, 9_17 + 5_62, 0]
    assert {row.due_on for row in rows[:4]} == {date(2024, 6, 1)}
    assert sum(row.planned.principal for row in rows[3:]) == 1_000_00


def put_off() -> History:
    """3,000.00 by the night from 31 January, planned anew on 20 February; 1,200.00 in 12, due with the bill.

    20 nights: 3,000.00 x 10.8% x 20 / 365 = 17.75, due with the first new row on 20 March. The bill of 3 March is due
    on 12 March and asks 100.00 and the fee 7.20 of the other plan.
    """
    history = epi()
    history.today = date(2024, 2, 10)
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 2, 20)
    history.restructure("A1P1", 6)
    history.today = date(2024, 3, 3)
    return history


def test_the_minimum_of_a_bill_leaves_out_what_was_put_off_until_after_its_due_date() -> None:
    history = put_off()
    shown = statement(history.events, history.today)
    assert shown.document.due_on == date(2024, 3, 12)
    # 17.75 + 107.20 may be paid; 107.20 are due by 12 March.
    assert (shown.figures.amount_due_fen, shown.figures.minimum_due_fen) == (124_95, 107_20)
    assert shown.due_later == (DueLater(due_on=date(2024, 3, 20), amount_fen=17_75),)
    assert figures(history.account()).minimum_left_fen == 107_20
    minimum = next(
        one
        for one in explain_bill(history.events, find_bill(history.events, history.today))
        if one.figure == "minimum_due"
    )
    assert [(line.rule, line.exact) for line in minimum.lines] == [("installments-in-full", 107_20)]
    history.today = date(2024, 3, 12)
    history.repay(107_20)
    assert (figures(history.account()).minimum_left_fen, figures(history.account()).due_fen) == (0, 17_75)
    assert figures(history.account(date(2024, 3, 13))).days_past_due == 0
    assert prove(history.events, history.today).differences == ()


def test_what_was_put_off_is_asked_for_by_the_bill_by_whose_due_date_it_is_due() -> None:
    # It fell due on 20 March with the first new row and was not paid: 14 nights late at 1 fen, the least of a night.
    history = put_off()
    history.today = date(2024, 3, 12)
    history.repay(107_20)
    history.today = date(2024, 4, 3)
    shown = statement(history.events, history.today)
    assert shown.figures.minimum_due_fen == shown.figures.amount_due_fen
    first = next(part for part in shown.installments if part.due_on == date(2024, 3, 20))
    assert (first.interest_fen, first.late_charge_fen) == (17_75, 14)
    assert shown.due_later == ()
    assert prove(history.events, history.today).differences == ()


def test_a_bill_that_was_sent_with_a_minimum_of_all_stays_and_is_explained_as_it_was_sent() -> None:
    history = put_off()
    earlier, made = statements(history.events, history.today)
    history.record(earlier)
    made = replace(made, knew_number=made.knew_number + 1)
    history.record(replace(made, figures=replace(made.figures, minimum_due_fen=124_95)))
    assert statement(history.events, history.today).figures.minimum_due_fen == 124_95
    found = find_bill(history.events, history.today)
    (minimum,) = [one for one in explain_bill(history.events, found) if one.figure == "minimum_due"]
    assert (minimum.amount_fen, sum(line.exact for line in minimum.lines)) == (124_95, 124_95)
