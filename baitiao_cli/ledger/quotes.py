"""Quotes that were shown, kept as they were: content that a purchase may accept by its id, and prove by its hash."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import msgspec

from baitiao_cli.account.quote import Quote, Shown
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.finding import Finding


def is_kept(connection: sqlite3.Connection, quote: Shown) -> bool:
    """Whether the ledger has this very quote."""
    row = connection.execute("SELECT hash FROM quotes WHERE quote_id = ?", (quote.quote_id,)).fetchone()
    return row is not None and row["hash"] == quote.quote_hash


def keep_quote(connection: sqlite3.Connection, quote: Shown, kept_at: str) -> None:
    """Keeps a quote as it was shown; one that is there already stays as it is."""
    if not is_kept(connection, quote):
        connection.execute(
            "INSERT INTO quotes (quote_id, hash, body, kept_at) VALUES (?, ?, ?, ?)",
            (quote.quote_id, quote.quote_hash, quote.text, kept_at),
        )


def find_quote(connection: sqlite3.Connection, quote_id: str) -> Shown:
    """The quote of that id; `quote-unknown`; `ledger-damaged` when it is not what its hash says any more."""
    row = connection.execute("SELECT * FROM quotes WHERE quote_id = ?", (quote_id,)).fetchone()
    if row is None:
        raise BaitiaoError("quote-unknown", quote_id=quote_id)
    quote = _read(row)
    if quote is None:
        raise BaitiaoError("ledger-damaged", reason=f"quote {quote_id}")
    return quote


def _read(row: sqlite3.Row) -> Shown | None:
    """The quote in a row, if it is whole: its text, its hash and its id belong together."""
    try:
        shown = Shown(msgspec.json.decode(row["body"], type=Quote), row["body"])
    except msgspec.MsgspecError:
        return None
    return shown if (shown.quote_hash, shown.quote_id) == (row["hash"], row["quote_id"]) else None


def quote_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Quotes that are not what their hashes say, and purchases whose accepted quote is another one or is gone."""
    hashes = {}
    for row in connection.execute("SELECT * FROM quotes").fetchall():
        hashes[row["quote_id"]] = row["hash"]
        if _read(row) is None:
            yield Finding("check-quote", str(row["quote_id"]), {"quote_id": row["quote_id"]})
    accepted = connection.execute(
        "SELECT event_id, json_extract(body, '$.quote_id') AS quote_id, json_extract(body, '$.quote_hash') AS hash"
        " FROM events WHERE kind = 'purchase-made' AND json_extract(body, '$.quote_id') <> ''"
    )
    for row in accepted.fetchall():
        if hashes.get(row["quote_id"]) != row["hash"]:
            yield Finding("check-quote", str(row["event_id"]), {"quote_id": row["quote_id"]})
