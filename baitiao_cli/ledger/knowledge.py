"""What the ledger knew at an earlier moment: its first so many events. Order is by sequence, never by the clock."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime

import msgspec

from baitiao_cli.account.events import PLAN_MAKERS, Event
from baitiao_cli.account.verbs.reverse import live_events
from baitiao_cli.calc.dates import shanghai_time
from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError

KnownAt = int | str | datetime
"""A moment of the ledger: after its first so many events, after the event with that id, or an instant with a zone."""

EVERYTHING = 2**63 - 1
"""Beyond the sequence of every event."""


class Knowledge(msgspec.Struct, frozen=True):
    """The last event that was known: its place in the ledger, its id, and when it was recorded (UTC, ISO text)."""

    sequence: int
    event_id: str
    recorded_at: str


def knowledge_at(connection: sqlite3.Connection, known_at: KnownAt) -> Knowledge:
    """What the ledger knew at a moment.

    At an instant it knew the events before the first one that was recorded after it, so an answer about an instant that
    was followed by an event never changes, whatever the clock says later.

    Errors, all of them the asker's: `event-unknown`, `known-at-not-reached` for a number of events that there are not,
    `nothing-known-yet` when that is before the first event.
    """
    last = connection.execute("SELECT coalesce(max(sequence), 0) FROM events").fetchone()[0]
    if isinstance(known_at, datetime):
        sequence, asked = _sequence_at(connection, known_at, last), shanghai_time(known_at.isoformat())
    elif isinstance(known_at, str):
        sequence, asked = _sequence_of(connection, known_at), known_at
    else:
        sequence, asked = known_at, str(known_at)
    if sequence > last:
        raise BaitiaoError("known-at-not-reached", asked=asked, last=last)
    row = connection.execute(
        "SELECT sequence, event_id, recorded_at FROM events WHERE sequence <= ? ORDER BY sequence DESC LIMIT 1",
        (sequence,),
    ).fetchone()
    if row is None:
        raise BaitiaoError("nothing-known-yet", asked=asked)
    return Knowledge(**dict(row))


def _sequence_at(connection: sqlite3.Connection, instant: datetime, last: int) -> int:
    """The place before the first event recorded after `instant`, to the microsecond; SQL finds the second."""
    rows = connection.execute(
        "SELECT sequence, recorded_at FROM events WHERE datetime(recorded_at) >= datetime(?) ORDER BY sequence",
        (instant.isoformat(),),
    )
    for row in rows:
        if datetime.fromisoformat(row["recorded_at"]) > instant:
            rows.close()
            return int(row["sequence"]) - 1
    return last


def _sequence_of(connection: sqlite3.Connection, event_id: str) -> int:
    row = connection.execute("SELECT sequence FROM events WHERE event_id = ?", (event_id,)).fetchone()
    if row is None:
        raise BaitiaoError("event-unknown", event_id=shortened(event_id))
    return int(row["sequence"])


def recorded_by(recorded_at: str, instant: str) -> bool:
    """Whether what was recorded at a time was so by an instant, both ISO text with a zone.

    >>> recorded_by("2026-01-05T02:00:00.5Z", "2026-01-05T10:00:01+08:00")
    True
    """
    return datetime.fromisoformat(recorded_at) <= datetime.fromisoformat(instant)


def not_known_yet(asked: str, known: Knowledge, sequence: int) -> BaitiaoError:
    """The refusal of what the ledger learned of only by the event at `sequence`."""
    return BaitiaoError("not-known-yet", asked=asked, known=known.sequence, sequence=sequence)


def account_of_plan_then(events: Iterable[Event], plan_id: str, known: Knowledge) -> str:
    """The account that had the plan, from all its `events`; `plan-unknown` or `not-known-yet`."""
    made = [event for event in events if isinstance(event.fact, PLAN_MAKERS) and event.fact.plan_id == plan_id]
    later = next((event.sequence for event in made if event.sequence > known.sequence), None)
    if later is not None:
        raise not_known_yet(plan_id, known, later)
    counted = live_events(event for event in events if event.sequence <= known.sequence)
    if not any(event in counted for event in made):
        raise BaitiaoError("plan-unknown", plan_id=shortened(plan_id))
    return made[0].account_id
