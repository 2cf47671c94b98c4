"""The models by themselves: what somebody means to do follows from the kind of payer and the draws alone."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from baitiao_cli.scenario.draw import Draw
from baitiao_cli.scenario.portfolio import buying, changing, paying
from baitiao_cli.scenario.portfolio.paying import Intention
from baitiao_cli.scenario.portfolio.rules import Payer, read_portfolio

BILLED, DUE = date(2026, 2, 3), date(2026, 2, 12)
NOBODY = Payer(kind="nobody", weight=1, tiers={"A": 1}, purchases=(0, 0), pays={"nothing": 1})
ASKED = SimpleNamespace(due_fen=1_000_00, minimum_left_fen=100_00, cure_fen=30_00)


@pytest.mark.parametrize(
    ("meant", "fen"),
    [
        (Intention("full"), 1_000_00),
        (Intention("minimum"), 100_00),
        (Intention("part", 50), 550_00),  # 100 and half of the 900 above it
        (Intention("overdue"), 30_00),
        (Intention("minimum", is_rounded_up=True), 100_00),
        (Intention("part", 33, is_rounded_up=True), 400_00),  # 100 + 297 = 397
    ],
)
def test_what_is_paid_of_a_bill(meant: Intention, fen: int) -> None:
    assert paying.amount_fen(meant, ASKED) == fen


def test_who_pays_in_time_pays_between_the_bill_and_its_due_date() -> None:
    payer, draw = replace(NOBODY, pays={"full": 1}), Draw(1)
    days = {deed.on for _ in range(500) for deed in paying.payments(payer, draw, BILLED, DUE)}
    assert (min(days), max(days)) == (BILLED, DUE)


def test_who_pays_late_pays_after_it() -> None:
    payer, draw = replace(NOBODY, pays={"full": 1}, late_pct=100, late_days=(2, 5)), Draw(1)
    days = {deed.on for _ in range(200) for deed in paying.payments(payer, draw, BILLED, DUE)}
    assert days == {DUE + timedelta(days=late) for late in (2, 3, 4, 5)}


def test_who_pays_nothing_means_to_do_nothing() -> None:
    assert not list(paying.payments(NOBODY, Draw(1), BILLED, DUE))
    assert not list(changing.wishes(NOBODY, Draw(1), BILLED))
    assert not list(buying.purchases(NOBODY, read_portfolio(), Draw(1), BILLED))


def test_who_means_to_close_wants_nothing_else() -> None:
    payer = replace(NOBODY, closes_pct=100, prepays_pct=100, asks_limit_pct=100, locks_pct=100)
    assert [deed.do for deed in changing.wishes(payer, Draw(1), BILLED)] == ["close"]


def test_purchases_are_what_the_shop_has_at_its_prices() -> None:
    rules, payer, draw = read_portfolio(), replace(NOBODY, purchases=(3, 3)), Draw(3)
    deeds = [deed for _ in range(200) for deed in buying.purchases(payer, rules, draw, BILLED)]
    assert len(deeds) == 600
    for deed in deeds:
        least, most = deed.about.shop.price_yuan
        assert 100 * least <= deed.about.amount_fen <= 100 * most
        assert deed.about.amount_fen % 10 == 0
        assert deed.about.brand in deed.about.shop.brands
        assert deed.about.shop.products[deed.about.product_id]
        assert BILLED <= deed.on < BILLED + timedelta(days=28)
    assert {deed.about.shop.name for deed in deeds} == {shop.name for shop in rules.shops}


def test_only_what_goes_on_the_bill_is_authorised_first() -> None:
    payer, draw = replace(NOBODY, purchases=(3, 3), holds_pct=100), Draw(5)
    wishes = [deed.about for _ in range(100) for deed in buying.purchases(payer, read_portfolio(), draw, BILLED)]
    assert {wish.product_id for wish in wishes if wish.is_held} == {"month"}
    assert {wish.product_id for wish in wishes if not wish.is_held} == {"inst", "free", "epi", "defer60", "daily"}


def test_a_draw_by_weight_comes_near_the_weights() -> None:
    """Of 10,000 draws 7,000 are to be expected; four times the deviation of 46 is 184."""
    draw = Draw(11)
    found = Counter(draw.weighed({"a": 7, "b": 3, "c": 0}) for _ in range(10_000))
    assert set(found) == {"a", "b"}
    assert abs(found["a"] - 7_000) < 184
