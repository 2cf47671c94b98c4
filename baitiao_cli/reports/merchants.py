"""`report merchants`: what is bought and again: buyers, sums, and the days between purchases of the same account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from statistics import median_low
from typing import Literal, get_args

import msgspec

from baitiao_cli.account.events import Purchased
from baitiao_cli.account.verbs.reverse import live_events
from baitiao_cli.actions.desk.every_account import Progress, books
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.reports.portfolio import share_pct

By = Literal["category", "merchant", "scene", "brand"]
BY: tuple[str, ...] = get_args(By)


class Buyer(msgspec.Struct, frozen=True, kw_only=True):
    """What one account bought of one name: how often, for how much in whole fen, and the days between its purchases."""

    name: str
    account_id: str
    purchase_count: int
    amount_fen: int
    last_bought_on: date
    between_days: tuple[int, ...]


class MerchantRow(msgspec.Struct, frozen=True, kw_only=True):
    """What was bought of one name, by how many accounts, of which so many more than once.

    The days between two purchases of the same account that follow each other: the middle (the lower of two), the
    shortest and the longest.
    """

    name: str
    purchase_count: int
    account_count: int
    again_count: int
    again_pct: str | None
    amount_fen: int
    cycle_days: int | None
    shortest_days: int | None
    longest_days: int | None


class Merchants(msgspec.Struct, frozen=True, kw_only=True):
    """The names through a day, most bought first; "" where purchases state none."""

    as_of: date
    by: By
    rows: list[MerchantRow]
    totals: MerchantRow
    buyers: list[Buyer]


def merchants(tx: ReadTransaction, as_of: date, by: By, progress: Progress | None = None) -> Merchants:
    """All purchases that count by the end of `as_of`, by category, merchant, scene or brand; reversed ones are none."""
    buyers: list[Buyer] = []
    for book in books(tx, as_of, progress):
        bought: dict[str, list[tuple[date, int]]] = {}
        for event in live_events(book.events):
            if isinstance(event.fact, Purchased) and event.effective_on <= as_of:
                bought.setdefault(getattr(event.fact, by), []).append((event.effective_on, event.fact.amount_fen))
        for name, purchases in bought.items():
            days = sorted(on for on, _ in purchases)
            buyers.append(
                Buyer(
                    name=name,
                    account_id=book.account_id,
                    purchase_count=len(purchases),
                    amount_fen=sum(fen for _, fen in purchases),
                    last_bought_on=days[-1],
                    between_days=tuple((after - before).days for before, after in pairwise(days)),
                )
            )
    names = {buyer.name for buyer in buyers}
    rows = [_row(name, [buyer for buyer in buyers if buyer.name == name]) for name in names]
    rows.sort(key=lambda row: (-row.amount_fen, row.name))
    sums = {buyer.account_id for buyer in buyers}
    totals = msgspec.structs.replace(_row("", buyers), account_count=len(sums), again_count=0, again_pct=None)
    return Merchants(as_of=as_of, by=by, rows=rows, totals=totals, buyers=buyers)


def _row(name: str, buyers: Sequence[Buyer]) -> MerchantRow:
    between = [days for buyer in buyers for days in buyer.between_days]
    again = sum(buyer.purchase_count > 1 for buyer in buyers)
    return MerchantRow(
        name=name,
        purchase_count=sum(buyer.purchase_count for buyer in buyers),
        account_count=len(buyers),
        again_count=again,
        again_pct=share_pct(again, len(buyers)),
        amount_fen=sum(buyer.amount_fen for buyer in buyers),
        cycle_days=median_low(between) if between else None,
        shortest_days=min(between, default=None),
        longest_days=max(between, default=None),
    )
