"""The edges of the arithmetic: leap years, nights beyond a period, rates of nothing and beyond every bound, one fen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from baitiao_cli.calc.annual_rate import annual_rate
from baitiao_cli.calc.cash_flows import Flow, fraction_text, rate_of_flows
from baitiao_cli.calc.dates import Period, shanghai_day, shanghai_time, whole_months
from baitiao_cli.calc.interest import accrual_factor
from baitiao_cli.calc.rate_steps import Pause, RateSteps, paused_until
from baitiao_cli.calc.rates import Rate, parse_rate
from baitiao_cli.calc.roots import rate_of_one_advance
from baitiao_cli.calc.schedule import Row, ScheduleTerms, down_payment_of, make_schedule, quote_schedule
from baitiao_cli.errors import BaitiaoError

D = Decimal
JANUARY = Period(1, date(2024, 1, 1), date(2024, 2, 1), date(2024, 2, 1), months=1)
A_YEAR = Rate(10**9, "year")  # 100% a year: the factor is the share of a year


def flows(*amounts: int) -> list[Flow]:
    """Amounts a step apart from step 0: advances, and payments below zero."""
    return [Flow("advance" if amount > 0 else "payment", D(abs(amount)), D(at)) for at, amount in enumerate(amounts)]


@pytest.mark.parametrize(("year", "nights"), [(1900, 365), (2000, 366), (2023, 365), (2024, 366), (2100, 365)])
def test_a_night_counts_over_the_nights_of_its_year(year: int, nights: int) -> None:
    period = Period(1, date(year, 3, 1), date(year, 4, 1), date(year, 4, 1), months=1)
    share = accrual_factor(A_YEAR, "actual/actual", period, date(year, 3, 1), date(year, 3, 2), False)
    assert share == Fraction(1, nights)


def test_whole_months_count_in_proportion_and_nights_beyond_them_by_the_year() -> None:
    def share(from_on: date, until_on: date) -> Fraction:
        return accrual_factor(A_YEAR, "actual/365", JANUARY, from_on, until_on, True)

    assert share(date(2024, 1, 1), date(2024, 2, 1)) == Fraction(1, 12)
    assert share(date(2024, 1, 1), date(2024, 1, 11)) == Fraction(10, 31 * 12)
    assert share(date(2024, 1, 1), date(2024, 2, 3)) == Fraction(1, 12) + Fraction(2, 365)
    assert share(date(2024, 2, 1), date(2024, 2, 3)) == share(date(2024, 2, 10), date(2024, 2, 12)) == Fraction(2, 365)


def test_an_empty_span_has_no_pieces() -> None:
    assert RateSteps(A_YEAR).pieces("actual/365", JANUARY, date(2024, 1, 5), date(2024, 1, 5)) == []


def test_a_pause_begins_with_its_first_night_and_goes_over_into_the_next() -> None:
    pauses = Pause(date(2024, 1, 3), date(2024, 1, 5)), Pause(date(2024, 1, 5), date(2024, 1, 9))
    assert paused_until(pauses, date(2024, 1, 2)) is None
    assert paused_until(pauses, date(2024, 1, 3)) == date(2024, 1, 9)
    assert paused_until(pauses, date(2024, 1, 8)) == date(2024, 1, 9)
    assert paused_until(pauses, date(2024, 1, 9)) is None


@pytest.mark.parametrize(
    ("text", "ten_thousandths"), [("万分之三十", 30), ("万分之十", 10), ("万分之十二", 12), ("万分之三十五", 35)]
)
def test_tens_in_chinese(text: str, ten_thousandths: int) -> None:
    assert parse_rate(text, "day") == Rate(ten_thousandths * 100_000, "day")


def test_all_but_a_fen_may_be_paid_down() -> None:
    assert down_payment_of(1_000_00, "999.99") == 999_99


def test_the_rounding_of_the_terms_holds_for_a_deferral() -> None:
    # 12.50 x 0.04% = 0.5 fen: the even neighbour is 0.
    for rounding, interest_fen in (("half-up", 1), ("half-even", 0)):
        terms = ScheduleTerms(method="defer", installments=1, rate=Rate(400_000, "day"), rounding=rounding)
        assert quote_schedule(12_50, date(2024, 1, 1), terms, 1, "days").interest_fen == interest_fen


def test_nothing_makes_no_schedule() -> None:
    with pytest.raises(BaitiaoError) as refused:
        make_schedule(0, (JANUARY,), ScheduleTerms(method="single", installments=1))
    assert (refused.value.code, refused.value.details) == ("amount-not-positive", {"text": "0.00"})


def test_a_rate_of_zero_stands_before_one_below_it() -> None:
    # 2 - 3 u + u^2 with u = 1 / (1 + i) is zero at u = 1 and 2: rates of 0 and -50%.
    assert fraction_text(rate_of_flows(flows(2, -3, 1), "eu-aprc").annual) == "0.000000000000000"


def test_a_rate_passes_the_bound_by_the_year_not_by_the_step() -> None:
    # 2 x 10^29 a step is 2.4 x 10^30 in twelve.
    lent = flows(1, -(2 * 10**29 + 1))
    assert rate_of_flows(lent, "us-reg-z", D(4)).annual == pytest.approx(D(8) * 10**29)
    with pytest.raises(BaitiaoError, match="annual-rate-too-large"):
        rate_of_flows(lent, "us-reg-z", D(12))


def test_many_rates_are_told_up_to_the_fifth() -> None:
    # The product of (u - 1.1) (u - 1.2) ... (u - 1.6): six rates, of which five are told.
    product = [D(1)]
    for tenths in range(11, 17):
        shifted, scaled = [*product, D(0)], [D(0), *(one * tenths / 10 for one in product)]
        product = [a - b for a, b in zip(shifted, scaled, strict=True)]
    found = [Flow("advance" if one > 0 else "payment", abs(one), D(at)) for at, one in enumerate(product)]
    with pytest.raises(BaitiaoError) as refused:
        rate_of_flows(found, "eu-aprc")
    told = ", ".join([*(f"{percent}.000000%" for percent in (10, 20, 30, 40, 50)), "…"])
    assert refused.value.details == {"count": 6, "rates": told}


def test_amounts_of_hundreds_are_amounts() -> None:
    # 100 x (1 + i) (1 + i / 2) = 115.50 at 10%, whatever way the 100 is written.
    for lent in (D("100"), D("1E+2"), D("100.00")):
        odd = [Flow("advance", lent, D(0)), Flow("payment", lent * D("1.155"), D(1), D("0.5"))]
        assert fraction_text(rate_of_flows(odd, "us-reg-z", D(1)).annual) == "0.100000000000000"
    whole = [Flow("advance", D("1E+2"), D(0)), Flow("payment", D("2E+2"), D(0), D("0.5"))]
    assert fraction_text(rate_of_flows(whole, "us-reg-z", D(1)).annual) == "2.000000000000000"


def test_ten_thousand_flows_are_not_too_many() -> None:
    lent = [Flow("advance", D(1), D(0))] * 9_999
    found = rate_of_flows([*lent, Flow("payment", D(9_999) * 2, D(1))], "eu-aprc")
    assert fraction_text(found.annual) == "1.000000000000000"


def test_nothing_advanced_has_no_rate() -> None:
    assert rate_of_one_advance(0, [(1, 100)]) is None
    assert rate_of_one_advance(100, [(1, 100)]) == 0


def test_only_what_is_to_be_evened_is() -> None:
    # 1,200.00 in 3 at 12% for 31, 29 and 31 nights: payments of 408.00 leave 408.02, more than a fen of three off.
    # A fen more on the first two leaves 408.00.
    for evening, payments in ((False, [408_00, 408_00, 408_02]), (True, [408_01, 408_01, 408_00])):
        terms = ScheduleTerms(method="equal-payment", installments=3, rate=Rate(120_000_000, "year"), evening=evening)
        assert [row.total_fen for row in quote_schedule(1_200_00, date(2024, 1, 12), terms).rows] == payments


def test_months_are_counted_over_the_turn_of_a_year() -> None:
    assert whole_months(date(2023, 12, 12), date(2024, 1, 12)) == 1
    assert whole_months(date(2022, 11, 30), date(2024, 2, 29)) == 15
    assert whole_months(date(2024, 1, 12), date(2024, 1, 12)) == whole_months(date(2024, 1, 12), date(2024, 2, 11)) == 0


def test_a_loan_of_one_night_has_365_steps_a_year() -> None:
    start_on, due_on = date(2024, 1, 12), date(2024, 1, 13)
    rate = annual_rate(100_00, start_on, [Row(1, start_on, due_on, due_on, 100_00, 1_00, 0, 0)])
    assert rate is not None and rate.simple_pct == "365.00"  # 1% a night


def test_the_rounding_of_the_terms_holds_for_equal_principal() -> None:
    # 1.00 x 0.5% a day is half a fen on the first day, 0.50 x 0.5% a quarter on the second.
    for rounding, interest_fen in (("half-up", 1), ("half-even", 0)):
        terms = ScheduleTerms(method="equal-principal", installments=2, rate=Rate(5_000_000, "day"), rounding=rounding)
        assert quote_schedule(1_00, date(2024, 1, 1), terms, 1, "days").interest_fen == interest_fen


def test_whole_periods_of_no_months_count_their_nights() -> None:
    ten_nights = Period(1, date(2024, 1, 1), date(2024, 1, 11), date(2024, 1, 11), months=0)
    for day_count, nights in (("actual/365", 365), ("actual/360", 360)):
        share = accrual_factor(A_YEAR, day_count, ten_nights, date(2024, 1, 1), date(2024, 1, 11), True)
        assert share == Fraction(10, nights)


def test_pieces_tell_their_rate_and_count_whole_periods_between_pauses() -> None:
    (piece,) = RateSteps(A_YEAR).pieces("actual/365", JANUARY, date(2024, 1, 1), date(2024, 2, 1), True)
    assert (piece.rate, piece.is_paused, piece.factor) == (A_YEAR, False, Fraction(1, 12))
    steps = RateSteps(A_YEAR, pauses=(Pause(date(2024, 1, 11), date(2024, 2, 1)),))
    found = steps.pieces("actual/365", JANUARY, date(2024, 1, 1), date(2024, 2, 1), True)
    assert [(one.is_paused, one.factor) for one in found] == [(False, Fraction(10, 31 * 12)), (True, 0)]


def test_what_is_no_whole_multiple_goes_to_the_last() -> None:
    # 1,000.37 in 3 of whole yuan: 333.00, 333.00 and the rest.
    terms = ScheduleTerms(method="fee-per-period", installments=3, fee=Rate(0, "period"), multiple_of_fen=100)
    rows = quote_schedule(1_000_37, date(2024, 1, 12), terms).rows
    assert [row.principal_fen for row in rows] == [333_00, 333_00, 334_37]


def test_payments_are_not_evened_below_their_interest() -> None:
    # 1.00 in 7 at 100% a period: 100 x 128 / 127 = 100.79. Payments of 1.01 leave 0.99, 0.97, 0.93, 0.85, 0.69 and
    # 0.37, so that the last is 0.74: 0.27 off. A seventh of that less, 0.97, does not cover interest of 1.00.
    for evening in (False, True):
        terms = ScheduleTerms(
            method="equal-payment", installments=7, rate=Rate(1_000_000_000, "period"), evening=evening
        )
        payments = [row.total_fen for row in quote_schedule(1_00, date(2024, 1, 12), terms).rows]
        assert payments == [1_01] * 6 + [74]


def test_payments_are_not_evened_when_the_last_differs_as_much_the_other_way() -> None:
    # 0.06 in 3 at 10%: 0.6 x 1.331 / 0.331 = 2.41. Payments of 0.02, with 0.006 and 0.005 rounded up, leave 0.04 for
    # the last; 0.03, with 0.006 rounded up and 0.004 down, leave 0.01.
    terms = ScheduleTerms(method="equal-payment", installments=3, rate=Rate(100_000_000, "period"), evening=True)
    assert [row.total_fen for row in quote_schedule(6, date(2024, 1, 12), terms).rows] == [2, 2, 4]


def test_the_last_evening_of_the_calendar_is_its_last_day_everywhere() -> None:
    instant = "9999-12-31T20:00:00+00:00"
    assert shanghai_day(instant) == date(9999, 12, 31)
    assert shanghai_time(instant) == instant
