"""The rows of a plan and the meters that run on them."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.installment import Parts
from baitiao_cli.account.meter import NightMeter
from tests.laws.history import History


def test_a_meter_counts_nights_at_least_at_its_floor_and_never_backwards() -> None:
    meter = NightMeter(date(2024, 2, 28))
    meter.run(date(2024, 3, 1), 1_000, 333_000, floor_fen=1)  # two nights, 28 and 29 February, at 0.333 fen each
    assert meter.billionths == 2 * 10**9
    meter.run(date(2024, 2, 1), 1_000_000, 500_000)
    meter.run(date(2024, 3, 4), 0, 500_000, floor_fen=1)  # nothing is owed: no floor
    assert (meter.rounded_fen("half-up"), meter.counted_to) == (2, date(2024, 3, 4))


def test_a_deferral_that_costs_nothing_counts_no_nights() -> None:
    meter = NightMeter(date(2024, 2, 28))
    meter.defer(date(2024, 2, 28), date(2024, 3, 9), 1_000_00, 0)
    assert meter.spans == []
    meter.defer(date(2024, 2, 28), date(2024, 3, 9), 1_000_00, 400_000)  # ten nights at 0.04%
    assert meter.rounded_fen("half-up") == 4_00
    assert len(meter.spans) == 1


def test_parts_add_kind_by_kind() -> None:
    assert Parts(3, 2, 1, 4) + Parts(1, 1, 1, 1) - Parts(4, 0, 0, 5) == Parts(0, 3, 2, 0)
    assert Parts(3, 2, 1, 4).total_fen == 10


def test_a_row_of_equal_payments_that_money_ahead_nearly_fills_keeps_its_total() -> None:
    # 10.8% a year on 6000.00 in 6. 1000.00 on the day of purchase is all principal of the first row, of 1031.65: it
    # asks for 31.65 more of it, and the 31 nights on 5000.00, 5000.00 x 10.8% x 31 / 365 = 45.863, go to the second,
    # with 29 on 5000.00 - 31.65: 4968.35 x 10.8% x 29 / 365 = 42.632. Together they are rounded as two periods.
    history = History()
    history.buy("epi", 6_000_00, 6)
    assert history.account().plans["A1P1"].rows[0].planned.total_fen == 1_031_65
    history.repay(1_000_00)
    history.today = date(2024, 2, 12)
    history.repay(31_65)
    rows = history.account(date(2024, 3, 12)).plans["A1P1"].rows
    assert [(row.asked.principal, row.asked.interest) for row in rows[:2]] == [
        (1_031_65, 0),
        (1_031_65 - 88_49, 45_86 + 42_63),
    ]


def test_a_row_of_equal_payments_that_was_overdue_bears_interest_on_what_is_left() -> None:
    # The first row unpaid: in the second (29 nights) interest is on all 6000.00: 6000.00 x 10.8% x 29 / 365 = 51.485.
    history = History()
    history.buy("epi", 6_000_00, 6)
    rows = history.account(date(2024, 3, 12)).plans["A1P1"].rows
    assert rows[1].asked.interest == 51_48
    assert rows[1].asked.total_fen == rows[1].planned.total_fen
