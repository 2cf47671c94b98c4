"""What accounts owe, in sums: as they are, by the oldest due date that is late; and by band, from month to month.

Each change of an account's rows moves the sums with it; `check` proves them against the rows, and `rebuild` makes them
again from those.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from baitiao_cli.account.views.bands import PAID
from baitiao_cli.calc.dates import month_end

Sums = dict[tuple[str | int, ...], list[int]]
"""Amounts by what they are kept under: (due date or "", is lost), or (month end, from band, to band)."""

Row = Any
"""What columns can be asked of by their names: a row of the database, or one that is to be written."""

TABLES = {
    "owed_sums": (("oldest_unpaid_due_on", "is_lost"), ("account_count", "owed_fen", "overdue_fen")),
    "month_moves": (
        ("month_end_on", "from_band", "to_band"),
        ("account_count", "owing_count", "from_owed_fen", "owed_fen", "overdue_fen"),
    ),
}
"""Each table of sums: what they are kept under, and the sums."""


def owed_of(account: Row) -> Iterator[tuple[tuple[str, int], list[int]]]:
    """What the row of an account adds to the sums of what is owed; nothing if it owes nothing, or is not known to."""
    if account["owed_through"] and account["owed_fen"]:
        key = account["oldest_unpaid_due_on"] or "", account["is_lost"]
        yield key, [1, account["owed_fen"], account["overdue_fen"]]


def moves_of(ends: list[Row], owed_through: str | None, known: int = 0) -> Iterator[tuple[tuple[str, ...], list[int]]]:
    """What the month ends of an account, oldest first, add to the moves from band to band up to `owed_through`.

    The move to one of the first `known` ends is left out: it is the same as before.
    """
    before: Row | None = None
    for at, end in enumerate(ends):
        day = end["month_end_on"]
        follows = before is not None and next_end(before["month_end_on"]) == day
        if before and not follows:
            yield _to_paid(before)
        if at >= known:
            from_band, from_fen = (before["band"], before["owed_fen"]) if before and follows else (PAID, 0)
            owed_fen = end["owed_fen"]
            yield (day, from_band, end["band"]), [1, int(owed_fen != 0), from_fen, owed_fen, end["overdue_fen"]]
        before = end
    if before and owed_through and next_end(before["month_end_on"]) <= owed_through:
        yield _to_paid(before)


def _to_paid(end: Row) -> tuple[tuple[str, ...], list[int]]:
    return (next_end(end["month_end_on"]), end["band"], PAID), [1, 0, end["owed_fen"], 0, 0]


@cache
def next_end(end: str) -> str:
    """The end of the month after one that ends on a day (ISO text); after the last of all comes none.

    >>> next_end("2026-01-31"), next_end("9999-12-31") > "9999-12-31"
    ('2026-02-28', True)
    """
    day = date.fromisoformat(end)
    return month_end(day + timedelta(days=1)).isoformat() if day < date.max else "~"


def changes(wanted: Mapping[str, list[Any]], stored: Mapping[str, list[Any]]) -> dict[str, Sums]:
    """What the sums are moved by when the rows of an account become what is wanted, by table."""
    moved: dict[str, Sums] = {name: {} for name in TABLES}
    ends, before = wanted["month_ends"], stored["month_ends"]
    same = 0
    for row, stored_row in zip(ends, before, strict=False):
        if row is not stored_row and row != stored_row:
            break
        same += 1
    since = max(same - 1, 0)
    for rows, month_ends, sign in ((stored["accounts"], before, -1), (wanted["accounts"], ends, 1)):
        for account in rows:
            add_to(moved["owed_sums"], owed_of(account), sign)
            add_to(moved["month_moves"], moves_of(month_ends[since:], account["owed_through"], same - since), sign)
    return {name: {key: sums for key, sums in each.items() if any(sums)} for name, each in moved.items()}


def add_to(sums: Sums, parts: Iterable[tuple[Any, list[int]]], sign: int = 1) -> None:
    """Adds amounts to sums, or (`sign` -1) takes them off."""
    for key, amounts in parts:
        before = sums.get(key)
        sums[key] = (
            [sign * amount for amount in amounts]
            if before is None
            else [old + sign * amount for old, amount in zip(before, amounts, strict=True)]
        )


def add(connection: sqlite3.Connection, moved: Mapping[str, Sums]) -> None:
    """Moves the sums."""
    for table, sums in moved.items():
        if sums:
            connection.executemany(_add_sql(table), [(*key, *amounts) for key, amounts in sums.items()])


@cache
def _add_sql(table: str) -> str:
    keys, amounts = TABLES[table]
    columns = *keys, *amounts
    added = ", ".join(f"{name} = {name} + excluded.{name}" for name in amounts)
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608
        f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {added}"
    )


def kept(connection: sqlite3.Connection, table: str, where: str = "", given: tuple[Any, ...] = ()) -> Sums:
    """The sums of a table as they are kept, those that are nothing left out."""
    keys, amounts = TABLES[table]
    rows = connection.execute(f"SELECT {', '.join((*keys, *amounts))} FROM {table} {where}", given)  # noqa: S608
    found = ((tuple(row[: len(keys)]), [*row[len(keys) :]]) for row in map(tuple, rows))
    return {key: sums for key, sums in found if any(sums)}


def reckoned(connection: sqlite3.Connection) -> dict[str, Sums]:
    """The sums that the rows of the accounts make, by table; memory does not grow with the accounts."""
    owed, moves = Sums(), Sums()
    columns = "account_id, oldest_unpaid_due_on, is_lost, owed_fen, overdue_fen, owed_through"
    for account in connection.execute(f"SELECT {columns} FROM accounts"):  # noqa: S608
        add_to(owed, owed_of(account))
    ends = connection.execute(
        "SELECT month_ends.*, owed_through FROM month_ends JOIN accounts USING (account_id)"
        " ORDER BY account_id, month_end_on"
    )
    for _, of_one in groupby(ends, itemgetter("account_id")):
        rows = list(of_one)
        add_to(moves, moves_of(rows, rows[0]["owed_through"]))
    return {"owed_sums": owed, "month_moves": moves}


def differing(connection: sqlite3.Connection) -> Iterator[tuple[str, tuple[str | int, ...], str, int, int]]:
    """The sums that are not those of the rows: which, what is kept, and what it should be."""
    for table, right in reckoned(connection).items():
        found, (_, names) = kept(connection, table), TABLES[table]
        nothing = [0] * len(names)
        for key in dict.fromkeys([*right, *found]):
            for name, is_kept, wanted in zip(names, found.get(key, nothing), right.get(key, nothing), strict=True):
                if is_kept != wanted:
                    yield table, key, name, is_kept, wanted


def fill(connection: sqlite3.Connection) -> None:
    """Makes the sums from the rows of the accounts alone."""
    right = reckoned(connection)
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608
    add(connection, right)
