"""Proof of the rows beside the facts: each is as the last seal that names it says, and every one is named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from baitiao_cli.ledger.finding import Finding
from baitiao_cli.ledger.sealed import SEALED, row_hash, row_name


class NamedRows:
    """What the seals say of rows, gathered in a table of the connection's own: there may be very many."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        # Emptied rather than dropped: rows of a check that garbage stopped may still be half read.
        connection.execute(
            "CREATE TEMP TABLE IF NOT EXISTS named_rows (name TEXT PRIMARY KEY, hash TEXT, seal INTEGER)"
        )
        connection.execute("DELETE FROM temp.named_rows")

    def note(self, seal: int, named: Mapping[str, str]) -> None:
        """Takes what a seal says; of a row that may change the last one counts."""
        rows = [(name, hashed, seal) for name, hashed in named.items()]
        self.connection.executemany("INSERT OR REPLACE INTO temp.named_rows VALUES (?, ?, ?)", rows)

    def findings(self) -> Iterator[Finding]:
        """The rows that were changed or put in, table by table in the order written, and those that are gone."""
        for table in SEALED:
            for row in self.connection.execute(f"SELECT * FROM {table} ORDER BY rowid"):  # noqa: S608
                name = row_name(table, row)
                found = self.connection.execute("SELECT hash FROM temp.named_rows WHERE name = ?", (name,)).fetchone()
                if found is None:
                    yield _finding(name, "no seal names it")
                    continue
                if found["hash"] != row_hash(table, row):
                    yield _finding(name, "its own hash")
                self.connection.execute("DELETE FROM temp.named_rows WHERE name = ?", (name,))
        for row in self.connection.execute("SELECT name FROM temp.named_rows ORDER BY seal, name"):
            yield _finding(row["name"], "it is gone")


def _finding(name: str, problem: str) -> Finding:
    table, _, key = name.partition(" ")
    return Finding("check-row", name, {"table": table, "row": key, "problem": problem})
