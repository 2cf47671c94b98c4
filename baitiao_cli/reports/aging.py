"""`report aging`: what is owed by how late it is, and how accounts roll from band to band, month by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.delinquency import bucket, days_past_due, oldest_unpaid_due_on
from baitiao_cli.account.owed import overdue_fen, owed_parts
from baitiao_cli.actions.desk.every_account import Progress
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.reports.portfolio import lives, month_ends, share_pct

PAID, LOST = "paid", "lost"
BUCKETS = ("M0", "M1", "M2", "M3", "M4", "M5", "M6", "M7+")
ROWS = (*BUCKETS, LOST)
"""Where accounts that owe something stand, from the best to the worst."""
ORDER = (PAID, *ROWS)
MONTHS = 6
"""Over how many months rolls are told."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where one account stands at the end of a day, in whole fen."""

    account_id: str
    bucket: str
    days_past_due: int
    overdue_since_on: date | None
    owed_fen: int
    overdue_fen: int


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
    """The bands on a day, with the months before it; `accounts` are those that owe something then."""

    as_of: date
    rows: list[BucketRow]
    totals: BucketRow
    moves: list[Move]
    rolls: list[Roll]
    accounts: list[Standing]


def standing_of(account: Account) -> Standing:
    """Where an account stands on the folded day.

    It is "lost" once all of it was charged off or written off, "paid" when it owes nothing, and else in the band of
    its days past due: M0 is 0, M1 1 to 30 ... M7+ more than 180.
    """
    owed_fen, days = owed_parts(account).total_fen, days_past_due(account, account.through)
    return Standing(
        account_id=account.account_id,
        bucket=LOST if "" in account.losses else bucket(days) if owed_fen else PAID,
        days_past_due=days,
        overdue_since_on=oldest_unpaid_due_on(account, account.through),
        owed_fen=owed_fen,
        overdue_fen=overdue_fen(account),
    )


def aging(tx: ReadTransaction, as_of: date, progress: Progress | None = None) -> Aging:
    """The bands at the end of `as_of`, and the rolls of the last `MONTHS` calendar months that are over by then."""
    ends = month_ends(as_of, MONTHS)
    days = sorted({*ends, as_of})
    now: list[Standing] = []
    counts: Counter[tuple[date, str, str]] = Counter()
    sums: Counter[tuple[date, str, str]] = Counter()
    for life in lives(tx, days, progress):
        before: Standing | None = None
        for account in life.ends:
            standing = standing_of(account)
            if account.through in ends:
                if before and before.bucket != PAID:
                    move = (account.through, before.bucket, standing.bucket)
                    counts[move] += 1
                    sums[move] += before.owed_fen
                before = standing
            if account.through == as_of and standing.owed_fen:
                now.append(standing)
    moves = [
        Move(month_end_on=on, from_bucket=old, to_bucket=new, account_count=counts[on, old, new], owed_fen=fen)
        for (on, old, new), fen in sorted(sums.items(), key=lambda each: _place(each[0]))
    ]
    rows, totals = summed(now)
    return Aging(as_of=as_of, rows=rows, totals=totals, moves=moves, rolls=rolls_of(moves), accounts=now)


def _place(move: tuple[date, str, str]) -> tuple[date, int, int]:
    return move[0], ORDER.index(move[1]), ORDER.index(move[2])


def summed(standings: Sequence[Standing]) -> tuple[list[BucketRow], BucketRow]:
    """A row for each band, also for those that nobody is in, and the totals."""
    all_fen = sum(each.owed_fen for each in standings)
    rows = [_row(name, [each for each in standings if each.bucket == name], all_fen) for name in ROWS]
    return rows, _row("", standings, all_fen)


def _row(name: str, standings: Sequence[Standing], all_fen: int) -> BucketRow:
    owed_fen = sum(each.owed_fen for each in standings)
    return BucketRow(
        bucket=name,
        account_count=len(standings),
        owed_fen=owed_fen,
        overdue_fen=sum(each.overdue_fen for each in standings),
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
