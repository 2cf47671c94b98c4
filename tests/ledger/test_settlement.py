"""What is due to merchants and from them: sums of the journal, by the day booked."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from baitiao_cli.account.events import Purchased, Refunded
from baitiao_cli.ledger.settlement import Dues
from baitiao_cli.products.catalogue import find_product

JANUARY, FEBRUARY, MARCH = date(2026, 1, 5), date(2026, 2, 5), date(2026, 3, 5)
FREE = find_product("free").terms(12, "B", JANUARY)


def dues(shop, from_on: date = date.min, through_on: date = date.max, last: int | None = None) -> dict[str, Dues]:
    with shop.ledger.read(known_at=last) as tx:
        return {one.merchant: one for one in tx.dues_by_merchant(from_on, through_on)}


def buy(shop, amount_fen: int, merchant: str, on: date | None = None) -> str:
    with shop.write() as tx:
        book = tx.book("A1")
        fact = Purchased(
            plan_id=f"A1P{book.next_plan_number}",
            amount_fen=amount_fen,
            terms=FREE,
            merchant=merchant,
            discount_ppb=10_000_000,
        )
        return book.record(fact, on or shop.today).event_id


def test_a_purchase_its_refund_and_its_reversal_each_on_the_day_booked(shop) -> None:
    # 1,200.00: 86.40 of subsidy (0.6% x 12) and 12.00 of discount (1%); a third comes back in February.
    shop.open()
    shop.today = JANUARY
    event_id = buy(shop, 1_200_00, "Café")
    shop.today = FEBRUARY
    refund = shop.record(Refunded(plan_id="A1P1", amount_fen=400_00))
    shop.today = MARCH
    shop.reverse(refund.event_id)
    shop.reverse(event_id)

    january, february, march = (dues(shop, on, on)["Café"] for on in (JANUARY, FEBRUARY, MARCH))
    booked = {"purchases_fen": 1_200_00, "subsidies_fen": -86_40, "discounts_fen": -12_00}
    assert january == replace(january, **booked, refunds_fen=0, net_fen=1_101_60)
    assert (february.refunds_fen, february.subsidies_fen, february.discounts_fen) == (-400_00, 28_80, 4_00)
    assert february.net_fen == -367_20
    assert (march.purchases_fen, march.refunds_fen, march.subsidies_fen) == (-1_200_00, 400_00, 57_60)
    assert dues(shop)["Café"].net_fen == 0


def test_what_is_back_dated_counts_when_it_is_booked_so_that_no_sent_statement_changes(shop) -> None:
    shop.open()
    shop.today = FEBRUARY
    buy(shop, 100_00, "Café", on=JANUARY)
    assert dues(shop, JANUARY, JANUARY) == {}
    assert dues(shop, FEBRUARY, FEBRUARY)["Café"].purchases_fen == 100_00
    with shop.ledger.read() as tx:
        (line,) = tx.lines_of_merchant("Café", date.min, date.max)
    assert (line.booked_on, line.effective_on, line.plan_id, line.cause) == (FEBRUARY, JANUARY, "A1P1", "A1E2")


def test_a_refund_that_pays_for_another_shops_purchase_is_due_from_the_one_that_gave_it(shop) -> None:
    # On the bill a refund pays what is billed first, of whichever shop.
    shop.open()
    shop.today = JANUARY
    shop.charge(100_00, merchant="old")
    shop.today = FEBRUARY
    shop.charge(40_00, merchant="new")
    shop.record(Refunded(plan_id="A1P2", amount_fen=40_00))
    assert shop.account().plans["A1P1"].balance_fen == 60_00
    now = dues(shop)
    assert (now["new"].refunds_fen, now["old"].refunds_fen) == (-40_00, 0)


def test_what_was_known_earlier_is_told_as_it_was(shop) -> None:
    shop.open()
    buy(shop, 100_00, "Café")
    before = dues(shop)
    buy(shop, 200_00, "Café")
    assert dues(shop, last=2) == before
