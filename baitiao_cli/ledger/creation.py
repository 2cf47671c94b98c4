"""Making a ledger file, and bringing an older one up to date: the only moments that need its whole schema."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from errno import EACCES, EDQUOT, EEXIST, ELOOP, ENOSPC, EPERM, EROFS
from pathlib import Path
from secrets import token_hex

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.connection import (
    APPLICATION_ID,
    JOURNAL,
    check_identity,
    commit,
    open_connection,
    raw_connection,
    reason_of,
    roll_back,
    schema_version,
    set_pragmas,
    telling,
)
from baitiao_cli.ledger.lock import held
from baitiao_cli.ledger.schema import migrate

TIME_ZONE = "Asia/Shanghai"

_CODES = {
    EEXIST: "ledger-exists",
    ELOOP: "ledger-exists",
    ENOSPC: "ledger-full",
    EDQUOT: "ledger-full",
    EROFS: "ledger-read-only",
    EACCES: "ledger-read-only",
    EPERM: "ledger-read-only",
}


def create(path: Path, now: str) -> None:
    """Makes a ledger at `path`: built beside it under another name and put in place in one step.

    So nobody ever meets half a ledger, and of two who make the same one the second is told `ledger-exists`.
    """
    draft = path.parent / f".baitiao-{token_hex(8)}.new"
    try:
        if os.path.lexists(path):
            raise BaitiaoError("ledger-exists", path=path)
        make_folders(path.absolute().parent)
        descriptor = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        os.fchmod(descriptor, 0o600)
        os.close(descriptor)
        with telling(path):
            _fill(draft, now)
        _put_in_place(draft, path)
    except (OSError, ValueError) as problem:
        code = _CODES.get(getattr(problem, "errno", 0), "ledger-failed")
        raise BaitiaoError(code, path=path, reason=reason_of(problem)) from problem
    finally:
        for leftover in (draft, draft.with_name(f"{draft.name}-journal")):
            with suppress(OSError, ValueError):
                leftover.unlink()


def make_folders(folder: Path) -> None:
    """Makes the folder and those above it that are missing, each for its owner only; others are left as they are."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        with suppress(FileExistsError):
            each.mkdir(mode=0o700)


def _fill(draft: Path, now: str) -> None:
    with closing(raw_connection(draft)) as connection:
        set_pragmas(connection, draft, JOURNAL)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("BEGIN IMMEDIATE")
        migrate(connection, 0)
        settings = {"time_zone": TIME_ZONE, "created_at": now}
        connection.executemany("INSERT INTO settings (name, value) VALUES (?, ?)", settings.items())
        connection.execute("COMMIT")


def _put_in_place(draft: Path, path: Path) -> None:
    """Gives the finished file its name, never over another; the folder is synced so that the name survives too."""
    try:
        os.link(draft, path)
    except OSError as problem:
        if problem.errno == EEXIST or os.path.lexists(path):
            raise
        draft.rename(path)  # a file system without links (FAT): the check above is all that can be had
    descriptor = os.open(path.absolute().parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def upgrade(path: Path) -> None:
    """Brings an older ledger to this version, in one transaction; of two who try, the second finds it done."""
    with closing(open_connection(path)) as connection, held(path), telling(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            check_identity(connection, path)
            _migrate_from(connection)
            commit(connection, path)
        finally:
            roll_back(connection)


def _migrate_from(connection: sqlite3.Connection) -> None:
    migrate(connection, schema_version(connection))
