"""Where a check looks: at the ledger when that is a matter of moments, else at a copy, since readers stop commits."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.file.connection import PRAGMAS, set_pragmas, telling
from baitiao_cli.ledger.store import Ledger

LARGE_BYTES = 32 * 1024 * 1024
"""From here on a look takes longer than writers should wait for."""


class Look(NamedTuple):
    """One moment of the ledger: one connection to it, and for a large one another, for a second pair of eyes."""

    connection: sqlite3.Connection
    other: sqlite3.Connection | None = None


@contextmanager
def looking_at(ledger: Ledger, is_private: bool = False) -> Iterator[Look]:
    """The ledger as of one moment, for a look at all of it. Errors: as for reading it.

    The copy of a large one is a file that only its owner can read, and loses its name as soon as it is open. One that
    `is_private` needs none: nobody waits for it.
    """
    with ExitStack() as stack:
        stack.enter_context(telling(ledger.path))
        is_large = ledger.path.stat().st_size >= LARGE_BYTES
        look = _copied(ledger, stack) if is_large and not is_private else None
        if look is None:
            other = stack.enter_context(closing(_opened(ledger.path))) if is_large and is_private else None
            look = Look(stack.enter_context(ledger.read()).connection, other)
        yield look


def _copied(ledger: Ledger, stack: ExitStack) -> Look | None:
    """Two connections to a copy; `None` where there is no room for one."""
    try:
        with TemporaryDirectory(prefix="baitiao-check-") as folder:
            copy = Path(folder) / "copy"
            first = stack.enter_context(closing(_opened(copy)))
            with ledger.read() as tx:
                tx.connection.backup(first)
            looks = first, stack.enter_context(closing(_opened(copy)))
    except BaitiaoError as problem:
        if problem.code != "ledger-full":
            raise
        return None
    return Look(*looks)


def _opened(copy: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(copy, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    set_pragmas(connection, copy, PRAGMAS)
    connection.execute("PRAGMA synchronous = off")
    connection.execute("SELECT 1 FROM sqlite_schema").fetchone()  # opens the file while it has its name
    return connection
