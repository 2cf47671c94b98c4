"""Which events of an account were recorded in one transaction, and on which day it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

import msgspec

from baitiao_cli.account.events import Event


class Sitting(msgspec.Struct, frozen=True, kw_only=True):
    """The events of one account that one transaction recorded, and the day through which it booked."""

    through: date
    events: tuple[Event, ...]


def sittings(connection: sqlite3.Connection, events: Sequence[Event]) -> list[Sitting]:
    """The transactions in which the events were recorded, in their order.

    The day is the last that a transaction posted on; one that posted nothing was on the last day of what it recorded.
    """
    found: list[Sitting] = []
    by_seal: dict[int, list[Event]] = {}
    for event in events:
        by_seal.setdefault(_seal_of(connection, event.sequence), []).append(event)
    through = events[0].effective_on
    for number, together in by_seal.items():
        counted = max(event.effective_on for event in together)
        through = max(through, counted, _posted_on(connection, number, events[0].account_id) or counted)
        found.append(Sitting(through=through, events=tuple(together)))
    return found


def _seal_of(connection: sqlite3.Connection, sequence: int) -> int:
    """The number of the seal over an event; both only grow, so it is found by halves."""
    least, most = 1, int(connection.execute("SELECT coalesce(max(number), 1) FROM seals").fetchone()[0])
    while least < most:
        middle = (least + most) // 2
        row = connection.execute("SELECT last_sequence FROM seals WHERE number = ?", (middle,)).fetchone()
        least, most = (least, middle) if row["last_sequence"] >= sequence else (middle + 1, most)
    return least


def _posted_on(connection: sqlite3.Connection, number: int, account_id: str) -> date | None:
    row = connection.execute(
        "SELECT max(posted_on) AS day FROM posting_groups WHERE account_id = ?"
        " AND group_number <= (SELECT last_group_number FROM seals WHERE number = ?)"
        " AND group_number > coalesce((SELECT last_group_number FROM seals WHERE number = ? - 1), 0)",
        (account_id, number, number),
    ).fetchone()
    return date.fromisoformat(row["day"]) if row["day"] else None
