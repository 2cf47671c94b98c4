"""The key facts of a product for a customer: what it costs in examples, one schedule, lateness, a payoff, all terms."""

from __future__ import annotations

from typing import Any

import msgspec

from baitiao_cli.account.quote import Shown
from baitiao_cli.actions.sheet import Sheet
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, filled, labels, listed, words
from baitiao_cli.messages import quote as quote_words
from baitiao_cli.messages import sheet as texts
from baitiao_cli.show.document import Document, Paper, Table, csv_table, json_data, record, table
from baitiao_cli.show.products import product_document
from baitiao_cli.show.quote import late_costs_table, notes_of, quote_data, schedule_table

EXAMPLES = "amount_fen installments first_payment_fen cost_fen total_fen simple_pct compound_pct"
PAYOFF = "on paid_before_fen principal_fen interest_fen fee_fen total_fen saved_fen"


def sheet_document(sheet: Sheet) -> Document:
    """The sheet: nothing in it is typed in, each figure is that of a quote, of a fold or of the product itself."""
    product, worked = sheet.product, sheet.worked.quote
    name = Text(product.name_en, product.name_zh)
    title = filled(texts.TITLE, name=name, on=sheet.on)
    examples = [_example(shown) for shown in sheet.examples]
    named = {"installments": quote_words.PAID_IN, "simple_pct": quote_words.SIMPLE_SHORT}
    named |= {"compound_pct": quote_words.COMPOUND_SHORT}
    terms = product_document(product, sheet.on)
    tables = [
        record("name about order_of_payments", _about(sheet), title=title, labels=texts.LABELS),
        table(EXAMPLES, examples, title=filled(texts.EXAMPLES, tier=sheet.tier), labels=named),
        schedule_table(worked),
        late_costs_table(worked.late_costs),
        *_payoff(sheet),
        *(msgspec.structs.replace(one, title=one.title or texts.TERMS) for one in terms.tables),
    ]
    data: dict[str, Any] = {
        "product_id": product.id,
        "version": product.version,
        "tier": sheet.tier,
        "examples": examples,
        "worked": quote_data(sheet.worked),
        "payoff_example": json_data(sheet.payoff) if sheet.payoff else None,
        "product": terms.data,
    }
    notes = [*notes_of(worked), *([texts.ON_BILLS] if product.due_by == "bill" else [])]
    return Document(
        data=data,
        as_of=sheet.on,
        tables=tables,
        notes=[*notes, texts.SAME_PARAMETERS, labels.SAMPLE_NOTE],
        csv_table=csv_table(EXAMPLES, examples),
        paper=Paper(title, title),
    )


def _example(shown: Shown) -> dict[str, object]:
    quote = shown.quote
    paid = [row.total_fen for row in quote.schedule.rows if row.number]
    return {
        "amount_fen": quote.amount_fen,
        "installments": len(paid),
        "first_payment_fen": paid[0],
        "cost_fen": quote.costs[-1].cost_fen,
        "total_fen": quote.schedule.total_fen,
        **(quote.annual_rate or {}),
    }


def _about(sheet: Sheet) -> dict[str, object]:
    product = sheet.product
    return {
        "name": Text(product.name_en, product.name_zh),
        "about": Text(product.about_en, product.about_zh),
        "order_of_payments": listed(words.WORDS["allocation"][kind] for kind in sheet.order),
    }


def _payoff(sheet: Sheet) -> list[Table]:
    """What settling the worked example early costs, by the product's rule."""
    if sheet.payoff is None:
        return []
    quote = sheet.worked.quote
    count = quote.terms.schedule.installments
    title = filled(texts.PAYOFF, amount=format_yuan(quote.amount_fen), count=count, on=sheet.payoff.on)
    return [
        record(PAYOFF, json_data(sheet.payoff), title=title, quiet="interest_fen fee_fen", labels=texts.PAYOFF_LABELS)
    ]
