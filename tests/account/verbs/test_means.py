"""The means of a customer: what is stated of them, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.events import MeansStated
from baitiao_cli.account.standing import Means
from baitiao_cli.account.verbs.means import decide_means
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History

OPENED = date(2024, 1, 12)


def test_the_latest_statement_counts_and_keeps_what_it_does_not_say() -> None:
    history = History()
    history.record(MeansStated(name="card", funds_fen=300_00, means_kind="card", last_digits="1234"))
    history.today = date(2024, 2, 1)
    decided = decide_means(history.account(), MeansStated(name="card", funds_fen=500_00), history.today)
    history.record(decided)
    assert history.account().purse == {
        "card": Means("card", 500_00, is_removed=False, kind="card", last_digits="1234", since_on=date(2024, 2, 1))
    }
    assert history.account(OPENED).purse["card"].funds_fen == 300_00


def test_what_is_known_already_is_no_news() -> None:
    history = History()
    history.state_means("card", 300_00)
    with pytest.raises(BaitiaoError, match="means-unchanged"):
        history.state_means("card", 300_00)
    history.state_means("card")  # from now on it pays whatever is asked
    with pytest.raises(BaitiaoError, match="means-unchanged"):
        history.state_means("card")


def test_only_a_means_that_is_there_can_be_removed() -> None:
    history = History()
    with pytest.raises(BaitiaoError, match="means-unknown"):
        history.state_means("card", remove=True)
    history.state_means("card")
    history.state_means("card", remove=True)
    assert history.account().purse["card"].is_removed
    with pytest.raises(BaitiaoError, match="means-unknown"):
        history.state_means("card", remove=True)
    history.state_means("card", 1_00)  # it is back
    assert not history.account().purse["card"].is_removed


def test_a_closed_account_takes_no_statement() -> None:
    history = History()
    history.close()
    with pytest.raises(BaitiaoError, match="account-closed"):
        history.state_means("card")
