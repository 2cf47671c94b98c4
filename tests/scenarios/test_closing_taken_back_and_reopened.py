"""A closing with a cooling period: taken back, asked for again, closed by time, and begun again after an assessment.

The terms of `month` with a cooling period of 7 days. 1000.00 bought on 2024-01-20, billed on 02-03, due on 02-12, paid
on 02-10. The closing asked for on 02-14 would take place on 14 + 7 = 02-21.
"""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from baitiao_cli.account.views.figures import figures
from baitiao_cli.actions.proof import prove
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import LINE, History, opened

COOL = replace(LINE, cooling_days=7)


def asked() -> History:
    history = History([opened(date(2024, 1, 12), bill_day=3, line=COOL)])
    history.today = date(2024, 1, 20)
    history.buy("month", 1_000_00)
    history.today = date(2024, 2, 10)
    history.repay(1_000_00)
    history.today = date(2024, 2, 14)
    history.close()
    return history


def test_taken_back_then_asked_for_again_and_begun_anew() -> None:
    history = asked()
    history.today = date(2024, 2, 16)
    with pytest.raises(BaitiaoError, match="account-closing"):
        history.buy("month", 200_00)
    history.stay()
    # 200.00 bought on the 17th are billed on 03-03 and paid on the 5th.
    history.today = date(2024, 2, 17)
    history.buy("month", 200_00)
    history.today = date(2024, 3, 5)
    assert figures(history.account()).due_fen == 200_00
    history.repay(200_00)
    # 6 + 7 = 13 March. What the merchant refunds meanwhile goes back to whom had paid: no credit is left.
    history.today = date(2024, 3, 6)
    history.close()
    history.today = date(2024, 3, 8)
    history.refund("A1P2", 50_00)
    assert [part.amount_fen for part in history.account().refunds[0].returns] == [50_00]
    assert history.account(date(2024, 3, 12)).status == "closing"
    history.today = date(2024, 3, 13)
    assert (history.account().closed_on, figures(history.account()).available_fen) == (date(2024, 3, 13), 0)
    # A new assessment gives 8,000.00 at tier C, 0.80% a period: 600.00 in 3 cost 600.00 x 0.8% = 4.80 each, the first
    # with the bill of 04-03.
    history.today = date(2024, 4, 1)
    history.reopen(8_000_00, COOL, "C")
    history.buy("inst", 600_00, 3)
    rows = history.account().plans["A1P3"].rows
    assert [(row.due_on, row.planned.total_fen) for row in rows] == [
        (date(2024, 4, 12), 204_80),
        (date(2024, 5, 12), 204_80),
        (date(2024, 6, 12), 204_80),
    ]
    assert figures(history.account()).available_fen == 7_400_00
    assert prove(history.events, history.today).differences == ()


def test_a_purchase_that_is_posted_late_lets_it_lapse() -> None:
    history = asked()
    # The shop posts 30.00 of the 13th only on the 18th: they are owed on the 21st, and the line stays open.
    history.today = date(2024, 2, 18)
    history.buy("month", 30_00, on=date(2024, 2, 13))
    assert history.account().status == "closing"
    history.today = date(2024, 2, 21)
    lapsed = history.account().lapsed_closing
    assert lapsed is not None
    assert (history.account().status, lapsed.ended_on, lapsed.blockers) == ("open", date(2024, 2, 21), ("owed",))
    # Billed on 03-03, paid on its due date; 15 + 7 = 22 March.
    history.today = date(2024, 3, 12)
    assert figures(history.account()).due_fen == 30_00
    history.repay(30_00)
    history.today = date(2024, 3, 15)
    history.close()
    history.today = date(2024, 3, 22)
    assert (history.account().closed_on, history.account().lapsed_closing) == (date(2024, 3, 22), None)
    assert prove(history.events, history.today).differences == ()


def test_a_payment_that_bounces_after_the_closing_opens_the_line_again() -> None:
    history = asked()
    history.today = date(2024, 2, 23)
    assert history.account().closed_on == date(2024, 2, 21)
    payment = history.events[2]
    history.reverse(payment.event_id)
    # Due on 02-12: 11 days past due on the 23rd. 1000.00 x 0.05% x 11 nights = 5.50 of interest, the minimum was missed
    # besides: 1000.00 x 0.015% x 11 = 1.65.
    now = figures(history.account())
    assert (now.status, now.days_past_due) == ("open", 11)
    assert (now.owed.principal, now.owed.interest, now.owed.late_charge) == (1_000_00, 5_50, 1_65)
    assert prove(history.events, history.today).differences == ()
