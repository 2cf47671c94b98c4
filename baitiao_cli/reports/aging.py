"""`report aging`: what is owed by how late it is, and how accounts roll from band to band, month by month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from baitiao_cli.account.views.bands import ORDER, PAID, ROWS, Standing, standing_of
from baitiao_cli.actions.desk.every_account import Progress, books
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.reports.portfolio import Life, lives, month_ends, share_pct

Bands = dict[str, list[int]]
"""By band: how many accounts, what they owe, and what of that is overdue."""
Moves = dict[tuple[date, str, str], list[int]]
"""By month end, band before and band then: how many accounts, and what they owed before."""

MONTHS = 6
"""Over how many months rolls are told."""


class BucketRow(msgspec.Struct, frozen=True, kw_only=True):
    """The accounts of one band: what they owe in all, what of it is overdue, and their share of all that is owed."""

    bucket: str
    account_count: int
    owed_fen: int
    overdue_fen: int
    share_pct: str | None


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """The accounts that went in the month that ends on `month_end_on` from one band to another (or stayed).

    `owed_fen` is what they owed at the end of the month before.
    """

    month_end_on: date
    from_bucket: str
    to_bucket: str
    account_count: int
    owed_fen: int


class Roll(msgspec.Struct, frozen=True, kw_only=True):
    """What became in a month of the accounts that one band had at its beginning; shares of the last two in per cent."""

    month_end_on: date
    bucket: str
    account_count: int
    owed_fen: int
    better_count: int
    same_count: int
    worse_count: int
    worse_fen: int
    rolled_pct: str | None
    rolled_amount_pct: str | None


class Aging(msgspec.Struct, frozen=True, kw_only=True):
    """The bands on a day, with the months before it."""

    as_of: date
    rows: list[BucketRow]
    totals: BucketRow
    moves: list[Move]
    rolls: list[Roll]


def aging(tx: ReadTransaction, as_of: date, progress: Progress | None = None) -> Aging:
    """The bands at the end of `as_of`, and the rolls of the last `MONTHS` calendar months that are over by then.

    Only those accounts are folded of which the ledger does not know without that what they owe; `progress` is told.
    """
    ends = month_ends(as_of, MONTHS)
    kept = tx.kept_bands(as_of, ends)
    bands, moves, to_fold, to_fold_now = kept.bands, kept.moves, kept.to_fold, kept.to_fold_now
    for days, some, done in ((sorted({*ends, as_of}), to_fold, 0), ([as_of], to_fold_now, len(to_fold))):
        for life in lives(tx, days, _further(progress, done, len(to_fold) + len(to_fold_now)), some):
            _count(life, as_of, ends, bands, moves)
    rows, totals = summed(bands)
    told_moves = [
        Move(month_end_on=on, from_bucket=old, to_bucket=new, account_count=count, owed_fen=owed_fen)
        for (on, old, new), (count, owed_fen) in sorted(moves.items(), key=lambda each: _place(each[0]))
    ]
    return Aging(as_of=as_of, rows=rows, totals=totals, moves=told_moves, rolls=rolls_of(told_moves))


def _further(progress: Progress | None, before: int, total: int) -> Progress | None:
    """What tells of a part of the work as of the whole."""
    return progress and (lambda done, _: progress(before + done, total))


def _count(life: Life, as_of: date, ends: Sequence[date], bands: Bands, moves: Moves) -> None:
    """Adds a folded account to the bands, and to the moves between those month ends on which it is looked at."""
    before: Standing | None = None
    for account in life.ends:
        standing = standing_of(account)
        if account.through in ends:
            if before and before.bucket != PAID:
                move = moves.setdefault((account.through, before.bucket, standing.bucket), [0, 0])
                move[:] = move[0] + 1, move[1] + before.owed_fen
            before = standing
        if account.through == as_of and standing.owed_fen:
            sums = bands.setdefault(standing.bucket, [0, 0, 0])
            sums[:] = sums[0] + 1, sums[1] + standing.owed_fen, sums[2] + standing.overdue_fen


def standings_in(tx: ReadTransaction, as_of: date, name: str, progress: Progress | None = None) -> list[Standing]:
    """The accounts that owe something in a band at the end of `as_of`, in the order of their numbers."""
    found = list(tx.kept_in_band(as_of, name))
    for book in books(tx, as_of, progress, only=tx.unknown_bands_on(as_of)):
        standing = standing_of(book.account(as_of))
        if standing.owed_fen and standing.bucket == name:
            found.append(standing)
    return sorted(found, key=lambda each: int(each.account_id[1:]))


def _place(move: tuple[date, str, str]) -> tuple[date, int, int]:
    return move[0], ORDER.index(move[1]), ORDER.index(move[2])


def summed(bands: Bands) -> tuple[list[BucketRow], BucketRow]:
    """A row for each band, also for those that nobody is in, and the totals."""
    all_sums = [sum(sums[at] for sums in bands.values()) for at in range(3)]
    rows = [_row(name, bands.get(name, [0, 0, 0]), all_sums[1]) for name in ROWS]
    return rows, _row("", all_sums, all_sums[1])


def _row(name: str, sums: Sequence[int], all_fen: int) -> BucketRow:
    account_count, owed_fen, overdue_fen = sums
    return BucketRow(
        bucket=name,
        account_count=account_count,
        owed_fen=owed_fen,
        overdue_fen=overdue_fen,
        share_pct=share_pct(owed_fen, all_fen),
    )


def rolls_of(moves: Iterable[Move]) -> list[Roll]:
    """What became of each band in each month: accounts that are better, the same or worse off at its end.

    Rolled is what went to a worse band, "lost" being the worst: as a share of the accounts, and of what they owed.

    >>> went = {"month_end_on": date(2026, 2, 28), "from_bucket": "M1"}
    >>> moves = [Move(**went, to_bucket="M2", account_count=1, owed_fen=300_00),
    ...          Move(**went, to_bucket="paid", account_count=3, owed_fen=700_00)]
    >>> [(roll.rolled_pct, roll.rolled_amount_pct, roll.better_count) for roll in rolls_of(moves)]
    [('25.00', '30.00', 3)]
    """
    by_band: dict[tuple[date, str], list[Move]] = {}
    for move in moves:
        by_band.setdefault((move.month_end_on, move.from_bucket), []).append(move)
    return [_roll(on, name, of_band) for (on, name), of_band in by_band.items()]


def _roll(on: date, name: str, moves: Sequence[Move]) -> Roll:
    def those(direction: int) -> list[Move]:
        steps = [(ORDER.index(move.to_bucket) - ORDER.index(name), move) for move in moves]
        return [move for step, move in steps if (step > 0) - (step < 0) == direction]

    better, same, worse = (sum(move.account_count for move in those(direction)) for direction in (-1, 0, 1))
    count, owed_fen = better + same + worse, sum(move.owed_fen for move in moves)
    worse_fen = sum(move.owed_fen for move in those(1))
    return Roll(
        month_end_on=on,
        bucket=name,
        account_count=count,
        owed_fen=owed_fen,
        better_count=better,
        same_count=same,
        worse_count=worse,
        worse_fen=worse_fen,
        rolled_pct=share_pct(worse, count),
        rolled_amount_pct=share_pct(worse_fen, owed_fen),
    )
