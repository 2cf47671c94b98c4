"""A ledger inside a JSON document: every row of every table, one a line, so that it is written and read row by row.

    {"version": 5, "head": "...", "tables": [
    {"table": "settings", "columns": {"name": "TEXT", "value": "TEXT"}, "row_count": 2, "rows": [
    ["time_zone","Asia/Shanghai"],
    ["created_at","2026-01-05T02:00:00Z"]
    ]},
    ...
    ]}

Which tables and columns there are is asked of the schema. Whole numbers, texts and null stand for themselves, a blob
for its Base64. The tables of the views are in it too: they are proved, not trusted, when it is read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from baitiao_cli.ledger.codec import canonical
from baitiao_cli.ledger.file.connection import schema_version

Columns = dict[str, str]
"""The declared type of each column, by name."""

FIRST_EXPORTED = 4
"""The first version of the tables that documents were written of; before, people stood in the clear."""


class TableHead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands before the rows of a table; `rows` is the empty beginning of the list that follows."""

    table: str
    columns: Columns
    row_count: int
    rows: tuple[()] = ()


class DocumentHead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands before the tables: the version of the schema that they are of, and the head of the ledger."""

    version: int
    head: str
    tables: tuple[()] = ()


class Rows(NamedTuple):
    """One table of a ledger, its rows to be fetched once."""

    head: TableHead
    rows: sqlite3.Cursor


def tables_of(connection: sqlite3.Connection) -> dict[str, Columns]:
    """The columns of every table, in the order in which they can be filled: a group of postings after its postings."""
    found = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid"
    )
    names = sorted((row[0] for row in found.fetchall()), key="posting_groups".__eq__)
    return {name: columns_of(connection, name) for name in names}


def columns_of(connection: sqlite3.Connection, table: str) -> Columns:
    """The columns of one table, as declared."""
    found = connection.execute("SELECT name, type FROM pragma_table_info(?) ORDER BY cid", (table,))
    return dict(found.fetchall())


def document_pieces(connection: sqlite3.Connection, head: str) -> Iterator[str]:
    """The text of the object, a line a row; memory does not grow with the ledger."""
    yield _opened(DocumentHead(version=schema_version(connection), head=head)) + "\n"
    between = ""
    for table, columns in tables_of(connection).items():
        count = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
        yield between + _opened(TableHead(table=table, columns=columns, row_count=count))
        cursor = connection.cursor()
        cursor.row_factory = None
        separator = "\n"
        for row in cursor.execute(f"SELECT {', '.join(columns)} FROM {table}"):  # noqa: S608
            yield separator + canonical(row)
            separator = ",\n"
        yield "\n]}"
        between = ",\n"
    yield "\n]}"


def _opened(head: msgspec.Struct) -> str:
    """The object up to its list, which is its last field and is empty here."""
    text = msgspec.json.encode(head).decode()
    assert text.endswith("[]}")
    return text[:-2]
