"""The card has too little for the minimum: a part, nothing, a part; the minimum is missed, and what that costs."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statements
from baitiao_cli.actions.proof import prove
from tests.laws.history import History, opened


def test_a_minimum_that_the_card_cannot_pay() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("month", 1_000_00)
    history.agree("card", "minimum")
    history.state_means("card", 60_00)

    # 12 February: 10% of 1,000.00 is asked for, 60.00 are there. On the 13th there is nothing.
    history.today = date(2024, 2, 14)
    debits = history.account().debits
    assert [(on, tried.asked_fen, tried.taken_fen, tried.outcome) for on, tried in debits.items()] == [
        (date(2024, 2, 12), 100_00, 60_00, "taken-in-part"),
        (date(2024, 2, 13), 40_00, 0, "no-funds"),
    ]
    late = figures(history.account())
    assert (late.days_past_due, late.overdue_fen) == (2, 40_00)

    # On the 14th the customer pays 25.00 into the account of the card; the last try, on the 15th, takes them.
    history.state_means("card", 25_00)
    history.today = date(2024, 2, 20)
    last = history.account().debits[date(2024, 2, 15)]
    assert (last.asked_fen, last.taken_fen, last.outcome, last.attempt) == (40_00, 25_00, "taken-in-part", 3)
    # Of them 940.00 x 0.05% x 3 nights = 1.41 and, the minimum being missed, 940.00 x 0.015% x 3 = 0.423 are paid
    # first: 25.00 - 1.41 - 0.42 = 23.17 of principal.
    paid = figures(history.account(date(2024, 2, 15)))
    assert (paid.owed.principal, paid.owed_fen) == (916_83, 916_83)
    assert (paid.days_past_due, paid.overdue_fen) == (3, 15_00)  # all 25.00 count towards the minimum

    # 17 nights to the bill of 3 March: 1.41 + 916.83 x 0.05% x 17 = 9.203055, 0.423 + 916.83 x 0.015% x 17 = 2.7609...;
    # unpaid of them 7.79 and 2.34. After a missed minimum all is asked for.
    march = statements(history.events, date(2024, 3, 3))[-1].figures
    assert (march.interest_fen, march.late_charges_fen, march.repayments_fen) == (9_20, 2_76, -85_00)
    assert march.amount_due_fen == march.minimum_due_fen == 916_83 + 7_79 + 2_34

    # By 12 March the card is full. What has run for 9 nights, 4.125735 and 1.2377205, is paid first by the 926.96;
    # as much of the principal is carried on, and nothing is late.
    history.state_means("card")
    history.today = date(2024, 3, 12)
    debit = history.account().debits[history.today]
    assert (debit.asked_fen, debit.taken_fen, debit.outcome, debit.attempt) == (926_96, 926_96, "taken", 1)
    now = figures(history.account())
    assert (now.owed_fen, now.owed.principal) == (4_13 + 1_24, 5_37)
    assert (now.days_past_due, now.overdue_fen, now.minimum_left_fen) == (0, 0, 0)
    assert prove(history.events, history.today).differences == ()
