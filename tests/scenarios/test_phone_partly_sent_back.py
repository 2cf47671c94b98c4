"""A part of a purchase in 12 installments is sent back in spring: the plan gets shorter, the paid installments stay."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statement
from tests.laws.history import History, opened


def test_a_phone_partly_sent_back() -> None:
    # 1200.00 in 12 of 100.00 + 7.20 (0.6%), due on the 12th of each month.
    history = History([opened(date(2024, 1, 12), bill_day=3, tier="B")])
    history.buy("inst", 1_200_00, 12)
    for on in (date(2024, 2, 12), date(2024, 3, 12)):
        history.today = on
        history.repay(107_20)
        history.issue_bills()

    history.today = date(2024, 4, 5)  # the bill of 3 April asks for row 3
    history.issue_bills()
    assert statement(history.events, history.today).figures.closing_fen == 1_007_20  # 10 x 100.00 + 7.20
    history.refund("A1P1", 450_00)
    # Rows 12, 11, 10, 9 fall away, row 8 is halved: 750.00 are left of the plan, 200.00 of it paid.
    assert figures(history.account()).used_fen == 550_00
    assert figures(history.account()).available_fen == 19_450_00

    paid_fen = 2 * 107_20
    for month, due_fen in ((4, 107_20), (5, 107_20), (6, 107_20), (7, 107_20), (8, 107_20), (9, 53_60)):
        history.today = date(2024, month, 12)
        history.issue_bills()
        assert figures(history.account()).due_fen == due_fen
        history.repay(due_fen)
        paid_fen += due_fen
    assert paid_fen == 804_00  # 750.00 and the fees of seven rows and a half: 7 x 7.20 + 3.60
    assert history.account().plans["A1P1"].settled_on == date(2024, 9, 12)
    assert figures(history.account(date(2024, 12, 31))).owed_fen == 0

    may = statement(history.events, history.today, 4)
    assert may.document.billed_on == date(2024, 5, 3)
    assert (may.figures.refunds_fen, may.figures.repayments_fen, may.figures.fees_fen) == (-450_00, -107_20, 7_20)
    assert (may.figures.amount_due_fen, may.figures.closing_fen) == (107_20, 457_20)
    assert (may.installments[0].number, may.installments[0].installment_count) == (4, 8)
