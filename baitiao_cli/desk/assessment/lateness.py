"""How late an account has been on the days behind it, by the events of the ledger alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from baitiao_cli.account.account import Account
from baitiao_cli.account.delinquency import days_past_due
from baitiao_cli.account.events import AutoRepaySet, Event, Reversed
from baitiao_cli.account.replay import replay_on, with_debits
from baitiao_cli.calc.dates import add_months

_NIGHT = timedelta(days=1)


class LateDay(NamedTuple):
    """A day, and how many days past due it ended."""

    on: date
    days: int


class Past(NamedTuple):
    """An account on a day, and how late each stretch of days before ended: lateness grows until something happens."""

    account: Account
    ends: tuple[LateDay, ...]

    def worst_days(self, after: date) -> int:
        """The most days past due on any day behind `after`."""
        return max((end.days for end in self.ends if end.on > after), default=0)

    def worst_of_months(self, count: int) -> int:
        """The most days past due in the last `count` months."""
        return self.worst_days(add_months(self.account.through, -count))

    @property
    def last_late_on(self) -> date | None:
        """The last day that ended late; `None` when none did."""
        return max((end.on for end in self.ends if end.days), default=None)


def past_of(events: Iterable[Event], as_of: date) -> Past:
    """The account at the end of a day, from its opening on, with its lateness on every day before.

    Between two events what is past due only grows older: so the day before each event, and the day itself, are looked
    at. Events of later days are not known, but what reverses one is.
    """
    known = [event for event in events if event.effective_on <= as_of or isinstance(event.fact, Reversed)]
    if any(isinstance(event.fact, AutoRepaySet) for event in known):
        known = with_debits(known, as_of)  # a debit that no run has recorded yet ends lateness, too
    days = _days(known, as_of)
    ends = []
    for account in replay_on(known, days):
        ends.append(LateDay(account.through, days_past_due(account, account.through)))
    return Past(account, tuple(ends))


def _days(events: Sequence[Event], as_of: date) -> list[date]:
    """The day before each event, from the opening on, and the day that is asked about."""
    opened_on = events[0].effective_on
    before = {event.effective_on - _NIGHT for event in events if opened_on < event.effective_on <= as_of}
    return sorted(before | {as_of})
