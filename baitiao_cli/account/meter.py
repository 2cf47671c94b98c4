"""Meters of what runs by the night: exact, rounded only when it is asked for, and able to say how it came about."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import msgspec
from msgspec.structs import replace

from baitiao_cli.calc.money import round_fen, round_ratio
from baitiao_cli.calc.rates import PPB, Rate

ZERO = Fraction(0)


class Span(msgspec.Struct, frozen=True):
    """Interest of the nights of `[from_on, until_on)` on one balance: exactly `exact` fen, for row `number` of a plan.

    Nights that `is_paused` marks cost nothing, whatever rate is in force. Without a rate it is what the row before left
    over (there with the other sign), or (`is_rounding`) less than a fen that is rounded with the period instead of with
    a row which was asked for before the period ended.
    """

    number: int
    from_on: date
    until_on: date
    base_fen: int
    rate: Rate | None
    exact: Fraction
    is_rounding: bool = False
    is_paused: bool = False


class NightSpan(msgspec.Struct, frozen=True):
    """What the nights of `[from_on, until_on)` cost on one balance: by the rate, but at least the floor a night.

    `is_deferral` tells nights of a bill that was deferred from those of what is carried.
    """

    from_on: date
    until_on: date
    base_fen: int
    daily_ppb: int
    floor_fen: int
    is_deferral: bool = False

    @property
    def is_floor(self) -> bool:
        """Whether a night costs its least."""
        return self.base_fen * self.daily_ppb < self.floor_fen * PPB

    @property
    def billionths(self) -> int:
        """The cost of all the nights in billionths of a fen: a daily rate in parts per billion makes whole ones."""
        nights = (self.until_on - self.from_on).days
        return nights * max(self.base_fen * self.daily_ppb, self.floor_fen * PPB)


class Meter(msgspec.Struct):
    """Exact interest of the open row of a plan, in fen, counted up to the start of `counted_to`.

    `asked_fen` is what rows before it were asked for of the same period: a period is rounded once, as a whole.
    `spans` tell how it came about.
    """

    counted_to: date
    exact: Fraction = ZERO
    asked_fen: int = 0
    spans: list[Span] = msgspec.field(default_factory=list)

    def run(self, until_on: date, span: Span) -> None:
        """Counts the interest of a span and goes on to `until_on`; a span that only continues the last one is one."""
        if span.exact or span.is_paused:
            self.exact += span.exact
            last = self.spans[-1] if self.spans else None
            if last and (last.number, last.until_on, last.base_fen, last.rate, last.is_paused) == (
                span.number,
                span.from_on,
                span.base_fen,
                span.rate,
                span.is_paused,
            ):
                span = replace(self.spans.pop(), until_on=span.until_on, exact=last.exact + span.exact)
            self.spans.append(span)
        self.counted_to = until_on

    def rounded_fen(self, rounding: str) -> int:
        """What has run, in whole fen: the period rounded as a whole, less what rows before asked for of it."""
        return round_fen(self.exact + self.asked_fen, rounding) - self.asked_fen

    def begin_row(self, number: int, interest_fen: int, rounding: str) -> None:
        """Begins row `number` in the same period, after the row before was asked for `interest_fen` ahead of time."""
        run_fen, rest = self.rounded_fen(rounding), self.exact - self.rounded_fen(rounding)
        self._carry(number, run_fen - interest_fen)
        self._note_rounding(number, rest)
        self.exact += rest
        self.asked_fen += interest_fen

    def begin_period(self, number: int, interest_fen: int, rounding: str) -> None:
        """Begins the next period with row `number`, after the row before was asked for `interest_fen` as it ended.

        What that row could not ask for is carried on, in whole fen: the period that ends is rounded.
        """
        self._carry(number, self.rounded_fen(rounding) - interest_fen)
        self.asked_fen = 0

    def round_period(self, number: int, rounding: str) -> None:
        """Ends a period whose row was asked for before: what has run since, rounded, stays with row `number`."""
        whole = Fraction(self.rounded_fen(rounding))
        self._note_rounding(number, whole - self.exact)
        self.exact, self.asked_fen = whole, 0

    def _carry(self, number: int, left_over_fen: int) -> None:
        left_over, on = Fraction(left_over_fen), self.counted_to
        if left_over:
            self.spans += [_passed_on(number - 1, on, -left_over), _passed_on(number, on, left_over)]
        self.exact = left_over

    def _note_rounding(self, number: int, rest: Fraction) -> None:
        if rest:
            self.spans.append(replace(_passed_on(number, self.counted_to, rest), is_rounding=True))


def _passed_on(number: int, on: date, exact: Fraction) -> Span:
    """What a row got of the one before, or left to the next, on a day: of no balance and at no rate."""
    return Span(number, on, on, 0, None, exact)


class NightMeter(msgspec.Struct):
    """An exact charge by the night, in whole billionths of a fen, counted up to the start of `counted_to`.

    `spans` tell how it came about; what was dropped of them is `dropped`.
    """

    counted_to: date
    billionths: int = 0
    spans: list[NightSpan] = msgspec.field(default_factory=list)

    def run(self, until_on: date, base_fen: int, daily_ppb: int, floor_fen: int = 0) -> None:
        """Counts the nights up to `until_on` at `daily_ppb` of the base, at least `floor_fen` if it costs at all."""
        if until_on > self.counted_to:
            if base_fen > 0 and daily_ppb > 0:
                self._count(NightSpan(self.counted_to, until_on, base_fen, daily_ppb, floor_fen))
            self.counted_to = until_on

    def defer(self, from_on: date, until_on: date, base_fen: int, daily_ppb: int) -> None:
        """Counts nights of a bill that was deferred besides: `run` may have counted them of another balance."""
        if base_fen > 0 and daily_ppb > 0:
            self._count(NightSpan(from_on, until_on, base_fen, daily_ppb, 0, is_deferral=True))

    def _count(self, span: NightSpan) -> None:
        """Counts a span; one that only continues another of its kind is one with it, however often it was stopped."""
        self.billionths += span.billionths
        for place in reversed(range(len(self.spans))):
            known = self.spans[place]
            if known.until_on == span.from_on and known == replace(span, from_on=known.from_on, until_on=span.from_on):
                self.spans[place] = replace(known, until_on=span.until_on)
                return
        self.spans.append(span)

    def drop_to(self, fen: int) -> None:
        """Drops what has run beyond `fen`: nights that turned out to cost nothing."""
        self.billionths = fen * PPB

    @property
    def dropped(self) -> int:
        """What has run and was dropped, in billionths of a fen."""
        return sum(span.billionths for span in self.spans) - self.billionths

    def restart(self) -> list[NightSpan]:
        """Begins again at nothing; returns how what had run came about."""
        spans, self.spans, self.billionths = self.spans, [], 0
        return spans

    def rounded_fen(self, rounding: str) -> int:
        """The charge so far in whole fen."""
        return round_ratio(self.billionths, PPB, rounding) if self.billionths else 0
