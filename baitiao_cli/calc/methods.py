"""The methods of repayment: name -> rule for the principal, interest and fee of each row."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from math import lcm

import msgspec

from baitiao_cli.calc.dates import Period
from baitiao_cli.calc.interest import accrual_factor
from baitiao_cli.calc.money import round_ratio, split_evenly
from baitiao_cli.calc.rate_steps import Pause, RateChange, RatePiece, RateSteps, bearing_share
from baitiao_cli.calc.rates import Rate


class ScheduleTerms(msgspec.Struct, frozen=True, kw_only=True, cache_hash=True):
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

    def is_free(self, period: Period) -> bool:
        """Whether a period is one of the free ones, which bear no interest and no fee."""
        return period.number <= self.free_periods

    def pieces(self, period: Period, from_on: date, until_on: date) -> list[RatePiece]:
        """The interest of one fen over `[from_on, until_on)` inside `period` in pieces of one rate; none in free ones.

        Schedules and accounts both count with it; terms without a rate have no pieces.
        """
        if self.rate is None or self.is_free(period):
            return []
        steps = RateSteps(self.rate, self.rate_changes, self.pauses)
        return steps.pieces(self.day_count, period, from_on, until_on, self.whole_period)

    def factor(self, period: Period, from_on: date, until_on: date) -> Fraction:
        """The exact interest of one fen over `[from_on, until_on)` inside `period`: that of its `pieces` together."""
        if self.rate_changes or self.pauses:
            return sum((piece.factor for piece in self.pieces(period, from_on, until_on)), Fraction(0))
        if self.rate is None or self.is_free(period):
            return Fraction(0)
        return accrual_factor(self.rate, self.day_count, period, from_on, until_on, self.whole_period)

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


class Factors(msgspec.Struct, frozen=True, dict=True):
    """The exact price of one fen over each period, in whole `numerators` over one even `denominator`.

    On whole numbers a schedule needs no fractions, which Python works out some ten times as slowly. The denominator
    is even so that half a fen is a whole number too.
    """

    numerators: tuple[int, ...]
    denominator: int

    @staticmethod
    def of(prices: Sequence[Fraction]) -> "Factors":
        """The same prices over their lowest common denominator that is even.

        >>> Factors.of([Fraction(1, 100), Fraction(1, 80)])  # 4/400 and 5/400
        Factors(numerators=(4, 5), denominator=400)
        """
        ratios = [price.as_integer_ratio() for price in prices]
        common = lcm(2, *{denominator for _, denominator in ratios})
        return Factors(tuple([numerator * (common // denominator) for numerator, denominator in ratios]), common)

    @cached_property
    def level_payment(self) -> tuple[int, int]:
        """The equal payment that repays one fen exactly, as numerator and denominator; worked out once."""
        return _level_payment(self.numerators, self.denominator)


class Method(msgspec.Struct, frozen=True):
    """A rule that makes the parts of each row, and what it reads of the terms besides count, rounding and day count.

    It is given the principal, the exact price of one fen over each period (0 without a rate) and the terms. The price
    is the interest of its nights, or (`fixed_prices`) a share of the original principal at the rate of its first night.
    """

    split: Callable[[int, Factors, ScheduleTerms], Parts]
    reads: frozenset[str]
    one_due_date: bool = False
    at_the_end: bool = False
    fixed_prices: bool = False
    pays_interest_first: bool = False


def period_factors(periods: tuple[Period, ...], terms: ScheduleTerms, first_factor: Fraction | None = None) -> Factors:
    """The exact price of one fen over each period: nothing in the free ones, on free days and in paused nights.

    `first_factor` is the interest of one fen over the first period where it is not that of the whole period; fixed
    prices do not go by it.
    """
    fixed_prices = METHODS[terms.method].fixed_prices
    bears_from = periods[0].from_on + timedelta(days=min(terms.free_days, periods[0].nights))

    def price(period: Period) -> Fraction:
        if fixed_prices:
            return _fixed_price(period, terms)
        return terms.factor(period, max(period.from_on, bears_from), period.until_on)

    if terms.rate_changes or terms.pauses or terms.free_days or terms.day_count == "actual/actual":
        prices = [price(period) for period in periods]
    else:  # days matter for the length of a period only: each length is priced once
        lengths = [(terms.is_free(period), period.months, period.nights) for period in periods]
        by_length = {length: price(period) for length, period in dict(zip(lengths, periods, strict=True)).items()}
        prices = [by_length[length] for length in lengths]
    if first_factor is not None and not fixed_prices:
        prices[0] = first_factor
    return Factors.of(prices)


def _fixed_price(period: Period, terms: ScheduleTerms) -> Fraction:
    """The price of one fen in a period at the rate of its first night, less the share of its paused nights."""
    rate = terms.price_on(period.from_on)
    assert rate is not None  # check_terms has refused a method that has a price without one
    if terms.is_free(period):
        return Fraction(0)
    return terms.period_price(rate, period) * bearing_share(terms.pauses, period.from_on, period.until_on)


def _level_payment(numerators: Sequence[int], denominator: int) -> tuple[int, int]:
    """Prod(1+f) / S with S_1 = 1, S_k = 1 + S_(k-1) (1+f_k) for the prices f, as numerator and denominator.

    >>> _level_payment([1, 1], 100)  # 1.01^2 / (1 + 1.01) = 1.0201 / 2.01
    (10201, 20100)
    """
    # Over the common denominator D the whole recursion stays in whole numbers: T_k = S_k x D^(k-1).
    grown, scale, summed = 1, 1, 0
    for numerator in numerators:
        growth = denominator + numerator
        grown *= growth
        summed = scale + summed * growth
        scale *= denominator
    return grown, denominator * summed


def _even_principal(financed_fen: int, terms: ScheduleTerms) -> list[int]:
    """Principal / n, rounded down to the fen or to the multiple asked for, the rest on the last."""
    unit = terms.multiple_of_fen or 1
    parts = [part * unit for part in split_evenly(financed_fen // unit, terms.installments)]
    parts[-1] += financed_fen % unit
    return parts


def _to_multiple(numerator: int, denominator: int, terms: ScheduleTerms) -> int:
    """So many fen rounded to whole fen, or to the multiple asked for."""
    unit = terms.multiple_of_fen or 1
    return unit * round_ratio(numerator, denominator * unit, terms.rounding)


def _on_original(financed_fen: int, factors: Factors, terms: ScheduleTerms) -> list[int]:
    """The price of each period on all that was financed, rounded once a period."""
    return [
        round_ratio(financed_fen * numerator, factors.denominator, terms.rounding) for numerator in factors.numerators
    ]


def _fee_per_period(financed_fen: int, factors: Factors, terms: ScheduleTerms) -> Parts:
    """等本等费: principal / n each; a fee on the original principal each period."""
    fees = _on_original(financed_fen, factors, terms)
    return Parts(_even_principal(financed_fen, terms), [0] * len(fees), fees)


def _equal_principal(financed_fen: int, factors: Factors, terms: ScheduleTerms) -> Parts:
    """等额本金: principal / n each, interest on what is left."""
    principal = _even_principal(financed_fen, terms)
    left, interest = financed_fen, []
    for part, numerator in zip(principal, factors.numerators, strict=True):
        interest.append(round_ratio(left * numerator, factors.denominator, terms.rounding))
        left -= part
    return Parts(principal, interest, [0] * len(principal))


def _at_payment(financed_fen: int, payment_fen: int, factors: Factors, terms: ScheduleTerms) -> Parts:
    """The parts when each installment but the last is `payment_fen`: interest first, the rest is principal.

    A payment that repays the loan before the last costs no interest after that, and leaves less than nothing for it.
    """
    denominator, half = factors.denominator, factors.denominator // 2
    rounds_up = terms.rounding == "half-up"
    left, principal, interest = financed_fen, [], []
    for numerator in factors.numerators:
        if left <= 0:
            of_interest = 0
        elif rounds_up:  # as `round_ratio` has it; a call costs as much as all the rest of the row
            of_interest = (left * numerator + half) // denominator
        else:
            of_interest = round_ratio(left * numerator, denominator, terms.rounding)
        part = payment_fen - of_interest
        interest.append(of_interest)
        principal.append(part)
        left -= part
    principal[-1] += left
    return Parts(principal, interest, [0] * len(interest))


def below_interest(parts: Parts) -> int:
    """The number of the first installment that does not cover its interest; 0 if there is none."""
    rows = enumerate(zip(parts.principal, parts.interest, strict=True), start=1)
    return next((number for number, (part, of_interest) in rows if part <= 0 and of_interest), 0)


def _equal_payment(financed_fen: int, factors: Factors, terms: ScheduleTerms) -> Parts:
    """等额本息: one payment, interest first; the last takes the rest."""
    numerator, denominator = factors.level_payment
    payment_fen = _to_multiple(financed_fen * numerator, denominator, terms)
    parts = _at_payment(financed_fen, payment_fen, factors, terms)
    if not terms.evening or below_interest(parts):
        return parts
    return _evened(financed_fen, payment_fen, parts, factors, terms)


def _evened(financed_fen: int, payment_fen: int, parts: Parts, factors: Factors, terms: ScheduleTerms) -> Parts:
    """Move the payment by a share of what the last installment differs, while that brings the last one nearer.

    It is not moved to one that does not cover the interest.
    """
    count = len(parts.principal)
    off = parts.principal[-1] + parts.interest[-1] - payment_fen
    while abs(off) > count // 2:  # off gets smaller each time, so this ends
        moved_fen = payment_fen + _to_multiple(off, count, terms)
        moved = _at_payment(financed_fen, moved_fen, factors, terms)
        moved_off = moved.principal[-1] + moved.interest[-1] - moved_fen
        if abs(moved_off) >= abs(off) or below_interest(moved):
            break
        payment_fen, parts, off = moved_fen, moved, moved_off
    return parts


def _flat(financed_fen: int, factors: Factors, terms: ScheduleTerms) -> Parts:
    """Interest on the original principal each period; payment = (principal + all interest) / n, the last the rest."""
    interest = _on_original(financed_fen, factors, terms)
    payment_fen = _to_multiple(financed_fen + sum(interest), len(interest), terms)
    principal = [payment_fen - of_interest for of_interest in interest[:-1]]
    return Parts([*principal, financed_fen - sum(principal)], interest, [0] * len(interest))


def _principal_last(financed_fen: int, factors: Factors, terms: ScheduleTerms) -> Parts:
    """先息后本, 随借随还 and 延期付款: interest on all of it each period, the principal with the last."""
    interest = _on_original(financed_fen, factors, terms)
    nothing = [0] * len(interest)
    return Parts([*nothing[1:], financed_fen], interest, nothing)


def _single(financed_fen: int, factors: Factors, terms: ScheduleTerms) -> Parts:
    """先享后付: one due date, nothing but the principal."""
    return Parts([financed_fen], [0], [0])


_STEPPED = frozenset({"rate", "whole_period", "multiple_of_fen", "free_periods"})

METHODS: dict[str, Method] = {
    "fee-per-period": Method(_fee_per_period, frozenset({"fee", "multiple_of_fen", "free_periods"}), fixed_prices=True),
    "equal-payment": Method(_equal_payment, _STEPPED | {"evening"}, pays_interest_first=True),
    "equal-principal": Method(_equal_principal, _STEPPED),
    "interest-only": Method(_principal_last, frozenset({"rate", "whole_period"}), at_the_end=True),
    "flat": Method(_flat, _STEPPED, fixed_prices=True),
    "single": Method(_single, frozenset(), one_due_date=True, at_the_end=True),
    "defer": Method(_principal_last, frozenset({"rate", "free_days"}), one_due_date=True),
    "daily": Method(_principal_last, frozenset({"rate"}), at_the_end=True),
}
