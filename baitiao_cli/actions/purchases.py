"""`report purchases`: what was bought in some days, by merchant, category, brand, scene or product."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal, get_args

import msgspec

from baitiao_cli.account.events import DisputeOpened, DisputeWon, Event, Purchased, Refunded
from baitiao_cli.account.verbs.reverse import live_events
from baitiao_cli.actions.merchants import first_day
from baitiao_cli.actions.trial_balance import PROGRESS_EVERY
from baitiao_cli.ledger.store import ReadTransaction

By = Literal["merchant", "category", "brand", "scene", "product"]
BY: tuple[str, ...] = get_args(By)


class Bought(msgspec.Struct, frozen=True, kw_only=True):
    """How many purchases, and their sums in whole fen: `amount_fen` = `own_fen` (trade-in, down payment) + financed.

    `refunds_fen` is what their merchants have given back since, by the last of the days.
    """

    purchase_count: int = 0
    amount_fen: int = 0
    own_fen: int = 0
    financed_fen: int = 0
    refunds_fen: int = 0

    def __add__(self, other: Bought) -> Bought:
        return Bought(**{name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__})


class PurchasesRow(Bought, frozen=True, kw_only=True):
    """What was bought of one name; "" where purchases state none."""

    name: str


class Purchases(msgspec.Struct, frozen=True, kw_only=True):
    """The purchases of the days `[from_on, through_on]` (`None` from the beginning), most financed first."""

    by: By
    from_on: date | None
    through_on: date
    rows: list[PurchasesRow]
    totals: Bought


def report_purchases(
    tx: ReadTransaction,
    by: By,
    from_on: date | None,
    through_on: date,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Purchases:
    """The purchases of all accounts by the day on which they count; what was reversed is left out: `days-reversed`.

    A bill turned into installments is no purchase. It names no customer, and reads one account after the other.
    """
    first_on = first_day(from_on, through_on)
    sums: dict[str, Bought] = {}
    account_ids = tx.account_ids()
    for done, account_id in enumerate(account_ids):
        if done and done % PROGRESS_EVERY == 0:
            progress(done, len(account_ids))
        for name, bought in _bought(tx.book(account_id).events, by, first_on, through_on):
            sums[name] = sums.get(name, Bought()) + bought
    progress(len(account_ids), len(account_ids))
    ordered = sorted(sums.items(), key=lambda item: (-item[1].financed_fen, item[0]))
    return Purchases(
        by=by,
        from_on=from_on,
        through_on=through_on,
        rows=[PurchasesRow(name=name, **msgspec.structs.asdict(bought)) for name, bought in ordered],
        totals=sum((bought for _, bought in ordered), Bought()),
    )


def _bought(events: Iterable[Event], by: By, first_on: date, through_on: date) -> Iterable[tuple[str, Bought]]:
    """Each purchase of an account in those days, by its name, with what has come back of it."""
    live = [event for event in live_events(events) if event.effective_on <= through_on]
    refunded: dict[str, int] = {}
    disputed = {event.event_id: event.fact.amount_fen for event in live if isinstance(event.fact, DisputeOpened)}
    for event in live:
        if isinstance(event.fact, Refunded | DisputeWon):
            back = event.fact
            amount_fen = back.amount_fen if isinstance(back, Refunded) else disputed.get(back.dispute_id, 0)
            refunded[back.plan_id] = refunded.get(back.plan_id, 0) + amount_fen
    for event in live:
        fact = event.fact
        if isinstance(fact, Purchased) and event.effective_on >= first_on:
            name = fact.terms.product_id if by == "product" else getattr(fact, by)
            yield (
                name,
                Bought(
                    purchase_count=1,
                    amount_fen=fact.amount_fen,
                    own_fen=fact.amount_fen - fact.financed_fen,
                    financed_fen=fact.financed_fen,
                    refunds_fen=refunded.get(fact.plan_id, 0),
                ),
            )
