"""All that is still to pay, and what of it is no principal."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.views.prospect import prospect
from tests.laws.history import History


@pytest.mark.parametrize(
    ("day", "cost_fen"),
    [(date(2024, 2, 20), 3_60), (date(2024, 3, 3), 9_00), (date(2024, 3, 5), 9_90)],
    ids=["it runs", "it was billed", "it was billed and runs on"],
)
def test_what_is_carried_is_to_be_paid_with_its_interest(day: date, cost_fen: int) -> None:
    # 900.00 of 1,000.00 are carried from 12 February, 0.45 a night (0.05%): 8, 20 and 22 nights.
    history = History()
    history.buy("month", 1_000_00)
    history.repay(100_00, on=date(2024, 2, 12))
    told = prospect(history.account(day))
    assert (told.to_pay_fen, told.cost_to_come_fen) == (900_00 + cost_fen, cost_fen)


def test_a_credit_balance_is_taken_off() -> None:
    # 12 installments of 100.00 + 7.20; 150.00 came before anything was due.
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.repay(150_00)
    told = prospect(history.account())
    assert (told.to_pay_fen, told.cost_to_come_fen) == (12 * 107_20 - 150_00, 12 * 7_20)
