"""The minimum is paid and the rest carried; a month later all of it is paid."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statements
from tests.laws.history import History, opened


def test_the_minimum_is_paid_and_the_rest_carried() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("month", 2_000_00)
    history.today = date(2024, 2, 10)
    history.repay(200_00)  # 10% of 2000.00
    history.today = date(2024, 2, 20)
    history.buy("month", 500_00)
    now = figures(history.account())
    assert now.owed.interest == 7_20  # 1800.00 x 0.05% x 8 nights since the 12th
    assert (now.days_past_due, now.overdue_fen) == (0, 0)

    march = statements(history.events, date(2024, 3, 3))[1].figures
    assert march.interest_fen == 18_00  # 1800.00 x 0.05% x 20
    assert march.late_charges_fen == 0
    assert march.amount_due_fen == 2_318_00  # 1800.00 + 500.00 + 18.00
    assert march.minimum_due_fen == 248_00  # 10% of 1800.00, 10% of 500.00, and the interest

    history.today = date(2024, 3, 12)
    assert figures(history.account()).owed_fen == 2_326_10  # 1800.00 x 0.05% x 9 = 8.10 since the bill
    history.repay(2_326_10)
    assert figures(history.account(date(2024, 4, 2))).owed_fen == 0
    april = statements(history.events, date(2024, 4, 3))[2].figures
    assert (april.opening_fen, april.interest_fen, april.repayments_fen) == (2_318_00, 8_10, -2_326_10)
    assert (april.closing_fen, april.minimum_due_fen) == (0, 0)
