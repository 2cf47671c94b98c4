"""What the merchant owes for a purchase: the subsidy of an interest-free plan, booked beside the customer's debt."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from baitiao_cli.account.events import Purchased
from baitiao_cli.account.postings import ledger_balances
from baitiao_cli.account.views.figures import figures
from tests.laws.facts import bills_of, rows_of
from tests.laws.history import PRODUCTS, History

SUBSIDY = ("A1P1", "merchant_subsidies")
INCOME = ("A1P1", "subsidy_income")


def books(history: History) -> dict[tuple[str, str], int]:
    return ledger_balances(history.account().postings)


def test_an_interest_free_purchase_is_subsidised_by_the_merchant_for_each_installment() -> None:
    # 1,200.00 at 0.6% is 7.20 for each of 12 installments: 86.40 from the merchant, who is owed 1,200.00.
    history = History()
    history.buy("free", 1_200_00, 12)
    assert books(history) == {
        ("A1P1", "principal"): 1_200_00,
        ("A1P1", "merchant_payable"): -1_200_00,
        SUBSIDY: 86_40,
        INCOME: -86_40,
    }


def test_the_subsidy_of_an_installment_is_rounded_like_a_fee() -> None:
    # 999.99 x 0.6% = 5.99994, rounded to 6.00, three times: what the customer would pay as a fee at that rate.
    history = History()
    history.buy("free", 999_99, 3)
    assert books(history)[SUBSIDY] == 18_00


def test_a_refund_returns_the_share_of_what_came_back() -> None:
    # 400.00 of 1,200.00 come back: a third of 86.40, 28.80; 57.60 stay.
    history = History()
    history.buy("free", 1_200_00, 12)
    history.refund("A1P1", 400_00)
    assert (books(history)[SUBSIDY], books(history)[INCOME]) == (57_60, -57_60)


def test_refunds_in_steps_return_what_one_returns_and_a_full_one_all() -> None:
    # 1.00 of 7.00 returned seven times, of 0.04 x 3 = 0.12: what stays is round(0.12 x 6/7) = 0.10, 0.09, 0.07, ...
    history = History()
    history.buy("free", 7_00, 3)
    stayed = []
    for _ in range(7):
        history.refund("A1P1", 1_00)
        stayed.append(books(history).get(SUBSIDY, 0))
    assert stayed == [10, 9, 7, 5, 3, 2, 0]
    at_once = History()
    at_once.buy("free", 7_00, 3)
    at_once.refund("A1P1", 3_00)
    assert books(at_once)[SUBSIDY] == 7


def test_a_reversed_refund_and_a_reversed_purchase_leave_no_trace() -> None:
    history = History()
    bought = history.buy("free", 1_200_00, 12)
    refund = history.refund("A1P1", 400_00)
    history.reverse(refund.event_id)
    assert books(history)[SUBSIDY] == 86_40
    history.reverse(bought.event_id)
    assert books(history) == {}


def test_what_the_customer_pays_early_or_late_changes_none_of_it() -> None:
    history = History()
    history.buy("free", 1_200_00, 12)
    history.today = date(2024, 4, 20)  # three installments late
    assert books(history)[SUBSIDY] == 86_40
    history.pay_off("A1P1")
    assert books(history)[SUBSIDY] == 86_40


def test_a_capture_takes_the_subsidy_of_its_hold_and_a_later_product_file_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    history = History()
    history.hold("free", 1_200_00, 12)
    monkeypatch.setitem(PRODUCTS, "free", replace(PRODUCTS["free"], subsidy_ppb=0))
    history.capture("A1H1", 600_00)
    assert books(history)[SUBSIDY] == 43_20


def test_the_customers_figures_do_not_change_by_a_fen(monkeypatch: pytest.MonkeyPatch) -> None:
    def story() -> History:
        history = History()
        history.buy("free", 1_234_56, 12)
        history.today = date(2024, 3, 20)
        history.repay(150_00)
        history.refund("A1P1", 345_67)
        history.today = date(2024, 6, 20)
        return history

    with_it = story().account()
    monkeypatch.setitem(PRODUCTS, "free", replace(PRODUCTS["free"], subsidy_ppb=0))
    without = story().account()
    assert with_it.plans["A1P1"].merchant_dues != without.plans["A1P1"].merchant_dues
    assert (figures(with_it), rows_of(with_it), bills_of(with_it)) == (
        figures(without),
        rows_of(without),
        bills_of(without),
    )


def test_the_discount_is_booked_with_the_purchase_and_a_refund_returns_its_share() -> None:
    # 0.7% of 333.33 is 2.33331: 2.33; with a third returned, 111.11, 2.33 x 2/3 = 1.5533...: 1.55.
    history = History()
    terms = PRODUCTS["month"].terms(None, "B", history.today)
    purchase = Purchased(plan_id="A1P1", amount_fen=333_33, terms=terms, merchant_id="M1", discount_ppb=7_000_000)
    history.record(purchase)
    due, earned = ("A1P1", "merchant_discounts"), ("A1P1", "discount_income")
    assert (books(history)[due], books(history)[earned]) == (2_33, -2_33)
    history.refund("A1P1", 111_11)
    assert (books(history)[due], books(history)[earned]) == (1_55, -1_55)
