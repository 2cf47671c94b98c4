"""The rows that a piece of work wrote, written once more as plainly as SQLite can: `executemany` in one transaction."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from baitiao_cli.ledger.store import Ledger

NUMBERED = {
    "events": "sequence",
    "postings": "posting_number",
    "posting_groups": "group_number",
    "seals": "number",
    "audit": "number",
    "people": "number",
}
KEYED = {
    "accounts": "account_id",
    "plans": "plan_id",
    "installments": "plan_id, number",
    "bills": "account_id, number",
    "month_ends": "account_id, month_end_on",
    "owed_sums": "oldest_unpaid_due_on, is_lost",
    "month_moves": "month_end_on, from_band, to_band",
}


class Written(NamedTuple):
    """Rows by table, with the columns that they have there."""

    tables: dict[str, tuple[list[str], list[tuple[object, ...]]]]

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(len(rows) for _, rows in self.tables.values())


def set_aside(ledger: Path, place: Path) -> None:
    """Notes in a file at `place` how far a ledger is, and what its views say."""
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute("ATTACH ? AS aside", (str(place),))
        for table, key in NUMBERED.items():
            connection.execute(f"CREATE TABLE aside.{table} AS SELECT max({key}) AS last FROM main.{table}")
        for table in KEYED:
            connection.execute(f"CREATE TABLE aside.{table} AS SELECT * FROM main.{table}")
        connection.commit()


def rows_since(aside: Path, ledger: Path) -> Written:
    """The rows that a ledger has now and had not, or not like that, when it was noted at `aside`."""
    tables = {}
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute("ATTACH ? AS aside", (str(aside),))
        for table, key in NUMBERED.items():
            last = f"(SELECT coalesce(last, 0) FROM aside.{table})"
            cursor = connection.execute(f"SELECT * FROM main.{table} WHERE {key} > {last}")
            tables[table] = ([column[0] for column in cursor.description], cursor.fetchall())
        for table in KEYED:
            cursor = connection.execute(f"SELECT * FROM main.{table} EXCEPT SELECT * FROM aside.{table}")
            tables[table] = ([column[0] for column in cursor.description], cursor.fetchall())
    return Written(tables)


def write_plainly(written: Written, place: Path) -> float:
    """Writes the rows into a new ledger at `place`, with all its guards and indexes; returns the processor seconds.

    A row of a view takes the place of one with its key, as in the work that is measured.
    """
    Ledger.create(place, now="2026-01-01T00:00:00Z")
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = off")  # what the rows point at may be in the other ledger
        began = time.process_time()
        connection.execute("BEGIN IMMEDIATE")
        for table, (columns, rows) in written.tables.items():
            sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
            if table in KEYED:
                changed = ", ".join(f"{column} = excluded.{column}" for column in columns)
                sql += f" ON CONFLICT ({KEYED[table]}) DO UPDATE SET {changed}"
            connection.executemany(sql, rows)
        connection.execute("COMMIT")
        return time.process_time() - began
