"""Version 1: facts, journal, views, people."""

from __future__ import annotations

from sqlite_utils import Database

from baitiao_cli.ledger.schema.parts import (
    COUNT,
    DATE,
    FEN,
    FLAG,
    HASH,
    INSTANT,
    LATER,
    MAYBE_DATE,
    TEXT,
    Columns,
    append_only_triggers,
    table_sql,
    trigger_sql,
)

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

TAKEN = {
    "events": "sequence = NEW.sequence OR (account_id = NEW.account_id AND number = NEW.number)",
    "posting_groups": "group_number = NEW.group_number",
    "postings": "posting_number = NEW.posting_number",
    "seals": "number = NEW.number",
    "requests": "request_id = NEW.request_id",
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


def first_schema(db: Database) -> None:
    """Version 1: everything."""
    tables = {"settings": (SETTINGS, ""), "people": (PEOPLE, "")} | VIEWS | FACTS
    statements = [table_sql(name, *parts) for name, parts in tables.items()]
    statements += [f"CREATE INDEX {name} ON {columns}" for name, columns in INDEXES.items()]
    statements += [f"CREATE UNIQUE INDEX {name} ON {columns}" for name, columns in UNIQUE_INDEXES.items()]
    statements += [sql for table in FACTS for sql in append_only_triggers(table, TAKEN[table])]
    statements += [trigger_sql(name, *parts) for name, parts in GROUP_GUARDS.items()]
    for sql in statements:
        db.execute(sql)
