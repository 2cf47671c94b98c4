"""A rate that changes by date, and nights that cost nothing: exact pieces, and schedules that are made of them."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.calc.dates import Period, periods_from
from baitiao_cli.calc.interest import DAY_COUNTS, accrual_factor
from baitiao_cli.calc.rate_steps import Pause, RateChange, RateSteps, bearing_nights, bearing_share, paused_until
from baitiao_cli.calc.rates import Rate
from baitiao_cli.calc.schedule import ScheduleTerms, make_schedule

FEBRUARY = Period(1, date(2024, 2, 1), date(2024, 3, 1), date(2024, 3, 1), months=1)
YEARLY = Rate(70_000_000, "year")


def days(number: int) -> date:
    return date(2023, 12, 20) + timedelta(days=number)


def test_a_span_is_cut_where_the_rate_changes_and_where_a_pause_begins_and_ends() -> None:
    # 30/360: a twelfth of a year in 29 nights; 7% for 9 of them, then 4%, of which 5 are paused.
    steps = RateSteps(
        YEARLY,
        (RateChange(date(2024, 2, 10), Rate(40_000_000, "year")),),
        (Pause(date(2024, 2, 20), date(2024, 2, 25)),),
    )
    pieces = steps.pieces("30/360", FEBRUARY, FEBRUARY.from_on, FEBRUARY.until_on)
    assert [(piece.from_on.day, piece.until_on.day, piece.is_paused) for piece in pieces] == [
        (1, 10, False),
        (10, 20, False),
        (20, 25, True),
        (25, 1, False),
    ]
    assert sum(piece.factor for piece in pieces) == Fraction(9 * 7 + 15 * 4, 29 * 12 * 100)


def test_of_one_day_the_last_change_counts_and_a_change_on_the_first_night_cuts_nothing() -> None:
    day = FEBRUARY.from_on
    steps = RateSteps(YEARLY, (RateChange(day, Rate(1, "day")), RateChange(day, Rate(2, "day"))))
    (piece,) = steps.pieces("actual/365", FEBRUARY, day, FEBRUARY.until_on)
    assert (piece.rate, piece.factor) == (Rate(2, "day"), Fraction(58, 10**9))
    assert steps.pieces("actual/365", FEBRUARY, day, day) == []


SPANS = st.tuples(st.integers(0, 60), st.integers(0, 40)).map(lambda span: (days(span[0]), days(sum(span))))


@given(
    st.sampled_from(DAY_COUNTS),
    st.lists(st.tuples(st.integers(0, 70), st.integers(0, 10**8)), max_size=3),
    st.lists(SPANS, max_size=3),
    st.integers(0, 40),
)
def test_the_pieces_are_the_nights_one_by_one(
    day_count: str, changed: list[tuple[int, int]], paused: list[tuple[date, date]], nights: int
) -> None:
    changes = tuple(RateChange(days(number), Rate(ppb, "year")) for number, ppb in sorted(changed, key=lambda c: c[0]))
    pauses = tuple(Pause(*span) for span in paused)
    steps, period = RateSteps(YEARLY, changes, pauses), Period(1, days(12), days(43), days(43), months=1)
    until_on = period.from_on + timedelta(days=nights)
    night_by_night = Fraction(0)
    night, bearing = period.from_on, 0
    while night < until_on:
        if not any(pause.from_on <= night < pause.until_on for pause in pauses):
            rate = next((change.rate for change in reversed(changes) if change.from_on <= night), YEARLY)
            night_by_night += accrual_factor(rate, day_count, period, night, night + timedelta(days=1))
            bearing += 1
        night += timedelta(days=1)
    pieces = steps.pieces(day_count, period, period.from_on, until_on)
    assert sum((piece.factor for piece in pieces), Fraction(0)) == night_by_night
    assert bearing_nights(pauses, period.from_on, until_on) == bearing
    assert bearing_share(pauses, period.from_on, until_on) == (Fraction(bearing, nights) if nights else 1)
    end = paused_until(pauses, period.from_on)
    assert (end is None) == (bearing_nights(pauses, period.from_on, days(13)) == 1)
    assert end is None or bearing_nights(pauses, period.from_on, end) == 0


def test_a_schedule_knows_the_changes_of_its_rate() -> None:
    # 100.00 in 6 at 7%, 30/360, half-even; 4% from 15 February: the first row has 0.58, the second about 83.6 x
    # (14 x 7% + 15 x 4%) / 29 / 12 = 0.38, the third about 67 x 4% / 12 = 0.22.
    terms = ScheduleTerms(
        method="equal-payment",
        installments=6,
        rate=YEARLY,
        day_count="30/360",
        rounding="half-even",
        rate_changes=(RateChange(date(2024, 2, 15), Rate(40_000_000, "year")),),
    )
    rows = make_schedule(100_00, periods_from(date(2024, 1, 1), 6), terms)
    assert [row.interest_fen for row in rows[:3]] == [58, 38, 22]
    assert len({row.total_fen for row in rows[:5]}) == 1
    assert sum(row.principal_fen for row in rows) == 100_00


def test_a_fee_changes_with_the_first_period_that_begins_later_and_falls_with_paused_nights() -> None:
    # 1000.00 at 0.6%: 6.00; from 20 January 0.5%, so that the second and third have 5.00; of the third's 31 nights 10
    # are paused: 5.00 x 21 / 31 = 3.387.
    terms = ScheduleTerms(
        method="fee-per-period",
        installments=3,
        fee=Rate(6_000_000, "period"),
        rate_changes=(RateChange(date(2024, 1, 20), Rate(5_000_000, "period")),),
        pauses=(Pause(date(2024, 3, 11), date(2024, 3, 21)),),
    )
    rows = make_schedule(1_000_00, periods_from(date(2024, 1, 1), 3), terms)
    assert [row.fee_fen for row in rows] == [6_00, 5_00, 3_39]
