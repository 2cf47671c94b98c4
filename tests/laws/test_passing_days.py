"""Law 44 for days: letting the days pass in a fold is the same as folding all events again through the later day.

Within one long transaction a book is not folded anew on each of its days.
"""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.replay import advance, replay

from .history import History
from .strategies import histories


@given(histories(), st.lists(st.integers(0, 70), min_size=1, max_size=4))
def test_days_that_pass_one_by_one_are_days_that_pass_at_once(history: History, spans: list[int]) -> None:
    through = max(event.effective_on for event in history.events)
    account = replay(history.events, through)
    for days in spans:
        through += timedelta(days=days)
        advance(account, through)
    assert account == replay(history.events, through)
