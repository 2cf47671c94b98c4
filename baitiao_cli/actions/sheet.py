"""`product sheet`: what a product costs, in examples worked out by the engine on the product's own parameters."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import AnyFact, Event, Opened, Purchased, Repaid
from baitiao_cli.account.quote import Shown
from baitiao_cli.account.replay import replay
from baitiao_cli.account.terms import Product, Tier
from baitiao_cli.account.verbs.payoff import quote_payoff
from baitiao_cli.actions.quote import QuoteAsked, quote_product
from baitiao_cli.calc.dates import step
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.products.catalogue import line_terms

AMOUNTS_FEN = (1_000_00, 5_000_00, 10_000_00)
"""The purchases of the examples, as far as the product allows them; else the least and the most that it does."""

MOST_TERMS = 4
PAYOFF_AFTER_DAYS = 45
BILL_DAY = 3


class PayoffExample(msgspec.Struct, frozen=True, kw_only=True):
    """What settles the worked example early, when nothing was paid late: to pay then, and what falls away."""

    on: date
    paid_before_fen: int
    principal_fen: int
    interest_fen: int
    fee_fen: int
    total_fen: int
    saved_fen: int


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """The key facts of a product on a day for a tier of prices: examples, one of them with its schedule, and a payoff.

    Each example is a quote of the engine; `order` is that of the kinds of debt that a payment pays first; `payoff` is
    `None` for what has one payment, or costs nothing.
    """

    product: Product
    tier: Tier
    on: date
    examples: tuple[Shown, ...]
    worked: Shown
    order: tuple[str, ...]
    payoff: PayoffExample | None


def product_sheet(product: Product, tier: Tier, on: date) -> Sheet:
    """The sheet of a product; an example that its terms cannot serve is left out.

    The worked example is the least amount in the middle of the numbers of installments that are told.
    """
    counts = _counts(product.installments_for(tier))
    examples = [
        shown
        for amount_fen in _amounts(product)
        for count in counts
        if (shown := _quote(product, tier, amount_fen, count, on))
    ]
    if not examples:  # a product that serves none of them says why
        examples = [quote_product(product, tier, QuoteAsked(amount_fen=_amounts(product)[0], on=on))]
    least_fen = examples[0].quote.amount_fen
    of_least = [shown for shown in examples if shown.quote.amount_fen == least_fen]
    worked = of_least[len(of_least) // 2]
    return Sheet(
        product=product,
        tier=tier,
        on=on,
        examples=tuple(examples),
        worked=worked,
        order=worked.quote.terms.allocation or (product.line or line_terms()).usual_order,
        payoff=_payoff(product, tier, worked, on),
    )


def _amounts(product: Product) -> list[int]:
    least_fen, most_fen = product.minimum_amount_fen, product.maximum_amount_fen
    fitting = [fen for fen in AMOUNTS_FEN if least_fen <= fen <= most_fen]
    return fitting or sorted({least_fen, most_fen})


def _counts(offered: tuple[int, ...]) -> list[int]:
    """All numbers of installments, or of many the least, the most and two between."""
    counts = sorted(offered)
    if len(counts) <= MOST_TERMS:
        return counts
    last = len(counts) - 1
    return [counts[place * last // (MOST_TERMS - 1)] for place in range(MOST_TERMS)]


def _quote(product: Product, tier: Tier, amount_fen: int, count: int, on: date) -> Shown | None:
    try:
        return quote_product(product, tier, QuoteAsked(amount_fen=amount_fen, on=on, installments=count))
    except BaitiaoError:
        return None


def _payoff(product: Product, tier: Tier, worked: Shown, on: date) -> PayoffExample | None:
    """The worked example on an account in memory, whose due rows are paid on their days, settled some weeks later."""
    quote = worked.quote
    rows = [row for row in quote.schedule.rows if row.number]
    settled_on = step(on, PAYOFF_AFTER_DAYS, "days")
    if product.line is not None or len(rows) < 2 or rows[-1].due_on <= settled_on or not quote.costs[-1].cost_fen:
        return None
    if not quote.is_acceptable:
        return None
    opened = Opened(person_id="P1", limit_fen=quote.amount_fen, bill_day=BILL_DAY, tier=tier, line=line_terms())
    bought = Purchased(plan_id="A1P1", amount_fen=quote.amount_fen, terms=quote.terms)
    paid = [(row.due_on, row.total_fen) for row in rows if row.due_on <= settled_on]
    facts: list[tuple[date, AnyFact]] = [
        (on, opened),
        (on, bought),
        *((due_on, Repaid(amount_fen=fen)) for due_on, fen in paid),
    ]
    events = [
        Event(event_id=f"A1E{number}", account_id="A1", number=number, effective_on=day, fact=fact)
        for number, (day, fact) in enumerate(facts, start=1)
    ]
    [item] = quote_payoff(replay(events, settled_on), settled_on, "A1P1").items
    paid_fen = sum(fen for _, fen in paid)
    return PayoffExample(
        on=settled_on,
        paid_before_fen=paid_fen,
        principal_fen=item.principal_fen,
        interest_fen=item.interest_fen,
        fee_fen=item.fee_fen,
        total_fen=item.total_fen,
        saved_fen=quote.schedule.total_fen - paid_fen - item.total_fen,
    )
