"""The fold: by day, then in the order recorded, what happens by itself first."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import Event
from baitiao_cli.account.replay import replay, replay_on
from baitiao_cli.account.views.figures import figures
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History


def test_before_the_opening_there_is_no_account() -> None:
    history = History()
    with pytest.raises(BaitiaoError, match="account-not-open-yet"):
        replay(history.events, date(2024, 1, 11))


def test_a_back_dated_repayment_undoes_the_interest_that_it_saves() -> None:
    # 1000.00 due on 12 February; on the 20th 8 nights have cost 4.00 and, as nothing was paid, 1.20.
    history = History()
    history.buy("month", 1000_00)
    history.today = date(2024, 2, 20)
    assert figures(history.account()).owed_fen == 1005_20
    history.repay(1000_00, on=date(2024, 2, 12))
    assert figures(history.account()).owed_fen == 0
    assert history.account().credit_fen == 0


def test_the_bill_of_a_day_comes_before_its_payments() -> None:
    history = History()
    history.buy("month", 100_00)
    history.today = date(2024, 2, 3)
    history.repay(100_00)
    (bill,) = history.account().bills
    assert (bill.figures.amount_due_fen, bill.figures.repayments_fen) == (100_00, 0)
    assert figures(history.account()).owed_fen == 0


def test_one_day_at_the_same_time_is_taken_in_the_order_recorded() -> None:
    history = History()
    history.buy("daily", 100_00)
    history.repay(100_00)
    assert (figures(history.account()).owed_fen, history.account().credit_fen) == (0, 0)
    other = History()
    other.repay(100_00)
    other.buy("daily", 100_00)
    assert (figures(other.account()).owed_fen, other.account().credit_fen) == (100_00, 100_00)


def test_what_could_not_have_been_is_noted_and_not_refused() -> None:
    history = History()
    history.buy("month", 15_000_00)
    purchase = history.events[-1]
    history.events.append(
        type(purchase)(event_id="A1E3", account_id="A1", number=3, effective_on=history.today, fact=purchase.fact)
    )
    assert [conflict.code for conflict in replay(history.events, history.today).conflicts] == ["limit-exceeded"]


def test_one_fold_that_stops_on_days_has_each_of_them_and_none_before_the_opening() -> None:
    # The purchase of the first test: 1000.00 until its due date, 4.00 and 1.20 dearer 8 nights later, then paid.
    history = History()
    history.buy("month", 1000_00)
    history.today = date(2024, 2, 20)
    history.repay(1005_20)
    opened_on = history.opened_on
    days = [date(2023, 12, 31), opened_on, date(2024, 2, 12), date(2024, 2, 19), date(2024, 2, 20), date(2024, 3, 1)]
    owed = [(account.through, figures(account).owed_fen) for account in replay_on(history.events, days)]
    # 7 nights at 0.05% are 3.50, and a late charge of 0.15 a night 1.05.
    assert owed == [(opened_on, 1000_00), (days[2], 1000_00), (days[3], 1004_55), (days[4], 0), (days[5], 0)]
    assert list(replay_on(history.events, [date(2023, 12, 31)])) == []


class Seen:
    """Keeps what was used of the limit before and after each event."""

    def __init__(self) -> None:
        self.used: list[tuple[str, int, int]] = []
        self._before_fen = 0

    def before(self, account: Account, event: Event) -> None:
        self._before_fen = account.used_fen

    def after(self, account: Account, event: Event) -> None:
        self.used.append((event.event_id, self._before_fen, account.used_fen))


def test_whoever_looks_on_sees_each_event_that_counts_in_order() -> None:
    history, seen = History(), Seen()
    history.buy("month", 100_00)
    wrong = history.buy("month", 7_00)
    history.reverse(wrong.event_id)
    history.buy("month", 40_00)
    account = replay(history.events, history.today, watch=seen)
    assert seen.used == [("A1E2", 0, 100_00), ("A1E5", 100_00, 140_00)]
    assert account == history.account()
