"""Nothing in a product file is silently ignored: a setting is refused, or it changes a figure of some story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from msgspec.structs import fields, replace

from baitiao_cli.account.events import Event, PaidOff, Prepaid, Purchased, Refunded, Repaid
from baitiao_cli.account.postings import ledger_balances
from baitiao_cli.account.replay import replay
from baitiao_cli.account.terms import LateTerms, Product, SceneCap
from baitiao_cli.account.verbs.charge import check_schedule
from baitiao_cli.account.verbs.payoff import quote_payoff
from baitiao_cli.account.verbs.scene import check_scene
from baitiao_cli.account.views.figures import figures
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.products.catalogue import check_product, find_product
from tests.laws.history import PRODUCTS, opened

BOUGHT = date(2024, 1, 31)
AMOUNTS = (100, 999, 33_333, 100_001, 1_234_567)
UNEVEN = (1_091,)  # in six equal payments of 1.88 the last is 1.84, four fen less: evening moves them
# What costs half a fen more than an even number of them at the price of some base, where the two roundings part:
# 7.50 x 0.6% = 4.5 fen; 150.00 x 0.03% x 29 nights = 130.5; 3.75 x 0.04% x 30 = 4.5; 1368.75 x 10.8% x 29/365 = 1174.5.
HALVES = (750, 15_000, 375, 136_875)

NAMES = {"id", "version", "name_en", "name_zh", "about_en", "about_zh", "method", "installments", "rate_per", "line"}
"""What a product is, not how it reckons; the [line] is that of an account, which has tests of its own."""

CHANGES: dict[str, list[Any]] = {
    "due_by": ["bill", "anniversary"],
    "payoff": ["all-fees", "next-period", "waive-rest", "accrued-days"],
    "surplus": ["credit-balance", "next-installment"],
    "rate_ppb_by_tier": [dict.fromkeys("ABCD", 8_765_432)],
    "installments_by_tier": [{"B": (3,)}],
    "day_count": ["actual/365", "actual/360", "30/360", "actual/actual"],
    "rounding": ["half-up", "half-even"],
    "evening": [True],
    "free_periods": [1],
    "free_days": [5],
    "multiple_of_fen": [100],
    "every": [2],
    "unit": ["months", "weeks", "days"],
    "minimum_amount_fen": [40_000],
    "maximum_amount_fen": [40_000],
    "annual_caps": [("four-lpr",)],
    "annual_cap_ppb": [10_000_000, 30_000_000],
    "above_cap": ["flag"],
    "whole_period": [True],
    "recalculate": [False],
    "allocation": [("principal", "interest", "fee", "late_charge")],
    "subsidy_ppb": [6_000_000],
    "scene_caps": [(SceneCap(scene="phone", per_day_fen=40_000),), (SceneCap(scene="phone", allowed=False),)],
    "refund_fees": ["return"],
    "late": [
        LateTerms(daily_ppb=900_000),
        LateTerms(daily_ppb=900_000, instead=True),
        LateTerms(daily_ppb=900_000, base="plan"),
        LateTerms(daily_ppb=900_000, floor_fen=3),
        LateTerms(daily_ppb=900_000, grace_days=20),
    ],
}

BASES = {
    **{name: PRODUCTS[name] for name in ("inst", "flat", "flat by date", "fee by date", "epi", "epp", "monthly")},
    **{name: find_product(name) for name in ("daily", "defer60", "month")},
}

# What changes nothing by its nature: the schedule of such a plan is whole fen, or there is no schedule to change.
WITHOUT_EFFECT = {
    # Months of 30 days are months of 30 days, whichever way they are said to be counted.
    ("flat by date", "whole_period"),
    # A single payment of what was bought: no price, no rounding, nothing that is late by itself.
    *(("month", name) for name in ("payoff", "rounding", "annual_caps", "annual_cap_ppb", "above_cap")),
}


def test_every_field_of_a_product_is_tried() -> None:
    assert {field.name for field in fields(Product)} - NAMES == set(CHANGES)


def plan_days(product: Product, amount_fen: int) -> Iterator[object]:
    """All figures of three stories of one plan: paid late, paid ahead and in part, paid off; or why there is none."""
    account = replay([opened(BOUGHT, limit_fen=10**9)], BOUGHT)
    count = product.installments[min(1, len(product.installments) - 1)]
    try:
        terms = product.terms(count, "B", BOUGHT)
        product.check_amount(amount_fen)
        check_schedule(account, amount_fen, terms, BOUGHT)
        check_scene(account, terms, "phone", amount_fen, BOUGHT)
    except BaitiaoError as refusal:
        yield refusal.code
        return
    purchase = Purchased(plan_id="A1P1", amount_fen=amount_fen, terms=terms)
    part_fen = max(1, amount_fen // 3)
    stories = [
        [(date(2024, 4, 2), Repaid(amount_fen=part_fen)), (date(2024, 7, 9), Repaid(amount_fen=amount_fen))],
        [(date(2024, 2, 9), Repaid(amount_fen=part_fen)), (date(2024, 3, 8), Repaid(amount_fen=2 * part_fen))],
        [(date(2024, 2, 20), Prepaid(plan_id="A1P1", amount_fen=part_fen, effect="lower-payment"))],
        [(date(2024, 2, 20), Refunded(plan_id="A1P1", amount_fen=part_fen))],
        [(date(2024, 3, 12), Refunded(plan_id="A1P1", amount_fen=part_fen))],
        [(date(2024, 2, 10), PaidOff(amount_fen=amount_fen, plan_id="A1P1"))],
    ]
    for story in stories:
        deeds = [(BOUGHT, purchase), *story]
        events = [opened(BOUGHT, limit_fen=10**9)] + [
            Event(event_id=f"A1E{number}", account_id="A1", number=number, effective_on=on, fact=fact)
            for number, (on, fact) in enumerate(deeds, start=2)
        ]
        for day in (date(2024, 2, 10), date(2024, 3, 15), date(2024, 5, 20), date(2025, 1, 20)):
            folded = replay([event for event in events if event.effective_on <= day], day)
            yield figures(folded)
            yield ledger_balances(folded.postings)
            yield [(row.due_on, row.asked, row.paid) for row in folded.plans["A1P1"].rows]
            quote = quote_payoff(folded, day)
            yield [(item.principal_fen, item.interest_fen, item.fee_fen, item.above_cap) for item in quote.items]


def _dearer(product: Product) -> dict[Any, int]:
    return {tier: 5 * ppb for tier, ppb in product.rate_ppb_by_tier.items()}


def told(product: Product) -> list[list[object]]:
    return [list(plan_days(product, amount_fen)) for amount_fen in (*AMOUNTS, *UNEVEN, *HALVES)]


@pytest.mark.parametrize("name", BASES)
def test_a_setting_is_refused_or_changes_a_figure(name: str) -> None:
    base = BASES[name]
    before, ignored, refused = told(base), set(), set()
    for field, values in CHANGES.items():
        for value in values:
            if value == getattr(base, field):
                continue
            changed = replace(base, **{field: value})
            if field == "above_cap":  # it says what becomes of a plan above its cap: then there must be one
                base_of_it = replace(base, annual_cap_ppb=1)
                if told(base_of_it) == told(replace(base_of_it, above_cap=value)):
                    ignored.add((name, field))
                continue
            if field == "annual_caps":  # likewise: without another cap, and dear enough for this one
                dear = replace(base, annual_caps=(), annual_cap_ppb=0, rate_ppb_by_tier=_dearer(base))
                if told(dear) == told(replace(dear, annual_caps=("four-lpr",))):
                    ignored.add((name, field))
                continue
            try:
                check_product(changed, base.id)
            except BaitiaoError:
                refused.add(field)
                continue
            if told(changed) == before:
                ignored.add((name, field))
    assert ignored <= WITHOUT_EFFECT, ignored - WITHOUT_EFFECT
    assert refused
