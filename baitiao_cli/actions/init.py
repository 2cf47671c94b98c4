"""`init`: a new ledger."""

from __future__ import annotations

from pathlib import Path

import msgspec

from baitiao_cli.ledger.people.keys import key_path
from baitiao_cli.ledger.store import Ledger


class InitAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Where the ledger is, the key of its people, and the hash that its chain begins with."""

    path: str
    key_file: str
    head: str


def init(path: Path, now: str) -> InitAnswer:
    """Makes an empty ledger that only its owner can read; refuses a file that is there."""
    ledger = Ledger.create(path, now=now)
    with ledger.read() as tx:
        return InitAnswer(path=str(path), key_file=str(key_path(path)), head=tx.head())
