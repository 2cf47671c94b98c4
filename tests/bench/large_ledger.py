"""A ledger of any size, for measuring: the life of one account, played by the real verbs, told again for many others.

    python -m tests.bench.large_ledger /dev/shm/large.db 1000000

Every row is what the program itself would have written, with the hashes that belong to it, so that `check --full`
finds nothing: the ids of the account, its person, plans and events are those of the other account.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from baitiao_cli.actions.accrue import ACCRUE, AccrueAsked
from baitiao_cli.actions.charge import CHARGE, ChargeAsked
from baitiao_cli.actions.open import OPEN, OpenAsked
from baitiao_cli.actions.repay import REPAY, RepayAsked
from baitiao_cli.actions.verb import Call, Verb, perform
from baitiao_cli.ledger.chain import (
    EVENT_FIELDS,
    GENESIS,
    GROUP_FIELDS,
    POSTING_FIELDS,
    SEAL_FIELDS,
    JournalHash,
    digest,
)
from baitiao_cli.ledger.codec import canonical
from baitiao_cli.ledger.store import Ledger

FIRST_DAY = date(2026, 1, 5)
FACTS = ("events", "posting_groups", "postings", "seals")
COPIED = ("people", "accounts", "plans", "installments", "bills")
Row = dict[str, Any]


def make_ledger(path: Path, event_count: int) -> int:
    """Makes a ledger of at least so many events at `path`, every transaction of an event or two; returns how many."""
    with TemporaryDirectory() as folder:
        story = Path(folder) / "story.db"
        play(story)
        with closing(sqlite3.connect(story)) as connection:
            connection.row_factory = sqlite3.Row
            template = {
                name: rows(connection, name) for name in (*COPIED, "events", "posting_groups", "postings", "seals")
            }
    copies = -(-event_count // len(template["events"]))
    Ledger.create(path, now=f"{FIRST_DAY}T02:00:00Z")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = off")
        connection.execute("PRAGMA foreign_keys = off")
        connection.execute("BEGIN")
        retold = _Retold(template)
        for number in range(1, copies + 1):
            for table, row in retold.life(number):
                names = ", ".join(row)
                connection.execute(
                    f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", [*row.values()]
                )
        connection.execute("COMMIT")
    return copies * len(template["events"])


def play(path: Path) -> None:
    """Eight months of one account: purchases, bills, payments in time and late."""
    ledger = Ledger.create(path, now=f"{FIRST_DAY}T02:00:00Z")

    def do(verb: Verb, asked: Any, days: int) -> None:
        today = FIRST_DAY + timedelta(days=days)
        perform(ledger, verb, asked, Call(today=today, now=f"{today}T02:00:00Z", operator="bench"))

    do(OPEN, OpenAsked(name="李雷", limit_fen=20_000_00), 0)
    do(CHARGE, ChargeAsked(account_id="A1", amount_fen=5_999_00, installments=12, merchant="Phones"), 3)
    for month in range(8):
        do(CHARGE, ChargeAsked(account_id="A1", amount_fen=403_00 + month, merchant="Books"), 30 * month + 10)
        do(ACCRUE, AccrueAsked(), 30 * month + 30)
        do(REPAY, RepayAsked(account_id="A1", amount_fen=935_00 + month), 30 * month + 35 + month % 3 * 4)


def rows(connection: sqlite3.Connection, table: str) -> list[Row]:
    """The rows of a table, in the order written."""
    return [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY rowid")]


class _Retold:
    """The template for one account after another, numbered and hashed as if each had followed the one before."""

    def __init__(self, template: dict[str, list[Row]]) -> None:
        self.template = template
        self.sequence = self.group = self.posting = self.seal = 0
        self.seal_head = GENESIS
        self.postings: dict[int, list[Row]] = {}
        for row in template["postings"]:
            self.postings.setdefault(row["group_number"], []).append(row)

    def life(self, number: int) -> Iterator[tuple[str, Row]]:
        """The rows of the account with that number, by table."""
        for table in COPIED:
            for row in self.template[table]:
                known: Row = {"number": number} if table in ("people", "accounts") else {}
                if table == "people":
                    # What a copy of a person holds cannot be read, so the copies are of people who were erased.
                    known |= {"name": b"", "phone": b"", "id_number": b"", "erased_at": row["added_at"]}
                yield table, self._renamed(row, number, known)
        head, event_at, group_at = GENESIS, 0, 0
        for seal in self.template["seals"]:
            journal = JournalHash()
            while event_at < seal["last_sequence"]:
                self.sequence += 1
                event = self._renamed(
                    self.template["events"][event_at], number, {"sequence": self.sequence, "hash_before": head}
                )
                head = event["hash"] = digest(event, EVENT_FIELDS)
                yield "events", event
                event_at += 1
            while group_at < seal["last_group_number"]:
                group = self.template["posting_groups"][group_at]
                self.group += 1
                for row in self.postings[group["group_number"]]:
                    self.posting += 1
                    posting = self._renamed(row, number, {"posting_number": self.posting, "group_number": self.group})
                    journal.add(posting, POSTING_FIELDS)
                    yield "postings", posting
                group = self._renamed(group, number, {"group_number": self.group})
                journal.add(group, GROUP_FIELDS)
                yield "posting_groups", group
                group_at += 1
            yield "seals", self._sealed(seal, canonical({f"A{number}": head}), journal.value)

    def _sealed(self, seal: Row, heads: str, journal_hash: str) -> Row:
        self.seal += 1
        figures = {"number": self.seal, "last_sequence": self.sequence, "last_group_number": self.group}
        row = seal | figures | {"heads": heads, "journal_hash": journal_hash, "hash_before": self.seal_head}
        self.seal_head = row["hash"] = digest(row, SEAL_FIELDS)
        return row

    def _renamed(self, row: Row, number: int, given: Row) -> Row:
        return {name: _of_account(name, value, number) for name, value in row.items()} | given


def _of_account(name: str, value: object, number: int) -> object:
    if name == "person_id":
        return f"P{number}"
    if name == "body":
        return str(value).replace('"A1', f'"A{number}').replace('"person_id":"P1"', f'"person_id":"P{number}"')
    if name in ("account_id", "plan_id", "event_id", "cause") and str(value).startswith("A1"):
        return f"A{number}{str(value)[2:]}"
    return value


if __name__ == "__main__":
    sys.stdout.write(f"{make_ledger(Path(sys.argv[1]), int(sys.argv[2]))} events\n")
