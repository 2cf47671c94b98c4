"""A line is suspended for what is overdue, and free again when nothing is.

1000.00 bought on 2024-01-20, billed on 02-03, due on 02-12, nothing paid: the minimum of 10% was missed. `month`
suspends what is overdue for more than 30 days: day 31 is 2024-02-12 + 31 = 2024-03-14 (February has 29 days).
"""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.views.figures import figures, next_boundary_on
from baitiao_cli.actions.proof import prove
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History, opened


def overdue() -> History:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.today = date(2024, 1, 20)
    history.buy("month", 1_000_00)
    history.today = date(2024, 3, 13)
    return history


def test_the_line_is_suspended_on_day_31_and_free_when_nothing_is_overdue() -> None:
    history = overdue()
    assert (figures(history.account()).days_past_due, history.account().status) == (30, "open")
    assert next_boundary_on(history.account()) == date(2024, 3, 14)
    history.today = date(2024, 3, 20)
    (known,) = history.account().suspensions_in_force.values()
    assert (known.cause, known.since_on) == ("overdue", date(2024, 3, 14))
    with pytest.raises(BaitiaoError, match="account-suspended"):
        history.buy("month", 10_00)
    with pytest.raises(BaitiaoError, match="resume-needs-reason"):
        history.resume()
    # A fen less than what is overdue lifts nothing; the last one does.
    history.repay(figures(history.account()).overdue_fen - 1)
    assert history.account().status == "suspended"
    history.repay(1)
    assert history.account().status == "open"
    history.buy("month", 10_00)
    assert prove(history.events, history.today).differences == ()


def test_what_the_operator_lifts_stays_lifted_until_the_next_time() -> None:
    history = overdue()
    history.today = date(2024, 3, 20)
    history.resume("overdue", reason="pay day is the 25th")
    history.buy("month", 10_00)
    history.today = date(2024, 3, 30)
    assert history.account().status == "open"
    assert prove(history.events, history.today).differences == ()


def test_a_payment_that_came_back_makes_no_purchase_wrong() -> None:
    history = overdue()
    paid = history.repay(2_000_00, on=date(2024, 2, 12))
    history.today = date(2024, 3, 20)
    history.buy("month", 10_00)
    history.reverse(paid.event_id)
    assert (history.account().status, history.account().conflicts) == ("suspended", [])
    assert prove(history.events, history.today).differences == ()
