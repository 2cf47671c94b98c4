"""Law 42 over long lives: the engine = the day-by-day oracle, in 1,050 histories of at least 40 events over 5 years."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from typing import get_args

import pytest
from hypothesis import Phase, given, settings

from baitiao_cli.account.events import (
    AnyFact,
    Closed,
    ClosingRequested,
    ClosingWithdrawn,
    Event,
    Opened,
    Reopened,
)
from baitiao_cli.account.replay import replay
from baitiao_cli.account.terms import LineTerms
from baitiao_cli.actions.proof import prove, prove_days
from baitiao_cli.calc.dates import add_months

from .facts import economics_of
from .history import GRACE_LINE, LINE
from .long_histories import FEWEST_EVENTS, YEARS, LongHistory, long_histories
from .strategies import OPENINGS

# Only who owes nothing can close a line, and few do on the way through a long life: short histories end so.
ENDS = {Closed, ClosingRequested, ClosingWithdrawn, Reopened}
FACTS = set(get_args(AnyFact)) - ENDS
LINES = {"usual": LINE, "grace": GRACE_LINE}
# How many histories each of the 14 lives (an opening day and a line) is tried with: 28, 1,050 and 8,400 in all.
HISTORIES = {"quick": 2, "mutation": 2, "ci": 75, "search": 75, "long": 600}[os.environ.get("HYPOTHESIS_PROFILE", "ci")]


@pytest.mark.long
@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
@pytest.mark.parametrize("opened_on", OPENINGS, ids=str)
def test_every_figure_of_a_long_life_is_that_of_the_oracle(opened_on: date, line: LineTerms) -> None:
    proved: set[str] = set()
    facts: set[type] = set()

    # What differs is shrunk by leaving out events (`smallest`): the strategy knows only histories that are long.
    @settings(max_examples=HISTORIES, phases=[Phase.explicit, Phase.reuse, Phase.generate])
    @given(long_histories(opened_on, line))
    def prove_history(history: LongHistory) -> None:
        assert len(history.told) >= FEWEST_EVENTS
        assert history.today >= add_months(history.opened_on, 12 * YEARS)
        years = {(event.effective_on - history.opened_on).days // 365 for event in history.told}
        assert years >= set(range(YEARS))
        days = [history.on_the_way, history.today]
        for on, agreement in zip(days, prove_days(history.events, days), strict=True):
            assert agreement.differences == (), smallest(history.events, on)
            assert agreement.compared_count >= 9
        # Law 44 on the way: the account that went on event by event is what folding them all again gives.
        assert economics_of(history.account()) == economics_of(replay(history.events, history.today))
        proved.add(repr([(event.effective_on, event.fact) for event in history.events]))
        facts.update(type(event.fact) for event in history.events)

    prove_history()
    assert len(proved) >= HISTORIES * 0.96  # none is proved again and again: more than 1,000 in all
    assert HISTORIES < 100 or facts >= FACTS


def smallest(events: Sequence[Event], on: date) -> str:
    """A history that still differs on that day and would not with any of its events left out; to be read."""
    left = [event for event in events if event.effective_on <= on]
    for event in reversed(left):
        without = [other for other in left if other is not event]
        if not isinstance(event.fact, Opened) and prove(without, on).differences:
            left = without
    lines = [f"{event.effective_on} {event.event_id} {event.fact}" for event in left]
    return "\n".join([f"on {on}", *map(str, prove(left, on).differences[:10]), *lines])
