"""Backups: one moment of a ledger as a file of its own, and back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import Progress, Proved, prove
from baitiao_cli.ledger.copies.target import writing_to
from baitiao_cli.ledger.file.connection import (
    JOURNAL,
    check_file,
    check_identity,
    primary_code,
    raw_connection,
    set_pragmas,
    telling,
)
from baitiao_cli.ledger.file.creation import draft_place, making, migrate_in_place
from baitiao_cli.ledger.file.placing import draft_beside, left_of, put_in_place
from baitiao_cli.ledger.store import Ledger

# What opening a backup is told as: the hints of these errors speak of a ledger that one works with.
_OF_BACKUP = {
    "ledger-missing": "backup-missing",
    "ledger-empty": "backup-foreign",
    "ledger-foreign": "backup-foreign",
    "ledger-newer": "backup-newer",
    "ledger-damaged": "backup-damaged",
    "ledger-read-only": "backup-damaged",
}
# What fails when a file is written, not when one is read.
_WRITING = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_TRUNCATE,
}


def back_up(ledger: Ledger, file: Path, *, replace: bool = False) -> Proved:
    """Writes one moment of the ledger to `file` (mode 0600), proves it there, and puts it in place in one step.

    Others may read and write the ledger meanwhile: a writer waits for the copying, not for the proof.
    Errors: as for reading the ledger; `file-exists` unless it may `replace` one, `file-of-ledger`, `file-unwritable`;
    `backup-beside-journal` where SQLite would play what is left of another file into it;
    `backup-unsound` when something is wrong with the ledger, of which no backup is written then.
    """
    with writing_to(file, replace=replace, ledger=ledger.path, is_backup=True), draft_beside(file) as draft:
        if left := left_of(file):
            raise BaitiaoError("backup-beside-journal", file=left)
        _copy_out(ledger, draft, file)
        proved = prove(Ledger(draft), is_private=True, place=ledger.path)
        if proved.findings:
            raise BaitiaoError("backup-unsound", path=ledger.path, **proved.brief)
        put_in_place(draft, file, replace=replace)
    return proved


def _copy_out(ledger: Ledger, draft: Path, file: Path) -> None:
    """Copies the ledger page by page, in one read of it; the draft is synced as a whole when it is put in place."""
    with closing(sqlite3.connect(draft, isolation_level=None)) as copy, ledger.read() as tx:
        copy.execute("PRAGMA journal_mode = off")
        copy.execute("PRAGMA synchronous = off")
        try:
            tx.connection.backup(copy)
        except sqlite3.Error as problem:
            if {primary_code(problem), getattr(problem, "sqlite_errorcode", 0)} & _WRITING:
                raise OSError(28, str(problem)) from problem
            raise


def restore(file: Path, path: Path, *, dry_run: bool = False, progress: Progress | None = None) -> Proved:
    """Makes a ledger at `path` of the backup in `file`, which is only read; everything in it is proved first.

    A backup of an older version is brought to this one on the way. With `dry_run` it is proved and nothing is made,
    whatever is at `path`.
    Errors: `ledger-exists` when anything is at `path`, or what SQLite left of an older file there; `backup-missing`,
    `backup-foreign`, `backup-newer`, `backup-damaged`, `backup-unproved`; as for making a ledger.
    """
    with making(path, dry_run=dry_run), draft_beside(draft_place(path, dry_run=dry_run)) as draft:
        with _telling_of(file):
            _copy_in(file, draft)
        _bring_up(draft, draft if dry_run else path)  # nothing is made in a dry run, no key either
        proved = prove(Ledger(draft), full=True, progress=progress, is_private=True, place=draft if dry_run else path)
        if proved.findings:
            raise BaitiaoError("backup-unproved", file=file, **proved.brief)
        if not dry_run:
            put_in_place(draft, path)
    return proved


@contextmanager
def _telling_of(file: Path) -> Iterator[None]:
    """Tells failures in the block as those of the backup `file`."""
    try:
        with telling(file):
            yield
    except BaitiaoError as told:
        code = _OF_BACKUP.get(told.code)
        if code is None:
            raise
        raise BaitiaoError(code, **({"reason": "-"} | told.details | {"file": file})) from told


def _copy_in(file: Path, draft: Path) -> None:
    """Copies the backup into the draft."""
    check_file(file)
    reading = f"{file.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(reading, uri=True, isolation_level=None)) as backup:
        backup.execute("BEGIN")
        check_identity(backup, file)
        with closing(sqlite3.connect(draft, isolation_level=None)) as copy:
            copy.execute("PRAGMA synchronous = off")
            backup.backup(copy)


def _bring_up(draft: Path, path: Path) -> None:
    """Brings a copy of an older version to this one, as the ledger that it will be at `path`."""
    with closing(raw_connection(draft)) as copy:
        set_pragmas(copy, draft, JOURNAL)
        migrate_in_place(copy, path)
