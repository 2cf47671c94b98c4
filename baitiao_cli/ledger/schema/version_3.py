"""Version 3: quotes, and what a plan has of them; merchants."""

from __future__ import annotations

from sqlite_utils import Database

from baitiao_cli.ledger.schema.parts import (
    COUNT,
    DATE,
    FEN,
    HASH,
    INSTANT,
    TEXT,
    Columns,
    append_only_triggers,
    table_sql,
)

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
    """The tables and columns of version 3."""
    statements = [table_sql("quotes", QUOTES, ""), *append_only_triggers("quotes", "quote_id = NEW.quote_id")]
    statements += [table_sql(name, *parts) for name, parts in MERCHANTS.items()]
    for column in ("merchant_id", "scene", "category", "brand"):
        statements.append(f"ALTER TABLE plans ADD COLUMN {column} {TEXT} DEFAULT ''")
    statements.append(f"ALTER TABLE plans ADD COLUMN trade_in_fen {FEN.format(name='trade_in_fen')} DEFAULT 0")
    statements.append(f"ALTER TABLE plans ADD COLUMN quote_id {TEXT} DEFAULT ''")
    for sql in statements:
        db.execute(sql)
