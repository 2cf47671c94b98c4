"""Reopening: a closed line begins again on terms of its own day; what stopped it before does not come back."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.views.figures import figures
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import GRACE_LINE, History


def closed() -> History:
    history = History()
    history.lock()
    history.suspend()
    history.close()
    history.today = date(2024, 5, 20)
    return history


def test_a_line_begins_again_with_a_limit_a_tier_and_terms_of_today() -> None:
    history = closed()
    history.reopen(8_000_00, GRACE_LINE, "D")
    account = history.account()
    assert (account.status, account.closed_on, account.reopened_on) == ("open", None, date(2024, 5, 20))
    assert (account.limit_fen, account.tier, account.line) == (8_000_00, "D", GRACE_LINE)
    assert (account.lock, account.suspensions, figures(account).available_fen) == (None, {}, 8_000_00)
    # Tier D pays 1% a period: 600.00 x 1% = 6.00.
    history.buy("inst", 600_00, 3)
    rows = history.account().plans["A1P1"].rows
    assert (rows[0].due_on, rows[0].planned.fee) == (date(2024, 6, 12), 6_00)


def test_the_days_in_between_stay_closed() -> None:
    history = closed()
    history.reopen()
    with pytest.raises(BaitiaoError, match="account-closed"):
        history.buy("month", 100_00, on=date(2024, 5, 19))
    assert history.account(date(2024, 5, 19)).status == "closed"


def test_only_a_closed_account_is_reopened() -> None:
    history = History()
    with pytest.raises(BaitiaoError, match="account-not-closed"):
        history.reopen()
    history.close()
    with pytest.raises(BaitiaoError, match="limit-out-of-range"):
        history.reopen(99)


def test_a_line_is_closed_again() -> None:
    history = closed()
    history.reopen()
    history.buy("month", 100_00)
    history.today = date(2024, 6, 5)
    with pytest.raises(BaitiaoError, match="close-blocked-owed"):
        history.close()
    history.pay_off()
    history.close()
    assert (history.account().status, history.account().closed_on) == ("closed", date(2024, 6, 5))


def test_a_closing_that_a_reopening_rests_on_is_not_reversed() -> None:
    history = closed()
    closing = history.events[-1]
    reopening = history.reopen()
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.reverse(closing.event_id)
    history.reverse(reopening.event_id)
    history.reverse(closing.event_id)
    assert history.account().status == "suspended"


def test_lateness_after_the_reopening_follows_the_new_terms() -> None:
    # 1,000.00 bought on 20 May are billed on 3 June and due on the 12th. Nothing is paid: on the 15th, within the three
    # grace days of the new line, it is not late; on the 16th it is four days past due.
    history = closed()
    history.reopen(line=GRACE_LINE)
    history.buy("month", 1_000_00)
    history.today = date(2024, 6, 15)
    assert figures(history.account()).days_past_due == 0
    history.today = date(2024, 6, 16)
    assert figures(history.account()).days_past_due == 4
