"""The customer's lock: it stops purchases and nothing else, and is lifted at any time."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History


def test_a_lock_stops_purchases_until_it_is_lifted_and_nothing_else() -> None:
    history = History()
    history.buy("month", 100_00)
    history.lock()
    assert history.account().status == "locked"
    with pytest.raises(BaitiaoError, match="account-locked"):
        history.buy("month", 100_00)
    history.repay(40_00)
    history.set_limit(30_000_00)
    history.pay_off()
    history.unlock()
    assert history.account().status == "open"
    history.buy("month", 100_00)


def test_what_is_owed_does_not_keep_a_customer_from_locking() -> None:
    history = History()
    history.buy("month", 100_00)
    history.today = date(2024, 3, 5)  # overdue since 12 February
    history.lock()
    assert history.account().status == "locked"


def test_a_lock_is_made_and_lifted_once() -> None:
    history = History()
    with pytest.raises(BaitiaoError, match="not-locked"):
        history.unlock()
    history.lock()
    with pytest.raises(BaitiaoError, match="already-locked") as refusal:
        history.lock()
    assert refusal.value.details["since_on"] == date(2024, 1, 12)


def test_a_lock_that_is_told_late_may_not_cover_a_purchase() -> None:
    history = History()
    history.today = date(2024, 3, 1)
    purchase = history.buy("month", 100_00)
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.lock(on=date(2024, 2, 1))
    history.reverse(purchase.event_id)
    history.lock(on=date(2024, 2, 1))
    assert history.account(date(2024, 1, 31)).status == "open"


def test_an_unlocking_that_a_purchase_rests_on_is_not_reversed() -> None:
    history = History()
    history.lock()
    unlocking = history.unlock()
    history.buy("month", 100_00)
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.reverse(unlocking.event_id)


def test_a_closed_account_is_neither_locked_nor_unlocked() -> None:
    history = History()
    history.lock()
    history.close()
    for verb in (history.lock, history.unlock):
        with pytest.raises(BaitiaoError, match="account-closed"):
            verb()
