"""Law 35: accounts are independent. Law 36: as-of and known-at answers never change later.

Law 44: incremental = full replay.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.events import Reversed
from baitiao_cli.account.replay import replay
from baitiao_cli.account.verbs.reverse import live_events

from .facts import economics_of
from .history import History, opened
from .strategies import MANY, Step, histories, steps, take


@given(st.lists(steps(MANY), min_size=1, max_size=8))
def test_an_answer_stays_the_answer_for_what_was_known_then(drawn: list[Step]) -> None:
    history = History()
    answers: list[tuple[int, date, dict[str, Any]]] = []
    for step in drawn:
        take(history, step)
        answers.append((len(history.events), history.today, economics_of(history.account())))
    history.today += timedelta(days=90)
    history.issue_bills()
    for known, on, answer in answers:
        assert economics_of(replay(history.events[:known], on)) == answer


@given(histories(), st.integers(0, 200))
def test_what_comes_later_does_not_touch_an_earlier_day(history: History, days: int) -> None:
    on = max(history.opened_on, history.today - timedelta(days=days))
    live = live_events(history.events)
    until = [event for event in live if event.effective_on <= on]
    assert economics_of(replay(history.events, on)) == economics_of(replay(until, on))
    assert not any(isinstance(event.fact, Reversed) for event in live)


@given(histories(most_steps=5), histories(most_steps=5))
def test_one_account_knows_nothing_of_another(one: History, other: History) -> None:
    before = economics_of(replay(one.events, one.today))
    economics_of(replay(other.events, other.today))
    again = History([opened(one.opened_on)])
    again.buy("month", 1_00)
    assert economics_of(replay(one.events, one.today)) == before
