"""A new tier: what is bought from then on, and what goes on as it was agreed."""

from __future__ import annotations

from datetime import date

from baitiao_cli.actions.tier import TierAnswer
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.products.catalogue import load_products
from baitiao_cli.show.document import Document, json_data, record, table
from baitiao_cli.show.products import prices_of

CHANGE = "account_id event_id effective_on tier_before tier score_id reason"


def tier_document(answer: TierAnswer, as_of: date) -> Document:
    """The tier before and after, with the products of the catalogue that have other terms; open plans keep theirs."""
    data = json_data(answer)
    told = record(CHANGE, data, quiet="score_id reason")
    note = filled(labels.PLANS_KEEP_TERMS, count=answer.open_plan_count)
    title = filled(labels.TIER_PRICES_TITLE, tier=answer.tier)
    prices = table("product_id rate_before rate installments", _other_prices(answer), title=title)
    return Document(data=data, as_of=as_of, tables=[told, prices], notes=[note])


def _other_prices(answer: TierAnswer) -> list[dict[str, str | Text]]:
    """The products whose price, or number of installments, is another for the new tier."""
    products = load_products().values()
    both = zip(prices_of(products, answer.tier_before), prices_of(products, answer.tier), strict=True)
    return [now | {"rate_before": before["rate"]} for before, now in both if before != now]
