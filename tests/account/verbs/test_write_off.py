"""What a write-off gives up, method by method, and what it leaves alone."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.verbs.loss import owed_of_fen
from baitiao_cli.account.views.books import balances
from baitiao_cli.account.views.figures import figures
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History, opened

JULY = date(2024, 7, 20)


@pytest.mark.parametrize(
    "product", ["inst", "flat", "fee by date", "epi", "epp", "daily", "defer60", "fixed", "monthly"]
)
def test_all_that_is_owed_ends_and_no_price_to_come_is_asked(product: str) -> None:
    history = History([opened(date(2024, 1, 12))])
    history.buy(
        product, 6_000_00, {"defer60": 1, "daily": 6}.get(product, 6 if product not in ("inst", "flat") else 12)
    )
    history.today = date(2024, 4, 20)
    owed_fen = figures(history.account()).owed_fen
    event = history.write_off("A1P1")
    account = history.account()
    given_up_fen = sum(part.amount_fen for part in account.allocations if part.event_id == event.event_id)
    assert (given_up_fen, figures(account).owed_fen, account.used_fen) == (owed_fen, 0, 0)
    assert account.plans["A1P1"].settled_on == history.today
    assert figures(history.account(JULY)).owed_fen == 0


def test_another_plan_and_the_line_go_on() -> None:
    history = History([opened(date(2024, 1, 12))])
    history.buy("inst", 1_200_00, 12)
    history.buy("inst", 600_00, 6)
    history.today = date(2024, 2, 20)
    before = owed_of_fen(history.account(), "A1P2")
    history.write_off("A1P1")
    account = history.account()
    assert (account.status, owed_of_fen(account, "A1P2")) == ("open", before)
    # 1,200.00 of principal, a fee of 7.20, and its late charge of 8 nights: 107.20 x 0.05% x 8 = 0.4288.
    assert balances(account)["loan_losses"] == 1_207_63
    history.buy("month", 100_00)


def test_refusals_come_in_a_fixed_order() -> None:
    history = History([opened(date(2024, 1, 12))])
    with pytest.raises(BaitiaoError, match="nothing-owed"):
        history.write_off()
    history.buy("month", 100_00)
    with pytest.raises(BaitiaoError, match="plan-elsewhere"):
        history.write_off("A1P2")
    with pytest.raises(BaitiaoError, match="loss-of-purchase"):
        history.write_off("A1P1")
    history.write_off()
    with pytest.raises(BaitiaoError, match="account-written-off"):
        history.buy("month", 100_00)
    with pytest.raises(BaitiaoError, match="debt-lost"):
        history.repay(100_00)
    history.close()
    with pytest.raises(BaitiaoError, match="account-closed"):
        history.write_off()


def test_reversed_it_is_as_if_it_had_never_been() -> None:
    history = History([opened(date(2024, 1, 12))])
    history.buy("epi", 6_000_00, 6)
    history.today = date(2024, 3, 20)
    before = balances(history.account()), figures(history.account())
    event = history.write_off()
    history.reverse(event.event_id)
    assert (balances(history.account()), figures(history.account())) == before
