"""The check of a ledger: everything that is wrong with it, as a list, in one run; nothing here may fail on garbage."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from baitiao_cli.ledger.chain import GENESIS
from baitiao_cli.ledger.check.chain import chain_findings
from baitiao_cli.ledger.check.desk import desk_findings
from baitiao_cli.ledger.check.fold import (
    account_findings,
    account_ids_of,
    day_sum_findings,
    purchase_index_findings,
    sum_findings,
)
from baitiao_cli.ledger.check.looking import Look, looking_at
from baitiao_cli.ledger.check.quotes import quote_findings
from baitiao_cli.ledger.finding import Finding, stopped
from baitiao_cli.ledger.people.keys import KeyState, key_path, key_state
from baitiao_cli.ledger.people.proof import people_findings
from baitiao_cli.ledger.schema import expected_schema, schema_of
from baitiao_cli.ledger.store import Ledger

__all__ = ["Finding", "Proved", "check_ledger", "prove"]

SMALL_LEDGER_EVENTS = 5_000
"""Up to here every account is folded again without being asked: it takes a few seconds."""

Section = Callable[[sqlite3.Connection], Iterator[Finding]]
Progress = Callable[[int, int], None]
"""Told how many accounts have been folded again, and of how many."""


class Proved(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found, and of what: the head that stands for it all, and how much that is."""

    findings: list[Finding]
    head: str
    transaction_count: int
    event_count: int
    key: KeyState = "unknown"
    """How it stands with the key file of the people, which is none of the ledger's own soundness."""
    key_file: str = ""
    """Where that is expected."""
    later_count: int | None = None
    """How many transactions came after the head that was kept elsewhere, if it was given and is in the chain."""

    @property
    def brief(self) -> dict[str, str | int]:
        """The figures of a sentence on the findings, of which there are some."""
        first = self.findings[0]
        return {"count": len(self.findings), "first": first.code, "where": first.where}


def check_ledger(ledger: Ledger, full: bool = False) -> list[Finding]:
    """Everything that is wrong with the ledger; empty when all is well: see `prove`."""
    return prove(ledger, full).findings


def prove(
    ledger: Ledger,
    full: bool = False,
    against: str = "",
    progress: Progress | None = None,
    is_private: bool = False,
    place: Path | None = None,
) -> Proved:
    """Everything that is wrong with the ledger, all of it as of one moment.

    Proves the file, its tables and guards, the links between rows, the chains, that groups of postings sum to zero,
    that quotes are as they were shown, that the desk's facts can be read, and that every person has a key or was
    erased. With `full`, or in a ledger of at most `SMALL_LEDGER_EVENTS` events, every account is folded again and its
    views, journal and bills are compared with the fold, and every person is read if the key of the people is there;
    otherwise the views are compared with the journal's sums. A tail that was cut off is seen only `against` a head that
    was kept elsewhere.
    A ledger that `is_private`, which nobody else can know of yet, is never copied; `place` is where the one is, or will
    be, whose key it needs. Errors: as for opening a ledger.
    """
    with looking_at(ledger, is_private) as look:
        each = full or _is_small(look.connection)
        people = partial(people_findings, path=place or ledger.path, each=each)
        findings = [*_sections(look, people), *_accounts(look.connection, each, progress)]
        standing = _guarded(look.connection, "head", partial(_standing, against=against))
        key = _guarded(look.connection, "key", lambda connection: iter([key_state(connection, place or ledger.path)]))
        found = next((each for each in standing if isinstance(each, Proved)), _NOTHING)
        findings += [each for each in standing if isinstance(each, Finding)]
        state = key[0] if isinstance(key[0], str) else "unknown"
        file = str(key_path(place or ledger.path))
        return msgspec.structs.replace(found, findings=findings, key=state, key_file=file)


_NOTHING = Proved(findings=[], head=GENESIS, transaction_count=0, event_count=0)


def _sections(look: Look, people: Section) -> list[Finding]:
    """What SQLite finds by itself and what the rows say; side by side when there are two to look."""
    by_sqlite: dict[str, Section] = {"file": _file_findings, "links": _link_findings, "schema": _schema_findings}
    by_row: dict[str, Section] = {
        "chain": chain_findings,
        "quotes": quote_findings,
        "desk": desk_findings,
        "people": people,
    }
    # What was changed in the journal and the events is named before.
    sums: dict[str, Section] = {"day sums": day_sum_findings, "purchases": purchase_index_findings}
    if look.other is None:
        return _all_of(look.connection, by_sqlite | by_row | sums)
    with ThreadPoolExecutor(1) as pool:  # SQLite lets go of the interpreter while it works
        waiting = pool.submit(_all_of, look.other, by_sqlite)
        adding_up = pool.submit(_all_of, look.other, sums)
        rows = _all_of(look.connection, by_row)
        return [*waiting.result(), *rows, *adding_up.result()]


def _all_of(connection: sqlite3.Connection, sections: dict[str, Section]) -> list[Finding]:
    return [found for name, section in sections.items() for found in _guarded(connection, name, section)]


def _accounts(connection: sqlite3.Connection, each: bool, progress: Progress | None) -> Iterator[Finding]:
    if not each:
        yield from _guarded(connection, "sums", sum_findings)
        return
    account_ids, findings = _guarded_ids(connection)
    yield from findings
    for count, account_id in enumerate(account_ids):
        if progress:
            progress(count, len(account_ids))
        yield from _guarded(connection, account_id, partial(account_findings, account_id=account_id))


def _standing(connection: sqlite3.Connection, against: str) -> Iterator[Finding | Proved]:
    """The head and how much stands behind it; where the head that was kept elsewhere is in the chain."""
    last = connection.execute("SELECT number, hash FROM seals ORDER BY number DESC LIMIT 1").fetchone()
    events = connection.execute("SELECT coalesce(max(sequence), 0) FROM events").fetchone()[0]
    number, head = (last["number"], str(last["hash"])) if last else (0, GENESIS)
    kept = connection.execute("SELECT number FROM seals WHERE hash = ?", (against,)).fetchone()
    if kept is None and against not in ("", GENESIS):
        yield Finding("check-head", "head", {"against": against, "head": head, "number": number})
    kept_number = 0 if against == GENESIS else kept["number"] if kept else None
    yield Proved(
        findings=[],
        head=head,
        transaction_count=number,
        event_count=events,
        later_count=None if kept_number is None else number - kept_number,
    )


def _readable(raw: bytes) -> str:
    """Text as it can be told; what is not UTF-8 then differs from what was hashed, and is found."""
    return raw.decode("utf-8", "replace")


def _guarded(connection: sqlite3.Connection, name: str, section: Callable[..., Iterator[Any]]) -> list[Any]:
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
                return _guarded(connection, name, section)
            finally:
                connection.text_factory = str
        found.append(stopped(name, problem))
    return found


def _guarded_ids(connection: sqlite3.Connection) -> tuple[list[str], list[Finding]]:
    found = _guarded(connection, "accounts", lambda connection: iter(account_ids_of(connection)))
    return [each for each in found if isinstance(each, str)], [each for each in found if isinstance(each, Finding)]


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
