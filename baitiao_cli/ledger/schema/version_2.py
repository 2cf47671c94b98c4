"""Version 2: what is held of a limit, prepaid, refunded, waived and given."""

from __future__ import annotations

from sqlite_utils import Database

from baitiao_cli.ledger.schema.parts import FEN

# Columns that a version added to the views; what is stored stays true, for nothing recorded before could fill them.
ADDED_2: dict[str, tuple[str, ...]] = {
    "accounts": ("held_fen",),
    "plans": ("prepaid_fen", "refunded_fen"),
    "bills": ("refunds_fen", "waivers_fen", "goodwill_fen"),
}


def second_schema(db: Database) -> None:
    """The columns of version 2."""
    for table, columns in ADDED_2.items():
        for column in columns:
            db.execute(f"ALTER TABLE {table} ADD COLUMN {column} {FEN.format(name=column)} DEFAULT 0")
