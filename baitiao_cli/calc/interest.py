"""The price of time: exact interest of a balance over the nights of a span. It is never rounded here."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Literal, get_args

from baitiao_cli.calc.dates import Period
from baitiao_cli.calc.money import shortened
from baitiao_cli.calc.rates import PPB, Rate
from baitiao_cli.errors import BaitiaoError

DayCount = Literal["actual/365", "actual/360", "30/360", "actual/actual"]
DAY_COUNTS: tuple[str, ...] = get_args(DayCount)

# A share of a year in whole numbers, part / whole: a fraction is made of it once, at the end.
_Share = tuple[int, int]

# Nights of a year where a span has no period or calendar year of its own to be counted by.
_YEAR_NIGHTS = {"actual/365": 365, "actual/360": 360, "30/360": 360, "actual/actual": 365}


def year_share(day_count: str, period: Period, from_on: date, until_on: date) -> Fraction:
    """The share of a year that the nights of `[from_on, until_on)` inside `period` count for.

    actual/365 and actual/360: nights over 365 or 360. actual/actual (ISDA): each night over the days of the year it
    begins in. 30/360: a period of whole months counts 30 days a month whatever its length, a part of it its share of
    the period's nights; a period in days counts its nights over 360. `until_on` may lie beyond the period (overdue):
    those nights count over the day count's year. Exact; the share of a split span sums to that of the whole.

    Source: 2006 ISDA Definitions, 4.16 (b), (d), (e); 30/360 is ours, so that parts sum to the whole.

    Raises `day-count-unknown`; `ValueError` if the span runs backwards or begins before the period.

    >>> february = Period(1, date(2024, 2, 1), date(2024, 3, 1), date(2024, 3, 1), months=1)
    >>> [year_share(name, february, date(2024, 2, 1), date(2024, 3, 1)) for name in ("actual/365", "30/360")]
    [Fraction(29, 365), Fraction(1, 12)]
    >>> month = Period(1, date(2023, 12, 20), date(2024, 1, 20), date(2024, 1, 20), months=1)
    >>> share = year_share("actual/actual", month, month.from_on, month.until_on)
    >>> share == Fraction(12, 365) + Fraction(19, 366)  # 20 to 31 December, and 1 to 19 January of a leap year
    True
    """
    year_nights = _check(day_count, period, from_on, until_on)
    return Fraction(*_year_share(day_count, period, from_on, until_on, year_nights))


def accrual_factor(
    rate: Rate, day_count: str, period: Period, from_on: date, until_on: date, whole_period: bool = False
) -> Fraction:
    """The exact interest of one fen over the nights of `[from_on, until_on)` inside `period`; see `accrued`.

    >>> january = Period(1, date(2024, 1, 1), date(2024, 2, 1), date(2024, 2, 1), months=1)
    >>> accrual_factor(Rate(500_000, "day"), "actual/365", january, date(2024, 1, 1), date(2024, 1, 3))  # 2 x 0.05%
    Fraction(1, 1000)
    """
    year_nights = _check(day_count, period, from_on, until_on)
    if rate.per == "day":
        share = (until_on - from_on).days, 1
    elif rate.per == "period":
        share = (until_on - from_on).days, period.nights
    elif whole_period:
        whole = (period.months, 12) if period.months else (period.nights, year_nights)
        share = _period_share(period, from_on, until_on, whole, year_nights)
    else:
        share = _year_share(day_count, period, from_on, until_on, year_nights)
    times = 12 if rate.per == "month" else 1
    return Fraction(times * rate.ppb * share[0], PPB * share[1])


def accrued(
    balance_fen: int,
    rate: Rate,
    day_count: str,
    period: Period,
    from_on: date,
    until_on: date,
    whole_period: bool = False,
) -> Fraction:
    """The exact interest, in fen, of a balance over the nights of `[from_on, until_on)` inside `period`.

    A rate per day counts nights; per year the `year_share`; per month 12 of them a year; per period the share of the
    period's nights. With `whole_period` a whole period counts its months/12 (or its nights over the year's) whatever
    the calendar says, and a part of it its share. `until_on` may lie beyond the period (overdue): those nights count
    over the day count's year, or go on at a rate per period in proportion. An empty span bears nothing. Nothing is
    rounded: day by day sums to one step.

    Raises `day-count-unknown`; `ValueError` if the span runs backwards or begins before the period.

    >>> month = Period(1, date(2024, 1, 4), date(2024, 2, 4), date(2024, 2, 4), months=1)
    >>> accrued(90_000, Rate(500_000, "day"), "actual/365", month, date(2024, 1, 4), date(2024, 1, 6))
    Fraction(90, 1)
    >>> accrued(101_500, Rate(700_000, "day"), "actual/365", month, date(2024, 1, 4), date(2024, 1, 9))
    Fraction(1421, 4)

    900.00 x 0.05% x 2 nights = 0.90; 1,015.00 x 0.07% x 5 nights = 3.5525.
    """
    return balance_fen * accrual_factor(rate, day_count, period, from_on, until_on, whole_period)


def _check(day_count: str, period: Period, from_on: date, until_on: date) -> int:
    """The nights of a year under the day count, after checking what `accrued` promises to check."""
    year_nights = _YEAR_NIGHTS.get(day_count)
    if year_nights is None:
        raise BaitiaoError("day-count-unknown", text=shortened(day_count))
    if until_on < from_on or from_on < period.from_on:
        raise ValueError(f"[{from_on}, {until_on}) is not a span of the period from {period.from_on}")
    return year_nights


def _year_share(day_count: str, period: Period, from_on: date, until_on: date, year_nights: int) -> _Share:
    if day_count == "actual/actual":
        return _isda_share(from_on, until_on)
    if day_count == "30/360" and period.months:
        return _period_share(period, from_on, until_on, (period.months, 12), year_nights)
    return (until_on - from_on).days, year_nights


def _period_share(period: Period, from_on: date, until_on: date, whole: _Share, year_nights: int) -> _Share:
    """`whole` for the nights inside the period, in proportion, and nights over the year's for those beyond it."""
    inside = max(0, (min(until_on, period.until_on) - from_on).days)
    beyond = (until_on - from_on).days - inside
    part, of = whole if inside == period.nights else (whole[0] * inside, whole[1] * period.nights)
    return (part * year_nights + beyond * of, of * year_nights) if beyond else (part, of)


def _isda_share(from_on: date, until_on: date) -> _Share:
    part = 0
    while from_on < until_on:
        year_end = date(from_on.year + 1, 1, 1) if from_on.year < until_on.year else until_on
        leap = from_on.year % 4 == 0 and (from_on.year % 100 != 0 or from_on.year % 400 == 0)
        part += (year_end - from_on).days * (365 if leap else 366)
        from_on = year_end
    return part, 365 * 366
