"""A parcel that never came: the customer contests it while it is overdue, pays the rest, and is right.

The course is that of a billing error under Regulation Z (12 CFR 1026.13): a good that was not delivered (a)(3); the
disputed amount is withheld and makes nobody late (d); it is credited when the customer is right (e).
"""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.owed import minimum_left_fen
from baitiao_cli.account.postings import ledger_balances
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statement
from baitiao_cli.actions.proof import prove
from tests.laws.history import History, opened


def test_a_parcel_that_never_came() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("month", 900_00)  # A1P1, the parcel
    history.today = date(2024, 1, 20)
    history.buy("month", 300_00)  # A1P2, groceries
    history.today = date(2024, 2, 3)
    history.issue_bills()
    february = statement(history.events, history.today).figures
    assert (february.amount_due_fen, february.minimum_due_fen) == (1_200_00, 120_00)

    history.today = date(2024, 2, 10)
    contested = history.dispute("A1P1", cause="not-received")
    # 900.00 need not be paid; 300.00 are due on the 12th, and the minimum is met by what is withheld.
    assert (figures(history.account()).due_fen, minimum_left_fen(history.account())) == (300_00, 0)
    assert figures(history.account()).available_fen == 20_000_00 - 1_200_00  # it stays held of the limit
    history.today = date(2024, 2, 12)
    history.repay(300_00, means="card")

    history.today = date(2024, 3, 3)
    history.issue_bills()
    march = statement(history.events, history.today).figures
    # 1,200.00 - 900.00 in dispute - 300.00 paid; no interest, no late charge.
    assert (march.opening_fen, march.disputes_fen, march.repayments_fen) == (1_200_00, -900_00, -300_00)
    assert (march.interest_fen, march.late_charges_fen, march.closing_fen, march.amount_due_fen) == (0, 0, 0, 0)

    history.today = date(2024, 3, 20)
    history.win(contested.event_id)
    assert figures(history.account()).available_fen == 20_000_00
    books = ledger_balances(history.account().postings)
    assert books["A1P1", "merchant_refunds"] == 900_00
    assert ("A1P1", "disputed") not in books
    history.today = date(2024, 4, 3)
    history.issue_bills()
    april = statement(history.events, history.today).figures
    assert (april.refunds_fen, april.disputes_fen, april.closing_fen) == (-900_00, 900_00, 0)
    assert prove(history.events, history.today).differences == ()
