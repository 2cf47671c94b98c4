"""Closing: everything that stands in the way is named, with its amount."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.verbs.close import closing_blockers
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History


def test_an_account_that_owes_nothing_closes_and_takes_no_more() -> None:
    history = History()
    history.close()
    assert history.account().status == "closed"
    for verb in (history.close, lambda: history.buy("month", 100_00), lambda: history.repay(1)):
        with pytest.raises(BaitiaoError, match="account-closed"):
            verb()


def test_what_is_not_billed_yet_blocks_with_its_amount() -> None:
    history = History()
    history.buy("month", 100_00)
    assert [(blocker.code, blocker.amount_fen) for blocker in closing_blockers(history.account())] == [("owed", 100_00)]
    with pytest.raises(BaitiaoError, match="close-blocked-owed"):
        history.close()


def test_a_credit_balance_blocks() -> None:
    history = History()
    history.repay(5_00)
    with pytest.raises(BaitiaoError, match="close-blocked-credit-balance"):
        history.close()


def test_a_repayment_that_a_closing_rests_on_is_not_reversed() -> None:
    history = History()
    history.buy("month", 100_00)
    history.today = date(2024, 2, 5)
    repayment = history.repay(100_00)
    history.close()
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.reverse(repayment.event_id)
