"""Hashes that make a change of the past visible: a chain of events for each account, and one chain of seals over all.

A seal closes a transaction: it holds the new heads of the accounts that were touched and of the audit log, the hashes
of the rows beside the facts that were written (see `sealed.py`), the hash of the journal lines that were booked, and
the hash of the seal before it. So the last seal's hash, the ledger's head, stands for everything but the people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from baitiao_cli.errors import BaitiaoError
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
AUDIT_FIELDS = ("number", "recorded_at", "operator", "deed", "subject", "details", "hash_before")
AUDIT_CHAIN = "audit"
"""What a seal calls the chain of the audit log, beside those of the accounts."""

GROUP_FIELDS = ("group_number", "account_id", "cause", "effective_on", "posted_on")
POSTING_FIELDS = ("posting_number", "group_number", "plan_id", "ledger_account", "amount_fen")
SEAL_FIELDS = ("number", "sealed_at", "last_sequence", "last_group_number", "heads", "journal_hash", "hash_before")


def digest(row: Mapping[str, Any] | Any, fields: Iterable[str]) -> str:
    """The SHA-256 (hex) of the named fields of a row, as a JSON array: no two rows share one text.

    >>> digest({"a": "1,2", "b": ""}, "ab") == digest({"a": "1", "b": "2,"}, "ab")
    False
    """
    return sha256(canonical([row[field] for field in fields]).encode()).hexdigest()


def prove_events(rows: Iterable[Mapping[str, Any] | Any], before: int = 0, head: str = GENESIS) -> str:
    """Proves that the rows are the next events of one account after its first `before`, as they were recorded.

    `head` is the hash of the last of those; returned is that of the last one of these. `ledger-damaged` names the first
    that is not as it was.
    """
    for number, row in enumerate(rows, start=before + 1):
        if row["number"] != number or row["hash_before"] != head or digest(row, EVENT_FIELDS) != row["hash"]:
            raise BaitiaoError("ledger-damaged", reason=f"event {row['event_id']}")
        head = row["hash"]
    return head


def prove_own(row: Mapping[str, Any] | Any, fields: Iterable[str], name: str) -> None:
    """Proves that a row is as it was recorded, not that none is missing before it; `ledger-damaged` with its name."""
    if digest(row, fields) != row["hash"]:
        raise BaitiaoError("ledger-damaged", reason=name)


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
