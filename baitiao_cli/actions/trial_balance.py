"""`report trial-balance`: what was booked up to a day, and what has run by then and is not booked yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date

import msgspec

from baitiao_cli.account.postings import CHART, AccountType, Side
from baitiao_cli.account.views.books import balances
from baitiao_cli.ledger.store import ReadTransaction

PROGRESS_EVERY = 100
"""How many accounts are folded between two words on how far it has come."""


class BalanceLine(msgspec.Struct, frozen=True, kw_only=True):
    """The balance of one ledger account, in whole fen, on the side where it stands; the other side is 0."""

    ledger_account: str
    type: AccountType
    normal_side: Side
    debit_fen: int
    credit_fen: int


class TrialBalance(msgspec.Struct, frozen=True, kw_only=True):
    """The books on a day, of one account or ("") of all that were open by then.

    `booked` are the sums of the journal, all ledger accounts; `accrued` is what must be added to them to have what the
    accounts owe and have earned on that day: what has run by the night since it was asked for, what a run of `accrue`
    would book, and what the journal has under a later day (a reversal, say). Each sums to zero.
    """

    account_id: str
    account_count: int
    booked: list[BalanceLine]
    accrued: list[BalanceLine]


def trial_balance(
    tx: ReadTransaction,
    as_of: date,
    account_id: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> TrialBalance:
    """The trial balance of one account or of the whole ledger; `account-unknown`, `account-not-open-yet`.

    Only those are folded on which something has happened since they were settled, or runs by the night: of all others
    nothing has accrued. One after the other, so memory does not grow with their number; `progress` is told how many.
    """
    account_ids = [account_id] if account_id else tx.to_fold_on(as_of)
    in_full = bool(account_id) or len(account_ids) == tx.account_count()
    count = 0 if in_full else tx.account_count()
    accrued: Counter[str] = Counter()
    for done, each in enumerate(account_ids):
        if progress and done and done % PROGRESS_EVERY == 0:
            progress(done, len(account_ids))
        book = tx.book(each)
        if account_id or book.events[0].effective_on <= as_of:
            accrued.update(balances(book.account(as_of)))
            count += in_full
        if not in_full:
            accrued.subtract(tx.booked(as_of, each).sums())
    if progress:
        progress(len(account_ids), len(account_ids))
    booked = tx.booked(as_of, account_id).sums()
    if in_full:
        accrued.subtract(booked)
    return TrialBalance(
        account_id=account_id,
        account_count=count,
        booked=balance_lines({name: booked.get(name, 0) for name in CHART}),
        accrued=balance_lines({name: fen for name, fen in accrued.items() if fen}),
    )


def balance_lines(sums: Mapping[str, int]) -> list[BalanceLine]:
    """Balances (debits positive) as lines of a trial balance, in the order of the chart."""
    return [
        BalanceLine(
            ledger_account=name,
            type=account.type,
            normal_side=account.normal_side,
            debit_fen=max(0, sums[name]),
            credit_fen=max(0, -sums[name]),
        )
        for name, account in CHART.items()
        if name in sums
    ]
