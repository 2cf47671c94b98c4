"""The file that a copy is written to: never one of a ledger's own, never over another unless that is wanted."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.file.connection import APPLICATION_ID, SQLITE_BEGINS, reason_of
from baitiao_cli.ledger.file.placing import COMPANIONS
from baitiao_cli.ledger.people.keys import HEADER, key_path

IN_USE = (".lock", ".key")
"""What stands beside a ledger that somebody works with, and not beside a backup."""

OF_LEDGER = ("", *COMPANIONS, *IN_USE)
"""The ends of the names that belong to a ledger: the file, what SQLite keeps beside it, its lock and its key."""


@contextmanager
def writing_to(file: Path, *, replace: bool, ledger: Path, is_backup: bool = False) -> Iterator[None]:
    """Tells what hinders the writing of `file` in the block.

    Errors: `file-exists` unless it may `replace` a file, `file-of-ledger`, `file-unwritable`; nothing is written then.
    """
    try:
        refuse_taken(file, replace=replace, ledger=ledger, is_backup=is_backup)
        yield
    except FileExistsError as problem:
        raise BaitiaoError("file-exists", file=file) from problem
    except (OSError, ValueError) as problem:
        raise BaitiaoError("file-unwritable", file=file, reason=reason_of(problem)) from problem


def refuse_taken(file: Path, *, replace: bool, ledger: Path, is_backup: bool = False) -> None:
    """Refuses a name that may not be taken: of a ledger and its companions, of a key, of what is no file, of a file.

    That counts for every ledger, not only for the one that is worked with; a backup may replace an older backup.
    """
    with suppress(OSError, ValueError):
        own = ledger.resolve()
        companions = [*(own.with_name(f"{own.name}{end}") for end in OF_LEDGER), key_path(ledger).resolve()]
        if file.resolve() in companions or (file.exists() and file.samefile(ledger)):
            raise BaitiaoError("file-of-ledger", file=file)
        if file.exists() and not file.is_file():
            raise BaitiaoError("file-unwritable", file=file, reason=os.strerror(21 if file.is_dir() else 22))
        if _is_of_another(file.resolve(), is_backup=is_backup):
            raise BaitiaoError("file-of-ledger", file=file)
    if not replace and os.path.lexists(file):
        raise BaitiaoError("file-exists", file=file)


def _is_of_another(file: Path, *, is_backup: bool) -> bool:
    """Whether it is a ledger, stands beside one under a name that is the ledger's to give, or is a key."""
    if _is_ledger(file):
        return not is_backup or any(os.path.lexists(f"{file}{end}") for end in IN_USE)
    beside = (file.with_name(file.name.removesuffix(end)) for end in OF_LEDGER if end and file.name.endswith(end))
    return any(name != file.parent and _is_ledger(name) for name in beside) or _is_key(file)


def _is_ledger(file: Path) -> bool:
    """Whether the head of the file says so, damaged or of whatever version.

    SQLite reads it, for opening the file beside SQLite drops its locks; `immutable`, so that nothing is played into it.
    What SQLite cannot read nobody has open, and is looked at as it is.
    """
    if not file.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as found:
            return bool(found.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)
    except sqlite3.Error:
        head = _beginning(file, 72)
        return head.startswith(SQLITE_BEGINS) and head[68:] == APPLICATION_ID.to_bytes(4, "big")


def _is_key(file: Path) -> bool:
    return file.is_file() and _beginning(file, len(HEADER)) == HEADER


def _beginning(file: Path, count: int) -> bytes:
    with file.open("rb") as stream:
        return stream.read(count)
