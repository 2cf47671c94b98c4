"""How people pay a bill: in full, the minimum, a part, what is overdue, or not; in time or late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from baitiao_cli.account.views.figures import Figures
from baitiao_cli.scenario.draw import Draw
from baitiao_cli.scenario.portfolio.deed import Deed, later
from baitiao_cli.scenario.portfolio.rules import Payer, Way

TURNS = (3, 6, 12)
"""Into how many installments a bill is turned."""

ROUNDED_UP_PCT = 2
"""How often somebody pays in round hundreds, more than is asked for."""


class Intention(NamedTuple):
    """How somebody means to pay: of a part, which share of what is above the minimum; in round hundreds or exactly."""

    way: Way
    share_pct: int = 0
    is_rounded_up: bool = False


def payments(payer: Payer, draw: Draw, billed_on: date, due_on: date) -> Iterator[Deed]:
    """What somebody means to do about a bill: turn it into installments, pay it on a day, or nothing."""
    if draw.happens(payer.converts_pct):
        yield Deed(later(draw, billed_on, 0, (due_on - billed_on).days), "convert", draw.one_of(TURNS))
    way = draw.weighed(payer.pays)
    if way == "nothing":
        return
    if draw.happens(payer.late_pct):
        on = later(draw, due_on, *payer.late_days)
    else:
        on = later(draw, billed_on, 0, (due_on - billed_on).days)
    yield Deed(on, "pay", Intention(way, draw.between(10, 90), draw.happens(ROUNDED_UP_PCT)))


def amount_fen(meant: Intention, figures: Figures) -> int:
    """What is paid of what is asked for on the day; 0 when nothing is."""
    if meant.way == "overdue":
        return figures.cure_fen
    paid_fen = figures.due_fen
    if meant.way != "full":
        share_pct = meant.share_pct if meant.way == "part" else 0
        above_fen = max(0, figures.due_fen - figures.minimum_left_fen)
        paid_fen = figures.minimum_left_fen + above_fen * share_pct // 100
    return -(-paid_fen // 100_00) * 100_00 if meant.is_rounded_up else paid_fen


def recoveries(draw: Draw, on: date) -> Iterator[Deed]:
    """What somebody pays once the debt was charged off: a few times a share of what is still owed, in per cent."""
    for _ in range(draw.between(1, 3)):
        on = later(draw, on, 15, 70)
        yield Deed(on, "recover", draw.between(5, 40))
