"""The parts of a check. Each looks at the ledger by itself, so that several processes can share them out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from baitiao_cli.ledger.check.beside import beside_findings
from baitiao_cli.ledger.check.chain import chain_findings
from baitiao_cli.ledger.check.desk import desk_findings
from baitiao_cli.ledger.check.fold import (
    account_findings,
    owed_sum_findings,
    purchase_index_findings,
)
from baitiao_cli.ledger.check.quotes import accepted_by, accepted_findings, quote_findings
from baitiao_cli.ledger.check.snapshots import snapshot_findings
from baitiao_cli.ledger.check.stretches import stretch_told
from baitiao_cli.ledger.check.sums import walked_sum_findings
from baitiao_cli.ledger.finding import Finding, stopped
from baitiao_cli.ledger.people.proof import people_findings
from baitiao_cli.ledger.purchase_index import rows_told
from baitiao_cli.ledger.schema import expected_schema, schema_of

Section = Callable[..., Iterator[Any]]
"""What looks over a connection, at what it is told, and yields findings, or what they can be made of."""

ACCOUNTS, STRETCH = "accounts", "stretch"
"""Parts of which there are many."""
SLICE = 16
"""How many accounts are one part: some tenths of a second."""


class Part(NamedTuple):
    """One part: what looks, and at what of the ledger if not at all of it."""

    name: str
    arguments: tuple[Any, ...] = ()


def account_parts(account_ids: Sequence[str]) -> Iterator[Part]:
    """The folding of the accounts, in their order."""
    return (Part(ACCOUNTS, tuple(account_ids[at : at + SLICE])) for at in range(0, len(account_ids), SLICE))


def findings_of(connection: sqlite3.Connection, part: Part) -> list[Any]:
    """What a part finds or tells; what cannot be read is a finding."""
    if part.name == ACCOUNTS:
        return [
            found
            for account_id in part.arguments
            for found in guarded(connection, account_id, partial(account_findings, account_id=account_id))
        ]
    section = _SECTIONS[part.name]
    return guarded(connection, part.name, lambda connection: section(connection, *part.arguments))


def guarded(connection: sqlite3.Connection, name: str, section: Callable[..., Iterator[Any]]) -> list[Any]:
    """What one section yields; one that garbage stops is a finding itself, and the others still run.

    Text that is not UTF-8 stops SQLite's own quick reading: then the section is read again with what can be told of it.
    """
    found: list[Any] = []
    try:
        found.extend(section(connection))
    except Exception as problem:
        if "decode" in str(problem) and connection.text_factory is str:
            connection.text_factory = _readable
            try:
                return guarded(connection, name, section)
            finally:
                connection.text_factory = str
        found.append(stopped(name, problem))
    return found


def _readable(raw: bytes) -> str:
    """Text as it can be told; what is not UTF-8 then differs from what was hashed, and is found."""
    return raw.decode("utf-8", "replace")


def _file_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (problem,) in connection.execute("PRAGMA integrity_check(100)").fetchall():
        if problem != "ok":
            yield Finding("check-file", "file", {"problem": problem})


def _link_findings(connection: sqlite3.Connection, of_facts: bool) -> Iterator[Finding]:
    """Rows that point at nothing: events and postings, which a proof in stretches sees by itself, or all others."""
    rows = connection.execute(
        "SELECT links.* FROM sqlite_schema AS tables JOIN pragma_foreign_key_check(tables.name) AS links"
        " WHERE tables.type = 'table' AND (tables.name IN ('events', 'postings')) = ? ORDER BY tables.rowid",
        (of_facts,),
    )
    for table, row, parent, _ in rows.fetchall():
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


_SECTIONS: dict[str, Section] = {
    "file": _file_findings,
    "links": _link_findings,
    "schema": _schema_findings,
    "chain": chain_findings,
    STRETCH: stretch_told,
    "beside": beside_findings,
    "accepted": lambda connection: accepted_findings(connection, accepted_by(connection)),
    "purchases": lambda connection: purchase_index_findings(connection, rows_told(connection)),
    "sums": walked_sum_findings,
    "quotes": quote_findings,
    "desk": desk_findings,
    "people": people_findings,
    "owed sums": owed_sum_findings,
    "snapshots": snapshot_findings,
}
