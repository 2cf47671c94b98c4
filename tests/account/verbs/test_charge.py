"""Whether the line allows a purchase, and the plan that it makes."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.events import HoldPlaced, Purchased
from baitiao_cli.account.verbs.charge import decide_purchase
from baitiao_cli.account.verbs.hold import decide_hold
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import PRODUCTS, History, opened

ON = date(2026, 1, 1)


def test_installments_follow_the_bills_from_the_current_cycle_on() -> None:
    # 1000.00 / 3 = 333.33, the last takes the rest; 0.6% of 1000.00 = 6.00 each; due nine days after each bill.
    history = History()
    history.buy("inst", 1000_00, 3)
    rows = history.account().plans["A1P1"].rows
    assert [(row.due_on, row.planned.principal, row.planned.fee) for row in rows] == [
        (date(2024, 2, 12), 333_33, 6_00),
        (date(2024, 3, 12), 333_33, 6_00),
        (date(2024, 4, 12), 333_34, 6_00),
    ]


def test_daily_plans_fall_due_on_the_anniversary_clamped_to_short_months() -> None:
    history = History([opened(date(2024, 1, 31))])
    history.buy("epi", 1000_00, 3)
    rows = history.account().plans["A1P1"].rows
    assert [row.due_on for row in rows] == [date(2024, 2, 29), date(2024, 3, 31), date(2024, 4, 30)]


@pytest.mark.parametrize(("tier", "fee_fen"), [("A", 5_00), ("B", 6_00), ("C", 8_00), ("D", 10_00)])
def test_the_fee_follows_the_tier(tier: str, fee_fen: int) -> None:
    history = History([opened(tier=tier)])
    history.buy("inst", 1000_00, 12)
    assert {row.planned.fee for row in history.account().plans["A1P1"].rows} == {fee_fen}


@pytest.mark.parametrize(
    ("amount_fen", "down_payment_fen", "code"),
    [
        (100_00, 100_00, "down-payment-too-large"),
        (99, 0, "amount-outside-product"),
        (200_000_01, 0, "amount-outside-product"),
        (20_000_01, 0, "limit-exceeded"),
        (20_000_01, 1, ""),
        (20_000_00, 0, ""),
    ],
)
def test_refusals_name_the_reason(amount_fen: int, down_payment_fen: int, code: str) -> None:
    history, product = History(), PRODUCTS["month"]
    purchase = Purchased(
        plan_id="A1P1", amount_fen=amount_fen, down_payment_fen=down_payment_fen, terms=product.terms(None, "B", ON)
    )
    if code:
        with pytest.raises(BaitiaoError, match=code):
            decide_purchase(history.account(), product, purchase, history.today)
    else:
        assert decide_purchase(history.account(), product, purchase, history.today) is purchase


def test_a_down_payment_is_not_lent() -> None:
    history = History()
    terms = PRODUCTS["free"].terms(3, "B", ON)
    history.record(Purchased(plan_id="A1P1", amount_fen=1000_00, down_payment_fen=100_00, terms=terms))
    account = history.account()
    assert account.used_fen == 900_00
    assert [row.planned.principal for row in account.plans["A1P1"].rows] == [300_00] * 3


def test_an_order_that_is_held_for_is_not_bought_once_more() -> None:
    history = History([opened(ON)])
    terms = PRODUCTS["month"].terms(None, "B", ON)
    hold = HoldPlaced(
        hold_id="A1H1", amount_fen=100_00, terms=terms, expires_on=date(2026, 2, 1), merchant="M1", order_id="O1"
    )
    history.record(decide_hold(history.account(), PRODUCTS["month"], hold, ON))
    for merchant, order_id in (("M1", "O2"), ("M2", "O1"), ("M1", "")):
        purchase = Purchased(plan_id="A1P1", amount_fen=100_00, terms=terms, merchant=merchant, order_id=order_id)
        assert decide_purchase(history.account(), PRODUCTS["month"], purchase, ON) == purchase
    again = Purchased(plan_id="A1P1", amount_fen=90_00, terms=terms, merchant="M1", order_id="O1")
    with pytest.raises(BaitiaoError, match="order-held") as refused:
        decide_purchase(history.account(), PRODUCTS["month"], again, ON)
    assert refused.value.details == {"order_id": "O1", "hold_id": "A1H1", "amount_fen": 100_00}
