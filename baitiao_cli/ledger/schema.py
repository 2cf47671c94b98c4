"""The tables, their guards, and the steps that bring an older ledger to this version.

Imported only when a ledger is made, migrated or checked: sqlite-utils costs more than a whole command.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import cache

from sqlite_utils import Database

from baitiao_cli.calc.money import MAX_FEN
from baitiao_cli.ledger.connection import SCHEMA_VERSION

# Money that may be on either side, and dates that are really in the calendar: `date(d) = d` would take 30 February.
FEN = f"INTEGER NOT NULL CHECK ({{name}} BETWEEN -{MAX_FEN} AND {MAX_FEN})"
DATE = "TEXT NOT NULL CHECK ({name} IS date({name}, '+0 days'))"
MAYBE_DATE = "TEXT CHECK ({name} IS date({name}, '+0 days'))"
INSTANT = "TEXT NOT NULL CHECK (datetime({name}) IS NOT NULL)"
HASH = "TEXT NOT NULL CHECK (length({name}) = 64)"
COUNT = "INTEGER NOT NULL CHECK ({name} >= 1)"
FLAG = "INTEGER NOT NULL CHECK ({name} IN (0, 1))"
TEXT = "TEXT NOT NULL"

# What a posting or an event points at may be written after it, and a view may be emptied and filled again.
LATER = "DEFERRABLE INITIALLY DEFERRED"

Columns = dict[str, str]

FACTS: dict[str, tuple[Columns, str]] = {
    "events": (
        {
            "sequence": "INTEGER PRIMARY KEY",
            "event_id": TEXT + " UNIQUE CHECK (event_id = account_id || 'E' || number)",
            "account_id": f"{TEXT} REFERENCES accounts {LATER}",
            "number": COUNT,
            "kind": TEXT,
            "effective_on": DATE,
            "recorded_at": INSTANT,
            "operator": TEXT,
            "request_id": TEXT,
            "body": TEXT,
            "hash_before": HASH,
            "hash": HASH,
        },
        "UNIQUE (account_id, number)",
    ),
    "posting_groups": (
        {
            "group_number": "INTEGER PRIMARY KEY",
            "account_id": f"{TEXT} REFERENCES accounts {LATER}",
            "cause": TEXT,
            "effective_on": DATE,
            "posted_on": DATE,
        },
        "CHECK (posted_on >= effective_on)",
    ),
    "postings": (
        {
            "posting_number": "INTEGER PRIMARY KEY",
            "group_number": f"INTEGER NOT NULL REFERENCES posting_groups {LATER}",
            "plan_id": TEXT,
            "ledger_account": TEXT,
            "amount_fen": FEN + " CHECK (amount_fen <> 0)",
        },
        "",
    ),
    "seals": (
        {
            "number": "INTEGER PRIMARY KEY",
            "sealed_at": INSTANT,
            "last_sequence": "INTEGER NOT NULL CHECK (last_sequence >= 0)",
            "last_group_number": "INTEGER NOT NULL CHECK (last_group_number >= 0)",
            "heads": TEXT,
            "journal_hash": HASH,
            "hash_before": HASH,
            "hash": HASH,
        },
        "",
    ),
    "requests": (
        {
            "request_id": "TEXT PRIMARY KEY NOT NULL",
            "inputs_hash": HASH,
            "answer": TEXT,
            "recorded_at": INSTANT,
        },
        "",
    ),
}
"""Rows that are written once: each table has its columns and its further constraint."""

# A row that is already there, by any of its keys: INSERT OR REPLACE would delete it without asking the delete guard.
TAKEN = {
    "events": "sequence = NEW.sequence OR (account_id = NEW.account_id AND number = NEW.number)",
    "posting_groups": "group_number = NEW.group_number",
    "postings": "posting_number = NEW.posting_number",
    "seals": "number = NEW.number",
    "requests": "request_id = NEW.request_id",
    "quotes": "quote_id = NEW.quote_id",
}

SETTINGS: Columns = {"name": "TEXT PRIMARY KEY NOT NULL", "value": TEXT}

PEOPLE: Columns = {
    "person_id": "TEXT PRIMARY KEY NOT NULL CHECK (person_id = 'P' || number)",
    "number": COUNT + " UNIQUE",
    "name": TEXT,
    "phone": TEXT,
    "id_number": TEXT,
    "added_at": INSTANT,
}

VIEWS: dict[str, tuple[Columns, str]] = {
    "accounts": (
        {
            "account_id": "TEXT PRIMARY KEY NOT NULL CHECK (account_id = 'A' || number)",
            "number": COUNT + " UNIQUE",
            "person_id": f"{TEXT} REFERENCES people",
            "status": TEXT,
            "tier": TEXT,
            "bill_day": "INTEGER NOT NULL CHECK (bill_day BETWEEN 1 AND 28)",
            "opened_on": DATE,
            "closed_on": MAYBE_DATE,
            "limit_fen": FEN,
            "used_fen": FEN,
            "credit_fen": FEN,
            "oldest_unpaid_due_on": MAYBE_DATE,
            "next_due_on": MAYBE_DATE,
            "next_due_fen": FEN,
            "next_boundary_on": MAYBE_DATE,
            "settled_through": DATE,
        },
        "",
    ),
    "plans": (
        {
            "plan_id": "TEXT PRIMARY KEY NOT NULL CHECK (plan_id GLOB account_id || 'P[1-9]*')",
            "account_id": f"{TEXT} REFERENCES accounts {LATER}",
            "event_id": f"{TEXT} UNIQUE REFERENCES events (event_id) {LATER}",
            "product_id": TEXT,
            "method": TEXT,
            "started_on": DATE,
            "amount_fen": FEN,
            "down_payment_fen": FEN,
            "financed_fen": FEN,
            "balance_fen": FEN,
            "installment_count": COUNT,
            "merchant": TEXT,
            "order_id": TEXT,
            "note": TEXT,
            "settled_on": MAYBE_DATE,
        },
        "",
    ),
    "installments": (
        {
            "plan_id": f"{TEXT} REFERENCES plans {LATER}",
            "number": COUNT,
            "due_on": DATE,
            "principal_fen": FEN,
            "interest_fen": FEN,
            "fee_fen": FEN,
            "late_charge_fen": FEN,
            "paid_fen": FEN,
            "outstanding_fen": FEN,
            "is_billed": FLAG,
        },
        "PRIMARY KEY (plan_id, number)",
    ),
    "bills": (
        {
            "account_id": f"{TEXT} REFERENCES accounts {LATER}",
            "number": COUNT,
            "event_id": f"{TEXT} UNIQUE REFERENCES events (event_id) {LATER}",
            "from_on": DATE,
            "billed_on": DATE,
            "due_on": DATE,
            "opening_fen": FEN,
            "purchases_fen": FEN,
            "interest_fen": FEN,
            "fees_fen": FEN,
            "late_charges_fen": FEN,
            "repayments_fen": FEN,
            "payouts_fen": FEN,
            "other_fen": FEN,
            "adjustment_fen": FEN,
            "closing_fen": FEN,
            "amount_due_fen": FEN,
            "minimum_due_fen": FEN,
        },
        "PRIMARY KEY (account_id, number), UNIQUE (account_id, billed_on)",
    ),
}
"""Today's picture, as of the day that each account is settled through; rebuilt from the events at any time."""

INDEXES = {
    "posting_groups_by_account": "posting_groups (account_id)",
    "postings_by_group": "postings (group_number)",
    "plans_by_account": "plans (account_id)",
    "accounts_by_boundary": "accounts (next_boundary_on)",
}
UNIQUE_INDEXES = {
    "people_by_id_number": "people (id_number) WHERE id_number <> ''",
    "accounts_one_open_per_person": "accounts (person_id) WHERE closed_on IS NULL",
    "plans_one_per_order": "plans (merchant, order_id) WHERE order_id <> ''",
}

GROUP_GUARDS = {
    # The group's row comes after its postings: it closes the group, and what it closes must balance.
    "posting_groups_balance": (
        "BEFORE INSERT ON posting_groups WHEN"
        " (SELECT coalesce(sum(amount_fen), 1) FROM postings WHERE group_number = NEW.group_number) <> 0",
        "a group of postings must sum to zero",
    ),
    "postings_group_is_open": (
        "BEFORE INSERT ON postings WHEN EXISTS (SELECT 1 FROM posting_groups WHERE group_number = NEW.group_number)",
        "this group of postings is complete",
    ),
}


def table_sql(name: str, columns: Columns, constraint: str) -> str:
    """The statement that makes one STRICT table, laid out to be read at a SQL prompt."""
    lines = [f"{column} {kind.replace('{name}', column)}" for column, kind in columns.items()]
    body = ",\n  ".join([*lines, constraint] if constraint else lines)
    return f"CREATE TABLE {name} (\n  {body}\n) STRICT"


def trigger_sql(name: str, event: str, reason: str) -> str:
    """The statement that makes a trigger which refuses."""
    return f"CREATE TRIGGER {name} {event}\nBEGIN\n  SELECT RAISE(ABORT, '{reason}');\nEND"


def append_only_triggers(table: str) -> list[str]:
    """The three guards of a table of facts: no update, no delete, and no insert over a row that is there."""
    return [
        trigger_sql(f"{table}_no_update", f"BEFORE UPDATE ON {table}", f"{table} are never changed"),
        trigger_sql(f"{table}_no_delete", f"BEFORE DELETE ON {table}", f"{table} are never deleted"),
        trigger_sql(
            f"{table}_no_replace",
            f"BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {TAKEN[table]})",  # noqa: S608
            f"{table} are never replaced",
        ),
    ]


def first_schema(db: Database) -> None:
    """Version 1: everything."""
    tables = {"settings": (SETTINGS, ""), "people": (PEOPLE, "")} | VIEWS | FACTS
    statements = [table_sql(name, *parts) for name, parts in tables.items()]
    statements += [f"CREATE INDEX {name} ON {columns}" for name, columns in INDEXES.items()]
    statements += [f"CREATE UNIQUE INDEX {name} ON {columns}" for name, columns in UNIQUE_INDEXES.items()]
    statements += [sql for table in FACTS for sql in append_only_triggers(table)]
    statements += [trigger_sql(name, *parts) for name, parts in GROUP_GUARDS.items()]
    for sql in statements:
        db.execute(sql)


# Columns that a version added to the views; what is stored stays true, for nothing recorded before could fill them.
ADDED_2: dict[str, tuple[str, ...]] = {
    "accounts": ("held_fen",),
    "plans": ("prepaid_fen", "refunded_fen"),
    "bills": ("refunds_fen", "waivers_fen", "goodwill_fen"),
}


def second_schema(db: Database) -> None:
    """Version 2: what is held of a limit, prepaid, refunded, waived and given."""
    for table, columns in ADDED_2.items():
        for column in columns:
            db.execute(f"ALTER TABLE {table} ADD COLUMN {column} {FEN.format(name=column)} DEFAULT 0")


QUOTES: Columns = {
    "quote_id": "TEXT PRIMARY KEY NOT NULL",
    "hash": HASH,
    "body": TEXT,
    "kept_at": INSTANT,
}
"""Quotes as they were shown (version 3): written once, like facts, but no account's chain holds them."""


MERCHANTS: dict[str, tuple[Columns, str]] = {
    "merchants": (
        {
            "merchant_id": "TEXT PRIMARY KEY NOT NULL CHECK (merchant_id = 'M' || number)",
            "number": COUNT + " UNIQUE",
            "name": f"{TEXT} UNIQUE",
            "added_at": INSTANT,
        },
        "",
    ),
    "merchant_discounts": (
        {
            "merchant_id": f"{TEXT} REFERENCES merchants",
            "from_on": DATE,
            "discount_ppb": "INTEGER NOT NULL CHECK (discount_ppb BETWEEN 0 AND 1000000000)",
        },
        "PRIMARY KEY (merchant_id, from_on)",
    ),
}
"""Where people buy (version 3), and what each merchant pays from a day on; what a purchase had is in its event."""


def third_schema(db: Database) -> None:
    """Version 3: quotes, and what a plan has of them; merchants."""
    statements = [table_sql("quotes", QUOTES, ""), *append_only_triggers("quotes")]
    statements += [table_sql(name, *parts) for name, parts in MERCHANTS.items()]
    for column in ("merchant_id", "scene", "category", "brand"):
        statements.append(f"ALTER TABLE plans ADD COLUMN {column} {TEXT} DEFAULT ''")
    statements.append(f"ALTER TABLE plans ADD COLUMN trade_in_fen {FEN.format(name='trade_in_fen')} DEFAULT 0")
    statements.append(f"ALTER TABLE plans ADD COLUMN quote_id {TEXT} DEFAULT ''")
    for sql in statements:
        db.execute(sql)


MIGRATIONS: tuple[Callable[[Database], None], ...] = (first_schema, second_schema, third_schema)
"""Step n makes version n + 1 of the tables; a step that was released is never changed again."""

assert len(MIGRATIONS) == SCHEMA_VERSION


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Takes the steps after `version`, inside the caller's transaction, and notes the version reached.

    Nothing here may commit: no `executescript`, no `transform` (which would drop the triggers).
    """
    db = Database(connection, execute_plugins=False, strict=True)
    for step in MIGRATIONS[version:]:
        step(db)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


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
