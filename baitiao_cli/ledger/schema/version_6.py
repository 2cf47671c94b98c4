"""Version 6: what was booked, summed by day; and which accounts something runs on by the night."""

from __future__ import annotations

from sqlite_utils import Database

from baitiao_cli.ledger.day_sums import fill
from baitiao_cli.ledger.schema.parts import DATE, TEXT, Columns, table_sql

DAY_SUMS: Columns = {
    "effective_on": DATE,
    "ledger_account": TEXT,
    "amount_fen": "INTEGER NOT NULL",
}
"""A view of the whole journal: it grows with the days, not with the accounts."""

RUNS_BY_NIGHT = "INTEGER CHECK (runs_by_night IN (0, 1))"
"""Nothing where an earlier version settled the account last, and nobody has looked since."""


def sixth_schema(db: Database) -> None:
    """The table and the column of version 6, and what it takes to find accounts by that."""
    for sql in (
        table_sql("day_sums", DAY_SUMS, "PRIMARY KEY (effective_on, ledger_account)"),
        f"ALTER TABLE accounts ADD COLUMN runs_by_night {RUNS_BY_NIGHT}",
        "CREATE INDEX accounts_running ON accounts (number) WHERE runs_by_night IS NOT 0",
        "CREATE INDEX accounts_by_settling ON accounts (settled_through)",
    ):
        db.execute(sql)
    fill(db.conn)
