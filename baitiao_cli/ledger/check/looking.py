"""Where a check looks: at the ledger when that is a matter of moments, else at a copy, since readers stop commits."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check.parts import Part, findings_of
from baitiao_cli.ledger.file.connection import PRAGMAS, raw_connection, set_pragmas, telling
from baitiao_cli.ledger.side_by_side import Helpers, core_count
from baitiao_cli.ledger.store import Ledger

LARGE_BYTES = 4 * 1024 * 1024
"""From here on a look takes longer than writers should wait for, and is worth sharing out, on some thousand events."""

LONGEST = ("file", "people", "links", "owed sums", "quotes", "beside", "desk")
"""What is begun first when a look is shared out: what takes long and cannot be cut."""


class Copying(NamedTuple):
    """What one of the helpers is asked before they look: to copy the ledger while nobody can change it."""

    ledger: Path
    copy: Path


class Look:
    """One moment of the ledger: a connection to it, and who looks at it, too."""

    def __init__(self, connection: sqlite3.Connection, *, is_large: bool, helpers: Helpers | None) -> None:
        self.connection = connection
        self.is_large = is_large
        self.helpers = helpers

    def findings(self, parts: Sequence[Part], done: Callable[[Part, list[Any]], None]) -> list[list[Any]]:
        """What each part finds; `done` is told of each and may change it. A part that no helper can do is done here."""
        found: list[list[Any]] = [[] for _ in parts]
        for at, result in self._results(parts):
            found[at] = findings_of(self.connection, parts[at]) if result is None else result
            done(parts[at], found[at])
        return found

    def _results(self, parts: Sequence[Part]) -> Iterator[tuple[int, list[Any] | None]]:
        if self.helpers is None:
            yield from ((at, None) for at in range(len(parts)))
            return
        order = sorted(range(len(parts)), key=lambda at: _haste(parts[at]))
        for place, result in self.helpers.as_done([parts[at] for at in order]):
            yield order[place], result


def _haste(part: Part) -> int:
    return LONGEST.index(part.name) if part.name in LONGEST else len(LONGEST)


@contextmanager
def looking_at(ledger: Ledger, *, is_private: bool = False, is_alone: bool = False) -> Iterator[Look]:
    """The ledger as of one moment, for a look at all of it. Errors: as for reading it.

    A large one is looked at by as many processes as there are cores, unless this one is to be alone. The copy of it is
    a file that only its owner can read, and loses its name as soon as all have it open. One that `is_private` needs
    none: nobody waits for it.
    """
    with ExitStack() as stack:
        stack.enter_context(telling(ledger.path))
        is_large = ledger.path.stat().st_size >= LARGE_BYTES
        # Before anything is opened: a process that is forked with a connection would take its locks for its own.
        is_shared = is_large and not is_alone and ledger.may_be_shared and core_count() > 1
        helpers = stack.enter_context(_helpers()) if is_shared else None
        connection = _copied(ledger, stack, helpers) if is_large and not is_private else None
        if connection is None:
            connection = stack.enter_context(ledger.read()).connection
            if helpers:
                helpers.prepare(ledger.path)  # nobody can commit while this one reads, so all see the same
        yield Look(connection, is_large=is_large, helpers=helpers)


def _helpers() -> Helpers:
    eyes: list[sqlite3.Connection] = []

    def look(asked: Copying | Path | Part) -> object:
        """Makes the copy, opens the file, or does a part."""
        if isinstance(asked, Part):
            return findings_of(eyes[0], asked)
        if isinstance(asked, Copying):
            return copyfile(asked.ledger, asked.copy)
        eyes[:] = [raw_connection(asked)]
        eyes[0].execute("BEGIN")
        eyes[0].execute("SELECT 1 FROM sqlite_schema").fetchone()
        return True

    return Helpers(look, core_count())


def _copied(ledger: Ledger, stack: ExitStack, helpers: Helpers | None) -> sqlite3.Connection | None:
    """A connection to a copy, which the helpers have open, too; `None` where there is no room for one."""
    try:
        with TemporaryDirectory(prefix="baitiao-check-") as folder:
            copy = Path(folder) / "copy"
            with ledger.read() as tx:
                is_made = helpers is not None and _is_copied(helpers, Copying(ledger.path, copy))
                connection = stack.enter_context(closing(_opened(copy)))
                if not is_made:
                    tx.connection.backup(connection)
            if helpers:
                helpers.prepare(copy)
    except BaitiaoError as problem:
        if problem.code != "ledger-full":
            raise
        return None
    return connection


def _is_copied(helpers: Helpers, asked: Copying) -> bool:
    """Whether one of the helpers has copied the file, byte by byte: half of what SQLite takes to copy it by pages.

    Nobody can write to it while this process reads it, and what it says is all in it, for no ledger has a log beside.
    This process would drop its own locks with the file when it closes it.
    """
    [copied] = helpers.in_order([asked])
    if copied is None:
        asked.copy.unlink(missing_ok=True)
    return copied is not None


def _opened(copy: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(copy, isolation_level=None)
    connection.row_factory = sqlite3.Row
    set_pragmas(connection, copy, PRAGMAS)
    connection.execute("PRAGMA synchronous = off")
    connection.execute("SELECT 1 FROM sqlite_schema").fetchone()  # opens the file while it has its name
    return connection
