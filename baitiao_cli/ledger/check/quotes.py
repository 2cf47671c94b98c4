"""Proof of what was shown: a quote is what its hash says, and what was accepted is there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from baitiao_cli.ledger.codec import skimmed
from baitiao_cli.ledger.finding import Finding
from baitiao_cli.ledger.quotes import kept_quote

Accepted = tuple[str, str, str]
"""The id of the event that accepts a quote, and the id and hash of that."""


def quote_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Quotes that are not what their hashes say."""
    for row in connection.execute("SELECT * FROM quotes"):
        if kept_quote(row) is None:
            yield Finding("check-quote", str(row["quote_id"]), {"quote_id": row["quote_id"]})


def accepted_by(connection: sqlite3.Connection) -> Iterator[Accepted]:
    """What the purchases accepted, in their order; nothing of one that cannot be read."""
    rows = connection.execute("SELECT event_id, body FROM events WHERE kind = 'purchase-made' ORDER BY sequence")
    for event_id, body in rows:
        told = skimmed(body)
        if told and told.quote_id:
            yield event_id, told.quote_id, told.quote_hash


def accepted_findings(connection: sqlite3.Connection, accepted: Iterable[Accepted]) -> Iterator[Finding]:
    """Purchases whose accepted quote is another one or is gone."""
    for event_id, *quote in accepted:
        if connection.execute("SELECT 1 FROM quotes WHERE quote_id = ? AND hash = ?", quote).fetchone() is None:
            yield Finding("check-quote", event_id, {"quote_id": quote[0]})
