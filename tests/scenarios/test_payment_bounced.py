"""A payment bounces after the next bill was sent: the account is as if it had never been, the bill stays."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statements
from tests.laws.history import History, opened


def test_a_payment_that_bounced() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("month", 1_000_00)
    history.today = date(2024, 2, 12)
    payment = history.repay(1_000_00)
    history.today = date(2024, 3, 4)
    history.issue_bills()
    assert statements(history.events, history.today)[1].figures.closing_fen == 0

    history.today = date(2024, 3, 5)
    history.reverse(payment.event_id)
    now = figures(history.account())
    # From 12 February to 5 March 22 nights: 1000.00 x 0.05% x 22 = 11.00; at 0.015% 3.30.
    assert (now.owed.interest, now.owed.late_charge) == (11_00, 3_30)
    assert (now.days_past_due, now.owed_fen) == (22, 1_014_30)
    history.repay(1_014_30)

    history.today = date(2024, 4, 3)
    history.issue_bills()
    _, march, april = (bill.figures for bill in statements(history.events, history.today))
    assert march.closing_fen == 0  # as it was sent
    assert april.adjustment_fen == 1_013_00  # 1000.00, and 10.00 and 3.00 of the 20 nights before the bill
    assert (april.interest_fen, april.late_charges_fen) == (1_00, 30)  # two nights after it
    assert (april.repayments_fen, april.closing_fen) == (-1_014_30, 0)
