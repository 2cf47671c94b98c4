"""A month on the account, paid in full by its due date: it costs nothing."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statements
from tests.laws.history import History, opened


def test_a_month_paid_in_full_is_free() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.today = date(2024, 1, 15)
    history.buy("month", 128_50)
    history.today = date(2024, 2, 2)
    history.buy("month", 71_50)  # the last day of the cycle: 10 days without interest
    history.today = date(2024, 2, 3)
    history.buy("month", 30_00)  # the first day of the next: 38 days
    now = figures(history.account())
    assert (now.owed_fen, now.due_fen) == (230_00, 200_00)  # 128.50 + 71.50 are billed
    assert (now.next_due_on, now.next_due_fen) == (date(2024, 2, 12), 200_00)

    history.today = date(2024, 2, 12)
    history.repay(200_00)
    assert figures(history.account(date(2024, 3, 2))).owed_fen == 30_00
    history.today = date(2024, 3, 12)
    history.repay(30_00)

    february, march, april = statements(history.events, date(2024, 4, 3))
    assert february.figures.minimum_due_fen == 20_00  # 10% of 200.00
    assert (march.figures.opening_fen, march.figures.closing_fen) == (200_00, 30_00)  # + 30.00 - 200.00
    assert march.figures.minimum_due_fen == 3_00  # 10% of 30.00
    assert (april.figures.repayments_fen, april.figures.closing_fen) == (-30_00, 0)
    assert sum(bill.figures.interest_fen + bill.figures.late_charges_fen for bill in (february, march, april)) == 0
