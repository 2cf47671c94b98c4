"""Making a ledger file, and bringing an older one up to date: the only moments that need its whole schema."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from errno import EACCES, EDQUOT, EEXIST, ELOOP, ENOSPC, EPERM, EROFS
from pathlib import Path

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.file.connection import (
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
from baitiao_cli.ledger.file.lock import held
from baitiao_cli.ledger.file.placing import draft_beside, in_the_way, make_folders, put_in_place
from baitiao_cli.ledger.news import note_key
from baitiao_cli.ledger.people.keys import key_path, make_key, set_up_keys
from baitiao_cli.ledger.people.migration import CLEAR_UNTIL, put_in, take_out
from baitiao_cli.ledger.schema import migrate
from baitiao_cli.ledger.schema.version_4 import seal_earlier_rows

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
    with making(path), draft_beside(draft_place(path)) as draft:
        _fill(draft, now, make_key(path))
        put_in_place(draft, path)


@contextmanager
def making(path: Path, *, dry_run: bool = False) -> Iterator[None]:
    """Tells what hinders the making of a ledger at `path`; `ledger-exists`, before anything is done, if it is there.

    In a `dry_run` nothing is made, so nothing is in its way.
    """
    with telling(path):
        try:
            taken = None if dry_run else in_the_way(path)
            if taken is not None:
                raise BaitiaoError("ledger-exists", path=taken)
            yield
        except (OSError, ValueError) as problem:
            raise _told(problem, path) from problem


def draft_place(path: Path, *, dry_run: bool = False) -> Path:
    """Where the draft of a new ledger is built: beside its place, in folders made for it.

    In a `dry_run` none is made, and it is built in the nearest one that is there.
    """
    if not dry_run:
        make_folders(path.absolute().parent)
        return path
    place = path.absolute()
    while not place.parent.exists():
        place = place.parent
    return place


def _told(problem: Exception, path: Path) -> BaitiaoError:
    code = _CODES.get(getattr(problem, "errno", 0), "ledger-failed")
    return BaitiaoError(code, path=path, reason=reason_of(problem))


def _fill(draft: Path, now: str, key: bytes) -> None:
    with closing(raw_connection(draft)) as connection:
        set_pragmas(connection, draft, JOURNAL)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("BEGIN IMMEDIATE")
        migrate(connection, 0)
        settings = {"time_zone": TIME_ZONE, "created_at": now}
        connection.executemany("INSERT INTO settings (name, value) VALUES (?, ?)", settings.items())
        set_up_keys(connection, key)
        connection.execute("COMMIT")


def upgrade(path: Path) -> None:
    """Brings an older ledger to this version, in one transaction; of two who try, the second finds it done."""
    with closing(open_connection(path)) as connection, held(path), telling(path):
        migrate_in_place(connection, path)


def migrate_in_place(connection: sqlite3.Connection, path: Path) -> None:
    """Takes the steps that the file lacks, in one transaction; those that it has are looked up inside of it.

    `path` is where the ledger is, or will be: beside it is the key that people who stood in the clear are sealed with.
    """
    # A table that others point at is replaced; what points where is looked at before the commit.
    connection.execute("PRAGMA foreign_keys = off")
    connection.execute("BEGIN IMMEDIATE")
    try:
        check_identity(connection, path)
        is_encrypted_now = _migrate_from(connection, path)
        commit(connection, path)
        if is_encrypted_now:
            note_key(key_path(path))
    except OSError as problem:
        raise _told(problem, path) from problem
    finally:
        roll_back(connection)


def _migrate_from(connection: sqlite3.Connection, path: Path) -> bool:
    """Takes the steps; returns whether people who stood in the clear were sealed on the way."""
    version = schema_version(connection)
    if version > CLEAR_UNTIL:
        migrate(connection, version)
        return False
    taken = take_out(connection)
    migrate(connection, version)
    put_in(connection, path, taken)
    seal_earlier_rows(connection)
    if connection.execute("PRAGMA foreign_key_check(accounts)").fetchone():
        raise BaitiaoError("ledger-damaged", path=path, reason="accounts without a person")
    return True
