"""Law 44: incremental = full replay. Taking one more event into a fold gives what folding all of them again gives."""

from __future__ import annotations

from hypothesis import given

from baitiao_cli.account.events import BillIssued, DebitTried, Opened, Reversed
from baitiao_cli.account.replay import replay, take

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
