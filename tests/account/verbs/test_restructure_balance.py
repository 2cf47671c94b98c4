"""What bills have asked for, restructured: which purchases, what becomes of charges and minimums, what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from baitiao_cli.account.postings import SUSPENDED
from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.books import balances
from baitiao_cli.account.views.figures import figures
from baitiao_cli.actions.proof import prove
from baitiao_cli.errors import BaitiaoError
from tests.laws.facts import economics_of
from tests.laws.history import GRACE_LINE, PRODUCTS, History, opened

DUE_ON = date(2024, 2, 12)


def bought(*amounts_fen: int, line: object = None) -> History:
    """Purchases of 12 January 2024 on the bill of 3 February, due on the 12th."""
    history = History([opened(date(2024, 1, 12), **({"line": line} if line else {}))])  # type: ignore[arg-type]
    for amount_fen in amounts_fen:
        history.buy("month", amount_fen)
    return history


def test_every_billed_purchase_goes_and_none_that_no_bill_has_asked_for() -> None:
    history = bought(400_00, 200_00)
    history.today = DUE_ON
    history.repay(150_00)  # the older one first
    history.buy("month", 77_00)
    history.restructure_balance(6)
    plan = history.account().plans["A1P4"]
    assert plan.converted == {"A1P1": 250_00, "A1P2": 200_00}
    assert [row.planned.total_fen for row in plan.rows] == 6 * [75_00 + 2_70]
    assert history.account().plans["A1P3"].balance_fen == 77_00
    assert prove(history.events, date(2024, 6, 1)).differences == ()


def test_before_the_due_date_nothing_is_carried_and_nothing_is_missed() -> None:
    history = bought(400_00)
    history.today = date(2024, 2, 5)
    history.restructure_balance(4)
    history.today = date(2024, 3, 2)
    now = figures(history.account())
    assert (now.owed_fen, now.due_fen, now.days_past_due, now.loan_class) == (400_00, 0, 0, "special-mention")
    assert prove(history.events, date(2024, 6, 1)).differences == ()


def test_a_bill_that_is_not_due_yet_asks_for_nothing_on_its_due_date() -> None:
    # On 5 March the bill of 3 February is missed, that of 3 March (with 20 nights' charges) is due on the 12th.
    history = bought(1_000_00)
    history.today = date(2024, 3, 5)
    history.restructure_balance(10)
    # 20 nights and 2 of 1,000.00 at 0.05% and 0.015%: 10.00 + 1.00, 3.00 + 0.30.
    owed = figures(history.account()).owed
    assert (owed.interest, owed.late_charge) == (11_00, 3_30)
    history.today = date(2024, 4, 12)
    now = figures(history.account())
    assert (now.owed.interest, now.owed.late_charge, now.days_past_due) == (11_00, 3_30, 0)
    assert now.due_fen == 100_00 + 6_00 + 14_30
    assert prove(history.events, date(2024, 7, 1)).differences == ()


def test_what_is_left_of_the_charges_bears_interest_again_once_it_is_due_again() -> None:
    history = bought(1_000_00)
    history.today = date(2024, 3, 5)
    history.restructure_balance(10)
    history.today = date(2024, 4, 12)
    history.repay(106_00, plan_id="A1P2")  # the installment, not the charges
    history.today = date(2024, 4, 22)
    # Ten nights of 11.00 of interest: 0.055; late 0.0165 would be less than a fen a night: 0.10.
    owed = figures(history.account()).owed
    assert (owed.interest, owed.late_charge) == (11_00 + 6, 3_30 + 10)
    assert figures(history.account()).days_past_due == 10
    assert prove(history.events, date(2024, 7, 1)).differences == ()


def test_within_the_grace_days_it_was_never_late() -> None:
    history = bought(1_000_00, line=GRACE_LINE)
    history.today = date(2024, 2, 15)  # three nights, which the third day of grace still forgives
    history.restructure_balance(10)
    owed = figures(history.account()).owed
    assert (owed.interest, owed.late_charge) == (1_50, 0)
    assert prove(history.events, date(2024, 7, 1)).differences == ()


def test_a_deferred_bill_costs_its_nights_so_far() -> None:
    # Deferred by 10 days at 0.04%: from 12 February until the 15th 3 nights of 1,000.00: 1.20.
    history = bought(1_000_00)
    history.today = date(2024, 2, 5)
    history.defer()
    history.today = date(2024, 2, 15)
    history.restructure_balance(10)
    history.today = date(2024, 3, 11)
    now = figures(history.account())
    assert (now.owed.interest, now.owed.late_charge, now.days_past_due) == (1_20, 0, 0)
    assert prove(history.events, date(2024, 7, 1)).differences == ()


def test_it_can_be_done_again_for_later_purchases_and_the_plan_by_itself() -> None:
    history = bought(1_000_00)
    history.today = date(2024, 3, 5)
    history.restructure_balance(10)
    history.buy("month", 300_00)
    history.today = date(2024, 4, 20)
    history.restructure_balance(3)  # 300.00 of the bill of 3 April
    history.restructure("A1P2", 20)  # the first plan, of which 100.00 + 6.00 are 8 days late
    account = history.account()
    assert (account.plans["A1P4"].converted, figures(account).days_past_due) == ({"A1P3": 300_00}, 0)
    assert account.plans["A1P2"].unbilled_rows[0].planned.total_fen == 50_00 + 6_00
    assert prove(history.events, date(2024, 12, 1)).differences == ()


def test_suspended_charges_stay_in_suspense_until_they_are_paid() -> None:
    # Day 92: everything that was asked for is out of income; it is what the account owes besides principal.
    history = bought(1_000_00)
    history.today = date(2024, 5, 14)
    before = figures(history.account()).owed
    history.restructure_balance(10)
    books = balances(history.account())
    assert [books[name] for name in SUSPENDED.values() if name in books] == [-before.interest, -before.late_charge]
    assert not {"interest_income", "late_charge_income"} & set(books)
    history.today = date(2024, 6, 12)
    history.repay(before.interest + before.late_charge)  # the line's charges come first
    books = balances(history.account())
    assert (books["interest_income"], books["late_charge_income"]) == (-before.interest, -before.late_charge)
    assert (books["fee_income"], set(SUSPENDED.values()) & set(books)) == (-6_00, set())
    assert prove(history.events, date(2024, 8, 1)).differences == ()


def test_a_refund_of_the_purchase_lowers_the_plan_and_a_dispute_sets_its_rows_aside() -> None:
    history = bought(1_000_00)
    history.today = date(2024, 3, 5)
    history.restructure_balance(10)
    history.refund("A1P1", 250_00)
    rows = history.account().plans["A1P2"].rows
    assert [row.planned.total_fen for row in rows] == 7 * [106_00] + [53_00, 0, 0]
    history.dispute("A1P1", 750_00)
    assert (history.account().disputed_fen, history.account().used_fen) == (750_00, 0)
    history.win(history.account().open_disputes[0].dispute_id)
    assert figures(history.account()).owed_fen == 14_30  # the charges so far
    assert prove(history.events, date(2024, 8, 1)).differences == ()


def test_reversed_it_never_was_and_back_dated_it_is_the_same() -> None:
    history, other = bought(1_000_00), bought(1_000_00)
    for each in (history, other):
        each.today = date(2024, 3, 20)
    before = economics_of(history.account())
    event = history.restructure_balance(10, on=date(2024, 3, 5))
    other.today = date(2024, 3, 5)
    other.restructure_balance(10)
    other.today = date(2024, 3, 20)
    assert economics_of(history.account()) == economics_of(other.account())
    history.reverse(event.event_id)
    assert economics_of(history.account()) == before


def test_a_payment_that_is_found_later_makes_the_plan_smaller_or_leaves_none() -> None:
    history = bought(1_000_00)
    history.today = date(2024, 3, 5)
    history.restructure_balance(60)
    history.repay(400_00, on=DUE_ON)
    assert history.account().plans["A1P2"].financed_fen == 600_00
    # 0.41 yuan are too little for 60 installments: the event is a conflict, and nothing is moved.
    folded = replay([*history.events[:2], paid(history, 999_59), *history.events[2:3]], history.today)
    assert [conflict.code for conflict in folded.conflicts] == ["installment-too-small"]
    folded = replay([*history.events[:2], paid(history, 1_000_00), *history.events[2:3]], history.today)
    assert [conflict.code for conflict in folded.conflicts] == ["nothing-to-restructure"]
    assert folded.used_fen == 0


def paid(history: History, amount_fen: int) -> object:
    """A repayment on the due date, as it would be recorded now."""
    other = bought(1_000_00)
    other.today = DUE_ON
    return other.repay(amount_fen)


def test_refusals_come_in_a_fixed_order() -> None:
    def code(history: History, *args: object, **rates: object) -> str:
        with pytest.raises(BaitiaoError) as refusal:
            history.restructure_balance(*args, **rates)  # type: ignore[arg-type]
        return refusal.value.code

    history = bought(1_000_00)
    assert code(history, 61) == "nothing-to-restructure"
    history.today = date(2024, 5, 14)
    assert [code(history, count) for count in (0, 61)] == 2 * ["restructure-too-long"]
    assert [code(history, 3, product) for product in ("epi", "month", "free")] == 3 * ["convert-product-unfit"]
    assert code(history, 3, ppb=70_000_000, per="year") == "rate-unit-unfit"
    assert code(history, 12, ppb=12_000_000) == "rate-above-cap"
    history.charge_off()
    assert code(history, 61) == "debt-lost"
    history.pay_off()
    history.close()
    assert code(history, 61) == "account-closed"


def test_terms_without_a_price_have_none_to_compare(monkeypatch: pytest.MonkeyPatch) -> None:
    single = replace(PRODUCTS["inst"], id="at once", method="single", rate_per=None, installments=(1,))
    monkeypatch.setitem(PRODUCTS, "at once", single)
    history = bought(1_000_00)
    history.today = date(2024, 2, 5)
    with pytest.raises(BaitiaoError, match="installments-not-one"):
        history.restructure_balance(12, product_id="at once")
    assert history.restructure_balance(1, product_id="at once")
