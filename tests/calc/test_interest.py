"""Interest: exact, half open, the same in one step as day by day."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.calc.dates import Period, periods_from
from baitiao_cli.calc.interest import DAY_COUNTS, accrued, year_share
from baitiao_cli.calc.rates import Rate
from baitiao_cli.errors import BaitiaoError

balances = st.integers(1, 10**12)
rates = st.builds(Rate, st.integers(1, 10**9), st.sampled_from(["day", "period", "month", "year"]))
day_counts = st.sampled_from(DAY_COUNTS)
starts = st.dates(date(2019, 1, 1), date(2028, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    unit = draw(st.sampled_from(["months", "weeks", "days"]))
    return periods_from(draw(starts), 1, draw(st.integers(1, 13)), unit)[0]


@st.composite
def spans(draw: st.DrawFn) -> tuple[Period, date, date]:
    """A period and a span that begins in it or after it, and may end beyond it."""
    period = draw(periods())
    from_on = period.from_on + timedelta(days=draw(st.integers(0, period.nights + 10)))
    return period, from_on, from_on + timedelta(days=draw(st.integers(0, 60)))


FEBRUARY = periods_from(date(2024, 2, 1), 1)[0]


@pytest.mark.parametrize(
    ("day_count", "share"),
    [
        ("actual/365", Fraction(29, 365)),
        ("actual/360", Fraction(29, 360)),
        ("30/360", Fraction(30, 360)),
        ("actual/actual", Fraction(29, 366)),
    ],
)
def test_february_2024_as_a_share_of_a_year(day_count: str, share: Fraction) -> None:
    assert year_share(day_count, FEBRUARY, FEBRUARY.from_on, FEBRUARY.until_on) == share


def test_part_of_a_month_of_30_days() -> None:
    """Rule 2: under 30/360 a part of a period counts its share of its real days: 10 of 29 nights of a twelfth."""
    assert year_share("30/360", FEBRUARY, date(2024, 2, 11), date(2024, 2, 21)) == Fraction(10, 29) / 12


def test_weeks_under_30_360_count_their_days() -> None:
    fortnight = periods_from(date(2024, 1, 1), 1, 2, "weeks")[0]
    assert year_share("30/360", fortnight, fortnight.from_on, fortnight.until_on) == Fraction(14, 360)


def test_each_night_belongs_to_the_year_it_begins_in() -> None:
    """Rule 1.2 (ISDA): 20 Dec 2023 to 20 Jan 2024 has 12 nights of 365 and, from 1 January on, 19 of 366."""
    month = periods_from(date(2023, 12, 20), 1)[0]
    share = year_share("actual/actual", month, month.from_on, month.until_on)
    assert share == Fraction(12, 365) + Fraction(19, 366)


def test_a_century_is_no_leap_year() -> None:
    year = periods_from(date(2100, 1, 1), 1, 12)[0]
    assert year_share("actual/actual", year, year.from_on, year.until_on) == 1


def test_overdue_nights_count_over_the_year_of_the_day_count() -> None:
    """The whole of February 2024 counts a twelfth, four nights more count 4/360."""
    assert year_share("30/360", FEBRUARY, FEBRUARY.from_on, date(2024, 3, 5)) == Fraction(1, 12) + Fraction(4, 360)
    interest = accrued(
        120_000, Rate(10**8, "year"), "actual/365", FEBRUARY, FEBRUARY.from_on, date(2024, 3, 5), whole_period=True
    )
    assert interest == 120_000 * Fraction(1, 10) * (Fraction(1, 12) + Fraction(4, 365))


@pytest.mark.parametrize(
    ("rate", "whole_period", "expected"),
    [
        # 1000.00 over the 29 nights of February 2024
        (Rate(500_000, "day"), False, Fraction(1450)),  # 1000 x 0.05% x 29 = 14.50
        (Rate(120_000_000, "year"), True, Fraction(1000)),  # 1000 x 12% / 12 = 10.00
        (Rate(10_000_000, "month"), True, Fraction(1000)),  # 1000 x 1% = 10.00
        (Rate(6_000_000, "period"), False, Fraction(600)),  # 1000 x 0.6% = 6.00
        (Rate(73_000_000, "year"), False, Fraction(580)),  # 1000 x 7.3% x 29/365 = 5.80
    ],
)
def test_interest_of_february(rate: Rate, whole_period: bool, expected: Fraction) -> None:
    got = accrued(100_000, rate, "actual/365", FEBRUARY, FEBRUARY.from_on, FEBRUARY.until_on, whole_period)
    assert got == expected


def test_money_out_and_back_on_a_day_has_been_out_no_night() -> None:
    """Rule 1.3: money lent on day D and repaid on day D has been out 0 nights."""
    day = FEBRUARY.from_on
    assert accrued(100_000, Rate(10**8, "year"), "actual/365", FEBRUARY, day, day) == 0


@given(balances, rates, day_counts, spans(), st.booleans())
def test_one_step_is_day_by_day(
    balance_fen: int, rate: Rate, day_count: str, span: tuple[Period, date, date], whole_period: bool
) -> None:
    """Law 20: one step = day by day."""
    period, from_on, until_on = span
    nights = [from_on + timedelta(days=night) for night in range((until_on - from_on).days)]
    by_day = sum(
        accrued(balance_fen, rate, day_count, period, night, night + timedelta(days=1), whole_period)
        for night in nights
    )
    assert accrued(balance_fen, rate, day_count, period, from_on, until_on, whole_period) == by_day


@given(balances, rates, day_counts, spans(), st.booleans(), st.data())
def test_a_split_span_is_the_whole(
    balance_fen: int,
    rate: Rate,
    day_count: str,
    span: tuple[Period, date, date],
    whole_period: bool,
    data: st.DataObject,
) -> None:
    """Law 21: a span split = the whole."""
    period, from_on, until_on = span
    cut_on = data.draw(st.dates(from_on, until_on))
    first = accrued(balance_fen, rate, day_count, period, from_on, cut_on, whole_period)
    second = accrued(balance_fen, rate, day_count, period, cut_on, until_on, whole_period)
    assert first + second == accrued(balance_fen, rate, day_count, period, from_on, until_on, whole_period)


@given(balances, rates, day_counts, spans(), st.booleans())
def test_nothing_bears_nothing(
    balance_fen: int, rate: Rate, day_count: str, span: tuple[Period, date, date], whole_period: bool
) -> None:
    """Law 22: zero rate or balance, zero interest."""
    period, from_on, until_on = span
    assert accrued(0, rate, day_count, period, from_on, until_on, whole_period) == 0
    assert accrued(balance_fen, Rate(0, rate.per), day_count, period, from_on, until_on, whole_period) == 0


@given(balances, rates, day_counts, spans(), st.booleans())
def test_grows_with_days_and_balance(
    balance_fen: int, rate: Rate, day_count: str, span: tuple[Period, date, date], whole_period: bool
) -> None:
    """Law 23: grows with days and balance."""
    period, from_on, until_on = span
    now = accrued(balance_fen, rate, day_count, period, from_on, until_on, whole_period)
    tomorrow = accrued(balance_fen, rate, day_count, period, from_on, until_on + timedelta(days=1), whole_period)
    assert now < tomorrow
    assert accrued(2 * balance_fen, rate, day_count, period, from_on, until_on, whole_period) == 2 * now


@given(balances, rates, periods())
def test_a_whole_period_counts_its_months_whatever_its_length(balance_fen: int, rate: Rate, period: Period) -> None:
    yearly = Rate(rate.ppb, "year")
    if period.months:
        got = accrued(balance_fen, yearly, "actual/365", period, period.from_on, period.until_on, whole_period=True)
        assert got == balance_fen * yearly.fraction * period.months / 12


def test_spans_that_cannot_be() -> None:
    day = FEBRUARY.from_on
    with pytest.raises(ValueError, match="not a span"):
        accrued(1, Rate(1, "day"), "actual/365", FEBRUARY, day, day - timedelta(days=1))
    with pytest.raises(ValueError, match="not a span"):
        accrued(1, Rate(1, "year"), "30/360", FEBRUARY, day - timedelta(days=1), day)
    with pytest.raises(BaitiaoError, match="day-count-unknown"):
        accrued(1, Rate(1, "year"), "30E/360", FEBRUARY, day, day)
