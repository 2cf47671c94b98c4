"""Quotes of lessons: the same that `quote` makes, for nobody in particular."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.quote import Quote
from baitiao_cli.account.terms import PayoffPolicy, Product
from baitiao_cli.actions.quote import QuoteAsked, quote_product
from baitiao_cli.calc.rates import Rate
from baitiao_cli.calc.schedule import ScheduleTerms
from baitiao_cli.learn.history import TIER
from baitiao_cli.products.own import own_product

FIRST_DAY = date(2026, 1, 12)
"""The day of the purchase in lessons for which the day does not matter."""


def fee_product(installments: int, fee: Rate, payoff: PayoffPolicy | None = None) -> Product:
    """Equal principal and a fee on the original principal each month."""
    return own_product(ScheduleTerms(method="fee-per-period", installments=installments, fee=fee), payoff=payoff)


def rate_product(method: str, installments: int, rate: Rate, day_count: str = "", evening: bool = False) -> Product:
    """Interest at a rate a year under a day count; without one each month is a twelfth of the year."""
    terms = ScheduleTerms(
        method=method,
        installments=installments,
        rate=rate,
        day_count=day_count or "actual/365",
        whole_period=not day_count,
        evening=evening,
    )
    return own_product(terms)


def quoted(product: Product, amount_fen: int, on: date = FIRST_DAY) -> Quote:
    """The quote of a purchase on the product, in the only number of installments that it offers."""
    return quote_product(product, TIER, QuoteAsked(amount_fen=amount_fen, on=on)).quote
