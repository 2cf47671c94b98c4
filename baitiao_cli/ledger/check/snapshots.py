"""Proof of the snapshots: each has its own hash, and is what the events in it make of the account."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from baitiao_cli.account.events import Event
from baitiao_cli.account.replay import replay
from baitiao_cli.ledger.codec import event_of
from baitiao_cli.ledger.finding import Finding
from baitiao_cli.ledger.snapshots import SELECTED, UNREADABLE, Snapshot, is_whole, snapshot_in


def snapshot_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Snapshots that have not their own hash, or not that of the last event in them."""
    for row in connection.execute(f"{SELECTED} ORDER BY snapshots.account_id"):
        if not is_whole(row):
            yield _finding(row["account_id"], "hash")


def folded_otherwise(connection: sqlite3.Connection, account_id: str, events: Sequence[Event]) -> Iterator[Finding]:
    """The snapshot of an account, if folding its events again gives another account."""
    for row in connection.execute(f"{SELECTED} WHERE snapshots.account_id = ?", (account_id,)).fetchall():
        snapshot = snapshot_in(row)  # a damaged one is told by its hash; one of another version is not looked at
        if snapshot and not _is_so(snapshot, events):
            yield _finding(account_id, "state")


def _is_so(snapshot: Snapshot, events: Sequence[Event]) -> bool:
    """Whether its events make the account that is in it, and all of that can be read."""
    try:
        return snapshot.account() == replay(events[: snapshot.number], snapshot.through)
    except UNREADABLE:  # entries are unpacked when they are compared
        return False


def take_out_wrong(connection: sqlite3.Connection) -> list[str]:
    """Takes out the snapshots that are wrong, for the next write to make anew; returns whose they were."""
    wrong = {found.where for found in snapshot_findings(connection)}
    for row in connection.execute("SELECT account_id FROM snapshots").fetchall():
        account_id = row["account_id"]
        found = connection.execute("SELECT * FROM events WHERE account_id = ? ORDER BY number", (account_id,))
        if any(folded_otherwise(connection, account_id, [event_of(event) for event in found.fetchall()])):
            wrong.add(account_id)
    connection.executemany("DELETE FROM snapshots WHERE account_id = ?", [(account_id,) for account_id in wrong])
    return sorted(wrong)


def _finding(account_id: str, column: str) -> Finding:
    return Finding("check-view", account_id, {"table": "snapshots", "column": column, "found": "…", "expected": "…"})
