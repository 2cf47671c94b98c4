"""Version 4: the audit log; people, encrypted; what was answered, shown and agreed is under the head."""

from __future__ import annotations

import sqlite3
from datetime import date
from itertools import islice

from sqlite_utils import Database

from baitiao_cli.ledger.schema.parts import COUNT, HASH, INSTANT, TEXT, Columns, append_only_triggers, table_sql
from baitiao_cli.ledger.schema.version_1 import FACTS, TAKEN
from baitiao_cli.ledger.sealed import rows_to_name
from baitiao_cli.ledger.writing import Writing

AUDIT: Columns = {
    "number": "INTEGER PRIMARY KEY",
    "recorded_at": INSTANT,
    "operator": TEXT,
    "deed": TEXT,
    "subject": TEXT,
    "details": TEXT,
    "hash_before": HASH,
    "hash": HASH,
}
"""What was done to the ledger, its people and its operators, and no account's chain holds: a chain of its own."""


AUDIT_INDEX = "CREATE INDEX audit_by_deed ON audit (deed, subject)"
"""Who is an operator, and what waits for a second person, is read off the log with every write."""

BLOB = "BLOB NOT NULL"

PEOPLE_4: dict[str, tuple[Columns, str]] = {
    "people": (
        {
            "person_id": "TEXT PRIMARY KEY NOT NULL CHECK (person_id = 'P' || number)",
            "number": COUNT + " UNIQUE",
            "name": BLOB,
            "phone": BLOB,
            "id_number": BLOB,
            "added_at": INSTANT,
            "erased_at": "TEXT CHECK (erased_at IS NULL OR datetime(erased_at) IS NOT NULL)",
        },
        "",
    ),
    "person_keys": ({"person_id": "TEXT PRIMARY KEY NOT NULL REFERENCES people", "wrapped_key": BLOB}, ""),
    "person_index": (
        {"person_id": f"{TEXT} REFERENCES people", "kind": TEXT, "token": BLOB},
        "PRIMARY KEY (person_id, kind)",
    ),
}
"""People, encrypted: what is known of each, each one's own key (wrapped), and the blind index."""

PEOPLE_INDEXES = (
    "CREATE INDEX person_index_by_token ON person_index (token)",
    "CREATE UNIQUE INDEX person_index_one_per_id_number ON person_index (token) WHERE kind = 'id-number'",
)


def fourth_schema(db: Database) -> None:
    """The tables of version 4. What older ones hold in the clear is taken out before, and sealed afterwards.

    Tables that held something in the clear are dropped, not altered: then all their pages are overwritten.
    """
    for table in ("people", "requests"):
        db.execute(f"DROP TABLE {table}")
    statements = [table_sql(name, *parts) for name, parts in PEOPLE_4.items()]
    statements += [*PEOPLE_INDEXES, table_sql("requests", *FACTS["requests"])]
    statements += append_only_triggers("requests", TAKEN["requests"])
    statements += [table_sql("audit", AUDIT, ""), AUDIT_INDEX, *append_only_triggers("audit", "number = NEW.number")]
    for sql in statements:
        db.execute(sql)


ROWS_IN_A_SEAL = 10_000


def seal_earlier_rows(connection: sqlite3.Connection) -> None:
    """Names the rows that earlier versions wrote in seals of their own, of the time of the last one."""
    found = connection.execute(
        "SELECT value FROM settings WHERE name = 'created_at' UNION ALL SELECT max(sealed_at) FROM seals"
    ).fetchall()
    rows = iter(list(rows_to_name(connection)))
    while named := dict(islice(rows, ROWS_IN_A_SEAL)):
        writing = Writing(connection, today=date.min, now=[at for (at,) in found if at][-1], operator="")
        writing.heads = named
        writing.seal()
