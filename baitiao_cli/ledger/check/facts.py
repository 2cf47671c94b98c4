"""The rows of the facts in the order of their keys, as they were hashed; tuples, which take less than named rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from baitiao_cli.ledger.chain import GROUP_FIELDS, POSTING_FIELDS

Keys = tuple[int, int]
"""The first and the last key that are asked for."""

BEYOND = 2**63
"""More than can be a key."""


def hashed_rows(
    connection: sqlite3.Connection, table: str, fields: Sequence[str], key: str, keys: Keys | None = None
) -> Iterator[tuple[Any, ...]]:
    """The hashed fields and the hash of each row; nothing is sorted."""
    return tuples(connection, f"SELECT {', '.join(fields)}, hash FROM {table}{_where(key, keys)} ORDER BY {key}", keys)  # noqa: S608


def booked_groups(
    connection: sqlite3.Connection, keys: Keys | None = None
) -> Iterator[tuple[tuple[Any, ...] | None, list[tuple[Any, ...]]]]:
    """Each group with its postings, in their order; nothing is sorted.

    Postings of a group that is not there come with the one that follows, or at the end by themselves.
    """
    where = _where("group_number", keys)
    sql = f"SELECT {', '.join(GROUP_FIELDS)} FROM posting_groups{where} ORDER BY group_number"  # noqa: S608
    groups = tuples(connection, sql, keys)
    sql = f"SELECT {', '.join(POSTING_FIELDS)} FROM postings{where} ORDER BY group_number, posting_number"  # noqa: S608
    group = next(groups, None)
    number = group[0] if group else BEYOND
    postings: list[tuple[Any, ...]] = []
    for row in tuples(connection, sql, keys):
        while row[1] > number:
            yield group, postings
            group, postings = next(groups, None), []
            number = group[0] if group else BEYOND
        postings.append(row)
    while group is not None:
        yield group, postings
        group, postings = next(groups, None), []
    if postings:
        yield None, postings


def tuples(connection: sqlite3.Connection, sql: str, values: Keys | None = None) -> Iterator[tuple[Any, ...]]:
    """The rows of a query as tuples."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return iter(cursor.execute(sql, values or ()))


def _where(key: str, keys: Keys | None) -> str:
    return f" WHERE {key} BETWEEN ? AND ?" if keys else ""
