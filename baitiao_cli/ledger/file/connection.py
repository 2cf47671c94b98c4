"""One connection to the ledger file: opened strictly, proved to be a ledger, and its failures told as ours."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.file.naming import absolute_name, file_uri

if TYPE_CHECKING:
    from _typeshed import StrPath

APPLICATION_ID = 0x62616974  # "bait"
SCHEMA_VERSION = 9
SQLITE_BEGINS = b"SQLite format 3\0"

PATIENCE_SECONDS = 10.0
"""How long to wait for others before telling that the ledger is busy."""

# Name, what is asked for, and what must be read back. TRUNCATE with EXTRA is the pair that lost no acknowledged
# commit when the power was cut; DELETE with FULL (the default) and WAL with NORMAL did.
PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("foreign_keys", "on", 1),
    ("recursive_triggers", "on", 1),
    ("trusted_schema", "off", 0),
    ("cell_size_check", "on", 1),
    ("secure_delete", "on", 1),
    ("synchronous", "extra", 3),
)
# Changes the file when it was in another mode, so it comes after the proof that the file is ours.
JOURNAL: tuple[tuple[str, str, object], ...] = (("journal_mode", "truncate", "truncate"),)

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_CODES = {
    sqlite3.SQLITE_BUSY: "ledger-busy",
    sqlite3.SQLITE_LOCKED: "ledger-busy",
    sqlite3.SQLITE_READONLY: "ledger-read-only",
    sqlite3.SQLITE_FULL: "ledger-full",
    sqlite3.SQLITE_CORRUPT: "ledger-damaged",
    sqlite3.SQLITE_ERROR: "ledger-damaged",
    sqlite3.SQLITE_NOTADB: "ledger-foreign",
    sqlite3.SQLITE_CANTOPEN: "ledger-failed",
    sqlite3.SQLITE_IOERR: "ledger-failed",
    sqlite3.SQLITE_PERM: "ledger-failed",
    sqlite3.SQLITE_AUTH: "ledger-failed",
    sqlite3.SQLITE_NOLFS: "ledger-failed",
}


def open_connection(path: StrPath) -> sqlite3.Connection:
    """A connection to the ledger at `path`, proved to be one of this version or older.

    Errors: `ledger-missing`, `ledger-empty`, `ledger-foreign`, `ledger-newer`, and whatever the file system refuses.
    """
    check_file(path)
    with telling(path):
        try:
            connection = raw_connection(path)
        except UnicodeDecodeError as problem:  # SQLite quotes the damage, and Python cannot read the quotation
            raise BaitiaoError("ledger-damaged", path=path, reason="schema") from problem
        try:
            check_identity(connection, path)
            set_pragmas(connection, path, JOURNAL)
        except BaseException:
            connection.close()
            raise
        return connection


def raw_connection(path: StrPath) -> sqlite3.Connection:
    """A connection that never makes the file, commits only when told, and has its pragmas set.

    A file that may not be written is opened for reading only, by SQLite itself.
    """
    name = f"{file_uri(path)}?mode=rw"
    connection = sqlite3.connect(name, uri=True, isolation_level=None, timeout=PATIENCE_SECONDS)
    connection.row_factory = sqlite3.Row
    try:
        set_pragmas(connection, path, PRAGMAS)
    except BaseException:
        connection.close()
        raise
    return connection


def set_pragmas(connection: sqlite3.Connection, path: StrPath, pragmas: tuple[tuple[str, str, object], ...]) -> None:
    """Sets each pragma and reads it back: SQLite says nothing when it does not know one or will not do it."""
    for name, wanted, expected in pragmas:
        connection.execute(f"PRAGMA {name} = {wanted}").fetchone()
        found = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if found != expected:
            raise BaitiaoError("ledger-failed", path=path, reason=f"{name} is {found}, not {expected}")


def check_identity(connection: sqlite3.Connection, path: StrPath) -> None:
    """Refuses a file that is not a ledger, or one that a newer version has written."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise BaitiaoError("ledger-foreign", path=path)
    # The tables first: another may bring the file up to date between the two looks, and both come with one commit.
    has_tables = connection.execute("SELECT 1 FROM sqlite_schema").fetchone() is not None
    version = schema_version(connection)
    if version < 0:
        raise BaitiaoError("ledger-damaged", path=path, reason=f"user_version {version}")
    if version == 0 and has_tables:
        raise BaitiaoError("ledger-foreign", path=path)  # our mark, but tables that we never made
    if version > SCHEMA_VERSION:
        raise BaitiaoError("ledger-newer", path=path, version=version, known=SCHEMA_VERSION)


def schema_version(connection: sqlite3.Connection) -> int:
    """The version of the tables, as the file says."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check_file(path: StrPath) -> None:
    """Tells apart what SQLite would report alike; `stat` only, since opening the file beside SQLite drops its locks."""
    try:
        found = os.stat(path)
    except (FileNotFoundError, NotADirectoryError) as problem:
        raise BaitiaoError("ledger-missing", path=path) from problem
    except (OSError, ValueError) as problem:
        raise BaitiaoError("ledger-failed", path=path, reason=reason_of(problem)) from problem
    if not stat.S_ISREG(found.st_mode):
        raise BaitiaoError("ledger-foreign", path=path)
    if found.st_size == 0:
        raise BaitiaoError("ledger-empty", path=path)
    if not os.access(path, os.R_OK):
        raise BaitiaoError("ledger-failed", path=path, reason=os.strerror(13))


def reason_of(problem: Exception) -> str:
    """The words of the system for a failure, without the path."""
    return (problem.strerror if isinstance(problem, OSError) else None) or type(problem).__name__


@contextmanager
def telling(path: StrPath) -> Iterator[None]:
    """Tells failures of SQLite inside the block as errors of the catalogue; a broken constraint stays a bug of ours.

    What was found damaged by those who do not know the file gets its path here.
    """
    try:
        yield
    except BaitiaoError as told:
        if told.code == "ledger-damaged":
            told.details.setdefault("path", path)
        raise
    except sqlite3.Error as problem:
        error = as_our_error(problem, path)
        if error is None:
            raise
        raise error from None


def as_our_error(problem: sqlite3.Error, path: StrPath) -> BaitiaoError | None:
    """The error that tells a failure of SQLite; `None` when it is none of the file's."""
    status = primary_code(problem)
    if status == sqlite3.SQLITE_CANTOPEN and not os.access(os.path.dirname(absolute_name(path)), os.W_OK):
        # The journal cannot be made beside the file.
        return BaitiaoError("ledger-read-only", path=path)
    if status == 0 and "decode" in str(problem):
        # Python's own complaint about a text that is no text quotes it, and it may be anybody's name.
        return BaitiaoError("ledger-damaged", path=path, reason="text")
    code = _CODES.get(status)
    return BaitiaoError(code, path=path, reason=str(problem)) if code else None


def primary_code(problem: sqlite3.Error) -> int:
    """SQLite's result code without its extension; 0 when the failure did not come from SQLite."""
    return getattr(problem, "sqlite_errorcode", 0) & 0xFF


def commit(connection: sqlite3.Connection, path: StrPath) -> None:
    """Commits. A failure that leaves open whether the commit took place is `outcome-unknown`.

    Waiting readers, a full disk and a broken constraint show before the commit's one decisive write (the journal is
    cut to nothing), so after those nothing is recorded.
    """
    try:
        connection.execute("COMMIT")
    except sqlite3.Error as problem:
        status = primary_code(problem)
        roll_back(connection)
        if status in _BUSY or status in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_CONSTRAINT}:
            raise
        raise BaitiaoError("outcome-unknown", path=path, reason=str(problem)) from problem


def roll_back(connection: sqlite3.Connection) -> None:
    """Ends an open transaction without keeping anything; whatever fails here, the next to open the file undoes."""
    if connection.in_transaction:
        try:
            connection.execute("ROLLBACK")
        except sqlite3.Error:
            connection.close()
