"""Days: clamping from an anchor, periods, bills."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.calc.dates import (
    add_months,
    bill_periods,
    next_bill_on,
    parse_date,
    periods_from,
    previous_bill_on,
)
from baitiao_cli.errors import BaitiaoError

days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
bill_days = st.integers(1, 28)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20240101",
        "2024-W01-1",
        "2024-1-1",
        "2024-02-30",
        "0000-01-01",
        "２０２４-01-01",
        "2024-01-01\n",
        "0",
        "x" * 99,
    ],
)
def test_refuses_what_is_not_a_date(text: str) -> None:
    with pytest.raises(BaitiaoError) as refused:
        parse_date(text)
    assert (refused.value.code, refused.value.status) == ("date-malformed", 2)


@given(days)
def test_iso_dates_are_read(day: date) -> None:
    assert parse_date(day.isoformat()) == day


@given(days, st.integers(-400, 400))
def test_months_are_those_of_dateutil(anchor: date, months: int) -> None:
    assert add_months(anchor, months) == anchor + relativedelta(months=months)


def test_counting_stops_at_the_end_of_the_calendar() -> None:
    for anchor, months in [(date(9999, 12, 1), 1), (date(9999, 12, 31), 1), (date(1, 1, 1), -1)]:
        with pytest.raises(BaitiaoError, match="date-out-of-range"):
            add_months(anchor, months)
    with pytest.raises(BaitiaoError, match="date-out-of-range"):
        periods_from(date(9999, 12, 20), 2, 30, "days")


def due(periods: tuple[object, ...]) -> list[str]:
    return [period.due_on.isoformat() for period in periods]  # type: ignore[attr-defined]


def test_month_steps_clamp_and_come_back() -> None:
    """Rule 1.6: count from the anchor date and clamp: 31 Jan, 28/29 Feb, 31 Mar."""
    assert due(periods_from(date(2024, 1, 31), 3)) == ["2024-02-29", "2024-03-31", "2024-04-30"]
    assert due(periods_from(date(2023, 1, 31), 2)) == ["2023-02-28", "2023-03-31"]
    assert due(periods_from(date(2024, 1, 31), 2, 2, "weeks")) == ["2024-02-14", "2024-02-28"]


def test_a_first_due_date_is_the_anchor_of_the_rest() -> None:
    periods = periods_from(date(2024, 1, 10), 3, first_due_on=date(2024, 1, 31))
    assert due(periods) == ["2024-01-31", "2024-02-29", "2024-03-31"]
    assert [period.months for period in periods] == [0, 1, 1]  # 21 odd days are no whole month
    assert periods_from(date(2024, 1, 31), 1, first_due_on=date(2024, 3, 31))[0].months == 2


def test_periods_that_cannot_be() -> None:
    with pytest.raises(BaitiaoError, match="first-due-not-after-start"):
        periods_from(date(2024, 1, 1), 1, first_due_on=date(2024, 1, 1))
    with pytest.raises(BaitiaoError, match="every-out-of-range"):
        periods_from(date(2024, 1, 1), 1, 0)
    with pytest.raises(BaitiaoError, match="unit-unknown"):
        periods_from(date(2024, 1, 1), 1, 1, "years")


@given(days, st.integers(1, 36), st.integers(1, 6), st.sampled_from(["months", "weeks", "days"]), st.integers(0, 60))
def test_due_dates_hang_on_the_anchor_and_rise(start_on: date, count: int, every: int, unit: str, first: int) -> None:
    """Law 14: due dates hang on the anchor day and rise strictly; the periods leave no night out and none twice."""
    first_due_on = start_on + timedelta(days=first) if first else None
    periods = periods_from(start_on, count, every, unit, first_due_on)
    anchor, since = (first_due_on, 1) if first_due_on else (start_on, 0)
    assert periods[0].from_on == start_on
    for before, after in pairwise(periods):
        assert before.until_on == after.from_on < after.until_on
    for period in periods:
        assert period.due_on == period.until_on
        delta = relativedelta(**{unit: every * (period.number - since)})  # type: ignore[arg-type]
        assert period.due_on == anchor + delta


@given(days, bill_days)
def test_each_day_is_in_one_bill(day: date, bill_day: int) -> None:
    """Rule 3: a bill dated b covers [previous b, b)."""
    before, after = previous_bill_on(day, bill_day), next_bill_on(day, bill_day)
    assert before <= day < after
    assert before.day == after.day == bill_day
    assert after == before + relativedelta(months=1)


@given(days, bill_days, st.integers(1, 24))
def test_a_purchase_has_10_to_40_free_days(start_on: date, bill_day: int, count: int) -> None:
    """Rule 3: due = bill day + 9 days; so 10-40 free days. Law 14: due dates rise strictly."""
    periods = bill_periods(start_on, count, bill_day, 9)
    assert 10 <= (periods[0].due_on - start_on).days <= 40
    assert periods[0].from_on == start_on
    for before, after in pairwise(periods):
        assert before.until_on == after.from_on
        assert before.due_on < after.due_on
        assert after.months == 1
    assert all(period.until_on.day == bill_day for period in periods)


def test_bill_terms_that_cannot_be() -> None:
    for bill_day in (0, 29):
        with pytest.raises(BaitiaoError, match="bill-day-out-of-range"):
            next_bill_on(date(2024, 1, 1), bill_day)
    with pytest.raises(BaitiaoError, match="due-days-out-of-range"):
        bill_periods(date(2024, 1, 1), 1, 3, -1)
