"""Version 9: accounts of many events as they were folded, so that a look at one need not fold all of them."""

from __future__ import annotations

from sqlite_utils import Database

from baitiao_cli.ledger.schema.parts import COUNT, DATE, HASH, TEXT, Columns, table_sql

SNAPSHOTS: Columns = {
    "account_id": TEXT,
    "number": COUNT,
    "through_on": DATE,
    "fold_version": COUNT,
    "state": "BLOB NOT NULL",
    "hash": HASH,
}
"""A cache: rows may go at any time, and nothing points at them."""


def ninth_schema(db: Database) -> None:
    """The table of version 9."""
    db.execute(table_sql("snapshots", SNAPSHOTS, "PRIMARY KEY (account_id)"))
