"""Proof of what seals close beside events and groups of postings: deeds of the audit log, and rows that they name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from hashlib import sha256

import msgspec

from baitiao_cli.ledger.chain import AUDIT_CHAIN, AUDIT_FIELDS, GENESIS
from baitiao_cli.ledger.check.facts import hashed_rows, tuples
from baitiao_cli.ledger.check.rows import NamedRows
from baitiao_cli.ledger.check.seals import seal_findings
from baitiao_cli.ledger.codec import canonical_bytes
from baitiao_cli.ledger.finding import Finding
from baitiao_cli.ledger.sealed import named_rows


class DeedsAndRows:
    """The deeds and rows as they are."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.audit, self.rows = _AuditWalk(connection), NamedRows(connection)
        self.named: dict[str, str] = {}

    def note(self, number: int, heads: object) -> Iterable[Finding]:
        """Walks to the deed that a seal closes, and notes the rows that it names."""
        self.named = _named(heads)
        if self.named:
            self.rows.note(number, self.named)
        return self.audit.up_to(_audit_head(heads))

    def taken(self) -> dict[str, str]:
        """The last deed, if deeds were walked over since this was asked, and the rows."""
        named, self.named = self.named, {}
        return self.audit.taken() | named

    def findings(self) -> Iterator[Finding]:
        """The deeds that are left, and what is wrong with the rows."""
        yield from self.audit.up_to(None, to_the_end=True)
        yield from self.rows.findings()


def beside_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Something, if deeds or rows are not what the seals say: what, the walk through the whole chain tells."""
    beside = DeedsAndRows(connection)
    closing = f"instr(heads, '{AUDIT_CHAIN}') OR instr(heads, ' ')"
    for number, heads in tuples(connection, f"SELECT number, heads FROM seals WHERE {closing} ORDER BY number"):  # noqa: S608
        yield from beside.note(number, heads)
        yield from seal_findings(number, {"deeds": beside.taken() != as_sealed(heads)})
    yield from beside.findings()
    yield from seal_findings(0, {"deeds without a seal": bool(beside.taken())})


def as_sealed(heads: str) -> dict[str, str]:
    """What a seal says of deeds and rows, from its stored text."""
    if " " not in heads and AUDIT_CHAIN not in heads:
        return {}
    head = _audit_head(heads)
    return ({} if head is None else {AUDIT_CHAIN: head}) | _named(heads)


def _named(heads: object) -> dict[str, str]:
    return named_rows(heads) if " " in str(heads) else {}  # only the names of rows have a space in them


def _audit_head(heads: object) -> str | None:
    """The head of the audit log in what a seal closed; `None` if it was not touched, or the text is garbage."""
    if AUDIT_CHAIN not in str(heads):
        return None
    try:
        head = msgspec.json.decode(str(heads)).get(AUDIT_CHAIN)
    except (msgspec.MsgspecError, ValueError, AttributeError):
        return None
    return head if isinstance(head, str) else None


class _AuditWalk:
    """The deeds of the audit log in their order, each proved against the one before it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.rows = hashed_rows(connection, "audit", AUDIT_FIELDS, "number")
        self.waiting = next(self.rows, None)
        self.number, self.head = 0, GENESIS
        self.touched: dict[str, str] = {}

    def taken(self) -> dict[str, str]:
        """The head of the log, if deeds were walked over since this was asked."""
        touched, self.touched = self.touched, {}
        return touched

    def up_to(self, head: str | None, *, to_the_end: bool = False) -> Iterable[Finding]:
        """What is wrong with the deeds up to the one with that hash, or its gap if it is gone; or to the end."""
        wrong: list[Finding] = []
        if not to_the_end and head is not None and self.waiting is not None and self.waiting[-1] != head:
            if self.waiting[-2] == head:  # the one that is waiting tells that there was one
                self.touched = {AUDIT_CHAIN: head}
                return wrong
            if self.head != head and not self._is_there(head):
                return wrong
        while self.waiting is not None and (to_the_end or (head is not None and self.head != head)):
            row, self.waiting = self.waiting, next(self.rows, None)
            number, hash_before, own_hash = row[0], row[-2], row[-1]
            problems = {
                f"number {number}, not {self.number + 1}": number != self.number + 1,
                "it does not follow the one before": hash_before != self.head,
                "its own hash": sha256(canonical_bytes(row[:-1])).hexdigest() != own_hash,
            }
            wrong += [
                Finding("check-deed", f"deed {number}", {"number": number, "problem": problem})
                for problem, is_wrong in problems.items()
                if is_wrong
            ]
            self.number, self.head = number, own_hash
            self.touched = {AUDIT_CHAIN: own_hash}
        return wrong

    def _is_there(self, head: str) -> bool:
        return self.connection.execute("SELECT 1 FROM audit WHERE hash = ?", (head,)).fetchone() is not None
