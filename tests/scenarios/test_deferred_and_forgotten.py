"""A purchase deferred for 60 days: free at first, then interest, then the late rate instead; it crosses day 90."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.figures import figures
from tests.laws.history import History, opened


def test_a_deferral_that_was_forgotten() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("defer60", 1_000_00)
    assert figures(history.account(date(2024, 2, 11))).owed_fen == 1_000_00  # 30 nights are free
    due = figures(history.account(date(2024, 3, 12)))
    assert (due.owed_fen, due.overdue_fen) == (1_012_00, 0)  # 1000.00 x 0.04% x 30
    late = figures(history.account(date(2024, 3, 22)))
    assert late.owed.interest == 12_00  # the late rate comes instead
    assert late.owed.late_charge == 6_07  # 1012.00 x 0.06% x 10 = 6.072
    assert (late.days_past_due, late.bucket) == (10, "M1")

    # 12 March + 91 days = 11 June: principal comes first now. 1012.00 x 0.06% x 91 = 55.2552.
    history.today = date(2024, 6, 11)
    assert figures(history.account()).owed.late_charge == 55_26
    history.repay(1_000_00)
    left = figures(history.account())
    assert (left.used_fen, left.owed.interest, left.owed.late_charge) == (0, 12_00, 55_26)
    # Interest that is late bears the late rate: 12.00 x 0.06% = 0.0072 a night, at least 0.01: 10 nights 0.10.
    assert figures(history.account(date(2024, 6, 21))).owed.late_charge == 55_36
