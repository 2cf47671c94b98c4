"""Proof of what was shown: a quote is what its hash says, and what was accepted is there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from baitiao_cli.ledger.finding import Finding
from baitiao_cli.ledger.quotes import kept_quote


def quote_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Quotes that are not what their hashes say, and purchases whose accepted quote is another one or is gone."""
    for row in connection.execute("SELECT * FROM quotes"):
        if kept_quote(row) is None:
            yield Finding("check-quote", str(row["quote_id"]), {"quote_id": row["quote_id"]})
    accepted = connection.execute(
        "SELECT event_id, json_extract(body, '$.quote_id') AS accepted_id FROM events WHERE kind = 'purchase-made'"
        " AND accepted_id <> '' AND NOT EXISTS (SELECT 1 FROM quotes"
        " WHERE quote_id = accepted_id AND hash = json_extract(events.body, '$.quote_hash'))"
    )
    for row in accepted:
        yield Finding("check-quote", str(row["event_id"]), {"quote_id": row["accepted_id"]})
