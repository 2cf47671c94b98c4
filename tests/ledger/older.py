"""Ledgers as earlier versions left them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from baitiao_cli.ledger.schema.parts import table_sql
from baitiao_cli.ledger.schema.version_1 import PEOPLE, UNIQUE_INDEXES
from baitiao_cli.ledger.store import Ledger

ADDED_AT = "2026-01-05T08:00:00+00:00"


def as_version_3(path: Path) -> None:
    """Takes off a ledger what later versions brought: a file as version 3 left it, with its people in the clear."""
    with Ledger(path).read() as tx:
        people = [tx.person(row["person_id"]) for row in tx.connection.execute("SELECT person_id FROM people")]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for index in (
            "accounts_running",
            "accounts_by_settling",
            "accounts_by_person",
            "events_of_easing",
            "accounts_not_told",
        ):
            connection.execute(f"DROP INDEX {index}")
        for column in ("runs_by_night", "owed_fen", "overdue_fen", "is_lost", "owed_through"):
            connection.execute(f"ALTER TABLE accounts DROP COLUMN {column}")
        later = ("snapshots", "month_ends", "owed_sums", "month_moves", "purchase_index", "day_sums", "desk_facts")
        for table in (*later, "audit", "person_index", "person_keys", "people"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute(table_sql("people", PEOPLE, ""))
        connection.execute(f"CREATE UNIQUE INDEX people_by_id_number ON {UNIQUE_INDEXES['people_by_id_number']}")
        connection.executemany(
            "INSERT INTO people VALUES (?, ?, ?, ?, ?, ?)",
            [(one.person_id, one.person_id[1:], one.name, one.phone, one.id_number, ADDED_AT) for one in people],
        )
        connection.execute("DELETE FROM settings WHERE name IN ('people_salt', 'key_fingerprint')")
        connection.execute("PRAGMA user_version = 3")
        connection.execute("VACUUM")
