"""Auto-repay: the agreement; what it pays is in `test_debit`."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from baitiao_cli.account.standing import AutoRepay
from baitiao_cli.account.verbs.close import closing_blockers
from baitiao_cli.errors import BaitiaoError
from tests.laws.facts import economics_of
from tests.laws.history import LINE, History, opened


def test_the_latest_agreement_counts_until_it_is_ended() -> None:
    history = History()
    history.agree("card")
    history.today = date(2024, 2, 1)
    history.agree("bank", "minimum")
    assert history.account().auto_repay == AutoRepay("bank", "minimum", date(2024, 2, 1))
    with pytest.raises(BaitiaoError, match="auto-repay-unchanged"):
        history.agree("bank", "minimum")
    history.agree("")
    assert history.account().auto_repay is None
    with pytest.raises(BaitiaoError, match="auto-repay-not-set"):
        history.agree("")


def test_on_a_line_without_days_of_tries_it_is_a_promise_that_moves_no_money() -> None:
    line = replace(LINE, auto_repay_days=())
    history, other = History([opened(line=line)]), History([opened(line=line)])
    history.agree("card")
    for each in (history, other):
        each.buy("month", 100_00)
        each.today = date(2024, 3, 1)
    assert economics_of(history.account()) == economics_of(other.account())


def test_an_agreement_stands_in_the_way_of_closing() -> None:
    history = History()
    history.agree("card")
    assert [(blocker.code, blocker.cure) for blocker in closing_blockers(history.account())] == [
        ("auto-repay", "baitiao auto-repay A1 --off")
    ]
    with pytest.raises(BaitiaoError, match="close-blocked-auto-repay"):
        history.close()
