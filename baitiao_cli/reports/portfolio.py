"""How a report goes over the accounts: each is folded once, and looked at on the days that are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import Event
from baitiao_cli.account.replay import replay_on
from baitiao_cli.actions.desk.every_account import Progress, books
from baitiao_cli.calc.dates import add_months, step
from baitiao_cli.calc.money import round_ratio
from baitiao_cli.ledger.store import ReadTransaction


class Life(NamedTuple):
    """One account: its events, and itself at the end of each of the days asked for on which it was open already.

    `ends` gives the same record each time, which goes on changing: what is wanted of a day is read off it at once.
    """

    events: Sequence[Event]
    ends: Iterator[Account]


def lives(
    tx: ReadTransaction, days: Sequence[date], progress: Progress | None = None, only: Sequence[str] | None = None
) -> Iterator[Life]:
    """Every account, or of `only` some, that was open by the last of some ascending days, in the order of numbers."""
    for book in books(tx, days[-1], progress, only=only):
        yield Life(book.events, replay_on(book.events, days))


def month_of(day: date) -> str:
    """The calendar month of a day.

    >>> month_of(date(2026, 6, 30))
    '2026-06'
    """
    return f"{day:%Y-%m}"


def month_ends(through: date, months: int) -> list[date]:
    """The ends of the last `months` + 1 calendar months that are over by the end of `through`, oldest first.

    Raises `date-out-of-range` when one of them, or the day after `through`, is no day.

    >>> [day.isoformat() for day in month_ends(date(2026, 3, 30), 1)]
    ['2026-01-31', '2026-02-28']
    >>> [day.isoformat() for day in month_ends(date(2026, 3, 31), 1)]
    ['2026-02-28', '2026-03-31']
    """
    first = step(through, 1, "days").replace(day=1)
    return [step(add_months(first, -back), -1, "days") for back in range(months, -1, -1)]


def share_pct(part: int, whole: int) -> str | None:
    """A share as per cent with two decimals, halves away from zero; nothing of nothing.

    >>> share_pct(1, 3), share_pct(0, 5), share_pct(5, 0)
    ('33.33', '0.00', None)
    """
    if not whole:
        return None
    hundredths = round_ratio(part * 10_000, whole)
    sign = "-" if hundredths < 0 else ""
    return f"{sign}{abs(hundredths) // 100}.{abs(hundredths) % 100:02}"
