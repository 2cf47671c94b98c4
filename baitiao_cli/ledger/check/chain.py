"""Proof of the facts: each event and deed follows the one before, each seal closes what was written, groups balance.

One pass over each table in the order of its key, side by side, a row in memory at a time. These loops see every row of
the ledger: they take tuples, hash what comes from the file as it comes, and do nothing more for a row that is right.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.chain import EVENT_FIELDS, GENESIS, SEAL_FIELDS
from baitiao_cli.ledger.check.beside import DeedsAndRows
from baitiao_cli.ledger.check.facts import booked_groups, hashed_rows
from baitiao_cli.ledger.check.seals import WrongSeals, differing, seal_findings
from baitiao_cli.ledger.codec import canonical, canonical_bytes, canonical_lines, skimmed
from baitiao_cli.ledger.finding import Finding

NOTHING_BOOKED = sha256().hexdigest()


def chain_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """What is wrong with events, deeds, groups of postings, seals and the rows that they name, walked through once.

    Each kind of row in its order, so that the first finding names the first bad one.
    """
    events, journal, beside = _EventWalk(connection), _JournalWalk(connection), DeedsAndRows(connection)
    number, head = 0, GENESIS
    wrong = WrongSeals()
    for seal in hashed_rows(connection, "seals", SEAL_FIELDS, "number"):
        found, _, last_sequence, last_group_number, heads, journal_hash, hash_before, own_hash = seal
        number += 1
        yield from events.up_to(last_sequence)
        yield from journal.up_to(last_group_number)
        yield from beside.note(found, heads)
        first, last = journal.first, journal.last
        touched, booked = events.taken() | beside.taken(), journal.taken()
        is_right = (
            found == number
            and hash_before == head
            and sha256(canonical_bytes(seal[:-1])).hexdigest() == own_hash
            and heads == canonical(touched)
            and last_sequence == events.sequence
            and journal_hash == booked
        )
        if not is_right:
            problems = {
                f"number {found}, not {number}": found != number,
                "it does not follow the one before": hash_before != head,
                "its own hash": sha256(canonical_bytes(seal[:-1])).hexdigest() != own_hash,
                differing(heads, touched): heads != canonical(touched),
                "last event": last_sequence != events.sequence,
                f"postings of {_span(first, last)}": journal_hash != booked,
            }
            yield from wrong.findings(found, problems)
        number, head = found, own_hash
    yield from events.up_to(None)
    yield from journal.up_to(None)
    yield from beside.findings()
    unsealed = {
        "events without a seal": bool(events.taken()),
        "deeds without a seal": bool(beside.taken()),
        "postings without a seal": journal.taken() != NOTHING_BOOKED,
    }
    yield from wrong.more()
    yield from seal_findings(number + 1, unsealed)


def refuse_changed(connection: sqlite3.Connection) -> None:
    """Refuses facts that were changed, before anything is made of them: `ledger-damaged`, without a path."""
    found = next(chain_findings(connection), None)
    if found:
        raise BaitiaoError("ledger-damaged", reason=found.where)


def _span(first: int, last: int) -> str:
    return f"groups {first} to {last}" if first else "no group"


class _EventWalk:
    """The events in their order, each proved against the one before it in its account."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.rows = hashed_rows(connection, "events", EVENT_FIELDS, "sequence")
        self.waiting = next(self.rows, None)
        self.heads: dict[str, tuple[int, str]] = {}
        self.touched: dict[str, str] = {}
        self.sequence = 0

    def taken(self) -> dict[str, str]:
        """The heads of the accounts whose events were walked over since this was asked."""
        touched, self.touched = self.touched, {}
        return touched

    def up_to(self, last_sequence: int | None) -> Iterable[Finding]:
        """What is wrong with the events up to that one; `None`: all that are left."""
        wrong: list[Finding] = []
        row = self.waiting
        while row is not None and (last_sequence is None or row[0] <= last_sequence):
            sequence, event_id, account_id, number, kind, _, _, _, _, body, hash_before, own_hash = row
            before, head = self.heads.get(account_id, (0, GENESIS))
            is_right = (
                sequence == self.sequence + 1
                and number == before + 1
                and hash_before == head
                and sha256(canonical_bytes(row[:-1])).hexdigest() == own_hash
                and (told := skimmed(body)) is not None
                and told.kind == kind
            )
            if not is_right:
                wrong += [
                    Finding("check-event", event_id, {"event_id": event_id, "problem": problem})
                    for problem in _event_problems(row, self.sequence, before, head)
                ]
            self.sequence = sequence
            self.heads[account_id] = (number, own_hash)
            self.touched[account_id] = own_hash
            row = next(self.rows, None)
        self.waiting = row
        if last_sequence is not None and self.sequence < last_sequence:
            gone, self.sequence = f"no. {self.sequence + 1}", last_sequence
            wrong.append(Finding("check-event", f"event {gone}", {"event_id": gone, "problem": "it is gone"}))
        return wrong


def _event_problems(row: tuple[Any, ...], last_sequence: int, last_number: int, head: str) -> Iterator[str]:
    sequence, _, _, number, kind, *_, body, hash_before, own_hash = row
    if sequence != last_sequence + 1:
        yield f"sequence {sequence}, not {last_sequence + 1}"
    if number != last_number + 1:
        yield f"number {number}, not {last_number + 1}"
    if hash_before != head:
        yield "it does not follow the one before"
    if sha256(canonical_bytes(row[:-1])).hexdigest() != own_hash:
        yield "its own hash"
    told = skimmed(body)
    if told is None:
        yield "its body cannot be read"
    elif told.kind != kind:
        yield "kind"


class _JournalWalk:
    """The groups of postings in their order, each proved to balance, and hashed as they were when they were booked."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.groups = booked_groups(connection)
        self.group, self.postings = next(self.groups, (None, []))
        self.hash = sha256()
        self.first = self.last = 0

    def taken(self) -> str:
        """The hash of the groups that were walked over since this was asked; `first` and `last` tell which."""
        hashed, self.hash = self.hash, sha256()
        self.first = 0
        return hashed.hexdigest()

    def up_to(self, last_group_number: int | None) -> Iterable[Finding]:
        """What is wrong with the groups up to that one; `None`: all that are left."""
        wrong: list[Finding] = []
        while self.group is not None and (last_group_number is None or self.group[0] <= last_group_number):
            number = self.group[0]
            self.first, self.last = self.first or number, number
            self.hash.update(canonical_lines([*self.postings, self.group]))
            sum_fen = sum(posting[-1] for posting in self.postings if isinstance(posting[-1], int))
            if sum_fen:
                wrong.append(Finding("check-group", f"group {number}", {"number": number, "sum_fen": sum_fen}))
            self.group, self.postings = next(self.groups, (None, []))
        return wrong
