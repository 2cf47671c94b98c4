"""What a portfolio is drawn from: kinds of payers, shops and limits, in a rule file that anybody may change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from baitiao_cli.account.terms import Tier
from baitiao_cli.desk.rule_files import Misfit, RuleFile, read_rules
from baitiao_cli.messages import filled
from baitiao_cli.messages.portfolio import PRODUCT_UNFIT, SPAN_REVERSED, TAKEN_TWICE, WITHOUT_WEIGHT
from baitiao_cli.products.catalogue import product_ids

SHIPPED = Path(__file__).with_name("portfolio.toml")

Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]
Weight = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
Count = Annotated[int, msgspec.Meta(ge=0, le=1_000)]
Yuan = Annotated[int, msgspec.Meta(ge=1, le=200_000)]
Span = tuple[Count, Count]
"""From the least to the most, both included."""

Way = Literal["full", "minimum", "part", "overdue", "nothing"]
"""How a bill is paid: in full, its minimum, a part between them, only what is overdue by then, or not at all."""

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=32)]


class Payer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of payer: how many there are of it, what they do each month, and how they pay their bills."""

    kind: Annotated[str, msgspec.Meta(pattern=r"\A[a-z][a-z0-9-]{0,31}\Z")]
    weight: Weight
    tiers: dict[Tier, Weight]
    purchases: Span
    """A month."""
    pays: dict[Way, Weight]
    late_pct: Percent = 0
    """Of what is paid, how much comes after the due date, by `late_days`."""
    late_days: Span = (1, 20)
    stops_after_months: Span | None = None
    """After so many months nothing is paid any more."""
    charge_off_days: Span = (95, 400)
    """How late a debt is when it is charged off."""
    recovers_pct: Percent = 0
    """Of what was charged off, how many pay something later."""
    auto_repay_pct: Percent = 0
    holds_pct: Percent = 0
    """Of the purchases on the bill."""
    refunds_pct: Percent = 0
    disputes_pct: Percent = 0
    """Of the purchases."""
    converts_pct: Percent = 0
    """Of the bills."""
    prepays_pct: Percent = 0
    asks_limit_pct: Percent = 0
    locks_pct: Percent = 0
    empties_card_pct: Percent = 0
    closes_pct: Percent = 0
    """In a month."""
    reborrows_pct: Percent = 0
    """Of those who close."""


class Shop(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A registered merchant: what it sells, at what prices, and on which products of ours."""

    name: Name
    weight: Weight
    discount_ppb: Annotated[int, msgspec.Meta(ge=0, le=100_000_000)]
    scene: Annotated[str, msgspec.Meta(pattern=r"\A[a-z][a-z0-9-]{0,31}\Z")]
    category: Name
    brands: tuple[Name, ...] = ("",)
    price_yuan: tuple[Yuan, Yuan]
    products: dict[str, Weight]


class Portfolio(RuleFile, frozen=True, kw_only=True):
    """All that a portfolio is drawn from."""

    limits_yuan: dict[Tier, tuple[Yuan, Yuan]]
    payers: Annotated[tuple[Payer, ...], msgspec.Meta(min_length=1)]
    shops: Annotated[tuple[Shop, ...], msgspec.Meta(min_length=1)]

    def misfits(self) -> Iterator[Misfit]:
        """Spans that begin after their end, weights that sum to nothing, names that two have."""
        for place, (least, most) in self._spans():
            if least > most:
                yield Misfit(place, filled(SPAN_REVERSED, least=least, most=most))
        for place, weights in self._weights():
            if not sum(weights.values()):
                yield Misfit(place, WITHOUT_WEIGHT)
        for number, shop in enumerate(self.shops):
            for product_id in shop.products.keys() - {*product_ids()}:
                yield Misfit(f"$.shops[{number}].products", filled(PRODUCT_UNFIT, product_id=product_id))
        for place, names in (("payers", [each.kind for each in self.payers]), ("shops", [e.name for e in self.shops])):
            for number, name in enumerate(names):
                if name in names[:number]:
                    yield Misfit(f"$.{place}[{number}]", filled(TAKEN_TWICE, name=name))

    def _spans(self) -> Iterator[tuple[str, tuple[int, int]]]:
        for number, payer in enumerate(self.payers):
            for field in ("purchases", "late_days", "stops_after_months", "charge_off_days"):
                if span := getattr(payer, field):
                    yield f"$.payers[{number}].{field}", span
        for number, shop in enumerate(self.shops):
            yield f"$.shops[{number}].price_yuan", shop.price_yuan
        for tier, limits in self.limits_yuan.items():
            yield f"$.limits_yuan.{tier}", limits

    def _weights(self) -> Iterator[tuple[str, Mapping[str, int]]]:
        yield "$.payers", {each.kind: each.weight for each in self.payers}
        yield "$.shops", {each.name: each.weight for each in self.shops}
        yield from chain.from_iterable(
            ((f"$.payers[{number}].tiers", self._known(payer.tiers)), (f"$.payers[{number}].pays", payer.pays))
            for number, payer in enumerate(self.payers)
        )
        yield from ((f"$.shops[{number}].products", shop.products) for number, shop in enumerate(self.shops))

    def _known(self, tiers: Mapping[Tier, int]) -> dict[str, int]:
        """The weights of tiers for which there is a limit: nobody is of another."""
        return {tier: weight for tier, weight in tiers.items() if tier in self.limits_yuan}


def read_portfolio(path: Path | None = None) -> Portfolio:
    """What a portfolio is drawn from: a file of one's own, or that of the program. Errors: those of `read_rules`."""
    return read_rules(path or SHIPPED, Portfolio)
