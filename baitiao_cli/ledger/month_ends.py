"""The ends of the months: in which band an account was at each of them, and what it owed.

Rows are seen by the fold on its way, whenever it comes past the end of a month or something is recorded behind one;
those of months to come say what will be so if nothing is recorded until then.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import Event
from baitiao_cli.account.replay import replay, replay_on
from baitiao_cli.account.views.bands import PAID, band, standing_of
from baitiao_cli.calc.dates import day_or_none, days_before, month_end, month_ends_after

Row = dict[str, str | int | None]


class Fold(msgspec.Struct, frozen=True):
    """A folded account, and its rows of the month ends that the fold has stopped at (`None` where it owed nothing)."""

    account: Account
    ends: dict[date, Row | None]


def fold(
    events: Sequence[Event],
    through: date,
    ends: Sequence[date],
    over_through: date = date.min,
    after: Account | None = None,
) -> Fold:
    """The account folded up to the end of `through`, as `replay` has it, seen at some month ends before that."""
    if not ends:
        return Fold(replay(events, through, over_through, after=after), {})
    seen: dict[date, Row | None] = {}
    for account in replay_on(events, [*ends, through], over_through, after):
        if account.through < through:
            seen[account.through] = row_at(account)
    return Fold(account, seen)


def ends_of(opened_on: date, through: date) -> list[date]:
    """The month ends before `through` since the account was opened."""
    return month_ends_after(days_before(opened_on, 1), days_before(through, 1))


def row_at(account: Account) -> Row | None:
    """The row of the folded day, which is the end of a month; `None` for an account that is in no band."""
    standing = standing_of(account)
    return _row(
        account.account_id,
        account.through,
        standing.bucket,
        standing.overdue_since_on,
        standing.owed_fen,
        standing.overdue_fen,
    )


def owed_through(through: date, next_boundary_on: date | None, *, runs: bool, is_in_band: bool) -> date:
    """The last day on which an account settled through a day owes what it owes then, if nothing is recorded.

    While something runs by the night it is that day. Where it is in a band and nothing comes by itself, it is the end
    of the next month, so that not many months to come are kept.
    """
    if runs:
        return through
    if next_boundary_on:
        return days_before(next_boundary_on, 1)
    this_month = month_end(through)
    if not is_in_band or this_month == date.max:
        return date.max
    return month_end(this_month + timedelta(days=1))


def rows_from(account_row: Row) -> list[Row]:
    """The rows of the month ends that the row of an account tells: from the day settled through to `owed_through`."""
    owed_fen, overdue_fen, is_lost = (int(account_row[name] or 0) for name in ("owed_fen", "overdue_fen", "is_lost"))
    if not owed_fen and not is_lost:
        return []
    through, last = (date.fromisoformat(str(account_row[name])) for name in ("settled_through", "owed_through"))
    oldest_due_on = day_or_none(account_row["oldest_unpaid_due_on"])
    rows = []
    for end in month_ends_after(days_before(through, 1), last):
        name = band(end, oldest_due_on, owed_fen, is_lost=bool(is_lost))
        rows.append(_row(str(account_row["account_id"]), end, name, oldest_due_on, owed_fen, overdue_fen))
    return [row for row in rows if row]


def _row(
    account_id: str, end: date, name: str, oldest_due_on: date | None, owed_fen: int, overdue_fen: int
) -> Row | None:
    if name == PAID:
        return None
    return {
        "account_id": account_id,
        "month_end_on": end.isoformat(),
        "band": name,
        "oldest_unpaid_due_on": oldest_due_on.isoformat() if oldest_due_on else None,
        "owed_fen": owed_fen,
        "overdue_fen": overdue_fen,
    }
