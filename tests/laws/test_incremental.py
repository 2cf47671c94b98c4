"""Law 44: incremental = full replay. Taking one more event into a fold gives what folding all of them again gives."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.events import BillIssued, DebitTried, Opened, Reversed
from baitiao_cli.account.replay import may_follow, replay, take

from .history import History
from .strategies import histories


@given(histories())
def test_one_more_event_is_the_same_as_all_of_them_again(history: History) -> None:
    for place, event in enumerate(history.events):
        before = history.events[:place]
        if isinstance(event.fact, Opened | BillIssued | DebitTried | Reversed):
            continue
        if any(other.effective_on > event.effective_on for other in before):
            continue
        account = replay(before, event.effective_on)
        take(account, event)
        assert account == replay([*before, event], event.effective_on)


@given(histories(), st.booleans(), st.lists(st.integers(0, 70), min_size=1, max_size=4))
def test_an_account_goes_on_after_some_events_as_if_all_were_folded(
    history: History, is_billed: bool, waits: list[int]
) -> None:
    if is_billed:
        history.issue_bills()
    last_on = max(event.effective_on for event in history.events)
    for place in range(1, len(history.events)):
        before, later = history.events[:place], history.events[place:]
        folded_on = max(event.effective_on for event in before) + timedelta(days=waits[place % len(waits)])
        if not may_follow(folded_on, later):
            continue
        through = max(last_on, folded_on) + timedelta(days=waits[0])
        assert replay(later, through, after=replay(before, folded_on)) == replay(history.events, through)
