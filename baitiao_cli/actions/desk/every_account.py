"""Every account of the ledger, one after the other, for rules that look at a whole portfolio."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from baitiao_cli.account.account import Account
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import AccountRow, Book, ReadTransaction

Progress = Callable[[int, int], None]

Matters = Callable[[AccountRow], bool]
"""Whether an account matters, by what the views say of it: a quick look, so that few are folded of many."""


def books(
    tx: ReadTransaction,
    as_of: date,
    progress: Progress | None = None,
    matters: Matters | None = None,
    only: Sequence[str] | None = None,
) -> Iterator[Book]:
    """The book of each account, or of `only` some, that was opened by a day, in the order of their numbers.

    None is kept at hand, also in a transaction that writes: all of them together are too much. Left out is what does
    not matter by the views, where they hold for the day; what they do not know of it is looked at.
    """
    account_ids = tx.account_ids() if only is None else only
    left_out = _left_out(tx, as_of, matters) if matters else frozenset[str]()
    for done, account_id in enumerate(account_ids, start=1):
        if account_id not in left_out:
            book = ReadTransaction.book(tx, account_id)
            if min(event.effective_on for event in book.events) <= as_of:
                yield book
        if progress:
            progress(done, len(account_ids))


def folded(
    tx: ReadTransaction, as_of: date, progress: Progress | None = None, matters: Matters | None = None
) -> Iterator[Account]:
    """Each account that was opened by a day, as it stands on it, of all or of those that matter."""
    return (book.account(as_of) for book in books(tx, as_of, progress, matters))


def open_books(tx: ReadTransaction, as_of: date, progress: Progress | None = None) -> Iterator[Book]:
    """The book of each account that is open on a day."""
    for book in books(tx, as_of, progress, lambda row: row.closed_on is None):
        if not book.account(as_of).closed_on:
            yield book


def open_book(tx: ReadTransaction, account_id: str, on: date) -> Book:
    """The book of an account that is open on a day; `account-unknown`, `account-not-open-yet`, `account-closed`."""
    book = tx.book(account_id)
    if closed_on := book.account(on).closed_on:
        raise BaitiaoError("account-closed", account_id=account_id, closed_on=closed_on)
    return book


def _left_out(tx: ReadTransaction, as_of: date, matters: Matters) -> frozenset[str]:
    if tx.known:  # the views are today's
        return frozenset()
    return frozenset(row.account_id for row in tx.accounts() if row.holds_on(as_of) and not matters(row))
