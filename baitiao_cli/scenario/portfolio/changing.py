"""What people want of their line besides buying and paying: more limit, a lock, to prepay, to close, to begin again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from baitiao_cli.account.events.payments import PrepaymentEffect
from baitiao_cli.scenario.draw import Draw
from baitiao_cli.scenario.portfolio.deed import Deed, later
from baitiao_cli.scenario.portfolio.rules import Payer

EFFECTS: tuple[PrepaymentEffect, ...] = ("shorter-term", "lower-payment")


class Prepayment(NamedTuple):
    """All of a plan's balance, or a share of it with its effect; of which open plan is drawn from all of them."""

    place: int
    share_pct: int
    effect: PrepaymentEffect


def wishes(payer: Payer, draw: Draw, from_on: date) -> Iterator[Deed]:
    """What somebody wants in the month that begins on a day; who leaves wants nothing else."""
    if draw.happens(payer.closes_pct):
        yield Deed(later(draw, from_on, 5, 27), "close", draw.happens(payer.reborrows_pct))
        return
    if draw.happens(payer.prepays_pct):
        share_pct = 100 if draw.happens(50) else draw.between(20, 70)
        yield Deed(later(draw, from_on, 0, 27), "prepay", Prepayment(draw.below(1000), share_pct, draw.one_of(EFFECTS)))
    if draw.happens(payer.asks_limit_pct):
        yield Deed(later(draw, from_on, 0, 27), "ask-limit", draw.between(110, 160))
    if draw.happens(payer.empties_card_pct):
        yield Deed(later(draw, from_on, 0, 27), "empty-card", draw.between(1, 200) * 10_00)
    if draw.happens(payer.locks_pct):
        yield Deed(later(draw, from_on, 0, 27), "lock")


def coming_back(draw: Draw, closed_on: date) -> Deed:
    """When somebody who closed borrows again, and with how much of the limit of before, in per cent."""
    return Deed(later(draw, closed_on, 15, 120), "reopen", draw.between(60, 140))
