"""Lateness: who is late since when, what that costs, and what a carried balance costs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from baitiao_cli.account.delinquency import (
    bucket,
    late_charge_fen,
    oldest_unpaid_due_on,
    overdue_suspends_on,
)
from baitiao_cli.account.owed import owed_parts
from baitiao_cli.account.terms import LateTerms
from baitiao_cli.account.views.figures import figures
from tests.laws.history import GRACE_LINE, LINE, PRODUCTS, History, opened


def test_a_missed_minimum_costs_a_late_charge_besides() -> None:
    # Nothing paid of 1000: 1000 x 0.05% x 2 = 1.00 and 1000 x 0.015% x 2 = 0.30.
    history = History([opened(bill_day=26)])
    history.buy("month", 1000_00)
    owed = owed_parts(history.account(date(2024, 2, 6)))
    assert (owed.interest, owed.late_charge) == (100, 30)
    assert figures(history.account(date(2024, 2, 6))).days_past_due == 2
    assert figures(history.account(date(2024, 2, 6))).overdue_fen == 100_00  # the minimum, 10%


def test_once_the_minimum_is_paid_late_the_charge_stops_and_the_interest_goes_on() -> None:
    # 1000 to 6 February: 1.00 + 0.30. 101.30 paid: 1.30 of charges, 100.00 of the balance; 900 x 0.05% x 10 = 4.50.
    history = History([opened(bill_day=26)])
    history.buy("month", 1000_00)
    history.today = date(2024, 2, 6)
    history.repay(101_30)
    owed = owed_parts(history.account(date(2024, 2, 16)))
    assert (owed.principal, owed.interest, owed.late_charge) == (900_00, 4_50, 0)
    assert figures(history.account(date(2024, 2, 16))).days_past_due == 0


def test_a_late_night_costs_at_least_one_fen() -> None:
    # A row of 3.33 + 0.02: 3.35 x 0.05% = 0.001675 a night, under the floor of 0.01: 5 nights cost 0.05.
    history = History()
    history.buy("inst", 10_00, 3)
    assert owed_parts(history.account(date(2024, 2, 17))).late_charge == 5


def test_the_due_date_itself_is_not_late_and_its_night_counts() -> None:
    history = History()
    history.buy("inst", 3000_00, 3)  # 1000.00 + 18.00, due on 12 February
    on_time = figures(history.account(date(2024, 2, 12)))
    assert (on_time.days_past_due, on_time.overdue_fen, on_time.due_fen) == (0, 0, 1018_00)
    late = figures(history.account(date(2024, 2, 13)))
    assert (late.days_past_due, late.bucket) == (1, "M1")
    assert late.overdue_fen == 1018_00 + 51  # 1018.00 x 0.05% = 0.509


@pytest.mark.parametrize(("paid_on", "late_charge_fen"), [(14, 0), (15, 0), (16, 2_04)])
def test_within_the_grace_days_a_payment_is_not_late(paid_on: int, late_charge_fen: int) -> None:
    # Three grace days after 12 February; on the 16th four nights count: 1018.00 x 0.05% x 4 = 2.036 -> 2.04.
    history = History()
    history.buy("grace", 3000_00, 3)
    history.today = date(2024, 2, paid_on)
    assert owed_parts(history.account()).late_charge == late_charge_fen
    history.repay(1018_00 + late_charge_fen)
    assert owed_parts(history.account(date(2024, 3, 2))).late_charge == 0


def test_a_minimum_that_is_met_within_the_grace_days_was_never_missed() -> None:
    history = History([opened(line=GRACE_LINE)])
    history.buy("month", 1000_00)
    history.today = date(2024, 2, 14)
    assert figures(history.account()).days_past_due == 0
    history.repay(101_00)  # 1000 x 0.05% x 2 = 1.00 of interest, then 100.00 of the balance
    owed = owed_parts(history.account(date(2024, 2, 24)))
    assert (owed.interest, owed.late_charge) == (4_50, 0)  # 900 x 0.05% x 10


def test_lateness_counts_from_the_oldest_unpaid_due_date_of_any_plan() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    history.buy("month", 100_00)
    history.today = date(2024, 3, 20)
    assert oldest_unpaid_due_on(history.account(), history.today) == date(2024, 2, 12)
    assert figures(history.account()).days_past_due == 37
    history.repay(100_00 + 1_80 + 1_88, "A1P1")  # its first row: 101.80 x 0.05% x 37 = 1.8833
    assert oldest_unpaid_due_on(history.account(), history.today) == date(2024, 2, 12)  # the minimum of P2
    history.repay(history.account().bills[-1].figures.amount_due_fen, "A1P2")
    assert figures(history.account()).days_past_due == 0


def test_a_bill_that_is_missed_after_an_older_one_was_met_late_is_late_from_its_own_due_date() -> None:
    # The first minimum (100.00) is paid after the second bill came; the second (all 900.00 and charges) never.
    history = History()
    history.buy("month", 1000_00)
    history.today = date(2024, 3, 5)
    history.repay(113_00)
    assert figures(history.account()).days_past_due == 0
    assert figures(history.account(date(2024, 3, 12))).days_past_due == 0
    assert figures(history.account(date(2024, 3, 13))).days_past_due == 1


def test_buckets_have_thirty_days() -> None:
    assert [bucket(days) for days in (0, 1, 30, 31, 60, 61, 180, 181, 999)] == [
        *("M0", "M1", "M1", "M2", "M2", "M3", "M6", "M7+", "M7+")
    ]


def test_a_late_night_is_charged_on_all_that_is_left_with_its_interest(monkeypatch: pytest.MonkeyPatch) -> None:
    # 1,000.00 in 3 equal parts of principal at 10.8%: 31 nights to 12 February cost 9.17 (9.1726...). Row 1 is late.
    monkeypatch.setitem(
        PRODUCTS, "late on all", replace(PRODUCTS["epp"], late=LateTerms(daily_ppb=500_000, base="plan"))
    )
    history = History()
    history.buy("late on all", 1_000_00, 3)
    # Ten nights at 0.05% on 1,000.00 + 9.17, while the interest of the nights since runs in the next row.
    (debt,) = [debt for debt in history.account(date(2024, 2, 22)).debts() if debt.row.is_billed]
    assert late_charge_fen(history.account(date(2024, 2, 22)), debt, date(2024, 2, 22)) == 5_05  # 5.04585


def test_without_a_rule_nothing_suspends_however_late_it_is() -> None:
    for days, status in ((0, "open"), (30, "suspended")):
        history = History([opened(line=replace(LINE, suspend_after_days=days))])
        history.buy("inst", 1_000_00, 3)
        account = history.account(date(2024, 6, 30))
        assert figures(account).days_past_due > 90
        assert account.status == status
        assert overdue_suspends_on(account) == (date(2024, 2, 12) + timedelta(days=31) if days else None)
