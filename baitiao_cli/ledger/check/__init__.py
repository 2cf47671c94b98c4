"""The check of a ledger: everything that is wrong with it, as a list, in one run; nothing here may fail on garbage."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from baitiao_cli.ledger.chain import GENESIS
from baitiao_cli.ledger.check.fold import account_ids_of
from baitiao_cli.ledger.check.looking import Look, looking_at
from baitiao_cli.ledger.check.parts import ACCOUNTS, STRETCH, Part, account_parts, findings_of, guarded
from baitiao_cli.ledger.check.stretches import Stretch, Told, stretches_of
from baitiao_cli.ledger.check.sums import JournalSums, begin_sums, kept_sum_findings
from baitiao_cli.ledger.finding import Finding
from baitiao_cli.ledger.people.keys import KeyState, key_path, key_state
from baitiao_cli.ledger.store import Ledger

__all__ = ["Finding", "Proved", "check_ledger", "prove"]

SMALL_LEDGER_EVENTS = 5_000
"""Up to here every account is folded again without being asked: it takes a few seconds."""

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
    """Everything that is wrong with the ledger; empty when all is well: see `prove`. In this process alone."""
    return prove(ledger, full, is_alone=True).findings


def prove(
    ledger: Ledger,
    full: bool = False,
    against: str = "",
    progress: Progress | None = None,
    is_private: bool = False,
    place: Path | None = None,
    is_alone: bool = False,
) -> Proved:
    """Everything that is wrong with the ledger, all of it as of one moment.

    Proves the file, its tables and guards, the links between rows, the chains, that groups of postings sum to zero,
    that quotes are as they were shown, that the desk's facts can be read, and that every person has a key or was
    erased. With `full`, or in a ledger of at most `SMALL_LEDGER_EVENTS` events, every account is folded again and its
    views, journal and bills are compared with the fold, and every person is read if the key of the people is there;
    otherwise the views are compared with the journal's sums. A tail that was cut off is seen only `against` a head that
    was kept elsewhere.
    A ledger that `is_private`, which nobody else can know of yet, is never copied; `place` is where the one is, or will
    be, whose key it needs. A large one is looked at by processes side by side, which find what one by itself finds, in
    the same order; by this one alone if it `is_alone`, as it must be where a connection to the ledger is open.
    Errors: as for opening a ledger.
    """
    with looking_at(ledger, is_private=is_private, is_alone=is_alone) as look:
        findings = _findings(look, full or _is_small(look.connection), place or ledger.path, progress)
        standing = guarded(look.connection, "head", partial(_standing, against=against))
        key = guarded(look.connection, "key", lambda connection: iter([key_state(connection, place or ledger.path)]))
        found = next((each for each in standing if isinstance(each, Proved)), _NOTHING)
        findings += [each for each in standing if isinstance(each, Finding)]
        state = key[0] if isinstance(key[0], str) else "unknown"
        file = str(key_path(place or ledger.path))
        return msgspec.structs.replace(found, findings=findings, key=state, key_file=file)


_NOTHING = Proved(findings=[], head=GENESIS, transaction_count=0, event_count=0)


def _findings(look: Look, each: bool, path: Path, progress: Progress | None) -> list[Finding]:
    """What the parts of the check find, in their order."""
    account_ids, unlisted = _account_ids(look.connection) if each else ([], [])
    count = 0

    def done(part: Part, result: list[Any]) -> None:
        nonlocal count
        if part.name == STRETCH:
            _put_sums_away(look.connection, result)
        if progress and part.name == ACCOUNTS:
            count += len(part.arguments)
            progress(count, len(account_ids))

    stretches = _stretches(look)
    walks = (*_WALKS, Part("sums", (each,)))
    facts = [*(Part(STRETCH, (stretch,)) for stretch in stretches), Part("beside")] if stretches else walks
    parts = [
        *_SOUND,
        *facts,
        *(Part("quotes"), Part("desk"), Part("people", (path, each)), Part("owed sums"), Part("snapshots")),
        *account_parts(account_ids),  # what was changed in the facts is named before
    ]
    if progress and account_ids:
        progress(0, len(account_ids))
    begin_sums(look.connection)
    found = look.findings(parts, done)
    before, after = len(_SOUND), len(_SOUND) + len(facts)
    if stretches:
        right = None if any(found[:before]) else _of_stretches(look.connection, found[before:after], each)
        found[before:after] = [findings_of(look.connection, part) for part in walks] if right is None else right
    return [*(each for some in found for each in some), *unlisted]


_SOUND = (Part("file"), Part("links", (False,)), Part("schema"))
"""Where these find nothing, the keys can be relied on by which the chain is cut."""
_WALKS = (Part("links", (True,)), Part("chain"), Part("accepted"), Part("purchases"))
"""The walks through the facts, and through what they tell of what is kept beside them: stretches prove it in one."""


def _stretches(look: Look) -> list[Stretch]:
    """A large ledger's chain, cut; nothing where it is walked through as a whole."""
    if not look.is_large:
        return []
    found = guarded(look.connection, "chain", lambda connection: iter(stretches_of(connection)))
    return found if all(isinstance(each, Stretch) for each in found) else []


def _put_sums_away(connection: sqlite3.Connection, result: list[Any]) -> None:
    """Takes the sums out of what a stretch tells, so that memory does not grow with the ledger."""

    def put_away(connection: sqlite3.Connection) -> Iterator[Finding]:
        sums.put_away(connection)
        yield from ()

    if result and isinstance(result[-1], JournalSums):
        sums = result.pop()
        result += guarded(connection, "sums", put_away)


def _of_stretches(connection: sqlite3.Connection, found: list[list[Any]], each: bool) -> list[list[Finding]] | None:
    """What is wrong with what is kept beside the stretches; `None` if they are not right: a walk tells why."""
    *told, beside = found
    right = [result[0] for result in told if len(result) == 1 and isinstance(result[0], Told)]
    if beside or len(right) < len(told):
        return None
    return [
        [finding for each in right for finding in each.accepted],
        [finding for each in right for finding in each.purchases],
        guarded(connection, "sums", partial(kept_sum_findings, are_folded=each)),
    ]


def _standing(connection: sqlite3.Connection, against: str) -> Iterator[Finding | Proved]:
    """The head and how much stands behind it; where the head that was kept elsewhere is in the chain."""
    last = connection.execute("SELECT number, hash FROM seals ORDER BY number DESC LIMIT 1").fetchone()
    events = connection.execute("SELECT coalesce(max(sequence), 0) FROM events").fetchone()[0]
    number, head = (last["number"], str(last["hash"])) if last else (0, GENESIS)
    is_looked_for, kept = against not in ("", GENESIS), None
    if is_looked_for:  # among all seals: no index has their hashes
        kept = connection.execute("SELECT number FROM seals WHERE hash = ?", (against,)).fetchone()
    if is_looked_for and kept is None:
        yield Finding("check-head", "head", {"against": against, "head": head, "number": number})
    kept_number = 0 if against == GENESIS else kept["number"] if kept else None
    yield Proved(
        findings=[],
        head=head,
        transaction_count=number,
        event_count=events,
        later_count=None if kept_number is None else number - kept_number,
    )


def _account_ids(connection: sqlite3.Connection) -> tuple[list[str], list[Finding]]:
    found = guarded(connection, "accounts", lambda connection: iter(account_ids_of(connection)))
    return [each for each in found if isinstance(each, str)], [each for each in found if isinstance(each, Finding)]


def _is_small(connection: sqlite3.Connection) -> bool:
    try:
        count = connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM events LIMIT ?)", (SMALL_LEDGER_EVENTS + 1,)
        ).fetchone()[0]
    except sqlite3.Error:
        return True
    return int(count) <= SMALL_LEDGER_EVENTS
