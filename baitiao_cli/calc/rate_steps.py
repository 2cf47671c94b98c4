"""A rate that changes by date, and nights that cost nothing: a span in pieces of one rate each, exactly priced."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

import msgspec

from baitiao_cli.calc.dates import Period
from baitiao_cli.calc.interest import accrual_factor
from baitiao_cli.calc.rates import Rate


class RateChange(msgspec.Struct, frozen=True):
    """From the night that begins on `from_on` another rate holds."""

    from_on: date
    rate: Rate


class Pause(msgspec.Struct, frozen=True):
    """The nights of `[from_on, until_on)` cost nothing."""

    from_on: date
    until_on: date


class RatePiece(msgspec.Struct, frozen=True):
    """The nights of `[from_on, until_on)` at one `rate`: `factor` is the exact interest of one fen, 0 where paused."""

    from_on: date
    until_on: date
    rate: Rate
    is_paused: bool
    factor: Fraction


class RateSteps(msgspec.Struct, frozen=True):
    """A first rate and what became of it: its changes by day (of one day the last counts), and pauses, in any order."""

    first: Rate
    changes: tuple[RateChange, ...] = ()
    pauses: tuple[Pause, ...] = ()

    def on(self, night: date) -> Rate:
        """The rate in force in the night that begins on a day: that of the last change on or before it.

        >>> steps = RateSteps(Rate(7, "year"), (RateChange(date(2024, 3, 5), Rate(4, "year")),))
        >>> [steps.on(date(2024, 3, day)).ppb for day in (4, 5)]
        [7, 4]
        """
        return next((change.rate for change in reversed(self.changes) if change.from_on <= night), self.first)

    def pieces(
        self, day_count: str, period: Period, from_on: date, until_on: date, whole_period: bool = False
    ) -> list[RatePiece]:
        """The nights of `[from_on, until_on)` inside `period` in pieces of one rate each, the paused ones apart.

        The factors are exact and sum to the interest of one fen over the span, each as `accrual_factor` counts it; an
        empty span has no pieces. Errors of `accrual_factor`.

        >>> january = Period(1, date(2024, 1, 1), date(2024, 2, 1), date(2024, 2, 1), months=1)
        >>> steps = RateSteps(Rate(500_000, "day"), pauses=(Pause(date(2024, 1, 3), date(2024, 1, 5)),))
        >>> [str(piece.factor) for piece in steps.pieces("actual/365", january, date(2024, 1, 1), date(2024, 1, 9))]
        ['1/1000', '0', '1/500']
        """
        if not self.changes and not self.pauses and from_on < until_on:  # nearly always: no days to look for
            factor = accrual_factor(self.first, day_count, period, from_on, until_on, whole_period)
            return [RatePiece(from_on, until_on, self.first, False, factor)]
        made = []
        for begin_on, end_on in pairwise(self._cuts(from_on, until_on)):
            rate, paused = self.on(begin_on), is_paused(self.pauses, begin_on)
            factor = Fraction(0)
            if not paused:
                factor = accrual_factor(rate, day_count, period, begin_on, end_on, whole_period)
            made.append(RatePiece(begin_on, end_on, rate, paused, factor))
        return made

    def _cuts(self, from_on: date, until_on: date) -> list[date]:
        """The days between which neither the rate nor whether it is paused changes."""
        days = {change.from_on for change in self.changes}
        return _cut(from_on, until_on, days, self.pauses)


def is_paused(pauses: tuple[Pause, ...], night: date) -> bool:
    """Whether the night that begins on a day is one of a pause."""
    return any(pause.from_on <= night < pause.until_on for pause in pauses)


def paused_until(pauses: tuple[Pause, ...], night: date) -> date | None:
    """The day on which a night costs something again, when the one that begins on `night` is paused; else `None`.

    >>> pauses = Pause(date(2024, 1, 5), date(2024, 1, 10)), Pause(date(2024, 1, 8), date(2024, 1, 12))
    >>> paused_until(pauses, date(2024, 1, 6)), paused_until(pauses, date(2024, 1, 12))
    (datetime.date(2024, 1, 12), None)
    """
    until_on = None
    while ends := [pause.until_on for pause in pauses if pause.from_on <= (until_on or night) < pause.until_on]:
        until_on = max(ends)
    return until_on


def bearing_nights(pauses: tuple[Pause, ...], from_on: date, until_on: date) -> int:
    """How many nights of `[from_on, until_on)` are not paused; a night in two pauses is paused once.

    >>> january = [date(2024, 1, day) for day in range(1, 32)]
    >>> pauses = Pause(january[4], january[9]), Pause(january[7], january[11])
    >>> bearing_nights(pauses, january[0], january[30]), bearing_nights(pauses, january[10], january[12])
    (23, 1)
    """
    spans = pairwise(_cut(from_on, until_on, set(), pauses))
    return sum((end_on - begin_on).days for begin_on, end_on in spans if not is_paused(pauses, begin_on))


def bearing_share(pauses: tuple[Pause, ...], from_on: date, until_on: date) -> Fraction:
    """The share of the nights of a span that are not paused, exactly; 1 for an empty span."""
    nights = (until_on - from_on).days
    return Fraction(bearing_nights(pauses, from_on, until_on), nights) if nights > 0 else Fraction(1)


def _cut(from_on: date, until_on: date, days: set[date], pauses: tuple[Pause, ...]) -> list[date]:
    days |= {day for pause in pauses for day in (pause.from_on, pause.until_on)}
    inside = sorted(day for day in days if from_on < day < until_on)
    return [from_on, *inside, until_on] if from_on < until_on else []
