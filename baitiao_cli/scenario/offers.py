"""Products that offer exactly the terms that were frozen: of the catalogue where it has them still, else made again."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from baitiao_cli.account.terms import RULES_VERSION, TIERS, LineTerms, PlanTerms, Product, Tier
from baitiao_cli.calc.money import MAX_FEN
from baitiao_cli.products.catalogue import find_product, load_products, product_ids

REVOLVING = "month"


class Offers:
    """The products that a recording needs; those in `made` are not in the catalogue."""

    def __init__(self) -> None:
        self.made: dict[str, Product] = {}

    def line(self, line: LineTerms) -> str:
        """The product whose line has these terms; "" for the usual one."""
        for product in [find_product(REVOLVING), *load_products().values(), *self.made.values()]:
            if product.line == line:
                return "" if product.id == REVOLVING else product.id
        return self._made(replace(find_product(REVOLVING), line=line))

    def plan(self, terms: PlanTerms, tier: Tier, on: date, *, anew: bool = False) -> str:
        """The product that gives a customer of `tier` these terms on a day."""
        count = terms.schedule.installments
        known = [terms.product_id] if terms.product_id in product_ids() else []
        for product in [*map(find_product, known), *self.made.values()]:
            if count in product.installments_for(tier) or anew:
                offered = product.terms_anew(count, tier, on) if anew else product.terms(count, tier, on)
                if _same(offered, terms):
                    return product.id
        return self._made(_product_of(terms))

    def _made(self, product: Product) -> str:
        name = f"recorded-{len(self.made) + 1}"
        self.made[name] = replace(product, id=name, version=1, name_en=name, name_zh=name, about_en="-", about_zh="-")
        return name


def _same(offered: PlanTerms, terms: PlanTerms) -> bool:
    """Whether they are the same but for the name of the product, of which no figure knows."""
    return offered == replace(
        terms, product_id=offered.product_id, product_version=offered.product_version, rules_version=RULES_VERSION
    )


def _product_of(terms: PlanTerms) -> Product:
    """The product that gives these terms, to everybody."""
    schedule = terms.schedule
    price = schedule.rate or schedule.fee
    return Product(
        id="-",
        version=1,
        name_en="-",
        name_zh="-",
        about_en="-",
        about_zh="-",
        method=schedule.method,
        installments=(schedule.installments,),
        due_by=terms.due_by,
        payoff=terms.payoff,
        surplus=terms.surplus,
        late=terms.late,
        rate_per=price.per if price else None,
        rate_ppb_by_tier=dict.fromkeys(TIERS, price.ppb) if price else {},
        day_count=schedule.day_count,
        rounding=schedule.rounding,
        evening=schedule.evening,
        free_periods=schedule.free_periods,
        free_days=schedule.free_days,
        multiple_of_fen=schedule.multiple_of_fen,
        every=terms.every,
        unit=terms.unit,
        minimum_amount_fen=1,
        maximum_amount_fen=min(MAX_FEN, 10**12),
        annual_caps=(),
        annual_cap_ppb=terms.annual_cap_ppb,
        above_cap=terms.above_cap,
        whole_period=schedule.whole_period,
        recalculate=terms.recalculate,
        allocation=terms.allocation,
        subsidy_ppb=terms.subsidy_ppb,
        scene_caps=terms.scene_caps,
        refund_fees=terms.refund_fees,
        line=find_product(REVOLVING).line if terms.revolving else None,
    )
