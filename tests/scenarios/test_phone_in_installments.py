"""A phone in 12 installments, each paid on its due date."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.forecast import row_outlooks
from baitiao_cli.account.views.statement import statement
from tests.laws.history import History, opened


def test_a_phone_in_twelve_installments() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3, tier="B")])
    history.today = date(2024, 1, 31)
    history.buy("inst", 5_999_00, 12)
    account = history.account()
    rows = row_outlooks(account.plans["A1P1"], account, history.today)
    assert rows[0].principal_fen == 499_91  # 5999.00 / 12 = 499.9166, rounded down
    assert rows[11].principal_fen == 499_99  # 5999.00 - 11 x 499.91
    assert {row.fee_fen for row in rows} == {35_99}  # 5999.00 x 0.6% = 35.994
    assert rows[0].due_on == date(2024, 2, 12)  # bought in the cycle that ends on 3 February, due nine days later
    assert rows[11].due_on == date(2025, 1, 12)
    assert figures(account).available_fen == 14_001_00  # 20000.00 - 5999.00

    paid_fen = 0
    for row in rows:
        history.today = row.due_on
        now = figures(history.account())
        assert (now.due_fen, now.overdue_fen) == (row.total_fen, 0)
        history.repay(row.total_fen)
        history.issue_bills()
        paid_fen += row.total_fen
    assert paid_fen == 6_430_88  # 5999.00 + 12 x 35.99

    done = figures(history.account())
    assert (done.owed_fen, done.credit_fen, done.available_fen) == (0, 0, 20_000_00)
    third = statement(history.events, history.today, 3)
    assert third.document.billed_on == date(2024, 4, 3)
    assert third.figures.amount_due_fen == third.figures.minimum_due_fen == 535_90  # 499.91 + 35.99
    assert third.figures.opening_fen == 5_535_08  # 5999.00 + 2 x 35.99 - 535.90
    assert third.figures.closing_fen == 5_035_17  # 5535.08 + 35.99 - 535.90
    assert third.installments[0].number == 3
