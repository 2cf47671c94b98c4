"""The steps in which the time of a plan is counted for its annual rate: its periods, or days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache

from baitiao_cli.calc.dates import periods_from
from baitiao_cli.calc.schedule import Row

_PERIODS_A_YEAR = {"months": 12, "weeks": 52, "days": 365}
_DAYS_A_YEAR = 365


def steps_of(
    start_on: date, rows: Sequence[Row], every: int = 1, unit: str = "months"
) -> tuple[Sequence[int], Fraction, list[Row]]:
    """When each row but the down payment comes, in steps from the start; how many steps a year has; those rows.

    See `annual_rate` for what a step is.

    >>> on_12th, on_13th = date(2024, 2, 12), date(2024, 2, 13)
    >>> rows = [Row(number, due_on, due_on, due_on, 5_000, 0, 0, 0) for number, due_on in ((1, on_12th), (2, on_13th))]
    >>> steps_of(date(2024, 1, 12), rows[:1])[:2]  # a month later: 12 such steps a year
    (range(1, 2), Fraction(12, 1))
    >>> steps_of(date(2024, 1, 12), rows)[:2]  # 31 and 32 nights later: not regular, so 365 steps of a day
    ([31, 32], Fraction(365, 1))
    """
    due = [row for row in rows if row.number > 0]
    due_ons, a_year = _regular(start_on, len(due), every, unit)
    if [row.due_on for row in due] == due_ons:
        return range(1, len(due) + 1), a_year, due
    nights = [(row.due_on - start_on).days for row in due]
    if len(due) == 1:
        return [1], Fraction(_DAYS_A_YEAR, max(1, nights[0])), due
    return nights, Fraction(_DAYS_A_YEAR), due


@lru_cache(maxsize=256)  # rates are asked for of many plans of a day
def _regular(start_on: date, count: int, every: int, unit: str) -> tuple[list[date], Fraction]:
    """The due dates that are one period after another from the start, and how many such periods a year has."""
    due_ons = [period.due_on for period in periods_from(start_on, count, every, unit)]
    return due_ons, Fraction(_PERIODS_A_YEAR[unit], every)
