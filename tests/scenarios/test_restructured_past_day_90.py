"""Restructured on day 91: what was taken out of income stays out of it until it is paid, and the new terms earn again.

12,000.00 in 12 installments of 1000.00 + 72.00, due on the 12th from February 2024 on, 0.05% a night when late; nothing
is paid until they become 24 of 500.00 + 72.00 on 13 May, the first of them due on 12 June.
"""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.postings import SUSPENDED
from baitiao_cli.account.views.books import balances
from baitiao_cli.account.views.figures import figures
from baitiao_cli.actions.proof import prove
from tests.laws.history import History, opened

INCOME = ("fee_income", "late_charge_income")
SUSPENSE = (SUSPENDED["fee"], SUSPENDED["late_charge"])


def standing(history: History, names: tuple[str, ...]) -> list[int]:
    """What the ledger accounts hold, in fen, credits positive."""
    books = balances(history.account())
    return [-books.get(name, 0) for name in names]


def restructured(on: date = date(2024, 5, 13)) -> History:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("inst", 12_000_00, 12)
    history.today = on
    history.restructure("A1P1", 24)
    return history


def test_suspended_charges_are_income_when_they_are_paid_and_not_before() -> None:
    # Day 91: four fees of 72.00; late 1072.00 x 0.05% for 91, 62, 31 nights and 1: 48.776, 33.232, 16.616, 0.536.
    history = restructured()
    now = figures(history.account())
    assert (now.days_past_due, now.loan_class) == (0, "special-mention")
    assert standing(history, INCOME) == [0, 0]
    assert standing(history, SUSPENSE) == [288_00, 48_78 + 33_23 + 16_62 + 54]

    history.today = date(2024, 6, 12)  # the bill of 3 June asked for the first new fee: income as usual
    assert standing(history, INCOME) == [72_00, 0]
    assert standing(history, SUSPENSE) == [288_00, 99_17]

    # 300.00 pay the first two of the old rows, 120.78 and 105.23, and of the third 16.62 and 57.37 of its fee.
    history.repay(300_00)
    assert standing(history, INCOME) == [72_00 + 2 * 72_00 + 57_37, 48_78 + 33_23 + 16_62]
    assert standing(history, SUSPENSE) == [14_63 + 72_00, 54]

    # What is given up of the rest was no income and is no expense.
    history.waive(87_17, plan_id="A1P1")
    assert standing(history, (*INCOME, *SUSPENSE, "waivers")) == [273_37, 98_63, 0, 0, 0]

    # Late again on 22 June, with 572.00 for ten nights: 2.86, which is income, for nothing is 90 days past due.
    history.today = date(2024, 6, 22)
    assert standing(history, (*INCOME, *SUSPENSE)) == [273_37, 98_63 + 2_86, 0, 0]
    assert prove(history.events, history.today).differences == ()


def test_on_day_90_nothing_was_suspended_and_nothing_is() -> None:
    history = restructured(date(2024, 5, 12))
    # 1072.00 x 0.05% for 90, 61 and 30 nights: 48.24, 32.696, 16.08.
    assert standing(history, (*INCOME, *SUSPENSE)) == [288_00, 48_24 + 32_70 + 16_08, 0, 0]
    history.waive(288_00 + 97_02, plan_id="A1P1")
    assert standing(history, (*INCOME, *SUSPENSE, "waivers")) == [288_00, 97_02, 0, 0, -288_00 - 97_02]
    assert prove(history.events, date(2024, 7, 1)).differences == ()


def test_restructured_twice_what_was_suspended_the_first_time_stays_so() -> None:
    history = restructured()
    history.today = date(2024, 6, 22)
    history.restructure("A1P1", 36)
    # The fee of 72.00 that the bill of 3 June asked for and ten nights of 572.00 late, 2.86, are income; so are those
    # of the old rows, late on their fees since 12 June: 72.00 x 0.05% x 10 = 0.36 each, 1.44 in all. Rounded once a
    # row: 49.136, 33.592, 16.976 and 0.896, of which 48.78, 33.23, 16.62 and 0.54 stay in suspense.
    assert standing(history, INCOME) == [72_00, 2_86 + (49_14 - 48_78) + (33_59 - 33_23) + (16_98 - 16_62) + (90 - 54)]
    assert standing(history, SUSPENSE) == [288_00, 99_17]
    assert prove(history.events, date(2024, 9, 1)).differences == ()


@pytest.mark.parametrize("order", [("A1P1", "A1P2"), ("A1P2", "A1P1")])
def test_of_two_plans_that_get_new_terms_nothing_that_was_suspended_is_income(order: tuple[str, str]) -> None:
    """The first new terms leave the other plan less than 90 days late, and unpaid all the same."""
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("inst", 12_000_00, 12)
    history.today = date(2024, 1, 31)
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 5, 13)
    suspended = [-fen for fen in standing(history, SUSPENSE)]
    assert standing(history, INCOME) == [0, 0]
    for plan_id in order:
        history.restructure(plan_id, 24)
    assert standing(history, INCOME) == [0, 0]
    assert [-fen for fen in standing(history, SUSPENSE)] == suspended
    assert prove(history.events, date(2024, 8, 1)).differences == ()
