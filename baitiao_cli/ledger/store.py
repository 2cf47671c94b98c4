"""The ledger: made, opened, read as one snapshot, written as one transaction. Nothing above knows how it is stored."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.book import Book
from baitiao_cli.ledger.file.connection import (
    PRAGMAS,
    SCHEMA_VERSION,
    check_identity,
    commit,
    open_connection,
    roll_back,
    schema_version,
    set_pragmas,
    telling,
)
from baitiao_cli.ledger.knowledge import Knowledge, KnownAt
from baitiao_cli.ledger.read_transaction import ReadTransaction
from baitiao_cli.ledger.suspicion import suspecting
from baitiao_cli.ledger.views import AccountRow

if TYPE_CHECKING:
    from pathlib import Path

    from _typeshed import StrPath

    from baitiao_cli.ledger.write_transaction import WriteTransaction

__all__ = ["AccountRow", "Book", "Branch", "Knowledge", "KnownAt", "Ledger", "ReadTransaction", "WriteTransaction"]


def __getattr__(name: str) -> Any:
    if name != "WriteTransaction":  # who only reads does without it
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from baitiao_cli.ledger.write_transaction import WriteTransaction

    return WriteTransaction


class Ledger:
    """A ledger file. It holds no connection: each transaction opens its own, so that it may be kept and forked.

    What the file is, each transaction finds out for itself, with the errors of `open`, which tells it before.
    """

    may_be_shared = True
    """Whether other processes can read it, too: not what is still in a transaction."""

    def __init__(self, path: StrPath) -> None:
        self._file = path

    @property
    def path(self) -> Path:
        """Where it is."""
        from pathlib import Path

        return Path(self._file)

    @staticmethod
    def create(path: Path, *, now: str) -> Ledger:
        """Makes a ledger at `path` (file 0600, new folders 0700), whole or not at all.

        Errors: `ledger-exists` when anything is there, `ledger-read-only`, `ledger-full`, `ledger-failed`.
        """
        from baitiao_cli.ledger.file.creation import create

        create(path, now)
        return Ledger(path)

    @staticmethod
    def open(path: StrPath) -> Ledger:
        """The ledger at `path`, proved to be one, and brought up to this version of the tables if it is older.

        Errors: `ledger-missing`, `ledger-empty`, `ledger-foreign`, `ledger-newer`, `ledger-damaged`, `ledger-busy`,
        `ledger-failed`; `ledger-read-only` and `ledger-full` when it must be written.
        """
        ledger = Ledger(path)
        connection = ledger._connection_if_current()
        if connection is not None:
            connection.close()
        return ledger

    def _connection_to_file(self) -> sqlite3.Connection:
        """A connection to the file, which is proved to be a ledger, and brought up to date first if it is older."""
        return self._connection_if_current() or open_connection(self._file)

    def _connection_if_current(self) -> sqlite3.Connection | None:
        """A connection to the file, which is proved to be a ledger; `None` if it was older and was brought up to date.

        Nothing is opened after that: whatever fails here, the file is as before or `outcome-unknown` says so.
        """
        connection = open_connection(self._file)
        try:
            with telling(self._file):
                is_older = schema_version(connection) < SCHEMA_VERSION
        except BaseException:
            connection.close()
            raise
        if not is_older:
            return connection
        connection.close()
        from baitiao_cli.ledger.file.creation import upgrade

        upgrade(self.path)
        return None

    @contextmanager
    def read(self, *, known_at: KnownAt | None = None) -> Iterator[ReadTransaction]:
        """One snapshot: all that is read in the block was so at one moment.

        With `known_at` every answer is the one that the ledger would have given then, from the events that it knew;
        only the people are as they are now, for nothing is kept of what was corrected. Errors: as for `knowledge_at`.
        """
        with suspecting(self._file), closing(self._connection_to_file()) as connection, telling(self._file):
            connection.execute("BEGIN")
            try:
                self._check_version(connection)
                yield ReadTransaction(connection, self._file, known_at)
            finally:
                roll_back(connection)

    @contextmanager
    def read_copy(self, *, known_at: KnownAt | None = None) -> Iterator[ReadTransaction]:
        """Like `read`, of a copy: for long looks, since nobody can commit while one is reading the ledger itself.

        The copy is a file without a name in SQLite's folder for temporary files, gone with the connection.
        """
        with suspecting(self._file), closing(sqlite3.connect("", isolation_level=None)) as copy, telling(self._file):
            with self.read() as tx:
                tx.connection.backup(copy)
            copy.row_factory = sqlite3.Row
            set_pragmas(copy, self._file, PRAGMAS)
            yield ReadTransaction(copy, self._file, known_at)

    @contextmanager
    def write(self, *, today: date, now: str, operator: str, dry_run: bool = False) -> Iterator[WriteTransaction]:
        """One transaction: at the end of the block everything is committed, or on an exception or `dry_run` nothing.

        Waits for its turn at the lock file first. Errors: as for opening; `ledger-busy` when the turn does not come;
        `outcome-unknown` when the commit failed and may have taken place all the same.
        """
        with suspecting(self._file), self._turn() as connection:
            tx = self._writing(connection, today, now, operator)
            yield tx
            tx.seal()
            if not dry_run:
                commit(connection, self._file)

    def _writing(self, connection: sqlite3.Connection, today: date, now: str, operator: str) -> WriteTransaction:
        from baitiao_cli.ledger.write_transaction import WriteTransaction
        from baitiao_cli.ledger.writing import Writing

        return WriteTransaction(connection, self._file, Writing(connection, today=today, now=now, operator=operator))

    @contextmanager
    def branch(self) -> Iterator[Branch]:
        """A ledger that goes on from this one and is thrown away at the end of the block.

        It lives in a transaction of this one that is never committed, so it meets what a write meets, and others who
        write wait until it is gone. Errors: as for `write`.
        """
        with self._turn() as connection:
            connection.execute("PRAGMA cache_spill = OFF")  # however much is tried, the file is not touched
            yield Branch(self._file, connection)

    @contextmanager
    def _turn(self) -> Iterator[sqlite3.Connection]:
        """A connection whose transaction may write, when it is its turn; what is not committed is rolled back."""
        from baitiao_cli.ledger.file.lock import held

        with closing(self._connection_to_file()) as connection, held(self._file), telling(self._file):
            connection.execute("BEGIN IMMEDIATE")
            try:
                self._check_version(connection)
                yield connection
            finally:
                roll_back(connection)

    def _check_version(self, connection: sqlite3.Connection) -> None:
        """Looks again inside the transaction: while this one waited, another may have replaced or upgraded the file."""
        check_identity(connection, self._file)
        if schema_version(connection) < SCHEMA_VERSION:
            raise BaitiaoError("ledger-damaged", path=self._file, reason="user_version")


class Branch(Ledger):
    """A ledger inside a transaction of another one: all that is written in it is seen in it, and none of it stays.

    While a branch of it is open, all is that one's, and this one refuses (`branch-left`).
    """

    may_be_shared = False

    def __init__(self, path: StrPath, connection: sqlite3.Connection) -> None:
        super().__init__(path)
        self._connection = connection
        row = connection.execute("SELECT coalesce(max(sequence), 0) FROM events").fetchone()
        self.parted_at = int(row[0])
        """How many events the ledger had where the branch left it."""
        self._is_left = False

    @contextmanager
    def read(self, *, known_at: KnownAt | None = None) -> Iterator[ReadTransaction]:
        """What stands on the branch by now, or, with `known_at`, what was known before."""
        self._refuse_left()
        with suspecting(self._file):
            yield ReadTransaction(self._connection, self._file, known_at)

    @contextmanager
    def read_copy(self, *, known_at: KnownAt | None = None) -> Iterator[ReadTransaction]:
        """Like `read`: nobody is kept waiting by a long look at a branch who does not wait for the branch."""
        with self.read(known_at=known_at) as tx:
            yield tx

    @contextmanager
    def write(self, *, today: date, now: str, operator: str, dry_run: bool = False) -> Iterator[WriteTransaction]:
        """A transaction of the branch, sealed as it would be in the ledger; after an exception nothing of it is there.

        In a `dry_run` verbs refuse what has no sense where nothing is kept; what they do is on the branch all the same.
        """
        self._refuse_left()
        self._connection.execute("SAVEPOINT branch")
        try:
            with suspecting(self._file):
                tx = self._writing(self._connection, today, now, operator)
                yield tx
                tx.seal()
        except BaseException:
            self._connection.execute("ROLLBACK TO branch")
            raise
        finally:
            self._connection.execute("RELEASE branch")

    @contextmanager
    def branch(self) -> Iterator[Branch]:
        """A branch of the branch."""
        self._refuse_left()
        self._connection.execute("SAVEPOINT fork")
        self._is_left = True
        try:
            yield Branch(self._file, self._connection)
        finally:
            self._is_left = False
            self._connection.execute("ROLLBACK TO fork")
            self._connection.execute("RELEASE fork")

    def _refuse_left(self) -> None:
        if self._is_left:
            raise BaitiaoError("branch-left")
