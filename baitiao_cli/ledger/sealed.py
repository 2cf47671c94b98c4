"""Rows beside the facts that are under the head, too: each seal names those that its transaction wrote, with a hash.

They are what was answered, shown and agreed, and what the desk knows: an answer that is given again, a quote that is
accepted, the discount that a purchase takes over, a decision with its reasons. Nothing personal may be in such a row,
for its hash outlives it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

import msgspec

from baitiao_cli.ledger.codec import canonical
from baitiao_cli.ledger.requests import is_blinded


class SealedTable(msgspec.Struct, frozen=True):
    """A table whose rows are sealed one by one: its key, and all its columns."""

    key: tuple[str, ...]
    columns: tuple[str, ...]


SEALED: dict[str, SealedTable] = {
    "requests": SealedTable(("request_id",), ("request_id", "inputs_hash", "answer", "recorded_at")),
    "quotes": SealedTable(("quote_id",), ("quote_id", "hash", "body", "kept_at")),
    "merchants": SealedTable(("merchant_id",), ("merchant_id", "number", "name", "added_at")),
    "merchant_discounts": SealedTable(("merchant_id", "from_on"), ("merchant_id", "from_on", "discount_ppb")),
    "desk_facts": SealedTable(
        ("number",),
        ("number", "subject", "kind", "effective_on", "recorded_at", "operator", "request_id", "body"),
    ),
}


def row_name(table: str, row: Mapping[str, Any] | sqlite3.Row) -> str:
    """What a seal calls a row: its table and key. Accounts have no space in their ids, so the two never meet.

    >>> row_name("merchant_discounts", {"merchant_id": "M1", "from_on": "2026-01-05", "discount_ppb": 0})
    'merchant_discounts M1 2026-01-05'
    """
    return " ".join([table, *(str(row[column]) for column in SEALED[table].key)])


def row_hash(table: str, row: Mapping[str, Any] | sqlite3.Row) -> str:
    """The SHA-256 (hex) of a row.

    A hash that is blinded with the ledger's own key is left out: the same history has the same head whatever the key.
    """
    leaves_out = table == "requests" and is_blinded(str(row["inputs_hash"]))
    columns = [column for column in SEALED[table].columns if not (leaves_out and column == "inputs_hash")]
    return sha256(canonical([row[column] for column in columns]).encode()).hexdigest()


def named_rows(heads: object) -> dict[str, str]:
    """The rows that a seal names, with their hashes, from its stored text; nothing if that is garbage."""
    try:
        found = msgspec.json.decode(str(heads), type=dict[str, str])
    except (msgspec.MsgspecError, ValueError):
        return {}
    return {name: hashed for name, hashed in found.items() if name.partition(" ")[0] in SEALED}


def put_row(
    connection: sqlite3.Connection, table: str, row: Mapping[str, str | int], *, replaces: bool = False
) -> dict[str, str]:
    """Writes a row, over the one of its key if it may replace that; returns what the seal is to say of it."""
    key, columns = SEALED[table].key, SEALED[table].columns
    sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(f':{column}' for column in columns)})"  # noqa: S608
    if replaces:
        changed = ", ".join(f"{column} = excluded.{column}" for column in columns if column not in key)
        sql += f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changed}"
    connection.execute(sql, dict(row))
    return {row_name(table, row): row_hash(table, row)}


def rows_to_name(connection: sqlite3.Connection) -> Iterable[tuple[str, str]]:
    """Every row that a seal would name today, with its hash: what was written before seals named any."""
    for table in SEALED:
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY rowid"):  # noqa: S608
            yield row_name(table, row), row_hash(table, row)
