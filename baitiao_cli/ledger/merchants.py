"""The register of merchants: who they are, and the discount that each pays us from a day on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date

import msgspec

from baitiao_cli.calc.money import shortened
from baitiao_cli.calc.rates import Rate, format_rate
from baitiao_cli.errors import BaitiaoError


class Merchant(msgspec.Struct, frozen=True, kw_only=True):
    """A merchant as of a day: `discount_ppb` of what a purchase finances is paid to us; `since_on` it holds."""

    merchant_id: str
    name: str
    discount_ppb: int
    since_on: date


_AS_OF = (
    "SELECT merchant_id, name, discount_ppb, from_on AS since_on FROM merchants JOIN merchant_discounts AS agreed"
    " USING (merchant_id) WHERE from_on = (SELECT max(from_on) FROM merchant_discounts AS other"
    " WHERE other.merchant_id = agreed.merchant_id AND other.from_on <= :on)"
)


def merchants_on(connection: sqlite3.Connection, on: date) -> list[Merchant]:
    """Every merchant that is registered by a day, with what holds on it, in the order of their numbers."""
    rows = connection.execute(f"{_AS_OF} ORDER BY number", {"on": on.isoformat()}).fetchall()
    return [msgspec.convert(dict(row), Merchant) for row in rows]


def merchant_named(connection: sqlite3.Connection, name: str, on: date) -> Merchant | None:
    """The merchant of that very name, if it is registered by a day."""
    row = connection.execute(f"{_AS_OF} AND name = :name", {"on": on.isoformat(), "name": name}).fetchone()
    return msgspec.convert(dict(row), Merchant) if row else None


def register_merchant(
    connection: sqlite3.Connection,
    name: str,
    discount_ppb: int | None,
    on: date,
    added_at: str,
    put: Callable[..., None],
) -> Merchant:
    """Registers a merchant, or another discount of one, from a day on; without a discount a new merchant pays none.

    `put` writes a row of a table. A later discount that was agreed before stays. `merchant-registered` when the
    merchant has that discount already.
    """
    known = merchant_named(connection, name, on)
    if known and discount_ppb in (None, known.discount_ppb):
        raise BaitiaoError(
            "merchant-registered",
            merchant=shortened(name),
            merchant_id=known.merchant_id,
            discount=format_rate(Rate(known.discount_ppb, "period")).partition("/")[0],
            since_on=known.since_on,
        )
    row = connection.execute("SELECT merchant_id FROM merchants WHERE name = ?", (name,)).fetchone()
    if row:
        merchant_id = str(row["merchant_id"])
    else:
        number = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM merchants").fetchone()[0]
        merchant_id = f"M{number}"
        put("merchants", {"merchant_id": merchant_id, "number": number, "name": name, "added_at": added_at})
    agreed = {"merchant_id": merchant_id, "from_on": on.isoformat(), "discount_ppb": discount_ppb or 0}
    put("merchant_discounts", agreed, replaces=True)
    return Merchant(merchant_id=merchant_id, name=name, discount_ppb=discount_ppb or 0, since_on=on)
