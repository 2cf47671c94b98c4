"""The highest annual rates that the rules of the land allow, by the day on which a plan is made: the dated tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import Literal

from baitiao_cli.calc.rates import PPB, percent
from baitiao_cli.calc.schedule import Row
from baitiao_cli.calc.steps import steps_of

CapName = Literal["total-cost", "four-lpr"]

# First day -> parts per billion a year. All rates are simple (单利) with all fees in; mainland China.

# Total cost of new consumer loans, in force from 2025-10-01.
TOTAL_COST = ((date(2025, 10, 1), 240_000_000),)

# One-year loan prime rate (LPR) as published by the National Interbank Funding Center on the 20th of a month; only the
# months in which it changed. New loans of small-loan companies may cost four times as much, by the end of 2027.
LPR_ONE_YEAR = (
    (date(2019, 8, 20), 42_500_000),
    (date(2019, 9, 20), 42_000_000),
    (date(2019, 11, 20), 41_500_000),
    (date(2020, 2, 20), 40_500_000),
    (date(2020, 4, 20), 38_500_000),
    (date(2021, 12, 20), 38_000_000),
    (date(2022, 1, 20), 37_000_000),
    (date(2022, 8, 22), 36_500_000),
    (date(2023, 6, 20), 35_500_000),
    (date(2023, 8, 21), 34_500_000),
    (date(2024, 7, 22), 33_500_000),
    (date(2024, 10, 21), 31_000_000),
    (date(2025, 5, 20), 30_000_000),
)


def annual_cap_ppb(names: Iterable[str], on: date) -> int | None:
    """The lowest of the named caps in force on a day, in parts per billion a year; `None` where none is.

    `total-cost` is the cap on the total cost of a loan, `four-lpr` four times the one-year LPR published last. Raises
    `KeyError` for another name.

    >>> annual_cap_ppb(["total-cost"], date(2025, 9, 30)), annual_cap_ppb(["total-cost"], date(2025, 10, 1))
    (None, 240000000)
    >>> annual_cap_ppb(["total-cost", "four-lpr"], date(2025, 10, 1))  # 4 x 3.00% = 12%
    120000000
    """
    tables = {"total-cost": (TOTAL_COST, 1), "four-lpr": (LPR_ONE_YEAR, 4)}
    caps = []
    for name in names:
        table, times = tables[name]
        in_force_ppb = _in_force(table, on)
        if in_force_ppb is not None:
            caps.append(times * in_force_ppb)
    return min(caps, default=None)


def costs_more_than(
    cap_ppb: int, financed_fen: int, start_on: date, rows: Sequence[Row], every: int = 1, unit: str = "months"
) -> bool:
    """Whether the simple annual rate of a plan passes `cap_ppb` (parts per billion a year); the cap itself is allowed.

    Decided exactly, in whole numbers: it does if the rows are worth more than what was financed when each is discounted
    at the cap. Steps as in `steps_of`.

    >>> row = Row(1, date(2024, 1, 12), date(2024, 2, 12), date(2024, 2, 12), 100_000, 0, 2_000, 0)
    >>> costs_more_than(240_000_000, 100_000, date(2024, 1, 12), [row])  # 2% a month is 24% a year
    False
    >>> costs_more_than(239_999_999, 100_000, date(2024, 1, 12), [row])
    True
    """
    times, a_year, due = steps_of(start_on, rows, every, unit)
    if not due or financed_fen <= 0:
        return False
    step_rate = Fraction(cap_ppb, PPB) / a_year
    kept, grown = step_rate.denominator, step_rate.denominator + step_rate.numerator  # 1 / (1 + i) = kept / grown
    last = times[-1]
    worth = sum(row.total_fen * kept**step * grown ** (last - step) for step, row in zip(times, due, strict=True))
    return bool(worth > financed_fen * grown**last)


def told_above(rate: Fraction, cap_ppb: int) -> str:
    """A rate above a cap in per cent, with as many decimals (2 to 12) as it takes to see that it is above.

    >>> told_above(Fraction(3478, 10_000), 240_000_000), told_above(Fraction(2_400_031, 10_000_000), 240_000_000)
    ('34.78', '24.0003')
    """
    cap = Fraction(cap_ppb, PPB)
    digits = next((digits for digits in range(2, 12) if percent(rate, digits) != percent(cap, digits)), 12)
    return percent(rate, digits)


def _in_force(table: Sequence[tuple[date, int]], on: date) -> int | None:
    return max(((from_on, ppb) for from_on, ppb in table if from_on <= on), default=(on, None))[1]
