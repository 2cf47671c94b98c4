"""`merchants`, `merchant`: what is due to merchants and from them, all on one page and one line by line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec

from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.merchants import Merchant
from baitiao_cli.ledger.settlement import Dues, MerchantLine
from baitiao_cli.ledger.store import ReadTransaction


class MerchantRow(Dues, frozen=True, kw_only=True):
    """One merchant: who it is ("" and `None` for what is not registered), and its dues."""

    merchant_id: str
    merchant: str
    discount_ppb: int | None


class MerchantsView(msgspec.Struct, frozen=True, kw_only=True):
    """The merchants, and what was booked for each in the days `[from_on, through_on]`, `None` from the beginning."""

    from_on: date | None
    through_on: date
    merchants: list[MerchantRow]
    totals: Dues


class MerchantView(MerchantRow, frozen=True, kw_only=True):
    """One merchant with its dues, and the lines that they are the sums of."""

    from_on: date | None
    through_on: date
    lines: list[MerchantLine]


def list_merchants(tx: ReadTransaction, from_on: date | None, through_on: date) -> MerchantsView:
    """The registered merchants in the order of their numbers, then the names that purchases gave, then none.

    The totals are minus the balances of the ledger accounts of merchants over the same days. `days-reversed`.
    """
    first_on = first_day(from_on, through_on)
    dues = {one.merchant: one for one in tx.dues_by_merchant(first_on, through_on)}
    registered = {one.name: one for one in tx.merchants(through_on)}
    names = [*registered, *sorted(dues.keys() - registered.keys(), key=lambda name: (not name, name))]
    rows = [
        MerchantRow(**_who(name, registered.get(name)), **_sums([dues[name]] if name in dues else [])) for name in names
    ]
    return MerchantsView(from_on=from_on, through_on=through_on, merchants=rows, totals=Dues(**_sums(rows)))


def show_merchant(tx: ReadTransaction, asked: str, from_on: date | None, through_on: date) -> MerchantView:
    """One merchant by its very name, or by its number; `days-reversed`, `merchant-unknown`."""
    first_on = first_day(from_on, through_on)
    registered = tx.merchants(through_on)
    known = next((one for one in registered if one.name == asked), None)
    if known is None and not tx.has_bought_at(asked):
        known = next((one for one in registered if one.merchant_id == asked.upper()), None)
        if known is None:
            raise BaitiaoError("merchant-unknown", merchant=shortened(asked))
    name = known.name if known else asked
    lines = tx.lines_of_merchant(name, first_on, through_on)
    return MerchantView(from_on=from_on, through_on=through_on, **_who(name, known), **_sums(lines), lines=lines)


def first_day(from_on: date | None, through_on: date) -> date:
    """The first day asked for, `None` for the first of all; one after the last is refused: `days-reversed`."""
    if from_on is not None and from_on > through_on:
        raise BaitiaoError("days-reversed", from_on=from_on, through_on=through_on)
    return from_on or date.min


def _who(name: str, known: Merchant | None) -> dict[str, Any]:
    return {
        "merchant_id": known.merchant_id if known else "",
        "merchant": name,
        "discount_ppb": known.discount_ppb if known else None,
    }


def _sums(dues: Sequence[Dues]) -> dict[str, Any]:
    return {name: sum(getattr(one, name) for one in dues) for name in Dues.__struct_fields__}
