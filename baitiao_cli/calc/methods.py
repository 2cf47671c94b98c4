"""The methods of repayment: name -> rule for the principal, interest and fee of each row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from math import lcm

import msgspec

from baitiao_cli.calc.dates import Period
from baitiao_cli.calc.interest import accrual_factor
from baitiao_cli.calc.money import round_fen, round_ratio, split_evenly
from baitiao_cli.calc.rate_steps import Pause, RateChange, RatePiece, RateSteps, bearing_share
from baitiao_cli.calc.rates import Rate
from baitiao_cli.errors import BaitiaoError


class ScheduleTerms(msgspec.Struct, frozen=True, kw_only=True):
    """What a schedule is computed from, apart from the amount and the dates.

    `rate` is interest, `fee` is per period on the original principal; `multiple_of_fen` rounds installments to whole
    multiples; the first `free_periods` bear no interest and no fee; the first `free_days` of a deferral bear none.
    `rate_changes` (in the order in which they were made, by day) and `pauses` change the rate, or the fee, later on.
    """

    method: str
    installments: int
    rate: Rate | None = None
    fee: Rate | None = None
    day_count: str = "actual/365"
    rounding: str = "half-up"
    evening: bool = False
    whole_period: bool = False
    multiple_of_fen: int = 0
    free_periods: int = 0
    free_days: int = 0
    rate_changes: tuple[RateChange, ...] = ()
    pauses: tuple[Pause, ...] = ()

    @property
    def price(self) -> Rate | None:
        """The rate or the fee that was agreed first; `None` for terms without a price."""
        return self.fee or self.rate

    def price_on(self, night: date) -> Rate | None:
        """The rate, or the fee, in force in the night that begins on a day, whether it is paused or not."""
        return RateSteps(self.price, self.rate_changes).on(night) if self.price else None

    def pieces(self, period: Period, from_on: date, until_on: date) -> list[RatePiece]:
        """The interest of one fen over `[from_on, until_on)` inside `period` in pieces of one rate; none in free ones.

        Schedules and accounts both count with it; terms without a rate have no pieces.
        """
        if self.rate is None or period.number <= self.free_periods:
            return []
        steps = RateSteps(self.rate, self.rate_changes, self.pauses)
        return steps.pieces(self.day_count, period, from_on, until_on, self.whole_period)

    def period_price(self, rate: Rate, period: Period) -> Fraction:
        """The exact price of one fen in a period at a fixed `rate`, no night paused: a fee, or flat interest."""
        if rate.per == "period":
            return rate.fraction
        return accrual_factor(rate, self.day_count, period, period.from_on, period.until_on, self.whole_period)


class Parts(msgspec.Struct, frozen=True):
    """What a method decides: the principal, interest and fee of each row, in fen."""

    principal: list[int]
    interest: list[int]
    fee: list[int]


class Method(msgspec.Struct, frozen=True):
    """A rule that makes the parts of each row, and what it reads of the terms besides count, rounding and day count.

    It is given the principal, the periods, the exact interest of one fen over each (none without a rate) and the terms.
    """

    split: Callable[[int, tuple[Period, ...], list[Fraction], ScheduleTerms], Parts]
    reads: frozenset[str]
    one_due_date: bool = False
    at_the_end: bool = False


def period_factors(periods: tuple[Period, ...], terms: ScheduleTerms) -> list[Fraction]:
    """The exact interest of one fen over each period; nothing in the free ones, on free days and in paused nights."""
    first = periods[0]
    bears_from = first.from_on + timedelta(days=min(terms.free_days, first.nights))
    # Where days matter besides the length of a period, each is worked out by itself.
    goes_by_day = terms.rate_changes or terms.pauses or terms.free_days or terms.day_count == "actual/actual"
    factors: list[Fraction] = []
    by_length: dict[tuple[bool, int, int], Fraction] = {}
    for period in periods:
        length = period.number <= terms.free_periods, period.months, period.nights
        if goes_by_day or length not in by_length:
            pieces = terms.pieces(period, max(period.from_on, bears_from), period.until_on)
            by_length[length] = sum((piece.factor for piece in pieces), Fraction(0))
        factors.append(by_length[length])
    return factors


def _even_principal(financed_fen: int, terms: ScheduleTerms) -> list[int]:
    """Principal / n, rounded down to the fen or to the multiple asked for, the rest on the last."""
    unit = terms.multiple_of_fen or 1
    parts = [part * unit for part in split_evenly(financed_fen // unit, terms.installments)]
    parts[-1] += financed_fen % unit
    return parts


def _to_multiple(exact: Fraction, terms: ScheduleTerms) -> int:
    unit = terms.multiple_of_fen or 1
    return unit * round_fen(exact / unit, terms.rounding)


def _fee_per_period(
    financed_fen: int, periods: tuple[Period, ...], factors: list[Fraction], terms: ScheduleTerms
) -> Parts:
    """等本等费: principal / n each; a fee on the original principal each period, at the rate of its first night."""
    fees = _fixed_prices(financed_fen, periods, terms)
    return Parts(_even_principal(financed_fen, terms), [0] * len(fees), fees)


def _fixed_prices(financed_fen: int, periods: tuple[Period, ...], terms: ScheduleTerms) -> list[int]:
    """The price of each period on the original principal at the rate of its first night, less its paused nights' share.

    Rounded once a period; the free ones cost nothing.
    """
    prices = []
    for period in periods:
        rate = terms.price_on(period.from_on)
        assert rate is not None  # check_terms has refused a method that has a price without one
        share = bearing_share(terms.pauses, period.from_on, period.until_on)
        price_fen = round_fen(financed_fen * terms.period_price(rate, period) * share, terms.rounding)
        prices.append(0 if period.number <= terms.free_periods else price_fen)
    return prices


def _equal_principal(
    financed_fen: int, periods: tuple[Period, ...], factors: list[Fraction], terms: ScheduleTerms
) -> Parts:
    """等额本金: principal / n each, interest on what is left."""
    principal = _even_principal(financed_fen, terms)
    left, interest = financed_fen, []
    for part, factor in zip(principal, factors, strict=True):
        interest.append(round_fen(left * factor, terms.rounding))
        left -= part
    return Parts(principal, interest, [0] * len(principal))


def _at_payment(financed_fen: int, payment_fen: int, factors: list[Fraction], terms: ScheduleTerms) -> Parts:
    """The parts when each installment but the last is `payment_fen`: interest first, the rest is principal.

    A payment that repays the loan before the last costs no interest after that, and leaves less than nothing for it.
    """
    left, principal, interest = financed_fen, [], []
    for factor in factors:
        of_interest = round_ratio(max(left, 0) * factor.numerator, factor.denominator, terms.rounding)
        interest.append(of_interest)
        principal.append(payment_fen - of_interest)
        left -= principal[-1]
    principal[-1] += left
    return Parts(principal, interest, [0] * len(factors))


def _below_interest(parts: Parts) -> int:
    """The number of the first installment that does not cover its interest; 0 if there is none."""
    rows = enumerate(zip(parts.principal, parts.interest, strict=True), start=1)
    return next((number for number, (part, of_interest) in rows if part <= 0 and of_interest), 0)


def _equal_payment(
    financed_fen: int, periods: tuple[Period, ...], factors: list[Fraction], terms: ScheduleTerms
) -> Parts:
    """等额本息: one payment, B x prod(1+f) / S with S_1 = 1, S_k = 1 + S_(k-1) (1+f_k); the last takes the rest."""
    # Over one common denominator D the whole recursion stays in whole numbers: T_k = S_k x D^(k-1).
    common = lcm(*{factor.denominator for factor in factors})
    grown, scale, summed = 1, 1, 0
    for factor in factors:
        growth = common + factor.numerator * (common // factor.denominator)
        grown *= growth
        summed = scale + summed * growth
        scale *= common
    unit = terms.multiple_of_fen or 1
    payment_fen = unit * round_ratio(financed_fen * grown, common * summed * unit, terms.rounding)
    parts = _at_payment(financed_fen, payment_fen, factors, terms)
    if number := _below_interest(parts):
        of_interest = parts.interest[number - 1]
        raise BaitiaoError(
            "installment-below-interest", payment_fen=payment_fen, interest_fen=of_interest, number=number
        )
    return _evened(financed_fen, payment_fen, parts, factors, terms) if terms.evening else parts


def _evened(financed_fen: int, payment_fen: int, parts: Parts, factors: list[Fraction], terms: ScheduleTerms) -> Parts:
    """Move the payment by a share of what the last installment differs, while that brings the last one nearer.

    It is not moved to one that does not cover the interest.
    """
    count = len(factors)
    off = parts.principal[-1] + parts.interest[-1] - payment_fen
    while abs(off) > count // 2:  # off gets smaller each time, so this ends
        moved_fen = payment_fen + _to_multiple(Fraction(off, count), terms)
        moved = _at_payment(financed_fen, moved_fen, factors, terms)
        moved_off = moved.principal[-1] + moved.interest[-1] - moved_fen
        if abs(moved_off) >= abs(off) or _below_interest(moved):
            break
        payment_fen, parts, off = moved_fen, moved, moved_off
    return parts


def _flat(financed_fen: int, periods: tuple[Period, ...], factors: list[Fraction], terms: ScheduleTerms) -> Parts:
    """Interest on the original principal each period; payment = (principal + all interest) / n, the last the rest."""
    interest = _fixed_prices(financed_fen, periods, terms)
    payment_fen = _to_multiple(Fraction(financed_fen + sum(interest), len(interest)), terms)
    principal = [payment_fen - of_interest for of_interest in interest[:-1]]
    return Parts([*principal, financed_fen - sum(principal)], interest, [0] * len(interest))


def _principal_last(
    financed_fen: int, periods: tuple[Period, ...], factors: list[Fraction], terms: ScheduleTerms
) -> Parts:
    """先息后本 and 随借随还: interest on all of it each period, the principal with the last."""
    interest = [round_fen(financed_fen * factor, terms.rounding) for factor in factors]
    nothing = [0] * len(interest)
    return Parts([*nothing[1:], financed_fen], interest, nothing)


def _single(financed_fen: int, periods: tuple[Period, ...], factors: list[Fraction], terms: ScheduleTerms) -> Parts:
    """先享后付: one due date, nothing but the principal."""
    return Parts([financed_fen], [0], [0])


def _defer(financed_fen: int, periods: tuple[Period, ...], factors: list[Fraction], terms: ScheduleTerms) -> Parts:
    """延期付款: one due date, free days, then daily interest."""
    return Parts([financed_fen], [round_fen(financed_fen * factors[0], terms.rounding)], [0])


_STEPPED = frozenset({"rate", "whole_period", "multiple_of_fen", "free_periods"})

METHODS: dict[str, Method] = {
    "fee-per-period": Method(_fee_per_period, frozenset({"fee", "multiple_of_fen", "free_periods"})),
    "equal-payment": Method(_equal_payment, _STEPPED | {"evening"}),
    "equal-principal": Method(_equal_principal, _STEPPED),
    "interest-only": Method(_principal_last, frozenset({"rate", "whole_period"}), at_the_end=True),
    "flat": Method(_flat, _STEPPED),
    "single": Method(_single, frozenset(), one_due_date=True, at_the_end=True),
    "defer": Method(_defer, frozenset({"rate", "free_days"}), one_due_date=True),
    "daily": Method(_principal_last, frozenset({"rate"}), at_the_end=True),
}
