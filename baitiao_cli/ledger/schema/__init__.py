"""The tables, their guards, and the steps that bring an older ledger to this version.

Imported only when a ledger is made, migrated or checked: sqlite-utils costs more than a whole command.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import cache

from sqlite_utils import Database

from baitiao_cli.ledger.file.connection import SCHEMA_VERSION
from baitiao_cli.ledger.schema.version_1 import first_schema
from baitiao_cli.ledger.schema.version_2 import second_schema
from baitiao_cli.ledger.schema.version_3 import third_schema
from baitiao_cli.ledger.schema.version_4 import fourth_schema
from baitiao_cli.ledger.schema.version_5 import fifth_schema
from baitiao_cli.ledger.schema.version_6 import sixth_schema
from baitiao_cli.ledger.schema.version_7 import seventh_schema
from baitiao_cli.ledger.schema.version_8 import eighth_schema
from baitiao_cli.ledger.schema.version_9 import ninth_schema

MIGRATIONS: tuple[Callable[[Database], None], ...] = (
    first_schema,
    second_schema,
    third_schema,
    fourth_schema,
    fifth_schema,
    sixth_schema,
    seventh_schema,
    eighth_schema,
    ninth_schema,
)
"""Step n makes version n + 1 of the tables; a step that was released is never changed again."""

assert len(MIGRATIONS) == SCHEMA_VERSION


def migrate(connection: sqlite3.Connection, version: int, wanted: int = SCHEMA_VERSION) -> None:
    """Takes the steps after `version` up to the one `wanted`, inside the caller's transaction, and notes that.

    Nothing here may commit: no `executescript`, no `transform` (which would drop the triggers).
    """
    db = Database(connection, execute_plugins=False, strict=True)
    for step in MIGRATIONS[version:wanted]:
        step(db)
    connection.execute(f"PRAGMA user_version = {wanted}")


@cache
def expected_schema() -> dict[str, str]:
    """The SQL of every table, index and trigger of this version, by name."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection, 0)
        return schema_of(connection)
    finally:
        connection.close()


def schema_of(connection: sqlite3.Connection) -> dict[str, str]:
    """The SQL of everything that a ledger is made of, by name; SQLite's own indexes and statistics left out."""
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid"
    )
    return {f"{kind} {name}": str(sql) for kind, name, sql in rows.fetchall()}
