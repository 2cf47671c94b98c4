"""Every account of the ledger, one after the other, for rules that look at a whole portfolio."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from baitiao_cli.account.account import Account
from baitiao_cli.ledger.store import Book, ReadTransaction

Progress = Callable[[int, int], None]


def books(tx: ReadTransaction, as_of: date, progress: Progress | None = None) -> Iterator[Book]:
    """The book of each account that was opened by a day, in the order of their numbers; none is kept at hand."""
    account_ids = tx.account_ids()
    for done, account_id in enumerate(account_ids, start=1):
        book = tx.book(account_id)
        if min(event.effective_on for event in book.events) <= as_of:
            yield book
        if progress:
            progress(done, len(account_ids))


def folded(tx: ReadTransaction, as_of: date, progress: Progress | None = None) -> Iterator[Account]:
    """Each account that was opened by a day, as it stands on it."""
    return (book.account(as_of) for book in books(tx, as_of, progress))
