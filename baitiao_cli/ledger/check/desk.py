"""Proof of the desk's facts: each can be read, and is of the kind that its row says."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.codec import kind_of
from baitiao_cli.ledger.desk import entry_of
from baitiao_cli.ledger.finding import Finding


def desk_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """The rows whose text is no fact, or another one than their kind."""
    for row in connection.execute("SELECT * FROM desk_facts ORDER BY number"):
        try:
            is_whole = kind_of(entry_of(row).fact) == row["kind"]
        except BaitiaoError:
            is_whole = False
        if not is_whole:
            yield Finding("check-desk-fact", f"desk fact {row['number']}", {"number": row["number"]})
