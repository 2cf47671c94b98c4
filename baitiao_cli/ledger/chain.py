"""Hashes that make a change of the past visible: a chain of events for each account, and one chain of seals over all.

A seal closes a transaction: it holds the new heads of the accounts that were touched and the hash of the journal lines
that were booked, and the hash of the seal before it. So the last seal's hash, the ledger's head, stands for everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from baitiao_cli.ledger.codec import canonical

GENESIS = "0" * 64
"""What stands where there is nothing before."""

EVENT_FIELDS = (
    "sequence",
    "event_id",
    "account_id",
    "number",
    "kind",
    "effective_on",
    "recorded_at",
    "operator",
    "request_id",
    "body",
    "hash_before",
)
GROUP_FIELDS = ("group_number", "account_id", "cause", "effective_on", "posted_on")
POSTING_FIELDS = ("posting_number", "group_number", "plan_id", "ledger_account", "amount_fen")
SEAL_FIELDS = ("number", "sealed_at", "last_sequence", "last_group_number", "heads", "journal_hash", "hash_before")


def digest(row: Mapping[str, Any] | Any, fields: Iterable[str]) -> str:
    """The SHA-256 (hex) of the named fields of a row, as a JSON array: no two rows share one text.

    >>> digest({"a": "1,2", "b": ""}, "ab") == digest({"a": "1", "b": "2,"}, "ab")
    False
    """
    return sha256(canonical([row[field] for field in fields]).encode()).hexdigest()


class JournalHash:
    """The hash of journal lines in the order in which they were booked: the postings of a group, then the group."""

    def __init__(self) -> None:
        self._sum = sha256()

    def add(self, row: Mapping[str, Any] | Any, fields: Iterable[str]) -> None:
        """Takes in one row."""
        self._sum.update(canonical([row[field] for field in fields]).encode())

    @property
    def value(self) -> str:
        """The hash of all rows so far (hex)."""
        return self._sum.hexdigest()
