"""The annualised rate of a schedule, for display and caps: the only floats of the program, and never money."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import NamedTuple

from baitiao_cli.calc.rates import percent
from baitiao_cli.calc.roots import Level, Term, log_rates, precise, rate_of_one_advance
from baitiao_cli.calc.schedule import Row
from baitiao_cli.calc.steps import steps_of

# Twelve decimals are kept: far finer than any shown figure, far coarser than the noise of a double, so that a rate
# that is exactly half a hundredth of a per cent rounds up as it should.
_KEPT = 10**12
# Of plans that cost less than one part of so many, floats cannot tell the rate from zero well enough.
_LEAST_COST = 10**9


class AnnualRate(NamedTuple):
    """The cost of a plan a year as fractions of the principal: simple (单利) and compound (复利)."""

    simple: Fraction
    compound: Fraction

    @property
    def simple_pct(self) -> str:
        """The simple rate in per cent, two decimals, halves up.

        >>> AnnualRate(Fraction(13_025, 100_000), Fraction(0)).simple_pct  # 13.025 is a half
        '13.03'
        """
        return percent(self.simple)

    @property
    def compound_pct(self) -> str:
        """The compound rate in per cent, two decimals, halves up.

        >>> AnnualRate(Fraction(12, 100), Fraction(101, 100) ** 12 - 1).compound_pct  # 1.01^12 = 1.126825
        '12.68'
        """
        return percent(self.compound)

    @property
    def percents(self) -> dict[str, str]:
        """Both in per cent, by the keys under which they are told.

        >>> AnnualRate(Fraction(12, 100), Fraction(101, 100) ** 12 - 1).percents  # 1.01^12 = 1.126825
        {'simple_pct': '12.00', 'compound_pct': '12.68'}
        """
        return {"simple_pct": self.simple_pct, "compound_pct": self.compound_pct}


def annual_rate(
    financed_fen: int, start_on: date, rows: Sequence[Row], every: int = 1, unit: str = "months"
) -> AnnualRate | None:
    """The annual rate of a plan from the principal actually outstanding, all interest and fees in.

    Simple is the periods of a year times the rate of a period i at which the rows are worth what was financed: 12 x
    the monthly one (`every` months: 12/every; weeks: 52/every; days: 365/every). When the due dates are not so spaced
    from `start_on` (a chosen first date, bill dates), it is 365 x the daily rate on the actual dates; a single payment
    after n nights is one period of 365/n a year. Compound is (1+i)^n - 1 with the same i and n. Row 0, the down
    payment, is not financed and not counted. Both are rounded to 12 decimals; that of equal payments (the last may
    differ) is proved to be the nearest, for simple. None if no rate from 0 up fits: nothing is financed or repaid, less
    is repaid than was financed, or the compound rate passes every bound of a number.

    Source: notice 2021-3 of the People's Bank of China (simple = 12 x monthly rate of return).

    >>> def plan(number):  # 1000 in 12 at 0.6% a period: 83.33 + 6.00 each, the last 83.37 + 6.00
    ...     due_on = date(2024 + (number + 1) // 13, number % 12 + 1, 12)
    ...     principal_fen = 8337 if number == 12 else 8333
    ...     return Row(number, due_on, due_on, due_on, principal_fen, 0, 600, 0)
    >>> rate = annual_rate(100_000, date(2024, 1, 12), [plan(number) for number in range(1, 13)])
    >>> rate.simple_pct, rate.compound_pct
    ('13.03', '13.84')
    """
    times, a_year, due = steps_of(start_on, rows, every, unit)
    totals = [row.total_fen for row in due]
    try:
        return _of_level_payments(financed_fen, times, totals, a_year) or _searched(financed_fen, times, totals, a_year)
    except OverflowError:
        return None


def _of_level_payments(
    financed_fen: int, times: Sequence[int], totals: Sequence[int], a_year: Fraction
) -> AnnualRate | None:
    """The rate of equal payments a step apart, of which the last may differ; `None` where this way is not certain.

    Found in floats, and kept only when whole numbers prove it: at half a unit of the twelfth decimal below the simple
    rate the payments are worth more than what was financed, at half a unit above it they are not; and what they are
    worth only falls with the rate.
    """
    count, cost_fen = len(totals), sum(totals) - financed_fen
    if financed_fen <= 0 or cost_fen * _LEAST_COST < financed_fen:
        return None
    if times != range(1, count + 1) or totals[:-1].count(totals[0]) < count - 1:
        return None
    plan = Level(financed_fen, totals[0], totals[-1], count)
    per_step = plan.rate()
    steps, years = a_year.as_integer_ratio()
    simple = round(per_step * steps / years * _KEPT)
    half_units = 2 * _KEPT * steps
    above_low = plan.is_worth_more((2 * simple - 1) * years, half_units)
    if not above_low or plan.is_worth_more((2 * simple + 1) * years, half_units):
        return None
    return AnnualRate(Fraction(simple, _KEPT), _kept((1 + per_step) ** (steps / years) - 1))


def _searched(financed_fen: int, times: Sequence[int], totals: Sequence[int], a_year: Fraction) -> AnnualRate | None:
    per_step = internal_rate(financed_fen, list(zip(times, totals, strict=True)))
    if per_step is None:
        return None
    return AnnualRate(_kept(float(a_year) * per_step), _kept((1 + per_step) ** float(a_year) - 1))


def internal_rate(advanced_fen: int, flows: Sequence[tuple[int, int]]) -> float | None:
    """The rate i >= 0 a step at which the flows (step >= 1, fen >= 0) are worth what was advanced at step 0.

    Of one advance and later payments there is exactly one rate, and it is not below zero when at least as much is
    paid. None if there is no such rate. A float: for display and caps only. The search is `rate_of_one_advance`, and
    where that is not certain `log_rates`, both of `calc.roots`.

    >>> round(internal_rate(100, [(1, 0), (2, 121)]), 9)  # 100 x 1.1 x 1.1 = 121
    0.1
    """
    total = sum(fen for _, fen in flows)
    if advanced_fen <= 0 or total < advanced_fen or any(step < 1 for step, _ in flows):
        return None
    quick = rate_of_one_advance(advanced_fen, flows)
    if quick is not None:
        return float(quick)
    terms = [Term(Decimal(advanced_fen), Decimal(0)), *(Term(Decimal(-fen), Decimal(step)) for step, fen in flows)]
    (log_rate,) = log_rates(terms)
    with localcontext(precise()):
        return float(log_rate.exp() - 1)


def _kept(rate: float) -> Fraction:
    return Fraction(round(rate * _KEPT), _KEPT)
