"""The quick proof of the chain, in stretches, each of which can be proved by itself, and of what is kept beside it.

What came before a stretch is read off the seal that it follows. Where the file is sound, its links lead somewhere,
deeds and rows are as sealed and every stretch is right, the whole chain is: each stretch begins with what the one
before it ends with, and the keys leave no row between two of them. This only tells whether all is right; where it is
not, the walk through the whole chain says what is wrong, and finds nothing where this finds nothing.

What the facts tell of rows that are kept beside them is noted on the way, for nothing takes longer than to fetch them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from typing import Any, NamedTuple

from baitiao_cli.ledger.chain import EVENT_FIELDS, GENESIS, SEAL_FIELDS
from baitiao_cli.ledger.check.beside import as_sealed
from baitiao_cli.ledger.check.facts import Keys, booked_groups, hashed_rows
from baitiao_cli.ledger.check.fold import purchase_index_findings
from baitiao_cli.ledger.check.quotes import Accepted, accepted_findings
from baitiao_cli.ledger.check.sums import JournalSums
from baitiao_cli.ledger.codec import canonical, canonical_bytes, canonical_lines, skimmed
from baitiao_cli.ledger.finding import Finding
from baitiao_cli.ledger.purchase_index import ALL, KINDS, Row, row_of

EVENTS_IN_A_STRETCH = 25_000
"""Half a second or less, so that nobody is idle for long at the end, and of so many accounts at most."""


class Closed(NamedTuple):
    """What a seal closes: its number and hash, the last event and the last group; none before the first."""

    number: int = 0
    head: str = GENESIS
    sequence: int = 0
    group_number: int = 0


class Stretch(NamedTuple):
    """What follows the one seal through the other; `None` for the beginning and the end of the chain."""

    after: Closed | None = None
    through: Closed | None = None

    def keys(self, name: str) -> Keys:
        """The first and the last key of the stretch in a table, by the name that it has in what a seal closes."""
        first = getattr(self.after, name) + 1 if self.after else ALL[0]
        return first, getattr(self.through, name) if self.through else ALL[1]


def stretches_of(connection: sqlite3.Connection) -> list[Stretch]:
    """The chain in stretches of about so many events; in one where it is short, or seals are missing."""
    events, seals = (
        int(connection.execute(f"SELECT coalesce(max({key}), 0) FROM {table}").fetchone()[0])  # noqa: S608
        for key, table in (("sequence", "events"), ("number", "seals"))
    )
    count = max(1, min(events // EVENTS_IN_A_STRETCH, seals))
    found = [
        connection.execute(
            "SELECT number, hash, last_sequence, last_group_number FROM seals WHERE number = ?", (seals * cut // count,)
        ).fetchone()
        for cut in range(1, count)
    ]
    cuts = [] if None in found else [Closed(*row) for row in found]
    return [Stretch(*ends) for ends in pairwise([None, *cuts, None])]


class Told(NamedTuple):
    """What is wrong with what is kept beside a stretch that is right: quotes that were accepted, and the index."""

    accepted: list[Finding]
    purchases: list[Finding]


def stretch_told(connection: sqlite3.Connection, stretch: Stretch) -> Iterator[Told | JournalSums]:
    """What is kept beside a stretch, and its journal in sums; nothing if events, postings or seals are not right."""
    events, journal = _Events(connection, stretch), _Journal(connection, stretch)
    if _is_right(connection, stretch, events, journal):
        keys = stretch.keys("sequence")
        yield Told(
            accepted=list(accepted_findings(connection, events.accepted)),
            purchases=list(purchase_index_findings(connection, events.purchases, keys)),
        )
        yield journal.sums


def _is_right(connection: sqlite3.Connection, stretch: Stretch, events: _Events, journal: _Journal) -> bool:
    """Whether each row follows the one before, has its own hash, is what its seal closes, and points at what is there.

    A posting's group is read with it, so only the accounts of the events are to be looked for.
    """
    number, head, _, _ = stretch.after or Closed()
    for seal in hashed_rows(connection, "seals", SEAL_FIELDS, "number", stretch.keys("number")):
        found, _, last_sequence, last_group_number, heads, journal_hash, hash_before, own_hash = seal
        number += 1
        touched = events.closed(last_sequence)
        is_right = (
            touched is not None
            and found == number
            and hash_before == head
            and sha256(canonical_bytes(seal[:-1])).hexdigest() == own_hash
            and (heads == canonical(touched) or heads == canonical(touched | as_sealed(heads)))
            and journal_hash == journal.closed(last_group_number)
        )
        if not is_right:
            return False
        head = own_hash
    is_over = events.are_over() and journal.is_over() and events.have_accounts()
    return is_over and (stretch.through is None or number == stretch.through.number)


class _Events:
    """The events of a stretch."""

    def __init__(self, connection: sqlite3.Connection, stretch: Stretch) -> None:
        self.connection = connection
        self.rows = hashed_rows(connection, "events", EVENT_FIELDS, "sequence", stretch.keys("sequence"))
        self.start = self.sequence = stretch.after.sequence if stretch.after else 0
        self.heads: dict[str, tuple[int, str]] = {}
        self.accepted: list[Accepted] = []
        self.purchases: list[Row] = []

    def closed(self, last_sequence: int) -> dict[str, str] | None:
        """The heads of the accounts of the events up to that one; `None` if one of those is not right or not there."""
        touched: dict[str, str] = {}
        while self.sequence < last_sequence:
            row = next(self.rows, None)
            if row is None:
                return None
            sequence, event_id, account_id, number, kind, _, _, _, _, body, hash_before, own_hash = row
            before, head = self.heads.get(account_id) or self._earlier(account_id, number)
            self.sequence += 1
            told = skimmed(body)
            is_right = (
                sequence == self.sequence
                and number == before + 1
                and hash_before == head
                and sha256(canonical_bytes(row[:-1])).hexdigest() == own_hash
                and told is not None
                and told.kind == kind
            )
            if told is None or not is_right:
                return None
            if kind in KINDS:
                self.purchases.append(row_of(sequence, told.merchant, told.order_id))
                if told.quote_id:
                    self.accepted.append((event_id, told.quote_id, told.quote_hash))
            self.heads[account_id] = number, own_hash
            touched[account_id] = own_hash
        return touched

    def _earlier(self, account_id: str, number: int) -> tuple[int, str]:
        """What an account's first event on the stretch follows: the one before it, if that is on an earlier one."""
        if number == 1:
            return 0, GENESIS
        row = self.connection.execute(
            "SELECT number, hash FROM events WHERE account_id = ? AND number = ? AND sequence <= ?",
            (account_id, number - 1, self.start),
        ).fetchone()
        return (row[0], row[1]) if row else (0, GENESIS)

    def are_over(self) -> bool:
        """Whether no event is left on the stretch."""
        return next(self.rows, None) is None

    def have_accounts(self) -> bool:
        """Whether the account of each event that was looked at is there."""
        find = "SELECT 1 FROM accounts WHERE account_id = ?"
        return all(self.connection.execute(find, (account_id,)).fetchone() for account_id in self.heads)


class _Journal:
    """The groups of postings of a stretch, added up on the way."""

    def __init__(self, connection: sqlite3.Connection, stretch: Stretch) -> None:
        self.groups = booked_groups(connection, stretch.keys("group_number"))
        self.group, self.postings = next(self.groups, (None, []))
        self.sums = JournalSums()

    def closed(self, last_group_number: int) -> str:
        """The hash of the groups up to that one; "" if one does not balance."""
        rows: list[tuple[Any, ...]] = []
        while self.group is not None and self.group[0] <= last_group_number:
            if self.sums.add(self.group, self.postings):
                return ""
            rows += self.postings
            rows.append(self.group)
            self.group, self.postings = next(self.groups, (None, []))
        return sha256(canonical_lines(rows)).hexdigest()

    def is_over(self) -> bool:
        """Whether no group and no posting is left on the stretch."""
        return self.group is None and not self.postings
