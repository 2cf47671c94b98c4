"""By how much a deed moves the limits of an account, whichever they are and on whichever days they hold."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from datetime import date

from baitiao_cli.account.limits import Limits, rise_fen
from baitiao_cli.ledger.book import Book


class LimitsKept:
    """The limits of an account before a deed, as of the day that it counts and as of now.

    Of both, for what counts from a day before may be little then and much now, or the other way round.
    """

    def __init__(self, book: Book, on: date) -> None:
        self._book, self._on = book, on
        self._before = self._limits()

    def _limits(self) -> list[tuple[date, Limits]]:
        # Copied, for a fold at hand takes in what is recorded.
        folds = self._book.account(self._on), self._book.account_now()
        return [(account.through, deepcopy(account.limits)) for account in folds]

    def raised_fen(self) -> int:
        """By how much more may be owed since, on the day on which that is most; 0 when it is more on none."""
        return max(rise_fen(before, after, day) for day, before, after in self._moved())

    def lowered_fen(self) -> int:
        """By how much less may be owed since, on the day on which that is most."""
        return max(rise_fen(after, before, day) for day, before, after in self._moved())

    def _moved(self) -> Iterable[tuple[date, Limits, Limits]]:
        for (day, before), (_, after) in zip(self._before, self._limits(), strict=True):
            yield day, before, after
