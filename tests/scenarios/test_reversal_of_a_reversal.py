"""A payment is taken back by mistake and put back in: after a bill the account stands as if nothing had happened."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.statement import statement
from baitiao_cli.actions.proof import prove
from baitiao_cli.errors import BaitiaoError
from tests.laws.facts import economics_of
from tests.laws.history import History, opened


def test_a_payment_taken_back_and_put_back() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("month", 1_000_00)
    history.issue_bills()
    history.today = date(2024, 2, 10)
    history.issue_bills()
    paid = history.repay(1_000_00)
    assert figures(history.account()).owed_fen == 0

    # On 14 February somebody takes it for another customer's: overdue since the 12th, with two nights of interest.
    history.today = date(2024, 2, 14)
    reversal = history.reverse(paid.event_id)
    now = figures(history.account())
    # 1,000.00 x 0.05% x 2 = 1.00, and 1,000.00 x 0.015% x 2 = 0.30 besides, for the minimum of 100.00 is missed.
    assert (now.owed_fen, now.overdue_fen, now.days_past_due) == (1_001_30, 100_00, 2)

    # The bill of 3 March goes out so: 20 nights (12 February to 2 March), 10.00 and 3.00.
    history.today = date(2024, 3, 3)
    history.issue_bills()
    march = statement(history.events, history.today).figures
    assert (march.interest_fen, march.late_charges_fen, march.closing_fen) == (10_00, 3_00, 1_013_00)

    # On 5 March it turns out that the payment was the customer's after all.
    history.today = date(2024, 3, 5)
    again = history.reverse(reversal.event_id)
    never = [event for event in history.events if event not in (reversal, again)]
    assert economics_of(history.account()) == economics_of(replay(never, history.today))
    assert figures(history.account()).owed_fen == 0
    # What was reversed cannot be reversed again; its reversal can.
    with pytest.raises(BaitiaoError, match="already-reversed"):
        history.reverse(reversal.event_id)

    # The bill of March stays as it was sent; that of April takes back what it asked for too much.
    history.today = date(2024, 3, 10)
    history.buy("month", 50_00)
    history.today = date(2024, 4, 3)
    history.issue_bills()
    assert statement(history.events, history.today, 2).figures == march
    april = statement(history.events, history.today).figures
    assert (april.opening_fen, april.purchases_fen, april.adjustment_fen) == (1_013_00, 50_00, -1_013_00)
    assert (april.closing_fen, april.amount_due_fen) == (50_00, 50_00)
    third = history.reverse(again.event_id)
    # Without the payment: 1,013.00 of March and 50.00; until 12 March 9 nights of 1,000.00, then 22 of 1,010.00, for
    # interest that a bill asks for is carried from its due date: 15.61 at 0.05%, and 4.68 (4.683) at 0.015%.
    assert figures(history.account()).owed_fen == 1_083_29
    history.reverse(third.event_id)
    assert figures(history.account()).owed_fen == 50_00
    assert prove(history.events, history.today).differences == ()
