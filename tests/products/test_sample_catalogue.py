"""What the shipped products cost a year is what is published for such products (RULES of credit, section 9)."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.quote import Quote
from baitiao_cli.actions.quote import QuoteAsked, quote_product
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.products.catalogue import find_product


def quote(product_id: str, installments: int | None = None, tier: str = "B") -> Quote:
    asked = QuoteAsked(amount_fen=1_000_000, on=date(2026, 1, 12), installments=installments)
    return quote_product(find_product(product_id), tier, asked).quote  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("product_id", "installments", "tier", "simple_pct"),
    [
        ("inst", 12, "A", "10.90"),
        ("inst", 12, "B", "13.03"),
        ("inst", 12, "C", "17.27"),
        ("inst", 12, "D", "21.46"),
        ("free", 12, "B", "0.00"),
        ("daily", 12, "B", "10.95"),  # 0.03% x 365
        ("defer60", None, "B", "7.30"),  # 30 of 60 days at 0.04%: 1.2% x 365 / 60; at most 0.04% x 365 = 14.6%
        ("month", None, "B", "0.00"),
    ],
)
def test_what_a_product_costs_a_year(product_id: str, installments: int | None, tier: str, simple_pct: str) -> None:
    rate = quote(product_id, installments, tier).annual_rate
    assert rate is not None and rate["simple_pct"] == simple_pct


@pytest.mark.parametrize("amount_fen", [19_99, 3_000_01])
def test_a_repair_plan_is_small(amount_fen: int) -> None:
    # 20.00 in three: 6.66, 6.66, 6.68, with a fee of 20.00 x 0.6% = 0.12 each.
    asked = QuoteAsked(amount_fen=20_00, on=date(2026, 1, 12), installments=3)
    rows = quote_product(find_product("repair"), "B", asked).quote.schedule.rows
    assert [(row.principal_fen, row.fee_fen) for row in rows] == [(6_66, 12), (6_66, 12), (6_68, 12)]
    with pytest.raises(BaitiaoError, match="amount-outside-product"):
        find_product("repair").check_amount(amount_fen)


def test_what_a_carried_bill_costs_a_year() -> None:
    # 0.05% a day is 18.25% a year; with a missed minimum 0.015% besides, 23.725% in all.
    carried, missed = quote("month").late_costs
    assert (carried.item, carried.simple_pct) == ("carried", "18.25")
    assert (carried.daily_ppb + missed.daily_ppb) * 365 == 237_250_000
