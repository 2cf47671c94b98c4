"""An interest-free phone, a part of it sent back, paid on its bills: the customer pays no fen more, the shop the cost.

The shop is settled with by the month, by the day booked; a purchase that was entered in the wrong month is taken back.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from baitiao_cli.actions.charge import CHARGE
from baitiao_cli.actions.merchants import MerchantRow, list_merchants, show_merchant
from baitiao_cli.actions.open import OPEN
from baitiao_cli.actions.payoff import PAYOFF
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.refund import REFUND
from baitiao_cli.actions.register import REGISTER
from baitiao_cli.actions.repay import REPAY
from baitiao_cli.actions.reverse import REVERSE
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.store import Ledger

JANUARY = date(2026, 1, 1), date(2026, 1, 31)
FEBRUARY = date(2026, 2, 1), date(2026, 2, 28)
MARCH = date(2026, 3, 1), date(2026, 3, 31)


def test_an_interest_free_phone_settled_with_the_shop(tmp_path: Path) -> None:
    ledger = Ledger.create(tmp_path / "ledger.db", now="2026-01-05T01:00:00Z")

    def do(on: date, verb: Verb, **asked: object):
        call = Call(today=on, now=f"{on}T02:00:00Z", operator="shop")
        return perform(ledger, verb, verb.asked(**asked), call)

    def dues(days: tuple[date, date]) -> MerchantRow:
        with ledger.read() as tx:
            (row,) = list_merchants(tx, *days).merchants
        return row

    do(date(2026, 1, 5), OPEN, name="李雷", limit_fen=2_000_000, bill_day=3)
    do(date(2026, 1, 5), REGISTER, merchant="Phone shop", discount_ppb=5_000_000)  # 0.5%
    phone = {"product_id": "free", "installments": 3, "merchant": "Phone shop"}
    do(date(2026, 1, 8), CHARGE, account_id="A1", amount_fen=3_000_00, order_id="T-1", **phone)
    wrong = do(date(2026, 1, 30), CHARGE, account_id="A1", amount_fen=100_00, merchant="Phone shop", order_id="T-2")

    # January: 3,000.00 x 0.6% x 3 = 54.00 of subsidy, (3,000.00 + 100.00) x 0.5% = 15.50 of discount.
    january = dues(JANUARY)
    assert (january.purchases_fen, january.subsidies_fen, january.discounts_fen) == (3_100_00, -54_00, -15_50)
    assert january.net_fen == 3_030_50

    # February: the purchase of 100.00 was another shop's; of the phone 600.00, a fifth, come back.
    do(date(2026, 2, 2), REVERSE, reversed_event_id=wrong.event_id)
    do(date(2026, 2, 10), REFUND, plan_id="A1P1", amount_fen=600_00)
    february = dues(FEBRUARY)
    assert (february.purchases_fen, february.refunds_fen) == (-100_00, -600_00)
    assert (february.subsidies_fen, february.discounts_fen) == (10_80, 3_50)  # 54.00 / 5; 0.50 + 15.00 / 5
    assert february.net_fen == -685_70

    # The customer pays 2,400.00 in all: 1,000.00 on the first bill, the rest at once in March.
    assert do(date(2026, 2, 12), REPAY, account_id="A1", amount_fen=1_000_00).account.owed_fen == 1_400_00
    assert do(date(2026, 3, 9), PAYOFF, account_id="A1").account.owed_fen == 0
    assert dues(MARCH).net_fen == 0

    # Both statements stand as they were, and sum to what is due in all: 2,400.00 less 43.20 and 12.00.
    assert (dues(JANUARY), dues(FEBRUARY)) == (january, february)
    with ledger.read() as tx:
        whole = show_merchant(tx, "M1", None, date(2026, 3, 31))
    assert whole.net_fen == january.net_fen + february.net_fen == 2_344_80
    assert [(line.order_id, line.net_fen) for line in whole.lines] == [
        ("T-1", 2_931_00),
        ("T-2", 99_50),
        ("T-2", -99_50),
        ("T-1", -586_20),
    ]
    assert check_ledger(ledger, full=True) == []
