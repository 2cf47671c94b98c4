"""The fold: by day, then in the order recorded, what happens by itself first."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.figures import figures
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History


def test_before_the_opening_there_is_no_account() -> None:
    history = History()
    with pytest.raises(BaitiaoError, match="account-not-open-yet"):
        replay(history.events, date(2024, 1, 11))


def test_a_back_dated_repayment_undoes_the_interest_that_it_saves() -> None:
    # 1000.00 due on 12 February; on the 20th 8 nights have cost 4.00 and, as nothing was paid, 1.20.
    history = History()
    history.buy("month", 1000_00)
    history.today = date(2024, 2, 20)
    assert figures(history.account()).owed_fen == 1005_20
    history.repay(1000_00, on=date(2024, 2, 12))
    assert figures(history.account()).owed_fen == 0
    assert history.account().credit_fen == 0


def test_the_bill_of_a_day_comes_before_its_payments() -> None:
    history = History()
    history.buy("month", 100_00)
    history.today = date(2024, 2, 3)
    history.repay(100_00)
    (bill,) = history.account().bills
    assert (bill.figures.amount_due_fen, bill.figures.repayments_fen) == (100_00, 0)
    assert figures(history.account()).owed_fen == 0


def test_one_day_at_the_same_time_is_taken_in_the_order_recorded() -> None:
    history = History()
    history.buy("daily", 100_00)
    history.repay(100_00)
    assert (figures(history.account()).owed_fen, history.account().credit_fen) == (0, 0)
    other = History()
    other.repay(100_00)
    other.buy("daily", 100_00)
    assert (figures(other.account()).owed_fen, other.account().credit_fen) == (100_00, 100_00)


def test_what_could_not_have_been_is_noted_and_not_refused() -> None:
    history = History()
    history.buy("month", 15_000_00)
    purchase = history.events[-1]
    history.events.append(
        type(purchase)(event_id="A1E3", account_id="A1", number=3, effective_on=history.today, fact=purchase.fact)
    )
    assert [conflict.code for conflict in replay(history.events, history.today).conflicts] == ["limit-exceeded"]
