"""`quote`: what a purchase would cost, on the terms of a product or exactly as `charge` would make it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from baitiao_cli.account.events import Purchased
from baitiao_cli.account.quote import Shown, make_quote
from baitiao_cli.account.terms import Product, Tier
from baitiao_cli.calc.dates import periods_from
from baitiao_cli.calc.schedule import check_own_means
from baitiao_cli.errors import BaitiaoError

if TYPE_CHECKING:  # a quote for nobody in particular needs neither the ledger nor the fold
    from baitiao_cli.actions.charge import ChargeAsked
    from baitiao_cli.actions.verb import Call
    from baitiao_cli.ledger.store import Ledger, ReadTransaction


class QuoteAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The purchase that a quote is about, and its day."""

    amount_fen: int
    on: date
    installments: int | None = None
    trade_in_fen: int = 0
    down_payment_fen: int = 0
    first_due_on: date | None = None


def quote_product(product: Product, tier: Tier, asked: QuoteAsked) -> Shown:
    """The quote on the terms of a product for nobody in particular, so with due dates on the anniversary."""
    terms = msgspec.structs.replace(product.terms(asked.installments, tier, asked.on), due_by="anniversary")
    check_own_means(asked.amount_fen, asked.trade_in_fen, asked.down_payment_fen)
    purchase = Purchased(
        plan_id="-",
        amount_fen=asked.amount_fen,
        terms=terms,
        trade_in_fen=asked.trade_in_fen,
        down_payment_fen=asked.down_payment_fen,
        first_due_on=asked.first_due_on,
    )
    product.check_amount(purchase.financed_fen)
    count = terms.schedule.installments
    periods = periods_from(asked.on, count, terms.every, terms.unit, asked.first_due_on)
    return Shown.of(make_quote(purchase, asked.on, periods, product.line))


def quote_for_account(tx: ReadTransaction, asked: ChargeAsked, on: date) -> Shown:
    """The quote of exactly the plan that the same `charge` would make on that day, or its refusal."""
    from baitiao_cli.account.verbs.charge import decide_purchase, plan_periods
    from baitiao_cli.actions.charge import purchase_asked, with_coupon_asked
    from baitiao_cli.products.catalogue import find_product

    book = tx.book(asked.account_id)
    account = book.account(on)
    purchase = with_coupon_asked(tx, book, asked, purchase_asked(account, asked, "-"), on)
    decide_purchase(account, find_product(asked.product), purchase, on)
    periods = plan_periods(purchase.terms, on, account.bill_day, account.line, purchase.first_due_on)
    return Shown.of(make_quote(purchase, on, periods, account.line, asked.account_id))


def keep_quotes(path: Path, opened: Callable[[], Ledger], quotes: list[Shown], call: Call) -> str:
    """Keeps the quotes in the ledger, where there is one that takes them; returns "" or the code of what keeps it.

    What is kept already is not written again. A quote is an answer: a ledger that is missing, busy or read-only is no
    reason to refuse it.
    """
    if not path.exists():
        return "ledger-missing"
    try:
        ledger = opened()
        with ledger.read() as tx:
            new = [quote for quote in quotes if not tx.has_quote(quote)]
        if new:
            with ledger.write(today=call.today, now=call.now, operator=call.operator) as writing:
                for quote in new:
                    writing.keep_quote(quote)
    except BaitiaoError as error:
        return error.code
    return ""
