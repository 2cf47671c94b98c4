"""The check of a ledger: everything that is wrong with it, as a list, in one run; nothing here may fail on garbage."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from functools import partial

from baitiao_cli.ledger.check_chain import chain_findings
from baitiao_cli.ledger.check_fold import account_findings, account_ids_of, sum_findings
from baitiao_cli.ledger.finding import Finding
from baitiao_cli.ledger.quotes import quote_findings
from baitiao_cli.ledger.schema import expected_schema, schema_of
from baitiao_cli.ledger.store import Ledger

__all__ = ["Finding", "check_ledger"]

SMALL_LEDGER_EVENTS = 5_000
"""Up to here every account is folded again without being asked: it takes a few seconds."""

Section = Callable[[sqlite3.Connection], Iterator[Finding]]


def check_ledger(ledger: Ledger, full: bool = False) -> list[Finding]:
    """Everything that is wrong with the ledger; empty when all is well.

    Proves the file, its tables and guards, the links between rows, the chains, that groups of postings sum to zero and
    that quotes are as they were shown. With `full`, or in a ledger of at most `SMALL_LEDGER_EVENTS` events, every
    account is folded again and its views, journal and bills are compared with the fold; otherwise the views are
    compared with the journal's sums. A tail that was cut off is not seen: for that a head must be kept elsewhere.
    Errors: as for opening a ledger.
    """
    with ledger.read() as tx:
        connection = tx.connection
        connection.text_factory = _readable
        sections: dict[str, Section] = {
            "file": _file_findings,
            "links": _link_findings,
            "schema": _schema_findings,
            "chain": chain_findings,
            "quotes": quote_findings,
        }
        findings = [found for name, section in sections.items() for found in _guarded(connection, name, section)]
        if full or _is_small(connection):
            for account_id in _guarded_ids(connection, findings):
                findings += _guarded(connection, account_id, partial(account_findings, account_id=account_id))
        else:
            findings += _guarded(connection, "sums", sum_findings)
        return findings


def _readable(raw: bytes) -> str:
    """Text as it can be told; what is not UTF-8 then differs from what was hashed, and is found."""
    return raw.decode("utf-8", "replace")


def _guarded(connection: sqlite3.Connection, name: str, section: Section) -> list[Finding]:
    """The findings of one section; one that garbage stops is a finding itself, and the others still run."""
    findings: list[Finding] = []
    try:
        for found in section(connection):
            findings.append(found)
    except Exception as problem:
        # Only the kind of the failure: its text could quote a row.
        reason = getattr(problem, "sqlite_errorname", None) or type(problem).__name__
        findings.append(Finding("check-stopped", name, {"section": name, "problem": reason}))
    return findings


def _guarded_ids(connection: sqlite3.Connection, findings: list[Finding]) -> list[str]:
    try:
        return account_ids_of(connection)
    except sqlite3.Error as problem:
        findings.append(
            Finding("check-stopped", "accounts", {"section": "accounts", "problem": type(problem).__name__})
        )
        return []


def _is_small(connection: sqlite3.Connection) -> bool:
    try:
        count = connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM events LIMIT ?)", (SMALL_LEDGER_EVENTS + 1,)
        ).fetchone()[0]
    except sqlite3.Error:
        return True
    return int(count) <= SMALL_LEDGER_EVENTS


def _file_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (problem,) in connection.execute("PRAGMA integrity_check(100)").fetchall():
        if problem != "ok":
            yield Finding("check-file", "file", {"problem": problem})


def _link_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Finding("check-link", f"{table} {row}", {"table": table, "row": row, "parent": parent})


def _schema_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """What is missing or changed; of what was added only triggers: an index or a view of one's own harms nothing."""
    expected, found = expected_schema(), schema_of(connection)
    for name, sql in expected.items():
        if name not in found:
            yield Finding("check-schema", name, {"name": name, "state": "missing"})
        elif found[name] != sql:
            yield Finding("check-schema", name, {"name": name, "state": "changed"})
    for name in found:
        if name not in expected and name.startswith("trigger "):
            yield Finding("check-schema", name, {"name": name, "state": "not ours"})
