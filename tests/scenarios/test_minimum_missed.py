"""Nothing is paid: late charges, a second bill that asks for all of it, and a payment that ends it."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statements
from tests.laws.history import History, opened


def test_a_missed_minimum_and_its_end() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("month", 1_500_00)
    late = figures(history.account(date(2024, 2, 13)))
    assert (late.days_past_due, late.overdue_fen) == (1, 150_00)  # the minimum, 10% of 1500.00

    march = statements(history.events, date(2024, 3, 3))[1].figures
    assert march.interest_fen == 15_00  # 1500.00 x 0.05% x 20 nights from 12 February
    assert march.late_charges_fen == 4_50  # 1500.00 x 0.015% x 20
    assert march.amount_due_fen == march.minimum_due_fen == 1_519_50  # after a missed minimum all of it

    history.today = date(2024, 3, 20)
    now = figures(history.account())
    assert (now.days_past_due, now.bucket) == (37, "M2")  # from 12 February
    assert now.overdue_fen == 1_519_50
    # Interest since the bill: 1500.00 x 0.05% x 9 = 6.75; from its due date the 15.00 are carried too:
    # 1515.00 x 0.05% x 8 = 6.06. Late charges: 1500.00 x 0.015% x 9 + 1515.00 x 0.015% x 8 = 2.025 + 1.818 = 3.843.
    assert now.owed.interest == 15_00 + 12_81
    assert now.owed.late_charge == 4_50 + 3_84
    assert now.owed_fen == 1_536_15

    history.repay(1_536_15)
    paid = figures(history.account())
    assert (paid.owed_fen, paid.days_past_due, paid.overdue_fen) == (0, 0, 0)
    april = statements(history.events, date(2024, 4, 3))[2].figures
    assert (april.interest_fen, april.late_charges_fen, april.closing_fen) == (12_81, 3_84, 0)
