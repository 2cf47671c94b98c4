"""The journal in sums: of each day on which something counts, what each ledger account was moved by.

Kept with each transaction, proved by `check` against the postings, and made again from them by `rebuild`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date

DaySums = dict[tuple[str, str], int]
"""Amounts in whole fen by (day, ledger account), also those that are zero by now."""

_ADDED = " ON CONFLICT (effective_on, ledger_account) DO UPDATE SET amount_fen = amount_fen + excluded.amount_fen"
# Added up row by row: to group them by day, SQLite would sort all postings first.
_BOOKED = (
    " (effective_on, ledger_account, amount_fen) SELECT effective_on, ledger_account, amount_fen"  # noqa: S608
    f" FROM posting_groups JOIN postings USING (group_number) WHERE true{_ADDED}"
)


def add(connection: sqlite3.Connection, booked: Mapping[tuple[str, str], int]) -> None:
    """Adds what a transaction has booked."""
    connection.executemany(
        f"INSERT INTO day_sums (effective_on, ledger_account, amount_fen) VALUES (?, ?, ?){_ADDED}",  # noqa: S608
        [(*key, amount_fen) for key, amount_fen in booked.items()],
    )


def fill(connection: sqlite3.Connection) -> None:
    """Makes the sums from the postings alone."""
    connection.execute("DELETE FROM day_sums")
    connection.execute(f"INSERT INTO day_sums{_BOOKED}")


def sums_through(connection: sqlite3.Connection, as_of: date) -> dict[str, int]:
    """What was booked on each ledger account up to a day."""
    rows = connection.execute(
        "SELECT ledger_account, sum(amount_fen) AS amount_fen FROM day_sums WHERE effective_on <= ?"
        " GROUP BY ledger_account",
        (as_of.isoformat(),),
    )
    return {row["ledger_account"]: row["amount_fen"] for row in rows}


def kept(connection: sqlite3.Connection) -> DaySums:
    """The sums as they are kept."""
    rows = connection.execute("SELECT effective_on, ledger_account, amount_fen FROM day_sums ORDER BY 1, 2")
    return {(row["effective_on"], row["ledger_account"]): row["amount_fen"] for row in rows}


def differing(found: DaySums, booked: DaySums) -> Iterable[tuple[tuple[str, str], int | None, int | None]]:
    """The sums that are not those of the postings: which, what is kept, and what it should be (`None` for nothing)."""
    for key in dict.fromkeys([*booked, *found]):
        if booked.get(key) != found.get(key):
            yield key, found.get(key), booked.get(key)
