"""A bill is deferred by ten days: once it is paid in time, once late, and neither is late in between."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statements
from baitiao_cli.actions.proof import prove
from tests.laws.history import History, opened


def deferred() -> History:
    """3,000.00 on the bill of 3 February, due on the 12th; on the 10th it is deferred to the 22nd, at 0.04% a day."""
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("month", 3_000_00)
    history.today = date(2024, 2, 10)
    history.defer()
    return history


def test_a_deferred_bill_paid_in_time() -> None:
    history = deferred()
    history.today = date(2024, 2, 22)
    now = figures(history.account())
    assert (now.days_past_due, now.overdue_fen) == (0, 0)
    assert now.owed_fen == 3_012_00  # 3,000.00 x 0.04% x 10 nights, from the 12th to the 22nd
    history.repay(3_012_00)
    march = statements(history.events, date(2024, 3, 3))[1].figures
    assert (march.interest_fen, march.late_charges_fen, march.closing_fen) == (12_00, 0, 0)
    assert prove(history.events, date(2024, 3, 3)).differences == ()


def test_a_deferred_bill_paid_late() -> None:
    # Nothing is paid by the 22nd: from then on 3,000.00 are carried at 0.05% and late at 0.015% besides, as usual.
    history = deferred()
    history.today = date(2024, 2, 23)
    now = figures(history.account())
    assert (now.days_past_due, now.overdue_fen) == (1, 300_00)  # the minimum of the bill, since the new due date
    history.today = date(2024, 2, 27)
    now = figures(history.account())
    assert now.owed.interest == 12_00 + 7_50  # ten nights deferred, 5 x 1.50 carried
    assert now.owed.late_charge == 2_25  # 5 x 0.45
    history.repay(now.owed_fen)
    assert now.owed_fen == 3_021_75
    march = statements(history.events, date(2024, 3, 3))[1].figures
    assert (march.interest_fen, march.late_charges_fen, march.closing_fen) == (19_50, 2_25, 0)

    # A minimum that was missed makes the next bill ask for all that is carried.
    unpaid = deferred()
    march = statements(unpaid.events, date(2024, 3, 3))[1].figures
    assert march.interest_fen == 12_00 + 15_00  # ten nights each
    assert march.minimum_due_fen == march.amount_due_fen == 3_000_00 + 27_00 + 4_50
    assert prove(unpaid.events, date(2024, 3, 3)).differences == ()
