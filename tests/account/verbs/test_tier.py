"""The tier: what is bought from then on has its price, and nothing that was agreed before becomes other."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.events import Purchased, Repaid
from baitiao_cli.account.verbs.tier import tier_of
from baitiao_cli.errors import BaitiaoError
from tests.laws.facts import economics_of
from tests.laws.history import History


def fees(history: History, plan_id: str) -> list[int]:
    """What each installment of a plan was agreed to cost."""
    return [row.planned.fee for row in history.account().plans[plan_id].rows]


def test_purchases_from_then_on_have_the_new_price_and_plans_keep_theirs() -> None:
    history = History()
    history.buy("inst", 600_00, 3)
    assert fees(history, "A1P1") == [3_60] * 3  # tier B pays 0.6% a period of 600.00
    history.set_tier("D")
    assert history.account().tier == "D"
    history.buy("inst", 600_00, 3)
    assert (fees(history, "A1P1"), fees(history, "A1P2")) == ([3_60] * 3, [6_00] * 3)  # tier D pays 1%
    history.set_tier("A")
    history.buy("inst", 600_00, 3)
    assert [fees(history, plan_id)[0] for plan_id in ("A1P1", "A1P2", "A1P3")] == [3_60, 6_00, 3_00]  # A: 0.5%


def test_no_figure_moves_with_the_tier() -> None:
    history = History()
    history.buy("inst", 600_00, 3)
    history.buy("daily", 900_00, 3)
    history.today = date(2024, 3, 20)
    before = economics_of(history.account())
    history.set_tier("D", on=history.opened_on)
    assert economics_of(history.account()) == before


@pytest.mark.parametrize("tier", ["B"])
def test_the_same_tier_is_refused(tier: str) -> None:
    with pytest.raises(BaitiaoError, match="tier-same"):
        History().set_tier(tier)  # type: ignore[arg-type]


def test_a_closed_account_keeps_its_tier() -> None:
    history = History()
    history.close()
    with pytest.raises(BaitiaoError, match="account-closed"):
        history.set_tier("B")  # closed comes first, whatever tier is named


def test_a_lock_and_a_suspension_do_not_stand_in_the_way() -> None:
    history = History()
    history.lock()
    history.suspend()
    history.set_tier("C")
    assert history.account().tier == "C"


def test_reversed_it_prices_nothing_any_more() -> None:
    history = History()
    change = history.set_tier("D")
    history.buy("inst", 600_00, 3)
    history.reverse(change.event_id)
    history.buy("inst", 600_00, 3)
    assert (fees(history, "A1P1"), fees(history, "A1P2")) == ([6_00] * 3, [3_60] * 3)


def test_the_tier_by_which_a_plan_was_priced_is_that_of_its_recording() -> None:
    history = History()
    first = history.opened_on
    history.today = date(2024, 2, 20)
    history.buy("inst", 600_00, 3, on=date(2024, 2, 10))
    history.set_tier("D", on=first)  # entered later for a day before the purchase
    history.buy("inst", 600_00, 3, on=date(2024, 2, 10))
    back = history.set_tier("A")
    history.buy("inst", 600_00, 3)
    history.reverse(back.event_id)
    history.buy("inst", 600_00, 3, on=date(2024, 2, 19))
    made = [event for event in history.events if isinstance(event.fact, Purchased)]
    assert [tier_of(history.events, event) for event in made] == ["B", "D", "A", "D"]
    assert [fees(history, event.fact.plan_id)[0] for event in made] == [3_60, 6_00, 3_00, 6_00]


def test_a_captured_hold_is_of_the_tier_in_which_it_was_placed() -> None:
    history = History()
    history.hold("inst", 600_00, 3)
    history.set_tier("D")
    history.capture("A1H1")
    captured = next(event for event in history.events if isinstance(event.fact, Purchased))
    assert (tier_of(history.events, captured), fees(history, "A1P1")) == ("B", [3_60] * 3)


def test_a_reopening_is_of_the_tier_that_it_gives() -> None:
    history = History()
    history.set_tier("C")
    history.close()
    history.today = date(2024, 5, 20)
    history.reopen(tier="A")
    history.buy("inst", 600_00, 3)
    history.repay(1_00)
    made = next(event for event in history.events if isinstance(event.fact, Purchased))
    paid = next(event for event in history.events if isinstance(event.fact, Repaid))
    assert (tier_of(history.events, made), tier_of(history.events, paid), history.account().tier) == ("A", "A", "A")
