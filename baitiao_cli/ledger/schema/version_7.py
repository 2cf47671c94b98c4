"""Version 7: what an account is looked for by can be looked up."""

from __future__ import annotations

from sqlite_utils import Database

from baitiao_cli.ledger.purchase_index import fill
from baitiao_cli.ledger.schema.parts import TEXT, Columns, table_sql
from baitiao_cli.ledger.views import EASING

PURCHASE_INDEX: Columns = {
    "sequence": "INTEGER PRIMARY KEY",
    "merchant": TEXT,
    "order_end": TEXT,
}


def seventh_schema(db: Database) -> None:
    """The table and the indexes of version 7."""
    for sql in (
        table_sql("purchase_index", PURCHASE_INDEX, ""),
        "CREATE INDEX purchase_index_by_merchant ON purchase_index (merchant)",
        "CREATE INDEX purchase_index_by_order_end ON purchase_index (order_end) WHERE order_end <> ''",
        "CREATE INDEX accounts_by_person ON accounts (person_id)",
        f"CREATE INDEX events_of_easing ON events (account_id) WHERE {EASING}",
    ):
        db.execute(sql)
    fill(db.conn)
