"""The bill: what it asks for, and the least that keeps the account current."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.billing import bills_to_issue
from baitiao_cli.account.events import BillFigures
from tests.laws.history import History


def bill(history: History, on: date) -> BillFigures:
    """The figures of the bill dated `on`."""
    return next(bill.figures for bill in history.account(on).bills if bill.billed_on == on)


FEBRUARY, MARCH = date(2024, 2, 3), date(2024, 3, 3)
# Carried from 12 February, the due date, to 3 March: 20 nights in a leap year, 1% of the balance at 0.05%.


def test_ten_per_cent_of_purchases_and_all_of_installments_and_fees() -> None:
    # 1000.00 x 10% = 100.00; 3000.00 / 3 = 1000.00 and 0.6% of 3000.00 = 18.00.
    history = History()
    history.buy("month", 1000_00)
    history.buy("inst", 3000_00, 3)
    figures = bill(history, FEBRUARY)
    assert figures.amount_due_fen == 1000_00 + 1018_00
    assert figures.minimum_due_fen == 100_00 + 1018_00
    assert (figures.purchases_fen, figures.fees_fen, figures.closing_fen) == (4000_00, 18_00, 4018_00)


@pytest.mark.parametrize(
    ("bought_fen", "minimum_fen"),
    [
        (1000_00, 90_00 + 9_00),  # 900.00 carried: 10%, and its interest of 1%
        (333_33, 30_00 + 3_00),  # 33.33 paid, 300.00 carried: not under 300 yuan, so 10%
        (333_32, 299_99 + 3_00),  # 299.99 carried: all of it; interest 2.9999
    ],
)
def test_what_is_carried_counts_ten_per_cent_or_all_when_it_is_under_300_yuan(
    bought_fen: int, minimum_fen: int
) -> None:
    history = History()
    history.buy("month", bought_fen)
    history.today = date(2024, 2, 12)
    history.repay(bill(history, FEBRUARY).minimum_due_fen)
    assert bill(history, MARCH).minimum_due_fen == minimum_fen


def test_after_a_missed_minimum_all_that_is_carried_is_asked_for() -> None:
    # 1000.00 x 0.05% x 20 = 10.00 and 1000.00 x 0.015% x 20 = 3.00.
    history = History()
    history.buy("month", 1000_00)
    figures = bill(history, MARCH)
    assert (figures.interest_fen, figures.late_charges_fen) == (10_00, 3_00)
    assert figures.amount_due_fen == figures.minimum_due_fen == 1013_00


def test_a_minimum_paid_a_day_late_was_missed() -> None:
    # 100.65 on the 13th: one night of 0.50 and 0.15, then 100.00. The next bill asks for all of the 900.00.
    history = History()
    history.buy("month", 1000_00)
    history.today = date(2024, 2, 13)
    history.repay(100_65)
    # 900.00 x 0.05% x 19 = 8.55; what was asked for on the 13th is in the figures of the bill, and is paid.
    figures = bill(history, MARCH)
    assert figures.interest_fen == 50 + 8_55
    assert figures.minimum_due_fen == figures.amount_due_fen == 908_55


def test_what_is_bought_on_the_bill_day_comes_in_the_next_bill() -> None:
    history = History()
    history.buy("month", 100_00)
    history.today = FEBRUARY
    history.buy("month", 50_00)
    assert bill(history, FEBRUARY).purchases_fen == 100_00
    assert bill(history, MARCH).purchases_fen == 50_00


def test_an_idle_account_gets_no_bill_and_the_next_purchase_gets_the_next_one() -> None:
    history = History()
    assert bills_to_issue(history.account(date(2025, 1, 1))) == []
    history.today = date(2024, 6, 10)
    history.buy("month", 100_00)
    assert [bill.billed_on for bill in history.account(date(2024, 9, 1)).bills] == [
        date(2024, 7, 3),
        date(2024, 8, 3),
    ]


def test_an_account_that_was_idle_before_an_issued_bill_goes_on_being_billed() -> None:
    # Bought in May and billed in June; that is reversed, and a purchase of April is recorded: its bill is May's.
    history = History()
    history.today = date(2024, 5, 10)
    purchase = history.buy("month", 100_00)
    history.today = date(2024, 6, 5)
    history.issue_bills()
    history.reverse(purchase.event_id)
    history.buy("month", 70_00, on=date(2024, 4, 10))
    assert [bill.billed_on for bill in history.account().bills] == [date(2024, 5, 3), date(2024, 6, 3)]


@pytest.mark.parametrize("with_daily_plan", [False, True])
def test_interest_of_a_missed_bill_is_carried_from_the_next_due_date(with_daily_plan: bool) -> None:
    # March asks for 10.00 of interest and 3.00 of late charge besides the 1000.00. To 12 March 9 nights on 1000.00,
    # then 22 on 1010.00 (late charges bear nothing), whatever else falls due in between:
    # 1000.00 x 0.05% x 9 + 1010.00 x 0.05% x 22 = 4.50 + 11.11; at 0.015%: 1.35 + 3.333 = 4.683.
    history = History()
    history.buy("month", 1000_00)
    if with_daily_plan:
        history.today = date(2024, 2, 5)  # its first interest falls due on 5 March
        history.buy("daily", 100_00, 12)
    row = history.account(date(2024, 4, 3)).line_rows[1]
    assert (row.asked.interest, row.asked.late_charge) == (15_61, 4_68)
