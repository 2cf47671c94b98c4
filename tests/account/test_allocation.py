"""Where money goes: oldest due first, kinds in order, the named plan first, what is over ahead or to the credit."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.events import Event
from baitiao_cli.account.owed import owed_parts
from baitiao_cli.account.views.figures import figures
from tests.laws.history import History, opened


def parts(history: History, event: Event) -> list[tuple[str, int, str, int]]:
    """What a payment paid: plan, row, kind, fen."""
    return [
        (part.plan_id, part.number, part.kind, part.amount_fen)
        for part in history.account().allocations
        if part.event_id == event.event_id
    ]


def test_late_charge_then_fee_then_principal_of_the_oldest_row() -> None:
    # Rows of 100.00 + 1.80, due 12 February and 12 March. On 12 March 29 nights: 101.80 x 0.05% x 29 = 1.4761.
    history = History()
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 3, 12)
    event = history.repay(150_00)
    assert parts(history, event) == [
        ("A1P1", 1, "late_charge", 1_48),
        ("A1P1", 1, "fee", 1_80),
        ("A1P1", 1, "principal", 100_00),
        ("A1P1", 2, "fee", 1_80),
        ("A1P1", 2, "principal", 44_92),
    ]


def test_from_day_91_principal_comes_first() -> None:
    # Due on 12 February: 12 May is day 90, 13 May day 91. 101.80 x 0.05% x 90 = 4.581, x 91 = 4.6319.
    history = History()
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 5, 12)
    assert figures(history.account()).days_past_due == 90
    in_time = history.repay(10_00)
    assert parts(history, in_time) == [
        ("A1P1", 1, "late_charge", 4_58),
        ("A1P1", 1, "fee", 1_80),
        ("A1P1", 1, "principal", 3_62),
    ]
    history.reverse(in_time.event_id)
    history.today = date(2024, 5, 13)
    assert parts(history, history.repay(10_00)) == [("A1P1", 1, "principal", 10_00)]


def test_on_one_due_date_installments_come_before_purchases_that_may_be_carried() -> None:
    history = History()
    history.buy("month", 100_00)
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 2, 5)
    assert parts(history, history.repay(102_80)) == [
        ("A1P2", 1, "fee", 1_80),
        ("A1P2", 1, "principal", 100_00),
        ("A1P1", 1, "principal", 1_00),
    ]


def test_a_named_plan_is_paid_first() -> None:
    history = History()
    history.buy("month", 100_00)
    history.buy("month", 50_00)
    history.today = date(2024, 2, 5)
    assert parts(history, history.repay(60_00, "A1P2")) == [
        ("A1P2", 1, "principal", 50_00),
        ("A1P1", 1, "principal", 10_00),
    ]


def test_what_is_over_is_credit_for_plans_on_the_bill() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 2, 5)
    event = history.repay(150_00)  # 101.80 is due
    assert parts(history, event)[-1] == ("", 0, "credit", 48_20)
    assert figures(history.account(date(2024, 3, 3))).due_fen == 101_80 - 48_20


def test_a_daily_plan_is_paid_ahead_and_saves_interest() -> None:
    # 10000.00 at 0.03% a day, 10 nights: 30.00; the other 2970.00 lower the principal to 7030.00. Until 12 February
    # 21 nights more: 7030.00 x 0.03% x 21 = 44.289 -> 44.29.
    history = History()
    history.buy("daily", 10_000_00, 3)
    history.today = date(2024, 1, 22)
    event = history.repay(3_000_00)
    assert parts(history, event) == [("A1P1", 1, "interest", 30_00), ("A1P1", 3, "principal", 2_970_00)]
    now = figures(history.account(date(2024, 2, 12)))
    assert (now.used_fen, now.due_fen) == (7_030_00, 44_29)


def test_equal_payments_take_an_early_payment_row_by_row() -> None:
    # 10000.00 at 10.8% a year: 10 nights 10000.00 x 10.8% x 10 / 365 = 29.589; 970.41 of the 1000.00 is principal.
    # Then 9029.59 x 10.8% x 21 / 365 = 56.107 until 12 February.
    history = History()
    history.buy("epi", 10_000_00, 12)
    history.today = date(2024, 1, 22)
    event = history.repay(1_000_00)
    assert parts(history, event)[0] == ("A1P1", 1, "interest", 29_59)
    assert owed_parts(history.account()).principal == 9_029_59
    assert owed_parts(history.account()).interest == 0
    assert owed_parts(history.account(date(2024, 2, 12))).interest == 56_11


def test_paying_the_overdue_last_row_in_two_parts_takes_no_more_than_was_lent() -> None:
    # 1000.00 in 3 of equal principal at 10.8%; nothing is paid until all rows are overdue.
    history = History()
    history.buy("epp", 1_000_00, 3)
    history.today = date(2024, 5, 1)
    owed = owed_parts(history.account()).total_fen
    history.repay(500_00)
    assert owed_parts(history.account()).total_fen == owed - 500_00
    history.repay(owed - 500_00)
    assert (figures(history.account()).owed_fen, history.account().credit_fen) == (0, 0)
    assert history.account().plans["A1P1"].settled_on == date(2024, 5, 1)


def test_interest_that_has_run_is_payable_when_the_last_principal_is_paid() -> None:
    # 300.00 in 3 of equal principal at 10.8%; 200.00 refunded at once, so that row 1 asks for all that is left:
    # 100.00 + 0.92 (31 nights). Unpaid on 3 March: 20 nights of late charge, 100.92 x 0.015% x 20 = 0.30, and of
    # interest on row 2, 100.00 x 10.8% x 20 / 365 = 0.59, which is not due yet.
    history = History()
    history.buy("epp", 300_00, 3)
    history.refund("A1P1", 200_00)
    history.today = date(2024, 3, 3)
    now = figures(history.account())
    assert (now.due_fen, now.owed_fen) == (101_22, 101_81)
    due = history.repay(101_22)
    assert (figures(history.account()).due_fen, figures(history.account()).owed_fen) == (59, 59)
    history.reverse(due.event_id)
    event = history.repay(102_00)
    assert parts(history, event)[-2:] == [("A1P1", 2, "interest", 59), ("", 0, "credit", 19)]
    assert history.account().plans["A1P1"].settled_on == history.today


@pytest.mark.parametrize(("day", "kinds"), [(12, {"late_charge", "interest"}), (13, {"principal"})])
def test_from_day_91_on_the_purchase_on_a_bill_is_paid_before_what_it_cost_to_carry(day: int, kinds: set[str]) -> None:
    """1,000.00 due on 12 February: 12 May is day 90; the line's charges are of the same due date."""
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("month", 1_000_00)
    history.today = date(2024, 5, day)
    history.repay(30_00)
    parts = history.account().allocations
    assert {part.kind for part in parts} == kinds
    assert sum(part.amount_fen for part in parts) == 30_00
