"""What seldom happens and is right all the same: one fen, the last day, a bill that lost its purchase."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from baitiao_cli.account.events import Purchased
from baitiao_cli.account.limits import ANYTHING
from baitiao_cli.account.postings import ledger_balances
from baitiao_cli.account.views.explain.account import explain_account
from baitiao_cli.account.views.explain.bill import explain_bill
from baitiao_cli.account.views.explain.event import explain_event
from baitiao_cli.account.views.history import history as history_of
from baitiao_cli.account.views.replanned import plan_picture
from baitiao_cli.account.views.statement import find_bill
from baitiao_cli.account.views.why import between_days
from tests.laws.history import GRACE_LINE, PRODUCTS, History, opened

NIGHT = timedelta(days=1)


def test_the_subsidy_of_what_is_owed_again_stays_with_the_purchase() -> None:
    history = History()
    history.buy("free", 1_200_00, 12)
    history.lose(history.dispute("A1P1", 300_00).event_id)
    plans = history.account().plans
    assert (plans["A1P1"].terms.subsidy_ppb, plans["A1P2"].terms.subsidy_ppb) == (6_000_000, 0)


def test_a_row_in_weeks_counts_no_months_when_it_is_extended() -> None:
    history = History()
    history.buy("weekly", 600_00, 3)
    history.buy("epi", 600_00, 3)
    history.extend("A1P1", 1)
    history.extend("A1P2", 1)
    plans = history.account().plans
    assert [row.months for row in plans["A1P1"].rows] == [0, 0, 0]
    assert [row.months for row in plans["A1P2"].rows] == [2, 1, 1]


def test_a_bill_whose_purchase_was_taken_back_is_adjusted_in_full() -> None:
    history = History()
    bought = history.buy("month", 100_00)
    history.today = date(2024, 2, 3)
    history.issue_bills()
    history.today = date(2024, 2, 5)
    taken_back = history.reverse(bought.event_id)
    history.buy("month", 50_00, on=date(2024, 2, 10))
    history.today = date(2024, 3, 3)
    found = explain_bill(history.events, find_bill(history.events, history.today))
    (adjustment,) = [figure for figure in found if figure.figure == "adjustment"]
    assert [(line.rule, line.exact, line.event_id) for line in adjustment.lines] == [
        ("learned-later", -100_00, taken_back.event_id)
    ]


def test_bills_that_were_sent_stay_bills_of_an_account_that_did_nothing() -> None:
    history = History()
    bought = history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 4, 5)
    history.issue_bills()
    history.reverse(bought.event_id)
    assert [bill.billed_on.month for bill in history.account().bills] == [2, 3, 4]
    assert [bill.figures.closing_fen for bill in history.account().bills] == [0, 0, 0]


def test_a_product_without_a_cap_has_none() -> None:
    assert PRODUCTS["dear"].cap_ppb(date(2026, 1, 12)) == 0
    assert PRODUCTS["dear"].terms(6, "B", date(2026, 1, 12)).annual_cap_ppb == 0


def test_a_row_that_asked_for_one_fen_is_kept_when_the_rest_is_restructured() -> None:
    # On its first day a plan in 12 costs nothing: 1,199.88 leave a fen for each row.
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.prepay("A1P1", 1_199_88, "lower-payment")
    history.today = date(2024, 2, 5)
    history.restructure("A1P1", 3)
    rows = history.account().plans["A1P1"].rows
    assert [(row.number, row.planned.principal) for row in rows] == [(1, 0), (2, 4), (3, 4), (4, 4)]


def test_a_credit_of_one_fen_is_told() -> None:
    history = History()
    paid = history.repay(1)
    (credit,) = [figure for figure in explain_account(history.account()) if figure.figure == "credit"]
    assert [(line.rule, line.exact, line.event_id) for line in credit.lines] == [("kept-as-credit", 1, paid.event_id)]
    (amount,) = explain_event(history.account(), paid)
    assert [(line.rule, line.exact) for line in amount.lines] == [("kept-as-credit", 1)]
    history.pay_out()
    history.repay(2)
    (credit,) = [figure for figure in explain_account(history.account()) if figure.figure == "credit"]
    assert [(line.rule, line.exact) for line in credit.lines] == [
        ("kept-as-credit", 1),
        ("credit-used", -1),
        ("kept-as-credit", 2),
    ]


def test_a_line_that_closes_by_itself_is_told_before_what_comes_on_that_day() -> None:
    history = History([opened(line=GRACE_LINE)])
    closing = history.close(on=date(2024, 1, 20))
    history.today = date(2024, 1, 27)
    again = history.reopen()
    lines = history_of(history.events, history.today)
    assert [(line.kind, line.event_id) for line in lines[1:]] == [
        ("closing-requested", closing.event_id),
        ("cooling-over", ""),
        ("account-reopened", again.event_id),
    ]
    assert {(line.amount_fen, line.balance_fen) for line in lines} == {(0, 0)}


def test_a_temporary_limit_is_there_on_its_last_day() -> None:
    history = History()
    history.set_limit(30_000_00, until_on=date(2024, 1, 25))
    limits = history.account().limits
    for day, is_there in ((24, True), (25, True), (26, False)):
        assert (limits.temporary_on(ANYTHING, date(2024, 1, day)) is not None) == is_there
        assert limits.on(ANYTHING, date(2024, 1, day)) == (30_000_00 if is_there else 20_000_00)


def test_only_a_means_has_funds_in_a_history() -> None:
    history = History()
    history.buy("month", 100_00)
    history.state_means("card", 70_00)
    history.state_means("card", None)
    lines = history_of(history.events, history.today)
    assert [(line.funds_fen, line.is_unlimited, line.balance_fen) for line in lines] == [
        (0, False, 0),
        (0, False, 100_00),
        (70_00, False, 100_00),
        (0, True, 100_00),
    ]


def test_what_is_contested_after_its_last_bill_is_owed_again_at_once() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 4, 5)
    dispute = history.dispute("A1P1", 50_00)
    assert history.account().disputes[dispute.event_id].installments_left == 1
    history.lose(dispute.event_id)
    assert [row.planned.principal for row in history.account().plans["A1P2"].rows] == [50_00]


def test_a_plan_is_compared_without_its_late_charges() -> None:
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 3, 20)
    before = plan_picture(history.account(), "A1P1")
    assert before.rows[1].late_charge_fen > 0
    told = {change.number: change for change in before.compared(before)}
    assert {(change.before_fen, change.after_fen, change.change_fen) for change in told.values()} == {
        (107_20, 107_20, 0)
    }


def test_what_happened_on_the_first_day_is_in_the_first_picture() -> None:
    history = History()
    history.buy("month", 100_00)
    history.today += NIGHT
    later = history.buy("month", 50_00)
    found = between_days(history.events, history.opened_on, history.today)
    assert [(change.event_id, change.changes) for change in found.changes] == [
        (later.event_id, {"used": 50_00, "available": -50_00, "owed": 50_00})
    ]
    assert found.before.used_fen == 100_00


@pytest.mark.parametrize(("rounding", "discount_fen"), [("half-even", 0), ("half-up", 1)])
def test_a_merchants_discount_is_rounded_as_its_plan_says(rounding: str, discount_fen: int) -> None:
    # 0.5% of 1.00 are half a fen.
    history = History()
    terms = replace(PRODUCTS["month"], rounding=rounding).terms(None, "B", history.today)
    history.record(Purchased(plan_id="A1P1", amount_fen=1_00, terms=terms, discount_ppb=5_000_000))
    assert ledger_balances(history.account().journal).get(("A1P1", "merchant_discounts"), 0) == discount_fen


@pytest.mark.parametrize(("rounding", "refund_fen", "left_fen"), [("half-even", 50, 0), ("half-up", 50, 1)])
def test_what_is_left_of_a_discount_is_rounded_as_its_plan_says(rounding: str, refund_fen: int, left_fen: int) -> None:
    # 1% of 1.00 is a fen, half of which goes with half of the purchase.
    history = History()
    terms = replace(PRODUCTS["month"], rounding=rounding).terms(None, "B", history.today)
    history.record(Purchased(plan_id="A1P1", amount_fen=1_00, terms=terms, discount_ppb=10_000_000))
    history.refund("A1P1", refund_fen)
    assert ledger_balances(history.account().journal).get(("A1P1", "merchant_discounts"), 0) == left_fen


@pytest.mark.parametrize(("rounding", "fen"), [("half-even", 2), ("half-up", 3)])
def test_what_the_first_schedule_earned_is_rounded_as_its_plan_says(
    monkeypatch: pytest.MonkeyPatch, rounding: str, fen: int
) -> None:
    # 1.69 at 36% a year for a whole month, 5.07 or 5 fen; half of the nights of April have earned half of them.
    even = replace(PRODUCTS["dear"], id="even", recalculate=False, rounding=rounding, evening=False, day_count="30/360")
    monkeypatch.setitem(PRODUCTS, "even", even)
    history = History([opened(date(2024, 4, 1))])
    history.buy("even", 1_69, 6)
    plan = history.account(date(2024, 4, 16)).plans["A1P1"]
    assert plan.rows[0].planned.interest == 5
    assert plan.interest_run_fen() == fen


def test_a_plan_that_a_refund_with_its_fees_settles_is_settled_on_that_day() -> None:
    history = History()
    history.buy("grace", 300_00, 3)
    history.today = date(2024, 2, 5)
    history.refund("A1P1", 300_00)
    assert history.account().plans["A1P1"].settled_on == history.today
    assert history.account().unpaid.total_fen == 0
