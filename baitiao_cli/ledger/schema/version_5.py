"""Version 5: the facts of the desk."""

from __future__ import annotations

from sqlite_utils import Database

from baitiao_cli.ledger.schema.parts import DATE, INSTANT, TEXT, Columns, append_only_triggers, table_sql

DESK_FACTS: Columns = {
    "number": "INTEGER PRIMARY KEY",
    "subject": TEXT,
    "kind": TEXT,
    "effective_on": DATE,
    "recorded_at": INSTANT,
    "operator": TEXT,
    "request_id": TEXT,
    "body": TEXT,
}
"""What the desk knows and decides around the accounts: written once, each row named by the seal of its transaction."""

DESK_INDEX = "CREATE INDEX desk_facts_by_subject ON desk_facts (subject)"


def fifth_schema(db: Database) -> None:
    """The table of version 5."""
    for sql in (
        table_sql("desk_facts", DESK_FACTS, ""),
        DESK_INDEX,
        *append_only_triggers("desk_facts", "number = NEW.number"),
    ):
        db.execute(sql)
