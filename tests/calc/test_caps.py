"""Annual caps: dated tables, and whether a plan passes its cap, decided exactly."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.calc.annual_rate import annual_rate
from baitiao_cli.calc.caps import annual_cap_ppb, costs_more_than, told_above
from baitiao_cli.calc.rates import PPB, Rate
from baitiao_cli.calc.schedule import ScheduleTerms, quote_schedule

START = date(2026, 1, 12)
DEAR = Rate(50_000_000, "period")


@pytest.mark.parametrize(
    ("on", "cap"),
    [
        # One-year LPR as published by the National Interbank Funding Center, times four.
        (date(2019, 8, 19), None),
        (date(2019, 8, 20), 170_000_000),  # 4.25%
        (date(2022, 8, 21), 148_000_000),  # 3.70% since 2022-01-20
        (date(2022, 8, 22), 146_000_000),  # 3.65%
        (date(2024, 10, 20), 134_000_000),  # 3.35%
        (date(2025, 5, 20), 120_000_000),  # 3.00%
    ],
)
def test_four_times_the_lpr_of_the_day(on: date, cap: int | None) -> None:
    assert annual_cap_ppb(["four-lpr"], on) == cap


def test_the_lowest_cap_counts_and_no_cap_is_none() -> None:
    assert annual_cap_ppb(["total-cost", "four-lpr"], date(2026, 1, 1)) == 120_000_000
    assert annual_cap_ppb(["four-lpr", "total-cost"], date(2024, 1, 1)) == 4 * 34_500_000
    assert annual_cap_ppb([], date(2026, 1, 1)) is None


def test_where_nothing_is_financed_or_due_no_cap_is_passed() -> None:
    rows = quote_schedule(1_000_000, START, ScheduleTerms(method="fee-per-period", installments=3, fee=DEAR)).rows
    assert costs_more_than(240_000_000, 1, START, rows)
    assert not costs_more_than(240_000_000, 0, START, rows)
    assert not costs_more_than(240_000_000, 1, START, [])


@pytest.mark.parametrize(("count", "passes"), [(3, False), (6, True), (12, True), (24, True)])
def test_1_2_pct_a_period_passes_24_pct_at_6_12_and_24(count: int, passes: bool) -> None:
    # RULES of credit, section 8. At 3 periods it is 1.2% x 3 on an average of 2/3 out: 21.5%.
    terms = ScheduleTerms(method="fee-per-period", installments=count, fee=Rate(12_000_000, "period"))
    rows = quote_schedule(1_000_000, START, terms).rows
    assert costs_more_than(240_000_000, 1_000_000, START, rows) is passes


@given(
    st.integers(1, 3_000_000),
    st.integers(1, 24),
    st.sampled_from([0, 3_000_000, 10_000_000, 20_000_000]),
    st.sampled_from([None, date(2026, 1, 20), date(2026, 3, 31)]),
)
def test_it_agrees_with_the_rate_that_is_told(amount: int, count: int, fee: int, first: date | None) -> None:
    # The rate is kept to 12 decimals: a cap that much below it is passed, one that much above it is not.
    terms = ScheduleTerms(method="fee-per-period", installments=count, fee=Rate(fee, "period"))
    if amount < count:
        return
    rows = quote_schedule(amount, START, terms, first_due_on=first).rows
    rate = annual_rate(amount, START, rows)
    assert rate is not None
    simple_ppb = int(rate.simple * PPB)
    assert costs_more_than(simple_ppb - 1, amount, START, rows) or simple_ppb == 0
    assert not costs_more_than(simple_ppb + 1, amount, START, rows)


def test_a_rate_above_a_cap_is_told_with_as_many_digits_as_it_takes_up_to_twelve() -> None:
    cap_ppb = 240_000_000
    assert told_above(Fraction(24, 100) + Fraction(1, 10**13), cap_ppb) == "24.00000000001"
    assert told_above(Fraction(24, 100) + Fraction(1, 10**14), cap_ppb) == "24.000000000001"
    assert told_above(Fraction(24, 100) + Fraction(1, 10**16), cap_ppb) == "24.000000000000"
