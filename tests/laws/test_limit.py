"""Limit.

Law 7: used = unpaid principal. Law 8: available = max(0, limit - used - held); no purchase makes used + held pass the
limit, also when back-dated. Law 9: a refusal gives its true reason and changes nothing.
"""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.events import HoldPlaced, Purchased
from baitiao_cli.account.limits import ANYTHING
from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.figures import figures
from baitiao_cli.errors import BaitiaoError

from .facts import economics_of
from .history import LIMIT_FEN, History
from .strategies import histories


@given(histories())
def test_used_is_what_was_lent_less_the_principal_that_came_back(history: History) -> None:
    account = history.account()
    lent = sum(plan.financed_fen for plan in account.plans.values())
    back = sum(part.amount_fen for part in account.allocations if part.kind == "principal")
    assert account.used_fen == lent - back
    assert figures(account).available_fen == (
        0
        if account.closed_on or "" in account.losses
        else max(0, account.limit_fen - lent + back - account.held_fen + account.earmarked_taken_fen)
    )


@given(histories())
def test_no_recorded_purchase_passed_the_limit_on_its_day(history: History) -> None:
    """Reversals of repayments and cuts may pass it later; so the moment is asked, of histories without reversals."""
    if any(event.fact.__class__.__name__ == "Reversed" for event in history.events):
        return
    for event in history.events:
        if isinstance(event.fact, HoldPlaced) or (isinstance(event.fact, Purchased) and not event.fact.hold_id):
            place = event.effective_on, event.number
            until = [other for other in history.events if (other.effective_on, other.number) <= place]
            account = replay(until, event.effective_on)
            earmarked_fen = sum(room.limit_fen for one, room in account.rooms.items() if one != ANYTHING)
            assert account.used_fen + account.held_fen <= account.limit_fen + earmarked_fen
            if isinstance(event.fact, Purchased) and not event.fact.scene:
                assert account.used_fen + account.held_fen - account.earmarked_taken_fen <= account.limit_fen


@given(histories(), st.integers(1, 500_00))
def test_a_purchase_of_more_than_is_available_is_refused_and_changes_nothing(history: History, more_fen: int) -> None:
    account = history.account()
    before, recorded = deepcopy(account), list(history.events)
    with pytest.raises(BaitiaoError) as refusal:
        history.buy("month", account.available_fen + more_fen + 100)
    assert refusal.value.code == ("limit-exceeded" if account.status == "open" else f"account-{account.status}")
    assert account == before and history.events == recorded


def test_a_back_dated_purchase_may_not_push_a_later_one_over_the_limit() -> None:
    # 20,000.00 is the limit. 15,000.00 on 1 March leave 5,000.00: 6,000.00 more on 1 February would have left 0.
    history = History()
    history.today = date(2024, 3, 1)
    history.buy("month", 15_000_00)
    before = economics_of(history.account())
    with pytest.raises(BaitiaoError):
        history.buy("month", 6_000_00, on=date(2024, 2, 1))
    assert economics_of(history.account()) == before
    history.buy("month", 5_000_00, on=date(2024, 2, 1))
    assert history.account().available_fen == 0


def test_the_limit_can_be_used_to_the_last_fen_and_comes_back_with_the_principal() -> None:
    history = History()
    history.buy("month", LIMIT_FEN)
    assert figures(history.account()).available_fen == 0
    history.today += timedelta(days=25)  # billed on 3 February, due on the 12th
    history.repay(1)
    assert figures(history.account()).available_fen == 1
