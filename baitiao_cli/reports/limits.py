"""`report limits`: how much of their limits accounts use, in bands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.limits import ANYTHING
from baitiao_cli.actions.desk.every_account import Progress, folded
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.reports.portfolio import share_pct

BANDS = ("unused", "up-to-25", "up-to-50", "up-to-75", "up-to-100", "over")
LAST_PCT = (0, 25, 50, 75, 100)
"""The last share of the limit, in per cent, of each band but the last."""


class Use(msgspec.Struct, frozen=True, kw_only=True):
    """What one account that may still buy has of a limit for anything, and what is taken of it, in whole fen."""

    account_id: str
    band: str
    limit_fen: int
    taken_fen: int
    left_fen: int


class BandRow(msgspec.Struct, frozen=True, kw_only=True):
    """The accounts of one band, and the share of their limits that is taken."""

    band: str
    account_count: int
    limit_fen: int
    taken_fen: int
    left_fen: int
    use_pct: str | None


class LimitUse(msgspec.Struct, frozen=True, kw_only=True):
    """The bands on a day, with the totals."""

    as_of: date
    rows: list[BandRow]
    totals: BandRow
    accounts: list[Use]


def band_of(taken_fen: int, limit_fen: int) -> str:
    """The band of what is taken of a limit; the last share of a band belongs to it. Nothing taken of no limit is none.

    >>> [band_of(taken, 1000) for taken in (0, 1, 250, 251, 1000, 1001)]
    ['unused', 'up-to-25', 'up-to-25', 'up-to-50', 'up-to-100', 'over']
    """
    return BANDS[sum(taken_fen * 100 > limit_fen * last for last in LAST_PCT)]


def use_of(account: Account) -> Use:
    """What is taken of the limit for anything on the folded day, without what earmarked limits cover."""
    room = account.rooms[ANYTHING]
    return Use(
        account_id=account.account_id,
        band=band_of(room.taken_fen, room.limit_fen),
        limit_fen=room.limit_fen,
        taken_fen=room.taken_fen,
        left_fen=room.left_fen,
    )


def limit_use(tx: ReadTransaction, as_of: date, progress: Progress | None = None) -> LimitUse:
    """The use of the limits at the end of `as_of`, of lines that are not closed and not lost."""
    uses = [use_of(account) for account in folded(tx, as_of, progress) if not account.lends_no_more]
    rows = [_row(name, [use for use in uses if use.band == name]) for name in BANDS]
    return LimitUse(as_of=as_of, rows=rows, totals=_row("", uses), accounts=uses)


def _row(name: str, uses: Sequence[Use]) -> BandRow:
    limit_fen, taken_fen = sum(use.limit_fen for use in uses), sum(use.taken_fen for use in uses)
    return BandRow(
        band=name,
        account_count=len(uses),
        limit_fen=limit_fen,
        taken_fen=taken_fen,
        left_fen=sum(use.left_fen for use in uses),
        use_pct=share_pct(taken_fen, limit_fen),
    )
