"""A customer who lets the card pay: three due dates, each debited in full on its day, and nothing else to do."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.history import history as happenings
from baitiao_cli.account.views.statement import statements
from baitiao_cli.actions.proof import prove
from tests.laws.history import History, opened


def test_three_bills_are_paid_on_their_due_dates() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.agree("card")
    history.buy("inst", 1_200_00, 3)  # 400.00 a month, and 0.6% of 1,200.00: 7.20
    history.buy("month", 400_00)

    end = date(2024, 4, 30)
    debits = history.account(end).debits
    # The bill of 3 February asks for 400.00 + 7.20 and the groceries; those after it for an installment.
    assert [(on, tried.asked_fen, tried.taken_fen, tried.outcome) for on, tried in debits.items()] == [
        (date(2024, 2, 12), 807_20, 807_20, "taken"),
        (date(2024, 3, 12), 407_20, 407_20, "taken"),
        (date(2024, 4, 12), 407_20, 407_20, "taken"),
    ]
    now = figures(history.account(end))
    assert (now.owed_fen, now.credit_fen, now.days_past_due) == (0, 0, 0)

    # Each bill but the first shows the debit before it as a repayment; no interest anywhere.
    bills = [bill.figures for bill in statements(history.events, date(2024, 5, 3))]
    assert [bill.repayments_fen for bill in bills] == [0, -807_20, -407_20, -407_20]
    assert [bill.amount_due_fen for bill in bills] == [807_20, 407_20, 407_20, 0]
    assert sum(bill.interest_fen + bill.late_charges_fen for bill in bills) == 0

    # The balance after each: 1,600.00 bought; each bill brings its fee of 7.20, each debit takes what was due.
    told = [(line.on, line.amount_fen, line.balance_fen) for line in happenings(history.events, end) if line.amount_fen]
    assert told == [
        (date(2024, 1, 12), 1_200_00, 1_200_00),
        (date(2024, 1, 12), 400_00, 1_600_00),
        (date(2024, 2, 3), 7_20, 1_607_20),
        (date(2024, 2, 12), -807_20, 800_00),
        (date(2024, 3, 3), 7_20, 807_20),
        (date(2024, 3, 12), -407_20, 400_00),
        (date(2024, 4, 3), 7_20, 407_20),
        (date(2024, 4, 12), -407_20, 0),
    ]
    assert prove(history.events, end).differences == ()
