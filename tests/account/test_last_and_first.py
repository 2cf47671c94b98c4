"""The last and the first of many: one night that bears, the row of today, a debit of a day later, rows that go."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from baitiao_cli.account.events import Event, PaidOff
from baitiao_cli.account.expectation import asking_rows
from baitiao_cli.account.replay import replay
from baitiao_cli.account.verbs.payoff import payoff_price_fen
from baitiao_cli.account.views.forecast import row_outlooks
from tests.laws.history import PRODUCTS, History, opened

DUE = date(2024, 2, 12)
NIGHT = timedelta(days=1)


def test_one_night_that_bears_earns_all_that_is_left_of_a_price(monkeypatch: pytest.MonkeyPatch) -> None:
    # 1,000.00 at 10.8%: 9.00 a month, of which the night of 12 January alone is not paused: 9.00 / 31
    nothing_free = replace(PRODUCTS["flat by date"], id="nothing free", free_periods=0)
    monkeypatch.setitem(PRODUCTS, "nothing free", nothing_free)
    history = History()
    history.buy("nothing free", 1_000_00, 3)
    history.pause("A1P1", DUE, on=date(2024, 1, 13))
    plan = history.account(date(2024, 1, 20)).plans["A1P1"]
    assert plan.rows[0].planned.interest == 29
    assert payoff_price_fen(plan, date(2024, 1, 20)) == 29
    # The same of the first schedule's interest: five nights, of which one bears.
    history = History()
    history.buy("fixed", 20_000_00, 6)
    price_fen = history.account().plans["A1P1"].rows[0].planned.interest
    history.pause("A1P1", date(2024, 1, 17), on=date(2024, 1, 13))
    plan = history.account(date(2024, 1, 15)).plans["A1P1"]
    assert plan.interest_run_fen() == plan.rows[0].planned.interest == round(price_fen / 5)


def test_what_is_due_today_is_taken_as_paid_today() -> None:
    history = History()
    history.buy("epi", 1_000_00, 3)
    quoted = [(row.planned.principal, row.planned.interest) for row in history.account().plans["A1P1"].rows]
    for on in (date(2024, 1, 12), date(2024, 2, 11), DUE):
        account = history.account(on)
        rows = row_outlooks(account.plans["A1P1"], account, on)
        assert [(row.principal_fen, row.interest_fen) for row in rows] == quoted
        assert {row.days_past_due for row in rows} == {0}
    account = history.account(DUE + 3 * NIGHT)
    assert [row.days_past_due for row in row_outlooks(account.plans["A1P1"], account, account.through)] == [3, 0, 0]


def test_rows_that_ask_for_nothing_are_no_installments() -> None:
    # 500.00 of 1,200.00 in 12 come back: the last five rows go.
    history = History()
    history.buy("inst", 1_200_00, 12)
    assert len(asking_rows(history.account().plans["A1P1"])) == 12
    history.refund("A1P1", 500_00)
    plan = history.account().plans["A1P1"]
    assert [row.number for row, _ in asking_rows(plan)] == [1, 2, 3, 4, 5, 6, 7]


def test_a_debit_that_is_tried_again_is_for_the_due_date_that_it_was_tried_on() -> None:
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.agree("card")
    history.state_means("card", 50_00)
    debits = history.account(DUE + 4 * NIGHT).debits
    assert [(on, tried.due_on, tried.attempt, tried.taken_fen, tried.outcome) for on, tried in debits.items()] == [
        (DUE, DUE, 1, 50_00, "taken-in-part"),
        (DUE + NIGHT, DUE, 2, 0, "no-funds"),
        (DUE + 3 * NIGHT, DUE, 3, 0, "no-funds"),
    ]


def test_fees_that_two_bills_asked_for_above_the_cap_are_given_up_the_latest_first() -> None:
    # On another bill day two bills come within two days: 10.00 each. Five nights of 1,000.00 at 24% are 3.28.
    history = History([opened(date(2026, 1, 31), tier="D")])
    history.buy("inst", 1_000_00, 12)
    history.change_bill_day(5, on=date(2026, 2, 3))
    history.today = date(2026, 2, 5)
    assert [row.asked.fee for row in history.account().plans["A1P1"].rows[:3]] == [10_00, 10_00, 0]
    history.pay_off("A1P1")
    assert [row.asked.fee for row in history.account().plans["A1P1"].rows[:3]] == [3_28, 0, 0]


def test_a_payoff_that_falls_short_leaves_what_was_billed_billed() -> None:
    history = History()
    history.buy("inst", 1_200_00, 12)
    on = date(2024, 2, 3)
    fact = PaidOff(amount_fen=1_00, plan_id="A1P1")
    account = replay(
        [*history.events, Event(event_id="A1E9", account_id="A1", number=9, effective_on=on, fact=fact)], on
    )
    assert [row.is_billed for row in account.plans["A1P1"].rows] == [True, *[False] * 11]
    assert account.plans["A1P1"].balance_fen + account.plans["A1P1"].unpaid.fee == 1_200_00 + 2 * 7_20 - 1_00


def test_interest_on_the_original_principal_goes_by_the_nights_of_its_own_period(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # 1,000.00 at 7.3% are 0.20 a night: 31, 29 and 31 nights.
    monkeypatch.setitem(PRODUCTS, "flat nights", replace(PRODUCTS["epi"], id="flat nights", method="flat"))
    history = History()
    history.buy("flat nights", 1_000_00, 3)
    history.reprice("A1P1", 73_000_000)
    assert [row.planned.interest for row in history.account().plans["A1P1"].rows] == [6_20, 5_80, 6_20]
