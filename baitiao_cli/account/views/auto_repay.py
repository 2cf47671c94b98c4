"""What auto-repay tries next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from baitiao_cli.account.events import DebitTried, Event, Reversed
from baitiao_cli.account.replay import advance, next_happening_on, replay

HORIZON = timedelta(days=100)
"""How far a next try is looked for: past the due date of the bill after the next, wherever the bill days are."""


def next_debit(events: Iterable[Event], as_of: date) -> tuple[date, DebitTried] | None:
    """The first try after `as_of` and what it asks for, if nothing else happens until then."""
    known = [event for event in events if event.effective_on <= as_of or isinstance(event.fact, Reversed)]
    account = replay(known, as_of)
    if account.auto_repay is None or not account.line.auto_repay_days:
        return None
    while (day := next_happening_on(account)) is not None and day <= as_of + HORIZON:
        advance(account, day)
        if day in account.debits:
            return day, account.debits[day]
    return None
