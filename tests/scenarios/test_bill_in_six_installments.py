"""A bill is turned into 6 installments on its due date and paid to the end, with a purchase of its own beside it."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.owed import minimum_left_fen
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statements
from baitiao_cli.actions.proof import prove
from tests.laws.history import History, opened


def test_a_bill_turned_into_six_installments() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("month", 2_500_00)
    history.today = date(2024, 1, 25)
    history.buy("month", 500_00)
    february = statements(history.events, date(2024, 2, 3))[0].figures
    assert (february.amount_due_fen, february.minimum_due_fen) == (3_000_00, 300_00)

    history.today = date(2024, 2, 12)  # the due date: the last day on which it can be
    history.convert(6)
    assert minimum_left_fen(history.account()) == 0
    assert figures(history.account()).available_fen == 17_000_00  # 20,000.00 - 3,000.00: the limit stays as used
    history.today = date(2024, 2, 20)
    history.buy("month", 100_00)

    # Each of the next six bills asks for 3,000.00 / 6 = 500.00 and 3,000.00 x 0.6% = 18.00; March for 100.00 besides.
    for month, due_fen in ((3, 618_00), (4, 518_00), (5, 518_00), (6, 518_00), (7, 518_00), (8, 518_00)):
        history.today = date(2024, month, 12)
        bill = statements(history.events, history.today)[-1].figures
        assert (bill.amount_due_fen, bill.interest_fen, bill.late_charges_fen) == (due_fen, 0, 0)
        assert bill.minimum_due_fen == (528_00 if month == 3 else 518_00)  # 518.00 and 10% of 100.00
        history.repay(due_fen)

    assert figures(history.account()).owed_fen == 0
    paid_fen = 618_00 + 5 * 518_00
    assert paid_fen == 2_500_00 + 500_00 + 100_00 + 6 * 18_00
    assert history.account().plans["A1P3"].settled_on == date(2024, 8, 12)
    assert prove(history.events, history.today).differences == ()
