"""A ledger in one long transaction: what would be transactions of their own follow each other in it, seal by seal.

So thousands of steps share one commit, or none where all of them are thrown away, and still meet the code, the order
and the hashes that they would meet one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from baitiao_cli.ledger.knowledge import KnownAt
from baitiao_cli.ledger.read_transaction import ReadTransaction
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.ledger.write_transaction import MOST_BOOKS, WriteTransaction


class PlayedLedger(Ledger):
    """The ledger of an open transaction `tx`, for those who would open one of their own.

    `most_books` is how many accounts stay at hand; whoever goes through all of them day by day has them all there.
    """

    may_be_shared = False

    def __init__(self, path: Path, tx: WriteTransaction, most_books: int = MOST_BOOKS) -> None:
        super().__init__(path)
        self._tx = tx
        tx.most_books = most_books
        self._is_together = False

    @contextmanager
    def read(self, *, known_at: KnownAt | None = None) -> Iterator[ReadTransaction]:
        """What stands there now, or stood at a moment before."""
        tx = self._tx
        if known_at is None:
            yield tx
        else:
            yield ReadTransaction(tx.connection, self.path, known_at)

    read_copy = read

    def go_on(self, *, today: date, now: str, operator: str) -> None:
        """Lets another moment come, so that what is read before anything is written there is of that day."""
        self._tx.go_on(today=today, now=now, operator=operator)

    @contextmanager
    def write(self, *, today: date, now: str, operator: str, dry_run: bool = False) -> Iterator[WriteTransaction]:
        """The next transaction: sealed at the end of the block, or on an exception or `dry_run` undone."""
        tx = self._tx
        if self._is_together:
            with tx.acting_as(operator):
                yield tx
            return
        tx.go_on(today=today, now=now, operator=operator)
        refusal: Exception | None = None
        with tx.trial() as undo:
            try:
                yield tx
                tx.seal()
            except Exception as error:  # whatever it is, half of it must not stay
                refusal = error
            if refusal or dry_run:
                undo()
        if refusal:
            raise refusal

    @contextmanager
    def together(self, *, today: date, now: str, operator: str) -> Iterator[None]:
        """What is written in the block is one transaction; an exception undoes all of it."""
        with self.write(today=today, now=now, operator=operator):
            before, self._is_together = self._is_together, True
            try:
                yield
            finally:
                self._is_together = before


class ReadOnce(Ledger):
    """The ledger of an open look `tx`, for those who would open one of their own: all of them see one moment."""

    may_be_shared = False

    def __init__(self, path: Path, tx: ReadTransaction) -> None:
        super().__init__(path)
        self._tx = tx

    @contextmanager
    def read(self, *, known_at: KnownAt | None = None) -> Iterator[ReadTransaction]:
        """What stood there when the look began."""
        assert known_at is None, "the moment was chosen when the look began"
        yield self._tx

    read_copy = read
