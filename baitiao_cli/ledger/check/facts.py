"""The rows of the facts in the order of their keys, as they were hashed; tuples, which take less than named rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from baitiao_cli.ledger.chain import GROUP_FIELDS, POSTING_FIELDS

Keys = tuple[int, int]
"""The first and the last key that are asked for."""


def hashed_rows(
    connection: sqlite3.Connection, table: str, fields: Sequence[str], key: str, keys: Keys | None = None
) -> Iterator[tuple[Any, ...]]:
    """The hashed fields and the hash of each row; nothing is sorted."""
    return tuples(connection, f"SELECT {', '.join(fields)}, hash FROM {table}{_where(key, keys)} ORDER BY {key}", keys)  # noqa: S608


# SQLite writes the array of a row as we do, and the lines of a group come in the order of the index. Where it does not,
# the hash is another one and the check fails: so this can be wrong, but it cannot pass what is wrong.
_GROUPS = f"SELECT group_number, json_array({', '.join(GROUP_FIELDS)}) FROM posting_groups"  # noqa: S608
_POSTINGS = (
    f"SELECT group_number, group_concat(json_array({', '.join(POSTING_FIELDS)}), ''), sum(amount_fen)"  # noqa: S608
    " FROM postings"
)


def group_rows(connection: sqlite3.Connection, keys: Keys | None = None) -> Iterator[tuple[Any, ...]]:
    """The number of each group, and its text."""
    return tuples(connection, f"{_GROUPS}{_where('group_number', keys)} ORDER BY group_number", keys)


def posting_rows(connection: sqlite3.Connection, keys: Keys | None = None) -> Iterator[tuple[Any, ...]]:
    """The number of each group that has postings, their texts one after another, and their sum."""
    where = _where("group_number", keys)
    return tuples(connection, f"{_POSTINGS}{where} GROUP BY group_number ORDER BY group_number", keys)


def tuples(connection: sqlite3.Connection, sql: str, values: Keys | None = None) -> Iterator[tuple[Any, ...]]:
    """The rows of a query as tuples."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return iter(cursor.execute(sql, values or ()))


def _where(key: str, keys: Keys | None) -> str:
    return f" WHERE {key} BETWEEN ? AND ?" if keys else ""
