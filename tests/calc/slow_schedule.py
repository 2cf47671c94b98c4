"""The schedule in fractions, as the rules state it, row by row: slow, and not to be mistaken.

The engine works in whole numbers over a common denominator and remembers what does not depend on the amount; what it
makes is held against this.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import floor

from baitiao_cli.calc.dates import Period
from baitiao_cli.calc.interest import accrual_factor
from baitiao_cli.calc.rates import Rate
from baitiao_cli.calc.schedule import ScheduleTerms

Parts = tuple[int, int, int]  # principal, interest, fee
ONE_NIGHT = timedelta(days=1)


def slow_parts(financed_fen: int, periods: Sequence[Period], terms: ScheduleTerms) -> list[Parts]:
    """Principal, interest and fee of each row, whatever their signs."""
    principals = _even(financed_fen, terms)
    interests = [_accrued(period, terms) for period in periods]
    match terms.method:
        case "equal-payment":
            payment = _rounded_to(_annuity(interests) * financed_fen, terms)
            parts = _repaid(financed_fen, payment, interests, terms)
            return _evened(financed_fen, payment, parts, interests, terms) if terms.evening else parts
        case "equal-principal":
            left = [financed_fen - sum(principals[:before]) for before in range(len(periods))]
            paid = [_rounded(balance * factor, terms) for balance, factor in zip(left, interests, strict=True)]
            return [(principal, interest, 0) for principal, interest in zip(principals, paid, strict=True)]
        case "flat":
            prices = [_fixed(financed_fen, period, terms) for period in periods]
            payment = _rounded_to(Fraction(financed_fen + sum(prices), len(periods)), terms)
            first = [(payment - price, price, 0) for price in prices[:-1]]
            return [*first, (financed_fen - sum(principal for principal, _, _ in first), prices[-1], 0)]
        case "fee-per-period":
            fees = [_fixed(financed_fen, period, terms) for period in periods]
            return [(principal, 0, fee) for principal, fee in zip(principals, fees, strict=True)]
        case _:  # all of it with the last
            paid = [_rounded(financed_fen * factor, terms) for factor in interests]
            return [*((0, interest, 0) for interest in paid[:-1]), (financed_fen, paid[-1], 0)]


def _night(night: date, rate: Rate | None, period: Period, terms: ScheduleTerms) -> Fraction:
    """The price of one fen for one night, nothing where it is paused."""
    changed = [change.rate for change in terms.rate_changes if change.from_on <= night]
    price = changed[-1] if changed else rate
    if price is None or any(pause.from_on <= night < pause.until_on for pause in terms.pauses):
        return Fraction(0)
    return accrual_factor(price, terms.day_count, period, night, night + ONE_NIGHT, terms.whole_period)


def _nights(period: Period) -> list[date]:
    return [period.from_on + timedelta(days=day) for day in range(period.nights)]


def _accrued(period: Period, terms: ScheduleTerms) -> Fraction:
    if period.number <= terms.free_periods:
        return Fraction(0)
    bearing = _nights(period)[terms.free_days :]
    return sum((_night(night, terms.rate, period, terms) for night in bearing), Fraction(0))


def _fixed(financed_fen: int, period: Period, terms: ScheduleTerms) -> int:
    """At the rate of the first night, for as many nights as are not paused."""
    if period.number <= terms.free_periods:
        return 0
    changed = [change.rate for change in terms.rate_changes if change.from_on <= period.from_on]
    rate = changed[-1] if changed else terms.fee or terms.rate
    assert rate is not None
    is_paused = [any(pause.from_on <= night < pause.until_on for pause in terms.pauses) for night in _nights(period)]
    whole = accrual_factor(rate, terms.day_count, period, period.from_on, period.until_on, terms.whole_period)
    return _rounded(financed_fen * whole * Fraction(is_paused.count(False), len(is_paused)), terms)


def _annuity(factors: Sequence[Fraction]) -> Fraction:
    """1 over what one fen with each of the installments is worth at the start."""
    worth, discount = Fraction(0), Fraction(1)
    for factor in factors:
        discount /= 1 + factor
        worth += discount
    return 1 / worth


def _repaid(financed_fen: int, payment: int, factors: Sequence[Fraction], terms: ScheduleTerms) -> list[Parts]:
    left, parts = financed_fen, []
    for factor in factors:
        interest = _rounded(max(0, left) * factor, terms)
        parts.append((payment - interest, interest, 0))
        left -= payment - interest
    principal, interest, _ = parts[-1]
    return [*parts[:-1], (principal + left, interest, 0)]


def _evened(
    financed_fen: int, payment: int, parts: list[Parts], factors: Sequence[Fraction], terms: ScheduleTerms
) -> list[Parts]:
    def falls_short(rows: list[Parts]) -> bool:
        return any(principal <= 0 and interest for principal, interest, _ in rows)

    while not falls_short(parts) and 2 * abs(off := sum(parts[-1]) - payment) > len(parts):
        moved = payment + _rounded(Fraction(off, len(parts)), terms)
        rows = _repaid(financed_fen, moved, factors, terms)
        if abs(sum(rows[-1]) - moved) >= abs(off) or falls_short(rows):
            break
        payment, parts = moved, rows
    return parts


def _even(financed_fen: int, terms: ScheduleTerms) -> list[int]:
    unit, count = terms.multiple_of_fen or 1, terms.installments
    part = financed_fen // unit // count * unit
    return [*[part] * (count - 1), financed_fen - part * (count - 1)]


def _rounded_to(exact: Fraction, terms: ScheduleTerms) -> int:
    unit = terms.multiple_of_fen or 1
    return unit * _rounded(exact / unit, terms)


def _rounded(exact: Fraction, terms: ScheduleTerms) -> int:
    """To the nearest; a half away from zero, or to the even neighbour."""
    if terms.rounding == "half-even":
        return round(exact)
    size = floor(abs(exact) + Fraction(1, 2))
    return size if exact >= 0 else -size
