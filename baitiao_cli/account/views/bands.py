"""Where an account stands in the aging of what is owed: its band, what it owes, and what of that is overdue."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.delinquency import bucket, oldest_unpaid_due_on
from baitiao_cli.account.owed import overdue_fen, owed_parts

PAID, LOST = "paid", "lost"
BUCKETS = ("M0", "M1", "M2", "M3", "M4", "M5", "M6", "M7+")
ROWS = (*BUCKETS, LOST)
"""Where accounts that owe something stand, from the best to the worst."""
ORDER = (PAID, *ROWS)


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where one account stands at the end of a day, in whole fen."""

    account_id: str
    bucket: str
    days_past_due: int
    overdue_since_on: date | None
    owed_fen: int
    overdue_fen: int


def band(as_of: date, oldest_due_on: date | None, owed_fen: int, *, is_lost: bool) -> str:
    """The band of an account at the end of a day, by the due date of its oldest late debt and by what it owes.

    It is "lost" once all of it was charged off or written off, "paid" when it owes nothing, and else in the bucket of
    its days past due: M0 is 0, M1 1 to 30 ... M7+ more than 180.

    >>> [band(date(2026, 3, 15), date(2026, 2, day), 100, is_lost=False) for day in (12, 13)]  # 31 and 30 days
    ['M2', 'M1']
    >>> band(date(2026, 3, 15), None, 100, is_lost=False), band(date(2026, 3, 15), None, 0, is_lost=False)
    ('M0', 'paid')
    """
    if is_lost or not owed_fen:
        return LOST if is_lost else PAID
    return bucket((as_of - oldest_due_on).days if oldest_due_on else 0)


def standing_of(account: Account) -> Standing:
    """Where an account stands on the folded day (see `band`)."""
    owed_fen, oldest_due_on = owed_parts(account).total_fen, oldest_unpaid_due_on(account, account.through)
    return Standing(
        account_id=account.account_id,
        bucket=band(account.through, oldest_due_on, owed_fen, is_lost="" in account.losses),
        days_past_due=(account.through - oldest_due_on).days if oldest_due_on else 0,
        overdue_since_on=oldest_due_on,
        owed_fen=owed_fen,
        overdue_fen=overdue_fen(account),
    )
