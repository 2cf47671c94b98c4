"""`report vintages`: of the accounts opened, or purchases made, in a month, the share that was ever late so much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, get_args

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.delinquency import days_past_due
from baitiao_cli.account.events import Event, Opened, Purchased
from baitiao_cli.account.verbs.reverse import live_events
from baitiao_cli.actions.desk.every_account import Progress
from baitiao_cli.calc.dates import whole_months
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.reports.portfolio import lives, month_ends, month_of, share_pct

By = Literal["opening", "purchase"]
BY: tuple[str, ...] = get_args(By)
MONTHS = 24
"""For how many months on book a cohort is followed."""


class Item(msgspec.Struct, kw_only=True):
    """An account, or a purchase, of a cohort; `late_after` is after how many months on book it was first seen late.

    That is by more than 30 (or 90) days, at the end of a month; `None` when it never was. `seen_at` are the months on
    book that are over.
    """

    cohort: str
    account_id: str
    subject_id: str
    amount_fen: int
    seen_at: int = -1
    late_after: int | None = None
    bad_after: int | None = None


class VintageRow(msgspec.Struct, frozen=True, kw_only=True):
    """A cohort after so many months on book: how many of it were ever late so much by then, and their share.

    The amounts are limits of accounts at their opening, or what was financed of purchases, in whole fen.
    """

    cohort: str
    months_count: int
    item_count: int
    amount_fen: int
    ever_late_count: int
    ever_late_fen: int
    ever_late_pct: str | None
    ever_bad_count: int
    ever_bad_fen: int
    ever_bad_pct: str | None


class Vintages(msgspec.Struct, frozen=True, kw_only=True):
    """The cohorts, oldest first, each with a row for every month on book that is over."""

    as_of: date
    by: By
    rows: list[VintageRow]
    items: list[Item]


def vintages(tx: ReadTransaction, as_of: date, by: By, progress: Progress | None = None) -> Vintages:
    """The cohorts of the `MONTHS` calendar months that are over by the end of `as_of`.

    An account is late by its days past due at the end of a month; a purchase is while its account is and something of
    its own plan is left to pay. What was reversed was never there.
    """
    ends = month_ends(as_of, MONTHS - 1)
    items: list[Item] = []
    for life in lives(tx, ends, progress):
        own = {item.subject_id: item for item in _items(life.events, by, ends)}
        if not own:
            continue
        for account in life.ends:
            _see(account, own)
        items += own.values()
    items = [item for item in items if item.seen_at >= 0]
    return Vintages(as_of=as_of, by=by, rows=list(_rows(items)), items=items)


def _items(events: Sequence[Event], by: By, ends: Sequence[date]) -> Iterator[Item]:
    """What of an account is in a cohort of those months: itself, or each of its purchases that counts."""
    for event in live_events(events):
        fact, cohort = event.fact, month_of(event.effective_on)
        if not month_of(ends[0]) <= cohort <= month_of(ends[-1]):
            continue
        if by == "opening" and isinstance(fact, Opened):
            name = event.account_id
            yield Item(cohort=cohort, account_id=name, subject_id=name, amount_fen=fact.limit_fen)
        if by == "purchase" and isinstance(fact, Purchased):
            fen, name = fact.financed_fen, fact.plan_id
            yield Item(cohort=cohort, account_id=event.account_id, subject_id=name, amount_fen=fen)


def _see(account: Account, items: dict[str, Item]) -> None:
    """Looks at the items of an account at the end of a month."""
    days = days_past_due(account, account.through)
    open_ids = {account.account_id, *(plan.plan_id for plan in account.open_plans)}
    for item in items.values():
        if item.cohort > month_of(account.through):
            continue
        first_on = date.fromisoformat(f"{item.cohort}-01")
        item.seen_at = whole_months(first_on, account.through.replace(day=1))
        if item.subject_id in open_ids:
            if days > 30 and item.late_after is None:
                item.late_after = item.seen_at
            if days > 90 and item.bad_after is None:
                item.bad_after = item.seen_at


def _rows(items: Sequence[Item]) -> Iterator[VintageRow]:
    by_cohort: dict[str, list[Item]] = {}
    for item in items:
        by_cohort.setdefault(item.cohort, []).append(item)
    for cohort, own in sorted(by_cohort.items()):
        for months in range(max(item.seen_at for item in own) + 1):
            late_30 = [item for item in own if item.late_after is not None and item.late_after <= months]
            late_90 = [item for item in own if item.bad_after is not None and item.bad_after <= months]
            amount_fen = sum(item.amount_fen for item in own)
            fen_30, fen_90 = (sum(item.amount_fen for item in late) for late in (late_30, late_90))
            yield VintageRow(
                cohort=cohort,
                months_count=months,
                item_count=len(own),
                amount_fen=amount_fen,
                ever_late_count=len(late_30),
                ever_late_fen=fen_30,
                ever_late_pct=share_pct(len(late_30), len(own)),
                ever_bad_count=len(late_90),
                ever_bad_fen=fen_90,
                ever_bad_pct=share_pct(len(late_90), len(own)),
            )
