"""Version 8: what each account owes, at the ends of the months too, and the sums of that by band."""

from __future__ import annotations

from sqlite_utils import Database

from baitiao_cli.calc.money import MAX_FEN
from baitiao_cli.ledger.kept_bands import NOT_TOLD
from baitiao_cli.ledger.schema.parts import DATE, FEN, FLAG, LATER, TEXT, Columns, table_sql

MAYBE_FEN = f"INTEGER CHECK ({{name}} BETWEEN 0 AND {MAX_FEN})"
OWED: Columns = {
    "owed_fen": MAYBE_FEN,
    "overdue_fen": MAYBE_FEN,
    "is_lost": "INTEGER CHECK ({name} IN (0, 1))",
    "owed_through": "TEXT CHECK ({name} IS date({name}, '+0 days'))",
}
"""Columns of the accounts; nothing where an earlier version settled the account last, and nobody has looked since."""

MAYBE_LATE = "TEXT NOT NULL CHECK ({name} = '' OR {name} IS date({name}, '+0 days'))"
COUNT = "INTEGER NOT NULL"
SUM = "INTEGER NOT NULL"

MONTH_ENDS: Columns = {
    "account_id": f"{TEXT} REFERENCES accounts {LATER}",
    "month_end_on": DATE,
    "band": TEXT,
    "oldest_unpaid_due_on": "TEXT CHECK ({name} IS date({name}, '+0 days'))",
    "owed_fen": FEN,
    "overdue_fen": FEN,
}
"""A view of each account that is in a band at the end of a month, one to come too if nothing happens until then."""

OWED_SUMS: Columns = {
    "oldest_unpaid_due_on": MAYBE_LATE,
    "is_lost": FLAG,
    "account_count": COUNT,
    "owed_fen": SUM,
    "overdue_fen": SUM,
}
"""A view of all accounts as they are: it grows with the days on which something late fell due."""

MONTH_MOVES: Columns = {
    "month_end_on": DATE,
    "from_band": TEXT,
    "to_band": TEXT,
    "account_count": COUNT,
    "owing_count": COUNT,
    "from_owed_fen": SUM,
    "owed_fen": SUM,
    "overdue_fen": SUM,
}
"""A view of all month ends: it grows with the months."""


def eighth_schema(db: Database) -> None:
    """The columns and tables of version 8."""
    for sql in (
        *(f"ALTER TABLE accounts ADD COLUMN {name} {kind.replace('{name}', name)}" for name, kind in OWED.items()),
        f"CREATE INDEX accounts_not_told ON accounts (number) WHERE {NOT_TOLD}",
        table_sql("month_ends", MONTH_ENDS, "PRIMARY KEY (account_id, month_end_on)", by_key=True),
        table_sql("owed_sums", OWED_SUMS, "PRIMARY KEY (oldest_unpaid_due_on, is_lost)", by_key=True),
        table_sql("month_moves", MONTH_MOVES, "PRIMARY KEY (month_end_on, from_band, to_band)", by_key=True),
    ):
        db.execute(sql)
