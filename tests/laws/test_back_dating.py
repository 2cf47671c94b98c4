"""Law 32: back-dated = in order, at equal same-day order, likewise apart from issued bills."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from baitiao_cli.account.events import BillIssued, Event, Opened, Reversed
from baitiao_cli.account.replay import replay

from .facts import bills_of, economics_of
from .history import History
from .strategies import histories


def recorded_in_another_order(events: list[Event], random: Random) -> list[Event]:
    """The same facts on the same days, recorded in another order; the order within each day stays."""
    days = [event.effective_on for event in events]
    random.shuffle(days)
    queues = {day: [event for event in events if event.effective_on == day] for day in days}
    return [replace(queues[day].pop(0), number=number) for number, day in enumerate(days, start=2)]


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_recording_makes_no_difference(history: History, random: Random) -> None:
    opening, *rest = history.events
    reversals = [event for event in rest if isinstance(event.fact, Reversed)]
    others = [event for event in rest if not isinstance(event.fact, Reversed | BillIssued | Opened)]
    shuffled = [opening, *recorded_in_another_order(others, random)]
    shuffled += [replace(event, number=len(shuffled) + place) for place, event in enumerate(reversals, start=1)]
    in_order = sorted([opening, *others], key=lambda event: event.effective_on)
    in_order = [replace(event, number=place) for place, event in enumerate(in_order, start=1)]
    in_order += [replace(event, number=len(in_order) + place) for place, event in enumerate(reversals, start=1)]
    as_recorded = replay(history.events, history.today)
    assert economics_of(replay(shuffled, history.today)) == economics_of(as_recorded)
    assert economics_of(replay(in_order, history.today)) == economics_of(as_recorded)
    assert bills_of(replay(shuffled, history.today)) == bills_of(replay(in_order, history.today))
