"""A repayment: whether it can be taken."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.views.figures import figures
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History


def test_a_plan_that_the_account_does_not_have_is_refused_with_those_it_has() -> None:
    history = History()
    history.buy("month", 100_00)
    with pytest.raises(BaitiaoError) as refusal:
        history.repay(1_00, "A1P9")
    assert (refusal.value.code, refusal.value.details["plans"]) == ("plan-elsewhere", "A1P1")


def test_one_fen_pays_interest_first() -> None:
    # 1000.00 carried for 2 nights: 1.00 of interest, no late charge as the minimum of 100.00 was paid.
    history = History()
    history.buy("month", 1100_00)
    history.today = date(2024, 2, 12)
    history.repay(110_00)  # the minimum; 990.00 carried, 0.99 after 2 nights
    history.today = date(2024, 2, 14)
    history.repay(1)
    assert (figures(history.account()).owed.interest, figures(history.account()).used_fen) == (98, 990_00)


def test_more_than_is_owed_is_kept_and_used_later() -> None:
    history = History()
    history.repay(30_00)
    history.buy("month", 100_00)
    assert (history.account().credit_fen, history.account().used_fen) == (30_00, 100_00)
    billed = history.account(date(2024, 2, 3))
    assert (billed.credit_fen, billed.used_fen, figures(billed).due_fen) == (0, 70_00, 70_00)
