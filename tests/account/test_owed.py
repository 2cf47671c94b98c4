"""What is to be paid to stay current, after a minimum was missed: the least that really does it."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.owed import due_by_fen, minimum_due_by_fen, minimum_left_by_date, minimum_left_fen
from baitiao_cli.account.views.figures import figures
from tests.laws.history import History, opened


@pytest.fixture
def missed() -> History:
    """1,000.00 on the bill and 1,200.00 in 12 on 10 January, nothing paid by 12 March.

    The bill of 3 February asked 100.00 (10%) and 100.00 + 7.20; missed on the 12th. That of 3 March asks all that
    revolves: 1,000.00 with 1,000 x 0.05% x 20 = 10.00 and 1,000 x 0.015% x 20 = 3.00; and the installment 107.20 again.
    """
    history = History([opened(on=date(2026, 1, 5), bill_day=3)])
    history.today = date(2026, 1, 10)
    history.buy("month", 1_000_00)
    history.buy("inst", 1_200_00, 12)
    history.today = date(2026, 3, 12)
    return history


def test_the_least_to_pay_has_the_charges_that_are_paid_before_it(missed: History) -> None:
    # The bill asks all that revolves, and the installments come after it: whatever has run since (4.50 of interest and
    # 1.35 of late charges in 9 nights) is paid before the last installment, so that all that is payable is the least.
    now = figures(missed.account())
    assert now.minimum_left_fen == now.due_fen
    missed.repay(now.minimum_left_fen)
    assert figures(missed.account()).minimum_left_fen == 0
    assert figures(missed.account(date(2026, 3, 13))).overdue_fen == 0


def test_one_fen_less_than_the_least_leaves_one_fen(missed: History) -> None:
    missed.repay(figures(missed.account()).minimum_left_fen - 1)
    assert figures(missed.account()).minimum_left_fen == 1


def test_what_falls_due_next_is_what_the_latest_bill_asks_beyond_what_was_missed(missed: History) -> None:
    # The bill of 3 March asks 1,013.00, 107.20 and the row that is late. Of that the missed minimum, 100.00 with
    # nothing paid, and the late row were due on 12 February.
    account = missed.account()
    missed_fen = account.bills[0].minimum_revolving_fen
    late_row = account.plans["A1P2"].rows[0].unpaid_fen
    assert (missed_fen, figures(account).next_due_on) == (100_00, date(2026, 3, 12))
    assert figures(account).next_due_fen == account.bills[1].figures.amount_due_fen - missed_fen - late_row


def test_when_the_minimum_was_met_charges_since_the_bill_count_towards_it() -> None:
    # 1,800.00 are carried; the bill of 3 March asks 10% of them and 18.00 of interest: 198.00. On the 12th 8.10 have
    # run, are paid first, and are money on what revolves: 198.00 are the least.
    history = History([opened(on=date(2024, 1, 12), bill_day=3)])
    history.buy("month", 2_000_00)
    history.today = date(2024, 2, 10)
    history.repay(200_00)
    history.today = date(2024, 3, 12)
    account = history.account()
    assert minimum_left_fen(account) == minimum_due_by_fen(account, account.through) == 198_00
    history.repay(198_00)
    assert figures(history.account(date(2024, 3, 13))).overdue_fen == 0


def test_charges_that_were_put_off_are_not_due_before_their_day() -> None:
    # Eight nights carried: 4.00, and 1.20 for the minimum. Restructured on the 20th, they are due with the first row.
    history = History()
    history.buy("month", 1_000_00)
    history.today = date(2024, 2, 20)
    assert due_by_fen(history.account(), history.today) == 1_005_20
    history.restructure_balance(12)
    account = history.account()
    first_due_on = account.plans["A1P2"].rows[0].due_on
    assert due_by_fen(account, history.today) == 0
    assert figures(account).owed_fen == 1_005_20
    # 1,000.00 in 12: 83.33, the fee of 0.6% of it, and the charges.
    assert due_by_fen(history.account(first_due_on), first_due_on) == 83_33 + 6_00 + 5_20


def test_what_is_left_of_the_least_to_pay_is_told_by_its_due_dates() -> None:
    # 3,000.00 by the night in 3: 1,017.71 on 29 February, not paid. The bill of 3 March, due on the 12th, asks 100.00
    # and a fee of 7.20 of 1,200.00 in 12, and 10% of 500.00; deferred, 50.00 of it on the 22nd. In the five nights to
    # 5 March 1,017.71 x 0.015% x 5 = 0.76 has run on what is late.
    history = History([opened(date(2024, 1, 31))])
    history.buy("epi", 3_000_00, 3)
    history.today = date(2024, 2, 20)
    history.buy("inst", 1_200_00, 12)
    history.buy("month", 500_00)
    history.today = date(2024, 3, 5)
    history.defer()
    left = {date(2024, 2, 29): 1_018_47, date(2024, 3, 12): 107_20}
    assert minimum_left_by_date(history.account()) == left | {date(2024, 3, 22): 50_00}
    history.convert(3, 300_00)  # counts towards the 50.00
    assert minimum_left_by_date(history.account()) == left
    assert minimum_left_fen(history.account()) == 1_018_47 + 107_20
    history.repay(1_018_47 + 100_00)
    assert minimum_left_by_date(history.account()) == {date(2024, 3, 12): 7_20}
