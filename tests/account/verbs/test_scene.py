"""Scenes: what is lent for one kind of purchase on a day and in a month.

By the line for `virtual` 2,000.00 and 5,000.00, for `travel` 10,000.00 a day; by the product `defer60` for `travel`
3,000.00 and 6,000.00, for `virtual` nothing.
"""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from baitiao_cli.account.events import Purchased
from baitiao_cli.account.terms import SceneCap
from baitiao_cli.account.verbs.charge import decide_purchase
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import LINE, PRODUCTS, History, opened


def bought_until(on: date, *amounts: int) -> History:
    history = History()
    for amount_fen in amounts:
        history.buy("month", amount_fen, scene="virtual")
    history.today = on
    return history


def test_the_cap_of_a_day_counts_to_the_fen_and_names_its_figures() -> None:
    history = bought_until(date(2024, 1, 12), 1_500_00)
    with pytest.raises(BaitiaoError, match="scene-cap-exceeded") as refusal:
        history.buy("month", 500_01, scene="virtual")
    told = refusal.value.details
    assert (told["cap_fen"], told["taken_fen"], told["left_fen"], told["amount_fen"]) == (
        2_000_00,
        1_500_00,
        500_00,
        500_01,
    )
    assert (told["from_on"], told["through_on"]) == (date(2024, 1, 12), date(2024, 1, 12))
    history.buy("month", 500_00, scene="virtual")
    history.buy("month", 500_01, scene="food")
    history.buy("month", 500_01)


def test_the_cap_of_a_month_counts_from_its_first_day() -> None:
    # 2,000.00 on each of 12 and 13 January leave 1,000.00 until the 31st; February begins anew.
    history = bought_until(date(2024, 1, 13), 2_000_00)
    history.buy("month", 2_000_00, scene="virtual")
    history.today = date(2024, 1, 31)
    with pytest.raises(BaitiaoError) as refusal:
        history.buy("month", 1_000_01, scene="virtual")
    assert (refusal.value.details["left_fen"], refusal.value.details["through_on"]) == (1_000_00, date(2024, 1, 31))
    history.today = date(2024, 2, 1)
    history.buy("month", 2_000_00, scene="virtual")


def test_what_is_back_dated_may_not_make_a_later_purchase_pass_the_cap() -> None:
    history = History()
    for day in (20, 25):
        history.today = date(2024, 1, day)
        history.buy("month", 2_000_00, scene="virtual")
    with pytest.raises(BaitiaoError, match="event-needed"):  # the ledger names the later purchase: breaks-later-event
        history.buy("month", 1_000_01, on=date(2024, 1, 14), scene="virtual")
    history.buy("month", 1_000_00, on=date(2024, 1, 14), scene="virtual")


def test_what_is_not_financed_does_not_count_and_a_refund_gives_no_room_back() -> None:
    history = bought_until(date(2024, 1, 12), 2_000_00)
    history.refund("A1P1", 2_000_00)
    with pytest.raises(BaitiaoError, match="scene-cap-exceeded"):
        history.buy("month", 1_00, scene="virtual")
    history.reverse("A1E3")
    history.reverse("A1E2")
    history.buy("month", 2_000_00, scene="virtual")


def test_a_hold_takes_room_until_it_is_released_and_its_capture_counts_on_its_day() -> None:
    history = History()
    history.hold("month", 2_000_00, scene="virtual")
    with pytest.raises(BaitiaoError, match="scene-cap-exceeded"):
        history.hold("month", 1_00, scene="virtual")
    history.today = date(2024, 1, 13)
    history.capture("A1H1", 1_500_00)  # on the 13th, but authorised on the 12th
    history.buy("month", 2_000_00, scene="virtual")
    history.today = date(2024, 1, 14)  # 3,500.00 of the month are taken
    with pytest.raises(BaitiaoError, match="scene-cap-exceeded"):
        history.buy("month", 1_500_01, scene="virtual")
    history.buy("month", 1_500_00, scene="virtual")


def test_a_released_hold_gives_its_room_back() -> None:
    history = History()
    history.hold("month", 2_000_00, scene="virtual")
    history.release("A1H1")
    history.buy("month", 2_000_00, scene="virtual")


def test_a_scene_that_is_not_allowed_is_lent_nothing_for() -> None:
    history = History()
    with pytest.raises(BaitiaoError, match=r"^scene-excluded"):
        history.buy("month", 1_00, scene="investment")
    with pytest.raises(BaitiaoError, match="product-scene-excluded"):
        history.buy("defer60", 1_00, scene="virtual")
    with pytest.raises(BaitiaoError, match="product-scene-excluded"):
        history.hold("defer60", 1_00, scene="virtual")
    history.buy("month", 1_00, scene="virtual")


def test_the_caps_of_a_product_count_its_own_purchases_only_and_come_after_those_of_the_line() -> None:
    history = History()
    history.buy("month", 5_000_00, scene="travel")
    history.hold("defer60", 2_000_00, scene="travel")
    with pytest.raises(BaitiaoError, match="product-scene-cap-exceeded") as refusal:
        history.buy("defer60", 1_000_01, scene="travel")
    told = refusal.value.details
    assert (told["product_id"], told["cap_fen"], told["taken_fen"], told["left_fen"]) == (
        *("defer60", 3_000_00),
        *(2_000_00, 1_000_00),
    )
    # 10,000.00 of the line less 5,000.00 and 2,000.00: 3,000.01 is too much for both caps, and the line's is told.
    with pytest.raises(BaitiaoError, match=r"^scene-cap-exceeded"):
        history.buy("defer60", 3_000_01, scene="travel")
    history.buy("defer60", 1_000_00, scene="travel")
    # 3,000.00 of the month's 6,000.00 are taken on the 12th, 2,000.00 on the 13th.
    history.today = date(2024, 1, 13)
    history.buy("defer60", 2_000_00, scene="travel")
    history.today = date(2024, 1, 31)
    with pytest.raises(BaitiaoError, match="product-scene-cap-exceeded") as refusal:
        history.buy("defer60", 1_000_01, scene="travel")
    assert (refusal.value.details["from_on"], refusal.value.details["left_fen"]) == (date(2024, 1, 1), 1_000_00)


def test_what_is_back_dated_may_not_make_a_later_purchase_pass_the_cap_of_its_product() -> None:
    history = History()
    for day in (20, 25):
        history.today = date(2024, 1, day)
        history.buy("defer60", 2_500_00, scene="travel")
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.buy("defer60", 1_000_01, on=date(2024, 1, 14), scene="travel")
    history.buy("defer60", 1_000_00, on=date(2024, 1, 14), scene="travel")


def test_the_caps_of_a_product_are_frozen_with_the_terms() -> None:
    """What was agreed earlier (a quote, a hold) keeps the caps of its day; an old plan without any has none."""
    history = History([opened(line=replace(LINE, scene_caps=()))])
    account, product = history.account(), PRODUCTS["defer60"]
    purchase = Purchased(
        plan_id="A1P1", amount_fen=5_000_00, scene="virtual", terms=product.terms(None, "B", history.today)
    )
    with pytest.raises(BaitiaoError, match="product-scene-excluded"):
        decide_purchase(account, product, purchase, history.today)
    for caps in ((), (SceneCap(scene="virtual", per_day_fen=5_000_00),)):
        agreed = replace(purchase, terms=replace(purchase.terms, scene_caps=caps))
        assert decide_purchase(account, product, agreed, history.today) == agreed
