"""In hospital: relief is asked for, decided in time, and given by nights without interest and an extension."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.views.figures import figures
from baitiao_cli.actions.proof import prove
from baitiao_cli.errors import BaitiaoError
from tests.laws.facts import economics_of
from tests.laws.history import History, opened


def test_a_hardship_case_is_granted_by_a_pause() -> None:
    # 3,000.00 on 31 January 2024 in 3 by the night at 10.8% a year. Asked on 10 February: an answer by the 25th.
    history = History([opened(date(2024, 1, 31))])
    history.buy("epi", 3_000_00, 3)
    history.today = date(2024, 2, 10)
    before = economics_of(history.account())
    history.ask_relief(until_on=date(2024, 4, 10))
    assert economics_of(history.account()) == before  # nothing is given yet
    case = history.account().hardship
    assert case is not None
    assert (case.since_on, case.asked.decide_by_on) == (date(2024, 2, 10), date(2024, 2, 25))

    # Granted on the 20th: no interest from then until 10 April, and two months more until the first payment.
    history.today = date(2024, 2, 20)
    history.decide_relief("granted")
    history.pause("A1P1", date(2024, 4, 10))
    history.extend("A1P1", 2)
    assert history.account().hardship is None
    history.today = date(2024, 4, 30)
    now = figures(history.account())
    # Of the 90 nights to 30 April those from 20 February to 10 April, 50, cost nothing: 3,000.00 x 10.8% x 40 / 365.
    assert history.account().plans["A1P1"].rows[0].asked.interest == 35_51
    assert (now.due_fen, now.days_past_due) == (1_017_71, 0)
    assert prove(history.events, date(2024, 7, 1)).differences == ()


def test_an_account_with_an_open_case_stays_open() -> None:
    history = History([opened(date(2024, 1, 31))])
    history.buy("epi", 3_000_00, 3)
    history.ask_relief()
    history.pay_off()
    with pytest.raises(BaitiaoError, match="close-blocked-hardship"):
        history.close()
    history.decide_relief("withdrawn")
    history.close()
    assert history.account().closed_on == date(2024, 1, 31)
