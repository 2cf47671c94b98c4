"""The catalogue: all products on one page, one product in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from baitiao_cli.account.terms import TIERS, LineTerms, Product, SceneCap, Tier
from baitiao_cli.messages import Text, filled, labels, words
from baitiao_cli.show.document import Document, Table, record, table
from baitiao_cli.show.rates import late_words, percent_of, rate_words


def products_document(products: Sequence[Product], today: date) -> Document:
    """The list of products: what each is, how it is repaid, what it costs."""
    rows = [
        {
            "product_id": product.id,
            "name": Text(product.name_en, product.name_zh),
            "method": product.method,
            "installments": product.installments,
            "rate": price(product),
        }
        for product in products
    ]
    return Document(
        data={"products": [msgspec.to_builtins(product) for product in products]},
        as_of=today,
        tables=[table("product_id name method installments rate", rows, title=labels.CATALOGUE_TITLE)],
        notes=[labels.SAMPLE_NOTE],
    )


def product_document(product: Product, today: date) -> Document:
    """One product: its terms, its price by tier, and how it is billed if it has bills of its own."""
    terms = {
        "product_id": product.id,
        "version": product.version,
        "name": Text(product.name_en, product.name_zh),
        "about": Text(product.about_en, product.about_zh),
        "method": product.method,
        "installments": product.installments,
        "due_by": product.due_by,
        "day_count": product.day_count if product.rate_per in ("month", "year") and not product.whole_period else None,
        "every": _every(product) if product.due_by == "anniversary" else None,
        "whole_period": labels.YES if product.whole_period else None,
        "evening": labels.YES if product.evening else None,
        "multiple_of_fen": product.multiple_of_fen or None,
        "free_periods": product.free_periods or None,
        "free_days": product.free_days or None,
        "recalculate": None if product.recalculate else "first-schedule",
        "payoff": product.payoff,
        "surplus": product.surplus,
        "refund_fees": product.refund_fees if product.rate_per else None,
        "allocation": product.allocation or None,
        "rounding": product.rounding,
        "minimum_amount_fen": product.minimum_amount_fen,
        "maximum_amount_fen": product.maximum_amount_fen,
        "late_rate": late_words(product.late) if product.late.daily_ppb else None,
        "late_base": product.late.base if product.late.daily_ppb else None,
        "late_floor_fen": product.late.floor_fen if product.late.daily_ppb else None,
        "grace_days": product.late.grace_days or None,
        "subsidy_rate": rate_words(product.subsidy_ppb, "period") if product.subsidy_ppb else None,
        "annual_caps": product.annual_caps or None,
        "annual_cap_pct": percent_of(product.annual_cap_ppb) if product.annual_cap_ppb else None,
        "above_cap": product.above_cap,
    }
    told = {key: value for key, value in terms.items() if value is not None}
    tables = [record(" ".join(told), told)]
    if product.rate_per is not None or product.installments_by_tier:
        tables.append(_tiers(product))
    if product.scene_caps:
        tables.append(_scenes(product.scene_caps, labels.PRODUCT_SCENES_TITLE))
    if product.line is not None:
        tables += [_line(product.line), _scenes(product.line.scene_caps, labels.SCENES_TITLE)]
    return Document(data=msgspec.to_builtins(product), as_of=today, tables=tables, notes=[labels.SAMPLE_NOTE])


def _tiers(product: Product) -> Table:
    """The price of each tier and, where the product says so, the numbers of installments that it may choose."""
    rows = [
        {
            "tier": tier,
            "rate": rate_words(rate.ppb, rate.per) if (rate := product.rate(tier)) else None,
            "installments": product.installments_for(tier) if product.installments_by_tier else None,
        }
        for tier in TIERS
    ]
    return table("tier rate installments", rows, title=labels.TIERS_TITLE, quiet="rate installments")


def prices_of(products: Iterable[Product], tier: Tier) -> list[dict[str, str | Text]]:
    """What each product that has a price costs somebody of a tier, and in how many installments it may be bought."""
    return [
        {
            "product_id": product.id,
            "rate": rate_words(rate.ppb, rate.per),
            "installments": ", ".join(map(str, product.installments_for(tier))),
        }
        for product in products
        if (rate := product.rate(tier))
    ]


def _every(product: Product) -> Text:
    return filled(labels.EVERY, count=product.every, unit=words.WORDS["unit"][product.unit])


def price(product: Product) -> Text:
    """The price of a product in words: a rate, the range of its tiers, or free (until its due date)."""
    if product.line is not None:
        return filled(labels.FREE_UNTIL_DUE, rate=rate_words(product.line.carried_daily_ppb, "day"))
    rates = sorted(set(product.rate_ppb_by_tier.values()))
    if product.rate_per is None or rates == [0]:
        return labels.NO_PRICE
    if len(rates) == 1:
        return rate_words(rates[0], product.rate_per)
    per = words.WORDS["per"][product.rate_per]
    return filled(labels.RATE_RANGE, least=percent_of(rates[0]), most=percent_of(rates[-1]), per=per)


def _line(line: LineTerms) -> Table:
    terms = {
        "due_days": line.due_days,
        "minimum_share_pct": percent_of(line.minimum_share_ppb),
        "carried_floor_fen": line.carried_floor_fen,
        "carried_rate": rate_words(line.carried_daily_ppb, "day"),
        "line_late_rate": late_words(line.late),
        "hold_days": line.hold_days,
        "defer_days": line.defer_days,
        "defer_rate": rate_words(line.defer_daily_ppb, "day"),
        "auto_repay_after": line.auto_repay_days or None,
        "class_rule": line.class_rule,
        "charge_off_from": line.charge_off_from,
        "non_accrual_after_days": line.non_accrual_after_days or None,
        "suspend_after_days": line.suspend_after_days or None,
        "suspend_failures_count": line.suspend_after_failures or None,
        "cooling_days": line.cooling_days or None,
    }
    quiet = "non_accrual_after_days suspend_after_days suspend_failures_count cooling_days"
    return record(" ".join(terms), terms, title=labels.LINE_TITLE, quiet=quiet)


def _scenes(caps: tuple[SceneCap, ...], title: Text) -> Table:
    """The caps of scenes; where there is none the cell is empty, a scene that is not allowed has nothing at all."""
    rows = [
        {
            "scene": cap.scene,
            "per_day_fen": cap.per_day_fen or (None if cap.allowed else 0),
            "per_month_fen": cap.per_month_fen or (None if cap.allowed else 0),
        }
        for cap in caps
    ]
    return table("scene per_day_fen per_month_fen", rows, title=title)
