"""How people buy: how often in a month, where, what for, on which product; and what they send back or contest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, get_args

from baitiao_cli.account.events.corrections import DisputeCause
from baitiao_cli.products.catalogue import find_product
from baitiao_cli.scenario.draw import Draw
from baitiao_cli.scenario.portfolio.deed import Deed, later
from baitiao_cli.scenario.portfolio.rules import Payer, Portfolio, Shop

MOST_INSTALLMENTS = 24
CAUSES: tuple[DisputeCause, ...] = get_args(DisputeCause)


class Wish(NamedTuple):
    """A purchase that somebody wants to make, or has authorised first (`is_held`).

    Only what goes on the bill is authorised first: a hold names no quote, and what installments cost is shown before.
    """

    shop: Shop
    brand: str
    product_id: str
    installments: int | None
    amount_fen: int
    is_held: bool


class Contest(NamedTuple):
    """What is sent back or contested of a purchase: a share of it, and for a dispute why and how it ends."""

    plan_id: str
    share_pct: int
    cause: DisputeCause = "other"
    is_won: bool = False


def purchases(payer: Payer, rules: Portfolio, draw: Draw, from_on: date) -> Iterator[Deed]:
    """The purchases of the month that begins on a day."""
    for _ in range(draw.between(*payer.purchases)):
        on = later(draw, from_on, 0, 27)
        shop = rules.shops[draw.weighed({place: each.weight for place, each in enumerate(rules.shops)})]
        product_id = draw.weighed(shop.products)
        product = find_product(product_id)
        offered = [count for count in product.installments if count <= MOST_INSTALLMENTS]
        yield Deed(
            on,
            "buy",
            Wish(
                shop=shop,
                brand=draw.one_of(shop.brands),
                product_id=product_id,
                installments=draw.one_of(offered) if len(offered) > 1 else None,
                amount_fen=_price_fen(shop, draw),
                is_held=draw.happens(payer.holds_pct) and product.line is not None,
            ),
        )


def _price_fen(shop: Shop, draw: Draw) -> int:
    """A price of the shop: cheap things are bought more often than dear ones. Whole tenths of a yuan."""
    least, most = (100 * yuan for yuan in shop.price_yuan)
    return (least + (most - least) * draw.below(101) * draw.below(101) // 10_000) // 10 * 10


def contested(payer: Payer, draw: Draw, plan_id: str, on: date) -> Iterator[Deed]:
    """What comes of a purchase: it is sent back, wholly or in part, or contested, or neither."""
    if draw.happens(payer.refunds_pct):
        share_pct = 100 if draw.happens(60) else draw.between(10, 90)
        yield Deed(later(draw, on, 1, 25), "refund", Contest(plan_id, share_pct))
    elif draw.happens(payer.disputes_pct):
        about = Contest(plan_id, 100, draw.one_of(CAUSES), draw.happens(50))
        yield Deed(later(draw, on, 3, 40), "dispute", about)
