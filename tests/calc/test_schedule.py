"""Schedules: published figures to the fen, hand-worked ones, and the laws of a schedule."""

from __future__ import annotations

import json
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.calc.dates import bill_periods, parse_date, periods_from
from baitiao_cli.calc.interest import accrued
from baitiao_cli.calc.money import MAX_FEN, format_yuan, parse_yuan, round_fen
from baitiao_cli.calc.rates import Rate, parse_rate
from baitiao_cli.calc.schedule import (
    METHODS,
    Row,
    Schedule,
    ScheduleTerms,
    check_own_means,
    down_payment_of,
    make_schedule,
    quote_schedule,
    with_down_payment,
)
from baitiao_cli.errors import BaitiaoError

# Apache Fineract, public end-to-end suite (Apache-2.0): half-even, evening on; the file carries its source.
PUBLISHED = json.loads((Path(__file__).parent / "vectors" / "schedules.json").read_text(encoding="utf-8"))["cases"]

START = date(2024, 1, 12)
TWELVE_PCT = Rate(120_000_000, "year")
HALF_PER_MILLE_A_DAY = Rate(500_000, "day")
FEE = Rate(6_000_000, "period")
ZERO = Rate(0, "year")


@pytest.mark.parametrize("case", PUBLISHED, ids=[case["id"] for case in PUBLISHED])
def test_published_schedules_hold_to_the_fen(case: dict[str, Any]) -> None:
    given_terms = case["terms"]
    terms = ScheduleTerms(
        method=given_terms["method"],
        installments=given_terms["installments"],
        rate=parse_rate(given_terms["annual_rate_pct"], given_terms.get("rate_per", "year")),
        day_count=given_terms["day_count"],
        rounding="half-even",
        evening=given_terms["method"] == "equal-payment",
        whole_period=given_terms["whole_period"],
        multiple_of_fen=100 * given_terms.get("multiple_of", 0),
    )
    amount_fen = parse_yuan(case["amount"])
    share = given_terms.get("down_payment_pct")
    down_fen = down_payment_of(amount_fen, f"{share}%", "half-even") if share else 0
    schedule = quote_schedule(
        amount_fen,
        parse_date(case["start"]),
        terms,
        given_terms["every"],
        given_terms["unit"],
        down_payment_fen=down_fen,
    )
    got = [
        [row.due_on.isoformat(), format_yuan(row.principal_fen).replace(",", ""), format_yuan(row.interest_fen)]
        for row in schedule.rows
    ]
    assert got == case["rows"]


def test_all_published_schedules_are_there() -> None:
    assert len(PUBLISHED) == 40


def parts(rows: tuple[Row, ...]) -> list[tuple[int, int, int]]:
    return [(row.principal_fen, row.interest_fen, row.fee_fen) for row in rows]


def quote(amount_fen: int, method: str, installments: int, **terms: Any) -> Schedule:
    return quote_schedule(amount_fen, START, ScheduleTerms(method=method, installments=installments, **terms))


def test_fee_per_period() -> None:
    # 1000 / 12 = 83.33 and a third, the last 1000 - 11 x 83.33 = 83.37; fee 1000 x 0.6% = 6.00
    rows = quote(100_000, "fee-per-period", 12, fee=FEE).rows
    assert parts(rows) == [(8333, 0, 600)] * 11 + [(8337, 0, 600)]
    assert rows[-1].balance_fen == 0
    assert (rows[0].total_fen, rows[-1].total_fen) == (8933, 8937)


def test_equal_principal() -> None:
    # 12% a year by whole periods = 1% a month on what is left: 300, 200, 100
    rows = quote(30_000, "equal-principal", 3, rate=TWELVE_PCT, whole_period=True).rows
    assert parts(rows) == [(10_000, 300, 0), (10_000, 200, 0), (10_000, 100, 0)]


def test_equal_payment() -> None:
    # 1% a month: 300 x 0.01 x 1.01^3 / (1.01^3 - 1) = 300 x 0.340022 = 102.01 (102.0066); interest 3.00;
    # 300 - 99.01 = 200.99 x 1% = 2.01; 200.99 - 100.00 = 100.99 x 1% = 1.01; the last takes 100.99
    rows = quote(30_000, "equal-payment", 3, rate=TWELVE_PCT, whole_period=True).rows
    assert parts(rows) == [(9901, 300, 0), (10_000, 201, 0), (10_099, 101, 0)]


def test_equal_payment_rounded_to_whole_yuan() -> None:
    # as above, 102.0066 -> 102: 99.00 + 3.00; 201.00 x 1% = 2.01, 99.99; 101.01 x 1% = 1.01
    rows = quote(30_000, "equal-payment", 3, rate=TWELVE_PCT, whole_period=True, multiple_of_fen=100).rows
    assert parts(rows) == [(9900, 300, 0), (9999, 201, 0), (10_101, 101, 0)]


def test_interest_only() -> None:
    rows = quote(30_000, "interest-only", 3, rate=TWELVE_PCT, whole_period=True).rows
    assert parts(rows) == [(0, 300, 0), (0, 300, 0), (30_000, 300, 0)]
    assert [row.balance_fen for row in rows] == [30_000, 30_000, 0]


def test_flat() -> None:
    # 300 x 1% = 3.00 each; (300 + 9) / 3 = 103
    rows = quote(30_000, "flat", 3, rate=TWELVE_PCT, whole_period=True).rows
    assert parts(rows) == [(10_000, 300, 0)] * 3


def test_daily_pays_interest_monthly_and_principal_last() -> None:
    # 12 Jan - 12 Feb 2024 is 31 nights, - 12 Mar 29: 1000 x 0.05% x 31 = 15.50, x 29 = 14.50
    rows = quote(100_000, "daily", 2, rate=HALF_PER_MILLE_A_DAY).rows
    assert parts(rows) == [(0, 1550, 0), (100_000, 1450, 0)]


def test_single_is_the_principal_alone() -> None:
    assert parts(quote(100_000, "single", 1).rows) == [(100_000, 0, 0)]


@pytest.mark.parametrize(("days", "interest_fen"), [(1, 0), (30, 0), (31, 40), (60, 1200)])
def test_free_days_are_free(days: int, interest_fen: int) -> None:
    """Law 24: free days are free. 30 of them, then 1000 x 0.04% = 0.40 a day: 31 -> 0.40, 60 -> 12.00."""
    terms = ScheduleTerms(method="defer", installments=1, rate=Rate(400_000, "day"), free_days=30)
    schedule = quote_schedule(100_000, START, terms, days, "days")
    assert parts(schedule.rows) == [(100_000, interest_fen, 0)]


def test_free_periods_are_free() -> None:
    """Law 24: free days are free, in every method that has free periods."""
    for method in ("equal-payment", "equal-principal", "flat"):
        rows = quote(30_000, method, 3, rate=TWELVE_PCT, free_periods=2).rows
        assert [row.interest_fen > 0 for row in rows] == [False, False, True]
    rows = quote(30_000, "fee-per-period", 3, fee=FEE, free_periods=1).rows
    assert [row.fee_fen for row in rows] == [0, 180, 180]  # 300 x 0.6% = 1.80
    assert quote(30_000, "flat", 3, rate=TWELVE_PCT, free_periods=3).interest_fen == 0


def test_multiples_leave_the_rest_to_the_last() -> None:
    # 1000 / 3 = 333.33, down to whole tens of yuan: 330, 330, and 1000 - 660 = 340
    rows = quote(100_000, "fee-per-period", 3, fee=FEE, multiple_of_fen=1000).rows
    assert [row.principal_fen for row in rows] == [33_000, 33_000, 34_000]


def test_a_down_payment_is_row_0_on_the_start_date() -> None:
    terms = ScheduleTerms(method="fee-per-period", installments=3, fee=FEE)
    schedule = quote_schedule(100_000, START, terms, down_payment_fen=25_000)
    assert schedule.rows[0] == Row(0, START, START, START, 25_000, 0, 0, 75_000)
    assert schedule.rows[1].fee_fen == 450  # 750 x 0.6% = 4.50: the fee is on what is financed
    assert (schedule.principal_fen, schedule.financed_fen) == (100_000, 75_000)
    assert (schedule.fee_fen, schedule.total_fen) == (1350, 101_350)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("100%", "down-payment-too-large"),
        ("1000.00", "down-payment-too-large"),
        ("0%", "down-payment-too-small"),
        ("0.0001%", "down-payment-too-small"),
        ("0", "amount-not-positive"),
        ("-1", "amount-malformed"),
    ],
)
def test_down_payments_that_cannot_be(text: str, code: str) -> None:
    with pytest.raises(BaitiaoError, match=code):
        down_payment_of(100_000, text)


@pytest.mark.parametrize(
    ("trade_in_fen", "down_payment_fen", "code"),
    [
        (-1, 0, "option-negative"),
        (0, -1, "option-negative"),
        (100_000, 0, "trade-in-too-large"),
        (60_000, 40_000, "down-payment-too-large"),
    ],
)
def test_own_means_leave_something_to_finance(trade_in_fen: int, down_payment_fen: int, code: str) -> None:
    check_own_means(100_000, 60_000, 39_999)
    with pytest.raises(BaitiaoError, match=code):
        check_own_means(100_000, trade_in_fen, down_payment_fen)


def test_no_row_asks_for_more_than_the_largest_amount() -> None:
    free, dear = {"rate": ZERO}, {"rate": Rate(10_000_000, "period")}
    assert quote(MAX_FEN, "equal-payment", 1, **free).total_fen == MAX_FEN
    assert quote(MAX_FEN, "equal-payment", 2, **dear).total_fen > MAX_FEN  # no row of it is
    for method, price in (("equal-payment", dear), ("fee-per-period", {"fee": FEE})):
        with pytest.raises(BaitiaoError, match="amount-too-large"):
            quote(MAX_FEN, method, 1, **price)


def test_a_schedule_without_own_means_has_none() -> None:
    schedule = with_down_payment(0, START, quote(30_000, "flat", 3, rate=ZERO).rows)
    assert (schedule.trade_in_fen, schedule.principal_fen, schedule.financed_fen) == (0, 30_000, 30_000)


def test_a_bill_plan_is_asked_for_on_the_bill_dates() -> None:
    terms = ScheduleTerms(method="fee-per-period", installments=2, fee=FEE)
    rows = make_schedule(10_000, bill_periods(START, 2, bill_day=3, due_days=9), terms)
    assert [(row.until_on.isoformat(), row.due_on.isoformat()) for row in rows] == [
        ("2024-02-03", "2024-02-12"),
        ("2024-03-03", "2024-03-12"),
    ]


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        ({"method": "balloon"}, "method-unknown"),
        ({"installments": 0}, "installments-out-of-range"),
        ({"installments": 361}, "installments-out-of-range"),
        ({"method": "single", "rate": None}, "installments-not-one"),
        ({"rounding": "up"}, "rounding-unknown"),
        ({"day_count": "30E/360"}, "day-count-unknown"),
        ({"rate": None}, "rate-missing"),
        ({"method": "fee-per-period", "rate": None}, "fee-missing"),
        ({"fee": FEE}, "option-does-not-fit"),
        ({"method": "fee-per-period", "fee": FEE}, "option-does-not-fit"),
        ({"method": "single", "installments": 1}, "option-does-not-fit"),
        ({"method": "flat", "evening": True}, "option-does-not-fit"),
        ({"method": "daily", "whole_period": True}, "option-does-not-fit"),
        ({"method": "interest-only", "multiple_of_fen": 100}, "option-does-not-fit"),
        ({"method": "interest-only", "free_periods": 1}, "option-does-not-fit"),
        ({"free_days": 30}, "option-does-not-fit"),
        ({"method": "fee-per-period", "rate": None, "fee": HALF_PER_MILLE_A_DAY}, "fee-not-per-period"),
        ({"rate": HALF_PER_MILLE_A_DAY, "whole_period": True}, "whole-period-not-yearly"),
        ({"multiple_of_fen": -1}, "option-negative"),
        ({"free_periods": -1}, "option-negative"),
        ({"free_periods": 4}, "free-periods-too-many"),
        ({"evening": True, "multiple_of_fen": 100}, "evening-with-multiple"),
        ({"method": "defer", "installments": 1, "free_days": 61}, "free-days-too-many"),
    ],
)
def test_terms_that_do_not_fit_together_are_refused(terms: dict[str, Any], code: str) -> None:
    """Law 9: a refusal gives its true reason."""
    whole = {"method": "equal-payment", "installments": 3, "rate": TWELVE_PCT} | terms
    with pytest.raises(BaitiaoError) as refused:
        quote_schedule(100_000, START, ScheduleTerms(**whole))
    assert (refused.value.code, refused.value.status) == (code, 2)


@pytest.mark.parametrize(
    ("amount_fen", "terms", "every", "unit", "code"),
    [
        (2, {"method": "fee-per-period", "installments": 3, "fee": FEE}, 1, "months", "installment-too-small"),
        (5, {"method": "equal-payment", "installments": 6, "rate": ZERO}, 1, "months", "installment-too-small"),
        # 100.00 in multiples of 60: two of 60 leave nothing for the third
        (
            10_000,
            {"method": "flat", "installments": 3, "rate": ZERO, "multiple_of_fen": 6000},
            1,
            "months",
            "installment-too-small",
        ),
        (100, {"method": "interest-only", "installments": 2, "rate": ZERO}, 1, "months", "installment-empty"),
        (100_000, {"method": "interest-only", "installments": 13, "rate": TWELVE_PCT}, 1, "months", "bullet-too-long"),
        (100_000, {"method": "daily", "installments": 1, "rate": TWELVE_PCT}, 367, "days", "bullet-too-long"),
        (100_000, {"method": "single", "installments": 1}, 13, "months", "bullet-too-long"),
        (100_000, {"method": "defer", "installments": 1, "rate": TWELVE_PCT}, 61, "days", "defer-too-long"),
    ],
)
def test_what_the_terms_cannot_serve_is_refused(
    amount_fen: int, terms: dict[str, Any], every: int, unit: str, code: str
) -> None:
    """Law 13: no negative or zero installment."""
    with pytest.raises(BaitiaoError) as refused:
        quote_schedule(amount_fen, START, ScheduleTerms(**terms), every, unit)
    assert (refused.value.code, refused.value.status) == (code, 4)


def test_a_first_period_too_long_for_its_payment_is_refused() -> None:
    # A first year at 100% doubles 1000; 24 level payments at 8.3% a month after that are about 180 each, far below the
    # first year's interest of 1000.
    terms = ScheduleTerms(method="equal-payment", installments=24, rate=Rate(10**9, "year"))
    with pytest.raises(BaitiaoError) as refused:
        quote_schedule(100_000, START, terms, first_due_on=START + timedelta(days=365))
    assert (refused.value.code, refused.value.status) == ("installment-below-interest", 4)


def test_amounts_that_are_none() -> None:
    terms = ScheduleTerms(method="single", installments=1)
    with pytest.raises(BaitiaoError, match="amount-not-positive"):
        quote_schedule(0, START, terms)
    with pytest.raises(BaitiaoError, match="amount-not-positive"):
        make_schedule(-1, periods_from(START, 1), terms)
    with pytest.raises(BaitiaoError, match="down-payment-too-large"):
        quote_schedule(100, START, terms, down_payment_fen=100)
    with pytest.raises(BaitiaoError, match="option-negative"):
        quote_schedule(100, START, terms, down_payment_fen=-1)
    with pytest.raises(ValueError, match="2 periods"):
        make_schedule(100, periods_from(START, 2), terms)


@st.composite
def any_terms(draw: st.DrawFn) -> ScheduleTerms:
    """Terms of every method that fit together."""
    method = draw(st.sampled_from(sorted(METHODS)))
    reads = METHODS[method].reads
    per = draw(st.sampled_from(["year", "month", "period", "day"]))
    most = {"year": 360_000_000, "month": 30_000_000, "period": 30_000_000, "day": 1_000_000}[per]
    chosen: dict[str, Any] = {"rate": Rate(draw(st.integers(0, most)), per)} if "rate" in reads else {}  # type: ignore[arg-type]
    count = 1 if METHODS[method].one_due_date else draw(st.integers(1, 12 if METHODS[method].at_the_end else 36))
    if "fee" in reads:
        chosen["fee"] = Rate(draw(st.integers(0, 20_000_000)), "period")
    if "evening" in reads:
        chosen["evening"] = draw(st.booleans())
    if "whole_period" in reads and per in ("year", "month"):
        chosen["whole_period"] = draw(st.booleans())
    if "free_periods" in reads:
        chosen["free_periods"] = draw(st.integers(0, count))
    if "multiple_of_fen" in reads and not chosen.get("evening"):
        chosen["multiple_of_fen"] = draw(st.sampled_from([0, 0, 100, 1000]))
    if "free_days" in reads:
        chosen["free_days"] = draw(st.integers(0, 60))
    day_count = draw(st.sampled_from(["actual/365", "actual/360", "30/360", "actual/actual"]))
    rounding = draw(st.sampled_from(["half-up", "half-even"]))
    return ScheduleTerms(method=method, installments=count, day_count=day_count, rounding=rounding, **chosen)


amounts = st.integers(1, 20_000_000)
starts = st.dates(date(2019, 1, 1), date(2028, 12, 31))


def made(amount_fen: int, start_on: date, terms: ScheduleTerms) -> tuple[Row, ...] | None:
    try:
        return quote_schedule(amount_fen, start_on, terms).rows
    except BaitiaoError as refused:
        # the terms fit together, so only the amount or the calendar may be refused
        assert refused.code.startswith("installment-") or refused.code == "defer-too-long"
        return None


@given(amounts, starts, any_terms())
def test_principal_sums_to_what_is_financed(amount_fen: int, start_on: date, terms: ScheduleTerms) -> None:
    """Laws 11 and 13: principal parts sum to what is financed; no negative or zero installment."""
    rows = made(amount_fen, start_on, terms)
    if rows is not None:
        assert sum(row.principal_fen for row in rows) == amount_fen
        assert rows[-1].balance_fen == 0
        left = amount_fen
        for row in rows:
            left -= row.principal_fen
            assert row.balance_fen == left
            assert row.principal_fen >= 0
            assert row.interest_fen >= 0
            assert row.fee_fen >= 0
            assert row.total_fen > 0


@given(amounts, starts, any_terms())
def test_interest_and_fees_sum_to_the_quote(amount_fen: int, start_on: date, terms: ScheduleTerms) -> None:
    """Law 12: interest/fees sum to the quote."""
    if made(amount_fen, start_on, terms) is not None:
        schedule = quote_schedule(amount_fen, start_on, terms)
        assert schedule.interest_fen == sum(row.interest_fen for row in schedule.rows)
        assert schedule.fee_fen == sum(row.fee_fen for row in schedule.rows)
        assert schedule.total_fen == amount_fen + schedule.interest_fen + schedule.fee_fen


@given(amounts, starts, any_terms())
def test_the_remainder_is_where_the_rule_says(amount_fen: int, start_on: date, terms: ScheduleTerms) -> None:
    """Law 13: the remainder is on the last; without evening and free periods all others pay alike."""
    rows = made(amount_fen, start_on, terms)
    if rows is not None and terms.method in ("equal-payment", "flat"):
        assert len({row.total_fen for row in rows[:-1]}) <= 1
    if rows is not None and terms.method in ("equal-principal", "fee-per-period"):
        assert len({row.principal_fen for row in rows[:-1]}) <= 1
        assert rows[-1].principal_fen >= rows[0].principal_fen


@given(amounts, starts, any_terms())
def test_the_preview_is_what_is_posted(amount_fen: int, start_on: date, terms: ScheduleTerms) -> None:
    """Law 41 for interest: what a plan paid on time accrues night by night on its real balance is the schedule."""
    rows = made(amount_fen, start_on, terms)
    if rows is None or terms.rate is None or terms.method in ("flat", "defer"):
        return
    left = amount_fen
    for row, period in zip(rows, periods_from(start_on, terms.installments), strict=True):
        nights = [period.from_on + timedelta(days=night) for night in range(period.nights)]
        exact: Fraction = sum(
            (
                accrued(left, terms.rate, terms.day_count, period, at, at + timedelta(days=1), terms.whole_period)
                for at in nights
            ),
            Fraction(0),
        )
        expected = 0 if row.number <= terms.free_periods else round_fen(exact, terms.rounding)
        assert row.interest_fen == expected
        left -= row.principal_fen


@given(amounts, starts, st.integers(2, 36), st.integers(0, 360_000_000))
def test_evening_never_makes_the_last_differ_more(amount_fen: int, start_on: date, count: int, ppb: int) -> None:
    plain = ScheduleTerms(method="equal-payment", installments=count, rate=Rate(ppb, "year"))
    evened = ScheduleTerms(method="equal-payment", installments=count, rate=Rate(ppb, "year"), evening=True)
    before, after = made(amount_fen, start_on, plain), made(amount_fen, start_on, evened)
    if before is not None and after is not None:
        off = [abs(rows[-1].total_fen - rows[0].total_fen) for rows in (before, after)]
        assert off[1] <= off[0]
