"""Annualised rates: published figures, and a search that always ends."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.calc.annual_rate import AnnualRate, _of_level_payments, annual_rate, internal_rate
from baitiao_cli.calc.dates import bill_periods, periods_from
from baitiao_cli.calc.rates import Rate
from baitiao_cli.calc.roots import Level, rate_of_one_advance
from baitiao_cli.calc.schedule import Row, ScheduleTerms, make_schedule, quote_schedule

START = date(2024, 1, 12)


def fee_plan(fee_pct_ppb: int, count: int) -> AnnualRate:
    terms = ScheduleTerms(method="fee-per-period", installments=count, fee=Rate(fee_pct_ppb, "period"))
    rate = annual_rate(100_000, START, quote_schedule(100_000, START, terms).rows)
    assert rate is not None
    return rate


@pytest.mark.parametrize(
    ("fee_ppb", "simple_pct"),
    [(5_000_000, "10.90"), (6_000_000, "13.03"), (8_000_000, "17.27"), (10_000_000, "21.46")],
)
def test_the_published_rates_of_twelve_installments(fee_ppb: int, simple_pct: str) -> None:
    """0.50/0.60/0.80/1.00% a period x 12 are published as 10.90/13.03/17.27/21.46% a year, simple."""
    assert fee_plan(fee_ppb, 12).simple_pct == simple_pct


def test_simple_and_compound() -> None:
    """0.6% a period x 12 -> 13.03% simple, 13.84% compound (PBoC notice 2021-3)."""
    rate = fee_plan(6_000_000, 12)
    assert (rate.simple_pct, rate.compound_pct) == ("13.03", "13.84")


def test_what_breaks_a_cap_of_24_pct() -> None:
    """1.2% a period breaks 24% at 6, 12 and 24 periods, at 3 it does not."""
    cap = Fraction(24, 100)
    assert [fee_plan(12_000_000, count).simple > cap for count in (3, 6, 12, 24)] == [False, True, True, True]


@pytest.mark.parametrize(("every", "unit", "a_year"), [(1, "months", 12), (3, "months", 4), (2, "weeks", 26)])
def test_a_regular_plan_costs_its_rate_times_the_periods_of_a_year(every: int, unit: str, a_year: int) -> None:
    # 1% a period on what is left is 1% a period, whatever the method: simple a_year x 1%, compound 1.01^a_year - 1
    terms = ScheduleTerms(method="equal-principal", installments=4, rate=Rate(10_000_000, "period"))
    rate = annual_rate(400_000, START, quote_schedule(400_000, START, terms, every, unit).rows, every, unit)
    assert rate is not None
    assert rate.simple == Fraction(a_year, 100)
    assert float(rate.compound) == pytest.approx(1.01**a_year - 1, abs=1e-11)


def test_a_single_payment_goes_by_its_days() -> None:
    # 10,000.00 back as 10,100.00 after 73 nights: 1% for a fifth of a year, simple 5 x 1% = 5.00%,
    # compound 1.01^5 - 1 = 5.10%
    terms = ScheduleTerms(method="daily", installments=1, rate=Rate(10_000_000, "period"))
    rows = quote_schedule(1_000_000, START, terms, 73, "days").rows
    rate = annual_rate(1_000_000, START, rows, 73, "days")
    assert rate is not None
    assert (rate.simple_pct, rate.compound_pct) == ("5.00", "5.10")


def test_bill_dates_go_by_their_days() -> None:
    """Bills due on the anniversary are a monthly plan; a day later they are not, and cost 365 x the daily rate."""
    terms = ScheduleTerms(method="fee-per-period", installments=2, fee=Rate(10_000_000, "period"))
    on_12th = make_schedule(10_000, bill_periods(START, 2, bill_day=3, due_days=9), terms)
    on_13th = make_schedule(10_000, bill_periods(START, 2, bill_day=4, due_days=9), terms)
    # 51 v + 51 v^2 = 100: v = (sqrt(51^2 + 4 x 51 x 100) - 51) / 102 = 100.660806 / 102 = 0.986871, i = 1.330403%
    regular = annual_rate(10_000, START, on_12th)
    assert regular is not None
    assert regular.simple_pct == "15.96"  # 12 x 1.330403%
    irregular = annual_rate(10_000, START, on_13th)
    assert irregular is not None
    daily = float(irregular.simple) / 365  # 12 Jan to 13 Feb is 32 nights, to 13 Mar 61
    assert 51 * (1 + daily) ** -32 + 51 * (1 + daily) ** -61 == pytest.approx(100, abs=1e-8)


def test_the_down_payment_is_not_financed() -> None:
    terms = ScheduleTerms(method="fee-per-period", installments=12, fee=Rate(6_000_000, "period"))
    schedule = quote_schedule(125_000, START, terms, down_payment_fen=25_000)
    assert annual_rate(schedule.financed_fen, START, schedule.rows) == fee_plan(6_000_000, 12)


def test_free_of_charge_is_zero() -> None:
    rate = fee_plan(0, 6)
    assert (rate.simple, rate.compound) == (0, 0)
    assert (rate.simple_pct, rate.compound_pct) == ("0.00", "0.00")


def test_no_rate_is_none() -> None:
    assert annual_rate(100, START, []) is None
    assert internal_rate(0, [(1, 100)]) is None
    assert internal_rate(100, [(1, 99)]) is None
    assert internal_rate(100, [(0, 100)]) is None
    # 0.01 that brings 10,000,000.00 the next day: 1e9 a day, and no number holds (1 + 1e9)^365
    due_on = date(2024, 1, 13)
    assert annual_rate(1, START, [Row(1, START, due_on, due_on, 10**9, 0, 0, 0)], 1, "days") is None


def test_a_rate_that_quick_steps_do_not_reach_is_found_by_the_search() -> None:
    # 1 now for 10^12 after two steps: (1 + i)^2 = 10^12; what comes after 100 steps is worth 10^12 x 10^-600 by then
    assert internal_rate(1, [(2, 10**12), (100, 10**12)]) == pytest.approx(10**6 - 1, rel=1e-15)


def test_halves_of_a_hundredth_round_up() -> None:
    assert AnnualRate(Fraction(13_025, 10**5), Fraction(0)).simple_pct == "13.03"


@given(
    st.integers(1, 2**53 - 1),
    st.lists(st.tuples(st.integers(1, 3650), st.integers(0, 2**53 - 1)), min_size=1, max_size=60),
)
def test_the_search_ends_at_the_rate(advanced_fen: int, flows: list[tuple[int, int]]) -> None:
    """There is a rate exactly when as much comes back as went out, and at that rate the flows are worth the advance."""
    rate = internal_rate(advanced_fen, flows)
    assert (rate is None) == (sum(fen for _, fen in flows) < advanced_fen)
    if rate is not None:
        worth = sum(fen * (1 + rate) ** -step for step, fen in flows)
        assert worth == pytest.approx(advanced_fen, rel=1e-9)


@given(
    st.integers(1, 10**10),
    st.integers(1, 40),
    st.integers(100, 2 * 10**9),
    st.integers(-3, 3) | st.integers(-(10**10), 10**10),
    st.integers(0, 40),
    st.sampled_from([(1, "months"), (3, "months"), (2, "weeks"), (7, "days")]),
)
def test_the_rate_of_equal_payments_is_right_to_its_last_decimal(
    payment: int, count: int, cost_ppb: int, more: int, odd: int, period: tuple[int, str]
) -> None:
    """One payment, at any place, may differ: simple is the exact rate to the nearest of the twelfth decimal."""
    paid = [payment] * count
    paid[min(odd, count - 1)] = max(1, payment + more)
    financed_fen = sum(paid) * 10**9 // (10**9 + cost_ppb)
    exact = rate_of_one_advance(financed_fen, list(enumerate(paid, start=1))) if financed_fen else None
    if exact is None:
        return
    days = [later.due_on for later in periods_from(START, count, *period)]
    rows = [Row(n, day, day, day, fen, 0, 0, 0) for n, (day, fen) in enumerate(zip(days, paid, strict=True), start=1)]
    rate = annual_rate(financed_fen, START, rows, *period)
    assert rate is not None
    a_year = Fraction({"months": 12, "weeks": 52, "days": 365}[period[1]], period[0])
    assert abs(rate.simple - Fraction(exact) * a_year) <= Fraction(1, 2 * 10**12) + Fraction(exact) / 10**15
    assert float(rate.compound) == pytest.approx((1 + float(exact)) ** float(a_year) - 1, rel=1e-11, abs=1e-12)


@given(
    st.integers(1, 10**10),
    st.integers(1, 60),
    st.integers(10**5, 10**9),
    st.integers(-59, 59),
    st.sampled_from([Fraction(12), Fraction(12, 5), Fraction(52, 3), Fraction(365, 7)]),
)
def test_the_quick_way_is_certain_of_what_schedules_make(
    payment: int, count: int, cost_ppb: int, more: int, a_year: Fraction
) -> None:
    """Of the installments of any usual plan the floats are right, so that nothing has to be searched for."""
    totals = [payment] * (count - 1) + [max(1, payment + more)]
    financed_fen = sum(totals) * 10**9 // (10**9 + cost_ppb)
    if 0 < financed_fen < sum(totals) * (1 - 1e-5):
        assert _of_level_payments(financed_fen, range(1, count + 1), totals, a_year) is not None


@pytest.mark.parametrize("financed_fen", [100_000, 100_002])  # rates above and below the nearest twelfth decimal
@pytest.mark.parametrize("off", [-1, 1])
def test_a_rate_that_is_off_by_a_unit_of_the_last_decimal_is_not_proved(
    financed_fen: int, off: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = financed_fen, range(1, 13), [8_933] * 11 + [8_937], Fraction(12)
    found = Level.rate(Level(financed_fen, 8_933, 8_937, 12))
    assert _of_level_payments(*plan) is not None
    monkeypatch.setattr(Level, "rate", lambda level: found + off * 1e-12 / 12)
    assert _of_level_payments(*plan) is None


def test_where_the_quick_way_begins() -> None:
    golden = _of_level_payments(1, range(1, 3), [1, 1], Fraction(12))  # 1 = v + v^2: 1 + i = (1 + 5^(1/2)) / 2
    assert golden is not None
    assert golden.simple_pct == "741.64"  # 12 x 0.6180339...
    cheap = [500_000_000, 500_000_001]  # a fen in 10^9 over 1.5 months: 12 x 10^-9 / 1.5 = 8 x 10^-9
    least = _of_level_payments(10**9, range(1, 3), cheap, Fraction(12))
    assert least is not None
    assert float(least.simple) == pytest.approx(8e-9, rel=1e-4)
    assert _of_level_payments(10**9 + 1, range(1, 3), [500_000_001, 500_000_001], Fraction(12)) is None


def test_the_quick_way_is_for_level_payments_a_step_apart() -> None:
    level = [30, 30, 30, 31]
    assert _of_level_payments(100, range(1, 5), level, Fraction(12)) is not None
    for times, totals in ((range(1, 5), [30, 31, 30, 30]), (range(2, 6), level), ([31, 60, 91, 121], level)):
        assert _of_level_payments(100, times, totals, Fraction(12)) is None
    assert _of_level_payments(121, range(1, 5), level, Fraction(12)) is None  # free of charge
    assert _of_level_payments(122, range(1, 5), level, Fraction(12)) is None
    assert _of_level_payments(0, range(1, 5), level, Fraction(12)) is None
