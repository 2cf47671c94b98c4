"""Suspensions: one for each cause, each with what lifts it; the first word of several tells the status."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History


def test_a_refusal_names_the_causes_since_when_and_what_lifts_them() -> None:
    history = History()
    history.suspend("overdue")
    history.today = date(2024, 1, 20)
    history.suspend("risk", lift="papers checked")
    history.lock()
    with pytest.raises(BaitiaoError, match="account-suspended") as refusal:
        history.buy("month", 100_00)
    how = refusal.value.details.pop("how")
    assert str(how.en).endswith("baitiao resume A1 --cause overdue / --cause risk")
    assert refusal.value.details == {
        "account_id": "A1",
        "since_on": date(2024, 1, 12),
        "cause": ["overdue", "risk"],
        "lift": ["overdue", "papers checked"],
    }


def test_each_suspension_is_lifted_by_itself() -> None:
    history = History()
    history.suspend("overdue")
    history.suspend("risk")
    with pytest.raises(BaitiaoError, match="already-suspended"):
        history.suspend("risk")
    with pytest.raises(BaitiaoError, match="cause-needed"):
        history.resume()
    with pytest.raises(BaitiaoError, match="not-suspended-for"):
        history.resume("operator")
    history.resume("overdue")
    assert history.account().status == "suspended"
    history.resume()
    assert history.account().status == "open"
    with pytest.raises(BaitiaoError, match="not-suspended"):
        history.resume()


def test_the_order_of_the_reasons_is_closed_suspended_locked() -> None:
    history = History()
    statuses = []
    for verb in (history.lock, history.suspend, history.close):
        verb()
        statuses.append(history.account().status)
        with pytest.raises(BaitiaoError, match=f"account-{statuses[-1]}"):
            history.buy("month", 100_00_000_00)  # would pass the product and the limit, too
    assert statuses == ["locked", "suspended", "closed"]


def test_a_suspended_account_takes_repayments() -> None:
    history = History()
    history.buy("month", 100_00)
    history.suspend()
    history.repay(40_00)
    assert history.account().credit_fen == 40_00  # nothing is billed yet


def test_a_suspension_that_is_told_late_may_not_cover_a_purchase() -> None:
    history = History()
    history.today = date(2024, 3, 1)
    history.buy("month", 100_00)
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.suspend(on=date(2024, 2, 1))
