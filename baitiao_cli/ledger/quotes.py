"""Quotes that were shown, kept as they were: content that a purchase may accept by its id, and prove by its hash."""

from __future__ import annotations

import sqlite3

import msgspec

from baitiao_cli.account.quote import Quote, Shown
from baitiao_cli.errors import BaitiaoError


def is_kept(connection: sqlite3.Connection, quote: Shown) -> bool:
    """Whether the ledger has this very quote."""
    row = connection.execute("SELECT hash FROM quotes WHERE quote_id = ?", (quote.quote_id,)).fetchone()
    return row is not None and row["hash"] == quote.quote_hash


def quote_row(quote: Shown, kept_at: str) -> dict[str, str | int]:
    """The row that keeps a quote as it was shown."""
    return {"quote_id": quote.quote_id, "hash": quote.quote_hash, "body": quote.text, "kept_at": kept_at}


def find_quote(connection: sqlite3.Connection, quote_id: str) -> Shown:
    """The quote of that id; `quote-unknown`; `ledger-damaged` when it is not what its hash says any more."""
    row = connection.execute("SELECT * FROM quotes WHERE quote_id = ?", (quote_id,)).fetchone()
    if row is None:
        raise BaitiaoError("quote-unknown", quote_id=quote_id)
    quote = kept_quote(row)
    if quote is None:
        raise BaitiaoError("ledger-damaged", reason=f"quote {quote_id}")
    return quote


def kept_quote(row: sqlite3.Row) -> Shown | None:
    """The quote in a row, if it is whole: its text, its hash and its id belong together."""
    try:
        shown = Shown(msgspec.json.decode(row["body"], type=Quote), row["body"])
    except msgspec.MsgspecError:
        return None
    return shown if (shown.quote_hash, shown.quote_id) == (row["hash"], row["quote_id"]) else None
