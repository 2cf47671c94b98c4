"""A payment made before a bill is found after it was sent: the bill stays, the next one carries the adjustment."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statement, statements
from tests.laws.history import History, opened


def test_a_payment_found_after_the_bill() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.today = date(2024, 1, 20)
    history.buy("month", 1_000_00)
    history.today = date(2024, 2, 3)
    history.issue_bills()
    sent = statement(history.events, history.today, 1)
    assert sent.figures.amount_due_fen == 1_000_00

    history.today = date(2024, 2, 5)
    history.repay(400_00, on=date(2024, 1, 30))
    assert statement(history.events, history.today, 1) == sent
    assert figures(history.account()).due_fen == 600_00  # 1000.00 - 400.00, netted when the bill was made
    history.today = date(2024, 2, 12)
    history.repay(600_00)

    history.today = date(2024, 3, 3)
    history.issue_bills()
    march = statements(history.events, history.today)[1].figures
    assert (march.opening_fen, march.adjustment_fen) == (1_000_00, -400_00)
    assert (march.repayments_fen, march.closing_fen) == (-600_00, 0)
    assert march.interest_fen == march.late_charges_fen == 0
    moved = [(line.on.day, line.kind) for line in statement(history.events, history.today, 2).lines]
    assert moved == [(12, "repayments"), (3, "adjustment")]  # 12 February, and the day of the bill
