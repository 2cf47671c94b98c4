"""What the rules on risk look at of an account: its purchases, what was sent back, failed checks, changes, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from baitiao_cli.account.events import (
    Event,
    HoldPlaced,
    HoldReleased,
    Opened,
    PersonCorrected,
    Purchased,
    Refunded,
    Reopened,
    VerificationFailed,
)
from baitiao_cli.account.verbs.reverse import live_events
from baitiao_cli.desk.clock import known_time


class Deed(NamedTuple):
    """One thing that was done: by which event and when; of a purchase what it cost the line, in fen, and what it was.

    `since_on` is the day from which it must be within the window: of what was sent back the day of its purchase.
    `hour` is that of the day in Shanghai, `None` where nobody knows it.
    """

    event_id: str
    on: date
    amount_fen: int = 0
    category: str = ""
    hour: int | None = None
    since_on: date | None = None

    @property
    def from_on(self) -> date:
        """The first day that it is about."""
        return self.since_on or self.on


def known_hour(recorded_at: str, on: date) -> int | None:
    """The hour in Shanghai (0 to 23) at which something of a day was recorded, as far as `known_time` knows it.

    >>> known_hour("2026-03-04T18:30:05.120000Z", date(2026, 3, 5))
    2
    """
    moment = known_time(recorded_at, on)
    return moment.hour if moment else None


class Deeds:
    """The deeds of an account through a day, each kind by day and then as recorded; what was reversed is none.

    A purchase counts where it was made: an authorised one when it was authorised, not once more when it is captured.
    """

    def __init__(self, events: Iterable[Event], through: date) -> None:
        live = [event for event in live_events(list(events)) if event.effective_on <= through]
        self.live = sorted(live, key=lambda event: (event.effective_on, event.number))
        self.purchases = list(self._purchases())
        self.failures = [_plain(event) for event in self.live if isinstance(event.fact, VerificationFailed)]
        self.given_up = [_plain(event) for event in self.live if isinstance(event.fact, HoldReleased)]
        self.openings = [_plain(event) for event in self.live if isinstance(event.fact, Opened | Reopened)]
        self.phone_changes = [
            _plain(event)
            for event in self.live
            if isinstance(event.fact, PersonCorrected) and "phone" in event.fact.fields
        ]

    def _purchases(self) -> Iterator[Deed]:
        for event in self.live:
            fact, hour = event.fact, known_hour(event.recorded_at, event.effective_on)
            if isinstance(fact, HoldPlaced):
                yield Deed(event.event_id, event.effective_on, fact.amount_fen, fact.category, hour)
            elif isinstance(fact, Purchased) and not fact.hold_id:
                yield Deed(event.event_id, event.effective_on, fact.financed_fen, fact.category, hour)

    def sent_back(self, share_pct: int) -> Iterator[Deed]:
        """The purchases that were sent back to at least a share of what was financed, as of the refund that came to it.

        A purchase is told once, however often something is given back for it.
        """
        bought: dict[str, tuple[date, int]] = {}
        back: dict[str, int] = {}
        for event in self.live:
            fact = event.fact
            if isinstance(fact, Purchased):
                bought[fact.plan_id] = event.effective_on, fact.financed_fen
            elif isinstance(fact, Refunded) and fact.plan_id in bought:
                bought_on, financed_fen = bought[fact.plan_id]
                before_fen = back.get(fact.plan_id, 0)
                back[fact.plan_id] = before_fen + fact.amount_fen
                if before_fen * 100 < share_pct * financed_fen <= back[fact.plan_id] * 100:
                    yield Deed(event.event_id, event.effective_on, fact.amount_fen, since_on=bought_on)


def _plain(event: Event) -> Deed:
    return Deed(event.event_id, event.effective_on)
