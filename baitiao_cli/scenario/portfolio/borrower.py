"""A borrower as drawn: who it is, which kind of payer, when the line is opened and with which limit."""

from __future__ import annotations

from datetime import date, timedelta

from baitiao_cli.account.terms import Tier
from baitiao_cli.calc.dates import step
from baitiao_cli.scenario.draw import Draw
from baitiao_cli.scenario.portfolio.rules import Payer, Portfolio

OPENING_SHARE_PCT = 60
"""Lines are opened within this share of the whole time, so that every one has some life."""


class Borrower:
    """Somebody in a portfolio, with draws of their own: what others do changes nothing of what they mean to do."""

    def __init__(self, rules: Portfolio, seed: int, number: int, from_on: date, day_count: int) -> None:
        self.number = number
        self.draw = draw = Draw(f"{seed} {number}")
        self.payer: Payer = rules.payers[draw.weighed({place: each.weight for place, each in enumerate(rules.payers)})]
        self.name, self.phone, self.id_number = draw.name(), draw.phone(), draw.id_number()
        known = {tier: weight for tier, weight in self.payer.tiers.items() if tier in rules.limits_yuan}
        self.tier: Tier = draw.weighed(known)
        least, most = rules.limits_yuan[self.tier]
        self.limit_fen = draw.between(least, most) // 100 * 100_00 or least * 100
        self.bill_day = draw.between(1, 28)
        self.opens_on = from_on + timedelta(days=draw.below(max(1, day_count * OPENING_SHARE_PCT // 100)))
        stops = self.payer.stops_after_months
        self.stops_on = step(self.opens_on, draw.between(*stops), "months") if stops else date.max
        self.has_auto_repay = draw.happens(self.payer.auto_repay_pct)
        self.account_id = ""
        self.is_billed = False
        self._order_count = 0

    def next_order_id(self) -> str:
        """The id of the next order, which no other has."""
        self._order_count += 1
        return f"{self.number}-{self._order_count}"

    def has_stopped(self, on: date) -> bool:
        """Whether nothing is paid any more."""
        return on >= self.stops_on
