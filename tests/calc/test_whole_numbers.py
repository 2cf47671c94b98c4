"""The schedule worked out in whole numbers is the one in fractions, for all methods, days, rates and amounts."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from baitiao_cli.calc.dates import Period, bill_periods, periods_from
from baitiao_cli.calc.interest import DAY_COUNTS
from baitiao_cli.calc.methods import Factors
from baitiao_cli.calc.money import MAX_FEN, ROUNDINGS
from baitiao_cli.calc.rate_steps import Pause, RateChange
from baitiao_cli.calc.rates import Rate
from baitiao_cli.calc.schedule import METHODS, Row, ScheduleTerms, make_schedule, quote_schedule
from baitiao_cli.errors import BaitiaoError

from .slow_schedule import slow_parts

START = date(2024, 1, 12)
DAYS = st.dates(date(2023, 1, 1), date(2027, 12, 31))
MOST_PPB = {"day": 2_000_000, "period": 50_000_000, "month": 50_000_000, "year": 600_000_000}


@st.composite
def priced(draw: st.DrawFn, per: str | None = None) -> Rate:
    unit: Any = per or draw(st.sampled_from(sorted(MOST_PPB)))
    return Rate(draw(st.integers(0, MOST_PPB[unit]) | st.sampled_from([0, 10**6, MOST_PPB[unit]])), unit)


@st.composite
def agreed(draw: st.DrawFn) -> tuple[ScheduleTerms, tuple[Period, ...]]:
    """Terms that fit together, with whatever their method reads, and periods for them."""
    method = draw(st.sampled_from(sorted(METHODS)))
    reads = METHODS[method].reads
    start_on = draw(DAYS)
    count = 1 if METHODS[method].one_due_date else draw(st.integers(1, 14))
    rate = draw(priced()) if "rate" in reads else None
    fee = draw(priced("period")) if "fee" in reads else None
    given_terms: dict[str, Any] = {"rate": rate, "fee": fee}
    for field, values in {
        "evening": st.booleans(),
        "whole_period": st.booleans() if rate and rate.per in ("year", "month") else st.just(False),
        "multiple_of_fen": st.sampled_from([0, 0, 7, 100]),
        "free_periods": st.integers(0, count),
        "free_days": st.integers(0, 60),
    }.items():
        if field in reads:
            given_terms[field] = draw(values)
    if given_terms.get("evening"):
        given_terms["multiple_of_fen"] = 0
    later = st.integers(-5, 300).map(lambda days: start_on + timedelta(days=days))
    if price := fee or rate:
        changes = st.builds(RateChange, later, priced(price.per))
        given_terms["rate_changes"] = tuple(sorted(draw(st.lists(changes, max_size=2)), key=lambda one: one.from_on))
        pauses = st.builds(lambda day, nights: Pause(day, day + timedelta(days=nights)), later, st.integers(1, 50))
        given_terms["pauses"] = tuple(draw(st.lists(pauses, max_size=2)))
    terms = ScheduleTerms(
        method=method,
        installments=count,
        day_count=draw(st.sampled_from(DAY_COUNTS)),
        rounding=draw(st.sampled_from(ROUNDINGS)),
        **given_terms,
    )
    if draw(st.booleans()):
        return terms, bill_periods(start_on, count, draw(st.integers(1, 28)), 9)
    first_due_on = draw(st.none() | st.integers(1, 70).map(lambda days: start_on + timedelta(days=days)))
    every, unit = draw(st.sampled_from([(1, "months"), (1, "months"), (2, "weeks"), (10, "days")]))
    return terms, periods_from(start_on, count, every, unit, first_due_on)


def parts_of(rows: tuple[Row, ...]) -> list[tuple[int, int, int]]:
    return [(row.principal_fen, row.interest_fen, row.fee_fen) for row in rows]


@given(agreed(), st.integers(1, 10**4) | st.integers(1, 10**9) | st.integers(1, MAX_FEN))
def test_whole_numbers_give_what_fractions_give(
    given_terms: tuple[ScheduleTerms, tuple[Period, ...]], financed_fen: int
) -> None:
    terms, periods = given_terms
    slow = slow_parts(financed_fen, periods, terms)
    totals = [sum(parts) for parts in slow]
    try:
        rows = make_schedule(financed_fen, periods, terms)
    except BaitiaoError as refused:
        assume(refused.code not in ("bullet-too-long", "defer-too-long"))  # by their days, not by their figures
        least = min(principal for principal, _, _ in slow)
        assert least <= 0 or min(totals) <= 0 or max(totals) > MAX_FEN
        return
    assert parts_of(rows) == slow
    left = [financed_fen - sum(parts[0] for parts in slow[: row.number]) for row in rows]
    assert [row.balance_fen for row in rows] == left
    assert [(row.number, row.from_on, row.until_on, row.due_on) for row in rows] == [
        (period.number, period.from_on, period.until_on, period.due_on) for period in periods
    ]


@given(agreed(), st.integers(1, 10**7), st.integers(1, 10**7))
def test_what_is_remembered_of_a_quote_is_not_its_amount(
    given_terms: tuple[ScheduleTerms, tuple[Period, ...]], first_fen: int, second_fen: int
) -> None:
    """Two amounts on the same terms and days, one after the other, are quoted as each alone."""
    terms, periods = given_terms
    periods = periods_from(periods[0].from_on, terms.installments)
    for amount_fen in (first_fen, second_fen, first_fen):
        try:
            alone = make_schedule(amount_fen, periods, terms)
        except BaitiaoError as refused:
            with pytest.raises(BaitiaoError, match=refused.code):
                quote_schedule(amount_fen, periods[0].from_on, terms)
            continue
        schedule = quote_schedule(amount_fen, periods[0].from_on, terms)
        assert schedule.rows == alone
        assert (schedule.principal_fen, schedule.financed_fen) == (amount_fen, amount_fen)
        assert schedule.interest_fen == sum(row.interest_fen for row in alone)
        assert schedule.fee_fen == sum(row.fee_fen for row in alone)


def test_the_day_the_step_and_the_terms_of_a_quote_are_its_own() -> None:
    """What is remembered is asked for by all that it depends on: each quote differs from the one before by one."""
    monthly = ScheduleTerms(method="equal-payment", installments=2, rate=Rate(73_000_000, "year"))
    free = ScheduleTerms(method="equal-payment", installments=2, rate=Rate(73_000_000, "year"), free_periods=1)
    first_interests = [
        quote_schedule(1_000_000, *asked).rows[0].interest_fen
        for asked in [
            (START, monthly, 1, "months"),  # 31 nights of 2.00: 10,000 x 7.3% / 365
            (date(2024, 2, 12), monthly, 1, "months"),  # 29
            (date(2024, 2, 12), monthly, 2, "months"),  # 60
            (date(2024, 2, 12), monthly, 2, "weeks"),  # 14
            (date(2024, 2, 12), monthly, 2, "weeks", date(2024, 2, 15)),  # 3
            (date(2024, 2, 12), free, 2, "weeks", date(2024, 2, 15)),  # free
        ]
    ]
    assert first_interests == [31 * 200, 29 * 200, 60 * 200, 14 * 200, 3 * 200, 0]


def test_prices_share_one_even_denominator() -> None:
    assert Factors.of([Fraction(0), Fraction(1, 3), Fraction(1, 5)]) == Factors((0, 10, 6), 30)
    assert Factors.of([Fraction(1, 3)]) == Factors((2,), 6)  # so that a half is 3 of 6
