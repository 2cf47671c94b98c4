"""What a product gives, frozen into a plan."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.errors import BaitiaoError
from tests.laws.history import PRODUCTS, History


def test_a_number_of_installments_that_is_not_offered_is_refused() -> None:
    with pytest.raises(BaitiaoError) as refusal:
        PRODUCTS["inst"].terms(5, "B", date(2026, 1, 1))
    assert (refusal.value.code, refusal.value.details["offered"]) == ("installments-not-offered", "3, 6, 12, 24")


def test_without_a_number_the_smallest_is_taken() -> None:
    assert PRODUCTS["inst"].terms(None, "B", date(2026, 1, 1)).schedule.installments == 3


def test_a_late_rate_may_come_instead_of_the_usual_one() -> None:
    # daily: 0.03% a day until 12 February, 31 nights: 9.30. Then 0.045% instead, on 1009.30, 10 nights: 4.54185.
    history = History()
    history.buy("daily", 1_000_00, 1)
    owed = history.account(history.today.replace(month=2, day=22))
    row = owed.plans["A1P1"].rows[0]
    assert (row.asked.interest, row.late.billionths) == (9_30, 1009_30 * 10 * 450_000)
