"""Two debts that are paid a little late, as they are worked in the rules of credit (section 3)."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.owed import owed_parts
from baitiao_cli.account.views.figures import figures
from tests.laws.history import History, opened


def test_a_bill_that_is_paid_in_part_and_looked_at_two_days_late() -> None:
    """Bill 1000, 100 paid, due on the 4th, seen on the 6th: 900 x 0.05% x 2 = 0.90."""
    history = History([opened(bill_day=26)])  # bills on the 26th are due nine days later, on the 4th
    history.buy("month", 1_000_00)
    history.today = date(2024, 1, 30)
    history.repay(100_00)
    history.today = date(2024, 2, 4)
    assert (figures(history.account()).due_fen, figures(history.account()).overdue_fen) == (900_00, 0)
    history.today = date(2024, 2, 6)
    owed = owed_parts(history.account())
    # 100.00 is 10% of 1,000.00: the minimum is met, so there is no late charge besides.
    assert (owed.principal, owed.interest, owed.late_charge) == (900_00, 90, 0)
    history.repay(900_90)
    assert figures(history.account(date(2024, 3, 6))).owed_fen == 0


def test_a_historical_order_plan_is_charged_on_all_that_is_left() -> None:
    """1000 in 3 at 0.5%, first installment 5 days late, 0.07% a day: 1015 x 0.07% x 5 = 3.5525 -> 3.55."""
    history = History([opened(tier="A")])
    history.buy("order", 1_000_00, 3)
    history.today = date(2024, 2, 12)  # billed on the 3rd; 333.33 + 5.00
    assert (figures(history.account()).due_fen, owed_parts(history.account()).late_charge) == (338_33, 0)
    history.today = date(2024, 2, 17)
    assert owed_parts(history.account()).late_charge == 3_55
    history.repay(333_33 + 5_00 + 3_55)
    later = figures(history.account(date(2024, 3, 12)))
    assert (later.overdue_fen, later.owed.late_charge, later.due_fen) == (0, 0, 338_33)
