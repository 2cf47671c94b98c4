"""What a product must be: each field by itself, and what must fit together, so that nothing is silently ignored."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from re import fullmatch

from baitiao_cli.account.plan import DAILY_METHODS
from baitiao_cli.account.terms import TIERS, Product, SceneCap
from baitiao_cli.calc.money import MAX_FEN
from baitiao_cli.calc.rates import PPB
from baitiao_cli.calc.schedule import METHODS, check_terms, quote_schedule
from baitiao_cli.errors import BaitiaoError

A_DAY = date(2024, 1, 31)
KINDS_OF_DEBT = ["fee", "interest", "late_charge", "principal"]
DEFAULT_DAY_COUNT = "actual/365"
OWN_TERMS = "own-terms"
"""The id of terms that no product file states: those of a quote on terms of its own."""

Rules = dict[str, bool]


def broken_rules(product: Product, name: str) -> Iterator[str]:
    """The rules that the product breaks, by their keys in `messages.product_rules`; `name` is that of its file."""
    for key, holds in (own_rules(product, name) | fitting_rules(product) | line_rules(product)).items():
        if not holds:
            yield key


def check_method(product: Product) -> None:
    """Refuses a method that there is none of, before anything is said about what fits it: `method-unknown`."""
    if product.method not in METHODS:
        raise BaitiaoError("method-unknown", text=product.method[:32], known=", ".join(METHODS))


def check_schedules(product: Product) -> None:
    """Refuses terms that make no schedule for one of the numbers of installments: errors of `quote_schedule`.

    The largest amount is tried, at the dearest price.
    """
    dearest = max(TIERS, key=lambda tier: product.rate_ppb_by_tier.get(tier, 0))
    for count in product.installments:
        terms = product.terms_anew(count, dearest, date.max)
        check_terms(terms.schedule)
        quote_schedule(product.maximum_amount_fen, A_DAY, terms.schedule, terms.every, terms.unit)


def own_rules(product: Product, name: str) -> Rules:
    """What each field must be by itself."""
    late, counts = product.late, product.installments
    texts = (product.name_en, product.name_zh, product.about_en, product.about_zh)
    rates = (*product.rate_ppb_by_tier.values(), late.daily_ppb, product.annual_cap_ppb, product.subsidy_ppb)
    return {
        "id-is-file-name": product.id == name,
        "id-form": bool(fullmatch("[a-z0-9_-]{1,32}", product.id)) and product.id != OWN_TERMS,
        "printable": all(text.isprintable() for text in texts),
        "version": product.version >= 1,
        "installments": bool(counts) and counts[0] >= 1 and list(counts) == sorted(set(counts)),
        "tiers": set(product.rate_ppb_by_tier) == (set(TIERS) if product.rate_per else set()),
        "tier-installments": all(_are_chosen(some, counts) for some in product.installments_by_tier.values()),
        "rates": all(0 <= ppb <= PPB for ppb in rates),
        "amounts": 0 < product.minimum_amount_fen <= product.maximum_amount_fen <= MAX_FEN,
        "late-bounds": 0 <= late.floor_fen <= 100_00 and 0 <= late.grace_days <= 90,
        "every": product.every >= 1,
        "scenes": _are_scenes(product.scene_caps),
        "allocation": not product.allocation or sorted(product.allocation) == KINDS_OF_DEBT,
    }


def fitting_rules(product: Product) -> Rules:
    """What must fit together, so that nothing that is stated is silently ignored."""
    by_the_night, on_bill = product.method in DAILY_METHODS, product.due_by == "bill"
    is_month = (product.every, product.unit) == (1, "months")
    return {
        "price": (product.rate_per is None) == (product.method == "single"),
        "night-on-bill": not (by_the_night and on_bill),
        "bill-monthly": not on_bill or (is_month and product.rate_per in (None, "period")),
        "night-payoff": not by_the_night or product.payoff == "accrued-days",
        "paid-ahead": by_the_night or product.surplus == "credit-balance",
        "late-instead": not product.late.instead or (by_the_night and product.recalculate),
        "late-instead-base": not product.late.instead or product.late.base == "overdue",
        "recalculate": product.recalculate or product.method in ("equal-payment", "equal-principal"),
        "refund-fees": product.refund_fees == "stay" or product.rate_per is not None,
        "day-count": product.day_count == DEFAULT_DAY_COUNT or product.rate_per in ("year", "month"),
    }


def line_rules(product: Product) -> Rules:
    """What a product that is the bill itself must be."""
    line = product.line
    if line is None:
        return {}
    on_bill = product.method == "single" and product.due_by == "bill"
    orders = (line.usual_order, line.very_late_order)
    return {
        "line-revolves": product.installments == (1,) and on_bill,
        "line-charges": not product.late.daily_ppb and not product.allocation,
        "line-due-days": 1 <= line.due_days <= 27,
        "line-hold-days": 0 <= line.hold_days <= 365,
        "line-defer-days": 0 <= line.defer_days <= 27 and line.defer_daily_ppb >= 0,
        "line-defer-rate": bool(line.defer_days) or not line.defer_daily_ppb,
        "line-auto-repay-days": _are_rising(line.auto_repay_days),
        "line-non-accrual": line.non_accrual_after_days >= 0,
        "line-cooling-days": 0 <= line.cooling_days <= 90,
        "line-suspends": 0 <= line.suspend_after_days <= 365 and 0 <= line.suspend_after_failures <= 100,
        "line-minimum": 0 <= line.minimum_share_ppb <= PPB,
        "line-scenes": _are_scenes(line.scene_caps),
        "line-orders": all(sorted(order) == KINDS_OF_DEBT for order in orders),
    }


def _are_chosen(some: tuple[int, ...], counts: tuple[int, ...]) -> bool:
    return bool(some) and list(some) == sorted(set(some)) and set(some) <= set(counts)


def _are_rising(days: tuple[int, ...]) -> bool:
    return list(days) == sorted(set(days)) and all(0 <= day <= 30 for day in days)


def _are_scenes(caps: tuple[SceneCap, ...]) -> bool:
    """Whether each scene is a code, once, with a cap that counts (none of a day above that of the month) or none."""
    codes = [cap.scene for cap in caps]
    return len(set(codes)) == len(codes) and all(
        fullmatch("[a-z0-9][a-z0-9-]{0,31}", cap.scene)
        and min(cap.per_day_fen, cap.per_month_fen) >= 0
        and cap.allowed == (max(cap.per_day_fen, cap.per_month_fen) > 0)
        and not 0 < cap.per_month_fen < cap.per_day_fen
        for cap in caps
    )
