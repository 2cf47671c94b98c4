"""States that a history comes to but seldom: earmarked disputes, late knowledge, plans with nothing left to change."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from baitiao_cli.account.events import AnyFact, Event, Locked, PaidOff, Prepaid, Recovered, Refunded, Repriced
from baitiao_cli.account.expectation import asking_rows
from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.explain.payoff import explain_payoff
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.why import between_days, between_states
from baitiao_cli.calc.rates import Rate
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History

DUE = date(2024, 2, 12)


def with_fact(history: History, fact: AnyFact, on: date) -> Event:
    """The fact as the next event, whether it could be or not."""
    number = len(history.events) + 1
    return Event(event_id=f"A1E{number}", account_id="A1", number=number, effective_on=on, fact=fact)


def test_what_is_in_dispute_takes_the_limit_that_its_purchase_took() -> None:
    history = History()
    history.set_limit(3_000_00, scene="travel")
    history.buy("month", 1_000_00, scene="travel")
    history.today = date(2024, 2, 5)
    history.dispute("A1P1", 400_00)
    account = history.account()
    assert (account.used_fen, account.held_fen, account.earmarked_taken_fen) == (600_00, 400_00, 1_000_00)
    assert account.available_fen == 20_000_00


def test_a_debit_of_a_day_that_is_over_takes_nothing() -> None:
    history = History()
    history.agree("card")
    history.buy("month", 1_000_00)
    tried = replay(history.events, DUE, over_through=DUE).debits[DUE]
    assert (tried.asked_fen, tried.taken_fen, tried.outcome) == (1_000_00, 0, "known-too-late")


def test_a_refund_of_rows_that_were_all_asked_for_takes_the_last_first() -> None:
    # 900.00 in 3: nothing is paid by 20 April. 300.00 of principal fall on the last row alone.
    history = History()
    history.buy("epp", 900_00, 3)
    history.refund("A1P1", 300_00, on=date(2024, 4, 20))
    plan = history.account(date(2024, 4, 20)).plans["A1P1"]
    assert [row.unpaid.principal for row in plan.rows] == [300_00, 300_00, 0]
    assert plan.balance_fen == 600_00


def test_a_bill_day_moves_what_is_due_with_the_bills_and_nothing_else() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    history.buy("epi", 900_00, 3)
    history.change_bill_day(20)
    on_bill, on_date = history.account().plans.values()
    assert on_bill.rows[0].due_on.day == 29
    assert [row.due_on for row in on_date.rows] == [DUE, date(2024, 3, 12), date(2024, 4, 12)]


def test_a_prepayment_that_is_eaten_by_what_is_due_lowers_nothing() -> None:
    history = History()
    history.buy("inst", 1_200_00, 12)
    event = with_fact(history, Prepaid(plan_id="A1P1", amount_fen=50_00, effect="shorter-term"), date(2024, 2, 5))
    plan = replay([*history.events, event], date(2024, 2, 5)).plans["A1P1"]
    assert (plan.prepaid_fen, plan.rows[0].unpaid_fen, len(asking_rows(plan))) == (0, 57_20, 12)


def test_money_for_a_loss_that_is_none_is_kept_as_credit() -> None:
    history = History()
    folded = replay([*history.events, with_fact(history, Recovered(amount_fen=5_00), history.today)], history.today)
    assert ([conflict.code for conflict in folded.conflicts], folded.credit_fen) == (["nothing-to-recover"], 5_00)


def test_what_took_purchases_over_is_refunded_by_them() -> None:
    history = History()
    history.buy("month", 1_000_00)
    history.today = date(2024, 2, 5)
    history.convert(6)
    with pytest.raises(BaitiaoError):
        history.refund("A1P2", 100_00)
    refunded = with_fact(history, Refunded(plan_id="A1P2", amount_fen=100_00), history.today)
    folded = replay([*history.events, refunded], history.today)
    assert [conflict.code for conflict in folded.conflicts] == ["refund-exceeds-purchase"]
    assert folded.plans["A1P2"].balance_fen == 1_000_00


def test_without_a_cap_any_rate_may_be_and_a_settled_plan_keeps_its_rows() -> None:
    history = History()
    history.buy("dear", 1_000_00, 6)
    history.reprice("A1P1", 900_000_000)
    before = [row.planned for row in history.account().plans["A1P1"].rows]
    paid = with_fact(history, PaidOff(amount_fen=1_000_00, plan_id="A1P1"), history.today)
    repriced = Repriced(plan_id="A1P1", rate=Rate(1, "year"))
    later = replace(with_fact(history, repriced, date(2024, 1, 20)), event_id="A1E9", number=9)
    plan = replay([*history.events, paid, later], date(2024, 1, 20)).plans["A1P1"]
    assert plan.settled_on == history.today
    assert [row.planned for row in plan.rows] == before


def test_charges_that_were_paid_are_not_put_off_by_a_restructuring() -> None:
    # Eight nights: 4.00 and 1.20; the bill of 3 March asks for what has run since, which is paid before the rest.
    history = History()
    history.buy("month", 1_000_00)
    history.today = date(2024, 3, 5)
    history.repay(13_00 + 1_00 + 30)  # 20 nights on the bill and two more
    history.restructure_balance(12)
    account = history.account()
    assert figures(account).owed_fen == 1_000_00
    assert {row.unpaid_fen for row in account.line_rows} == {0}


def test_a_credit_balance_pays_a_part_of_the_payoff() -> None:
    history = History()
    history.repay(300_00)
    history.buy("month", 1_000_00)
    quote, found = explain_payoff(history.account(), history.today)
    assert (quote.total_fen, quote.credit_fen) == (700_00, 300_00)
    (total,) = [one for one in found if one.figure == "payoff"]
    assert [(line.rule, line.exact) for line in total.lines] == [("principal", 1_000_00), ("less-credit", -300_00)]
    history.repay(900_00)
    quote, found = explain_payoff(history.account(), history.today)
    assert quote.total_fen == 0


def test_what_changes_no_figure_is_no_change() -> None:
    history = History()
    history.buy("month", 1_000_00)
    lock = with_fact(history, Locked(), date(2024, 1, 20))
    events = [*history.events, lock]
    assert between_days(events, date(2024, 1, 15), date(2024, 1, 25)).changes == []
    numbered = [replace(one, sequence=one.number) for one in events]
    found = between_states(numbered, 1, date(2024, 1, 25))
    assert [(change.event_id, change.changes["used"]) for change in found.changes] == [("A1E2", 1_000_00)]
