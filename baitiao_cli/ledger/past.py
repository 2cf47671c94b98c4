"""What is behind an account: its events, proved as they are read, and the snapshot that stands for the older ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, overload

import msgspec

from baitiao_cli.account.entries import Entries
from baitiao_cli.account.events import Event
from baitiao_cli.account.replay import may_follow
from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.chain import GENESIS, prove_events
from baitiao_cli.ledger.codec import event_of
from baitiao_cli.ledger.knowledge import EVERYTHING

if TYPE_CHECKING:
    from baitiao_cli.ledger.snapshots import Snapshot


class Past(msgspec.Struct, frozen=True):
    """The events of an account, of which those in its snapshot are read only when somebody looks at them."""

    events: Entries[Event]
    snapshot: Snapshot | None = None


def read_past(connection: sqlite3.Connection, account_id: str, last_sequence: int = EVERYTHING) -> Past:
    """The account's events up to one of the ledger, in their order; none of an account that is not known then.

    Every event that is read is proved by its hash and those around it, so no figure is ever folded from one that was
    changed; `ledger-damaged` names the first that is not. A snapshot is taken only for what the ledger knows now.
    """
    snapshot = _snapshot(connection, account_id) if last_sequence == EVERYTHING else None
    if snapshot:
        later = _read(connection, account_id, last_sequence, after=snapshot.number, head=snapshot.head)
        if may_follow(snapshot.through, later):
            older = _Older(connection, account_id, snapshot.number, snapshot.head)
            return Past(Entries(later, older), snapshot)
    return Past(Entries(_read(connection, account_id, last_sequence)))


def _snapshot(connection: sqlite3.Connection, account_id: str) -> Snapshot | None:
    if not connection.execute("SELECT 1 FROM snapshots WHERE account_id = ?", (account_id,)).fetchone():
        return None
    from baitiao_cli.ledger import snapshots  # hardly any account has one

    row = connection.execute(f"{snapshots.SELECTED} WHERE snapshots.account_id = ?", (account_id,)).fetchone()
    return snapshots.snapshot_in(row) if row else None


def _read(
    connection: sqlite3.Connection, account_id: str, last_sequence: int, after: int = 0, head: str = GENESIS
) -> list[Event]:
    """The events after the first `after`, whose last hash is `head`."""
    rows = connection.execute(
        "SELECT * FROM events WHERE account_id = ? AND number > ? AND sequence <= ? ORDER BY number",
        (account_id, after, last_sequence),
    )
    found = rows.fetchall()
    prove_events(found, after, head)
    following = f"{account_id}E{after + len(found) + 1}"
    # Looked up by another index: a damaged one may have lost the last events.
    more = "SELECT 1 FROM events WHERE event_id = ? AND sequence <= ?"
    if connection.execute(more, (following, last_sequence)).fetchone():
        raise BaitiaoError("ledger-damaged", reason=f"event {shortened(following)}")
    return [event_of(row) for row in found]


class _Older(Sequence[Event]):
    """The first events of an account, where they are; `head` is the hash of the last of them."""

    def __init__(self, connection: sqlite3.Connection, account_id: str, count: int, head: str) -> None:
        self._connection, self._account_id = connection, account_id
        self._count, self._head = count, head
        self._all: list[Event] | None = None

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Event: ...

    @overload
    def __getitem__(self, place: slice) -> list[Event]: ...

    def __getitem__(self, place: int | slice) -> Event | list[Event]:
        if not isinstance(place, slice):
            return self[place : place + 1][0]
        if self._all is not None:
            return self._all[place]
        first, until, _ = place.indices(self._count)
        found = self._read(first, until)
        if len(found) == self._count:
            self._all = found
        return found

    def __iter__(self) -> Iterator[Event]:
        return iter(self[:])

    def _read(self, first: int, until: int) -> list[Event]:
        rows = self._connection.execute(
            "SELECT * FROM events WHERE account_id = ? AND number > ? AND number <= ? ORDER BY number",
            (self._account_id, first, until),
        ).fetchall()
        head = str(rows[0]["hash_before"]) if rows and first else GENESIS
        last = prove_events(rows, first, head)
        if len(rows) != until - first or (until == self._count and rows and last != self._head):
            raise BaitiaoError("ledger-damaged", reason=f"event {self._account_id}E{first + len(rows)}")
        return [event_of(row) for row in rows]
