"""The bill day changes from the 3rd to the 12th: one bill asks for two installments, lest one be a month late."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statement
from baitiao_cli.actions.proof import prove
from tests.laws.history import History, opened


def test_a_bill_with_two_installments_paid_to_the_end() -> None:
    # 1,200.00 in 6: 200.00 + 7.20 a month, due on the 12th from February on.
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("inst", 1_200_00, 6)
    for month in (2, 3):
        history.today = date(2024, month, 12)
        history.repay(207_20)
    history.today = date(2024, 3, 20)
    history.change_bill_day(12)
    history.buy("month", 500_00)

    # The bill of 12 April is due on the 21st. Number 3 (due on 12 April) cannot come sooner; number 4 (due on 12 May)
    # would come too late with the bill of 12 May, due on the 21st. So April asks for both, and for the purchase.
    april = statement(history.events, date(2024, 4, 12))
    assert [(row.number, row.due_on, row.total_fen) for row in april.installments] == [
        (3, date(2024, 4, 21), 207_20),
        (4, date(2024, 4, 21), 207_20),
    ]
    assert april.figures.amount_due_fen == 2 * 207_20 + 500_00
    assert april.figures.minimum_due_fen == 2 * 207_20 + 50_00
    history.today = date(2024, 4, 21)
    assert figures(history.account()).days_past_due == 0
    history.repay(464_40)  # the minimum: both installments, and 10% of the purchase

    # 450.00 are carried from 21 April: 21 nights to the bill of 12 May cost 4.725, half up 4.73.
    may = statement(history.events, date(2024, 5, 12))
    assert [(row.number, row.due_on) for row in may.installments] == [(5, date(2024, 5, 21))]
    assert (may.figures.interest_fen, may.figures.amount_due_fen) == (4_73, 207_20 + 450_00 + 4_73)
    history.today = date(2024, 5, 21)
    history.repay(663_96)  # and nine nights since the bill, 450.00 x 0.05% x 9 = 2.025: 661.93 + 2.03
    assert figures(history.account()).due_fen == 0
    history.today = date(2024, 6, 21)
    history.repay(207_20)
    assert (figures(history.account()).owed_fen, history.account().credit_fen) == (0, 0)
    assert prove(history.events, history.today).differences == ()
