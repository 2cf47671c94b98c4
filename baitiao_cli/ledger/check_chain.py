"""Proof of the facts: each event follows the one before, each seal closes what was written, each group balances."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import msgspec

from baitiao_cli.ledger.chain import (
    EVENT_FIELDS,
    GENESIS,
    GROUP_FIELDS,
    POSTING_FIELDS,
    SEAL_FIELDS,
    JournalHash,
    digest,
)
from baitiao_cli.ledger.codec import canonical, fact_of, kind_of
from baitiao_cli.ledger.finding import Finding


def chain_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """What is wrong with events, groups of postings and seals, walked through once each, side by side."""
    events, journal = _EventWalk(connection), _JournalWalk(connection)
    number, head = 0, GENESIS
    for seal in connection.execute("SELECT * FROM seals ORDER BY number"):
        number += 1
        yield from events.up_to(seal["last_sequence"])
        yield from journal.up_to(seal["last_group_number"])
        problems = {
            f"number {seal['number']}, not {number}": seal["number"] != number,
            "it does not follow the one before": seal["hash_before"] != head,
            "its own hash": digest(seal, SEAL_FIELDS) != seal["hash"],
            "heads of the accounts": seal["heads"] != canonical(events.touched),
            "last event": seal["last_sequence"] != events.sequence,
            "postings": seal["journal_hash"] != journal.hash.value,
        }
        for problem, is_wrong in problems.items():
            if is_wrong:
                yield Finding("check-seal", f"seal {seal['number']}", {"number": seal["number"], "problem": problem})
        number, head = seal["number"], seal["hash"]
        events.touched = {}
        journal.hash = JournalHash()
    yield from events.up_to(None)
    yield from journal.up_to(None)
    unsealed = {"events": bool(events.touched), "postings": journal.hash.value != JournalHash().value}
    for what, is_unsealed in unsealed.items():
        if is_unsealed:
            yield Finding(
                "check-seal", f"seal {number + 1}", {"number": number + 1, "problem": f"{what} without a seal"}
            )


class _EventWalk:
    """The events in their order, each proved against the one before it in its account."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.rows = connection.execute("SELECT * FROM events ORDER BY sequence")
        self.waiting = self.rows.fetchone()
        self.heads: dict[str, tuple[int, str]] = {}
        self.touched: dict[str, str] = {}
        self.sequence = 0

    def up_to(self, last_sequence: int | None) -> Iterator[Finding]:
        """What is wrong with the events up to that one; `None`: all that are left."""
        while self.waiting is not None and (last_sequence is None or self.waiting["sequence"] <= last_sequence):
            row, self.waiting = self.waiting, self.rows.fetchone()
            for problem in self._problems(row):
                yield Finding("check-event", row["event_id"], {"event_id": row["event_id"], "problem": problem})
            self.sequence = row["sequence"]
            self.heads[row["account_id"]] = (row["number"], row["hash"])
            self.touched[row["account_id"]] = row["hash"]

    def _problems(self, row: sqlite3.Row) -> Iterator[str]:
        number, head = self.heads.get(row["account_id"], (0, GENESIS))
        if row["sequence"] != self.sequence + 1:
            yield f"sequence {row['sequence']}, not {self.sequence + 1}"
        if row["number"] != number + 1:
            yield f"number {row['number']}, not {number + 1}"
        if row["hash_before"] != head:
            yield "it does not follow the one before"
        if digest(row, EVENT_FIELDS) != row["hash"]:
            yield "its own hash"
        try:
            if kind_of(fact_of(row["body"])) != row["kind"]:
                yield "kind"
        except (msgspec.MsgspecError, ValueError, TypeError):
            yield "its body cannot be read"


class _JournalWalk:
    """The groups of postings in their order, each proved to balance, and hashed as they were when they were booked."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.groups = connection.execute("SELECT * FROM posting_groups ORDER BY group_number")
        self.postings = connection.execute("SELECT * FROM postings ORDER BY group_number, posting_number")
        self.group, self.posting = self.groups.fetchone(), self.postings.fetchone()
        self.hash = JournalHash()

    def up_to(self, last_group_number: int | None) -> Iterator[Finding]:
        """What is wrong with the groups up to that one; `None`: all that are left."""
        while self.group is not None and (last_group_number is None or self.group["group_number"] <= last_group_number):
            number, sum_fen = self.group["group_number"], 0
            while self.posting is not None and self.posting["group_number"] <= number:
                sum_fen += self.posting["amount_fen"]
                self.hash.add(self.posting, POSTING_FIELDS)
                self.posting = self.postings.fetchone()
            self.hash.add(self.group, GROUP_FIELDS)
            if sum_fen:
                yield Finding("check-group", f"group {number}", {"number": number, "sum_fen": sum_fen})
            self.group = self.groups.fetchone()
