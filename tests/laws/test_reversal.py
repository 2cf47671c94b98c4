"""Law 31: an event reversed = never happened, in every economic figure (issued bills stay).

Reversing what is reversed is refused, reversing the reversal is not.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.events import BillIssued, Event, Opened, Reversed
from baitiao_cli.account.replay import replay
from baitiao_cli.errors import BaitiaoError

from .facts import bills_of, economics_of
from .history import History
from .strategies import histories


def with_reversal(events: list[Event], event_id: str) -> list[Event]:
    number = len(events) + 1
    reversal = Event(
        event_id=f"A1E{number}",
        account_id="A1",
        number=number,
        effective_on=events[-1].effective_on,
        fact=Reversed(event_id=event_id),
    )
    return [*events, reversal]


@given(histories(), st.integers(0, 30), st.integers(0, 40))
def test_reversed_is_never_happened_and_reversed_twice_is_happened(history: History, which: int, days: int) -> None:
    targets = [event for event in history.events if not isinstance(event.fact, Opened | BillIssued)]
    if not targets:
        return
    target = targets[which % len(targets)]
    on = history.today + timedelta(days=days)
    undone = with_reversal(history.events, target.event_id)
    if not isinstance(target.fact, Reversed):
        if any(isinstance(event.fact, Reversed) and event.fact.event_id == target.event_id for event in undone[:-1]):
            return
        never = [event for event in history.events if event is not target and not isinstance(event.fact, BillIssued)]
        assert economics_of(replay(undone, on)) == economics_of(replay(never, on))
    back = with_reversal(undone, undone[-1].event_id)
    assert economics_of(replay(back, on)) == economics_of(replay(history.events, on))
    assert bills_of(replay(back, on)) == bills_of(replay(history.events, on))


def test_an_event_is_reversed_once_and_its_reversal_can_be() -> None:
    history = History()
    history.buy("month", 100_00)
    history.today = date(2024, 2, 5)
    repayment = history.repay(30_00)
    reversal = history.reverse(repayment.event_id)
    assert history.account().used_fen == 100_00
    with pytest.raises(BaitiaoError, match="already-reversed"):
        history.reverse(repayment.event_id)
    again = history.reverse(reversal.event_id)
    assert history.account().used_fen == 70_00
    with pytest.raises(BaitiaoError, match="already-reversed"):
        history.reverse(reversal.event_id)
    history.reverse(again.event_id)
    assert history.account().used_fen == 100_00
