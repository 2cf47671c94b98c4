"""What a small change would make wrong: the last day of grace, a fen of a minimum, a cap that is passed already."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from msgspec.structs import replace

from baitiao_cli.account.cap import keep_within_cap
from baitiao_cli.account.verbs.payoff import quote_payoff
from baitiao_cli.account.verbs.restructure_balance import billed_purchases_fen
from baitiao_cli.account.views.explain.payoff import explain_payoff
from baitiao_cli.account.views.explain.plan import explain_rows
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.history import history as history_of
from baitiao_cli.calc.schedule import Row, with_down_payment
from tests.laws.history import GRACE_LINE, PRODUCTS, History, opened

DUE = date(2024, 2, 12)
NIGHT = timedelta(days=1)


def test_an_installment_that_is_paid_on_its_last_day_of_grace_costs_nothing() -> None:
    # 107.20 at 0.05% a night: 0.2144 for the four nights to the day after grace
    for nights, charge_fen in ((3, 0), (4, 21)):
        history = History([opened(line=GRACE_LINE)])
        history.buy("grace", 1_200_00, 12)
        history.today = DUE + nights * NIGHT
        history.repay(107_20 + charge_fen)
        row = history.account().plans["A1P1"].rows[0]
        assert (row.unpaid_fen, row.asked.late_charge, row.late.rounded_fen("half-even")) == (0, charge_fen, charge_fen)
        assert row.late.dropped == (3 * 5_360_000_000 if nights == 3 else 0)


def test_nights_that_were_dropped_are_told_beside_those_that_count() -> None:
    # The first was paid after two nights, within grace; the second is late for four: 0.2144.
    history = History([opened(line=GRACE_LINE)])
    history.buy("grace", 1_200_00, 12)
    history.repay(107_20, on=DUE + 2 * NIGHT)
    history.today = date(2024, 3, 16)
    (late,) = [
        one for one in explain_payoff(history.account(), history.today, "A1P1")[1] if one.figure == "late_charge"
    ]
    assert [(line.rule, line.exact) for line in late.lines] == [
        ("late-night", Fraction(1072, 100)),
        ("dropped", Fraction(-1072, 100)),
        ("late-night", Fraction(2144, 100)),
        ("rounding-half-even", Fraction(-44, 100)),
    ]


def test_a_minimum_that_lacks_one_fen_is_met_by_a_restructuring() -> None:
    history = History()
    history.buy("month", 1_000_00)
    history.repay(99_99, on=date(2024, 2, 5))
    history.today = date(2024, 2, 20)
    assert figures(history.account()).days_past_due == 8
    history.restructure_balance(6)
    assert figures(history.account()).days_past_due == 0
    assert history.account().bills[0].minimum_met_on == history.today


def test_one_fen_of_a_purchase_can_be_restructured() -> None:
    history = History()
    history.buy("month", 100_01)
    history.today = date(2024, 2, 5)
    for paid_fen, left_fen in ((100_00, 1), (1, 0)):
        history.repay(paid_fen)
        assert billed_purchases_fen(history.account()) == left_fen


def test_money_that_comes_when_nothing_is_carried_any_more_asks_for_nothing() -> None:
    # Eight nights of 1,000.00 cost 4.00 and 1.20.
    history = History()
    history.buy("month", 1_000_00)
    history.repay(1_005_20, on=date(2024, 2, 20))
    history.repay(1_00, on=date(2024, 3, 5))
    account = history.account(date(2024, 3, 5))
    assert [(row.asked.interest, row.asked.late_charge, row.unpaid_fen) for row in account.line_rows] == [
        (4_00, 1_20, 0)
    ]
    assert account.credit_fen == 1_00


def test_a_plan_that_passed_its_cap_already_asks_for_nothing_more() -> None:
    history = History([opened(date(2026, 1, 10), tier="D")])
    history.buy("inst", 12_000_00, 12)
    on = date(2026, 2, 5)
    plan = history.account(on).plans["A1P1"]
    plan.rows[0].asked.fee += 10_000_00
    keep_within_cap(plan, "A1E9", "refund", on, Fraction(0))
    assert [row.planned.fee for row in plan.rows] == [120_00, *[0] * 11]


def test_periods_that_were_free_stay_free_when_the_plan_is_restructured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PRODUCTS, "two free", replace(PRODUCTS["inst"], id="two free", free_periods=2))
    for on, kept_count, free_count in ((date(2024, 1, 20), 0, 2), (date(2024, 2, 5), 1, 1), (date(2024, 3, 5), 2, 0)):
        history = History()
        history.buy("two free", 1_200_00, 12)
        history.today = on
        if kept_count:
            history.repay(100_00 * kept_count)
        history.restructure("A1P1", 6)
        plan = history.account().plans["A1P1"]
        fees = [row.planned.fee for row in plan.rows[kept_count:]]
        assert len(plan.rows) == kept_count + 6
        assert [fee == 0 for fee in fees] == [True] * free_count + [False] * (6 - free_count)


def test_a_plan_without_a_down_payment_or_a_trade_in_has_none() -> None:
    row = Row(1, DUE, DUE, DUE, 7_500, 0, 45, 0)
    schedule = with_down_payment(0, date(2024, 1, 12), (row,))
    assert (schedule.rows, schedule.trade_in_fen, schedule.total_fen) == ((row,), 0, 7_545)


def test_a_fee_that_was_billed_above_the_cap_is_given_up_by_a_payoff_and_told_so() -> None:
    # 1,000.00 for three nights at 24% are 1.97; the bill has asked for a month, 10.00.
    history = History([opened(date(2026, 1, 31), tier="D")])
    history.buy("inst", 1_000_00, 12)
    history.today = date(2026, 2, 3)
    (item,) = quote_payoff(history.account(), history.today, "A1P1").items
    assert (item.fee_fen, item.total_fen) == (1_97, 1_001_97)
    # Not asked for are the other eleven, and 8.03 of this one; the next month's, by the policy, only for the cap.
    assert (item.fee_waived_fen, item.fee_capped_fen) == (11 * 10_00 + 8_03, 10_00 + 8_03)
    assert (item.simple_pct, item.above_cap) == ("23.97", False)  # 1.97 x 365 / (1,000.00 x 3)
    payoff = history.pay_off("A1P1")
    account = history.account()
    row = account.plans["A1P1"].rows[0]
    assert (row.planned.fee, row.asked.fee, row.paid.fee) == (1_97, 1_97, 1_97)
    (fee,) = [one for one in explain_rows(account, account.plans["A1P1"], 1) if one.figure == "fee"]
    assert [(line.rule, line.exact, line.event_id) for line in fee.lines] == [
        ("fee-per-period", 10_00, ""),
        ("changed-by-payoff", -8_03, payoff.event_id),
    ]


def test_a_bill_is_told_before_a_debit_of_its_day() -> None:
    history = History()
    history.buy("month", 1_000_00)
    history.agree("card")
    history.today = date(2024, 2, 5)
    history.change_bill_day(12)
    history.buy("month", 50_00)
    history.today = DUE + NIGHT
    history.make_debits()
    history.issue_bills()
    told = [(line.kind, line.sequence) for line in history_of(history.events, history.today) if line.on == DUE]
    assert [kind for kind, _ in told] == ["bill-issued", "debit-tried"]


def test_interest_by_the_night_is_neither_waived_nor_capped_by_a_payoff() -> None:
    # 1,000.00 at 10.8% for ten nights: 2.96
    history = History()
    history.buy("epi", 1_000_00, 3)
    history.today = date(2024, 1, 22)
    (item,) = quote_payoff(history.account(), history.today, "A1P1").items
    assert (item.interest_fen, item.fee_fen, item.fee_waived_fen, item.fee_capped_fen) == (2_96, 0, 0, 0)
    assert (item.total_fen, item.simple_pct) == (1_002_96, "10.80")  # 2.96 x 365 / (1,000.00 x 10)


def test_a_payoff_of_all_is_of_the_purchases_and_of_the_charges_of_the_line() -> None:
    # As in test_days_and_figures, two nights later: 1,010.00 x 0.05% x 2 = 1.01, x 0.015% x 2 = 0.303.
    history = History()
    history.buy("month", 1_000_00)
    history.today = date(2024, 4, 5)
    quote = quote_payoff(history.account(), history.today)
    assert [
        (item.plan_id, item.principal_fen, item.interest_fen, item.fee_fen, item.late_charge_fen)
        for item in quote.items
    ] == [
        ("A1P1", 1_000_00, 0, 0, 0),
        ("", 0, 10_00 + 15_61 + 1_01, 0, 3_00 + 4_68 + 30),
    ]
    assert quote.total_fen == 1_034_60


def test_the_last_installment_is_paid_off_with_its_own_fee() -> None:
    history = History()
    history.buy("inst", 1_000_00, 3)
    history.repay(339_33, on=date(2024, 2, 10))
    history.repay(339_33, on=date(2024, 3, 5))
    history.today = date(2024, 3, 6)
    (item,) = quote_payoff(history.account(), history.today, "A1P1").items
    assert (item.principal_fen, item.fee_fen, item.fee_waived_fen) == (333_34, 6_00, 0)


def test_what_a_write_off_gives_up_is_what_is_owed() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    history.write_off("A1P1", on=date(2024, 2, 5))
    account = history.account(date(2024, 2, 5))
    lost = [(part.kind, part.amount_fen) for part in account.allocations if part.source == "loan_losses"]
    assert sorted(lost) == [("fee", 1_80), ("principal", 100_00), ("principal", 100_00), ("principal", 100_00)]
    assert [row.planned.fee for row in account.plans["A1P1"].rows] == [1_80, 0, 0]


def test_a_refund_goes_back_to_each_payment_up_to_what_it_paid() -> None:
    history = History()
    history.buy("month", 100_00)
    first = history.repay(60_00, on=date(2024, 2, 5))
    second = history.repay(40_00, on=date(2024, 2, 6))
    history.today = date(2024, 2, 8)
    history.refund("A1P1", 40_00)
    history.refund("A1P1", 60_00)
    returned = [[(part.payment_id, part.amount_fen) for part in one.returns] for one in history.account().refunds]
    assert returned == [[(second.event_id, 40_00)], [(first.event_id, 60_00)]]
    assert {one.fees_dropped_fen for one in history.account().refunds} == {0}


def test_what_was_free_is_free_when_it_is_owed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PRODUCTS, "two free", replace(PRODUCTS["inst"], id="two free", free_periods=2))
    for on, amount_fen, count, free_count in (
        (date(2024, 1, 20), 1_200_00, 12, 2),
        (date(2024, 2, 5), 600_00, 11, 1),
        (date(2024, 2, 5), 1, 1, 1),
    ):
        history = History()
        history.buy("two free", 1_200_00, 12)
        history.today = on
        history.lose(history.dispute("A1P1", amount_fen).event_id)
        schedule = history.account().plans["A1P2"].terms.schedule
        assert (schedule.installments, schedule.free_periods) == (count, free_count)


def test_free_periods_stay_free_at_another_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PRODUCTS, "two free", replace(PRODUCTS["inst"], id="two free", free_periods=2))
    history = History()
    history.buy("two free", 1_200_00, 12)
    history.reprice("A1P1", 5_000_000)
    assert [row.planned.fee for row in history.account().plans["A1P1"].rows] == [0, 0, *[6_00] * 10]


def test_rows_that_are_kept_end_with_the_restructuring() -> None:
    history = History()
    history.buy("epi", 1_000_00, 3)
    history.today = date(2024, 1, 20)
    history.repay(450_00)
    history.restructure("A1P1", 6)
    kept = [row for row in history.account().plans["A1P1"].rows if row.planned.principal and row.is_billed]
    assert [(row.from_on, row.until_on) for row in kept] == [
        (date(2024, 1, 12), date(2024, 1, 20)),
        (date(2024, 1, 20), date(2024, 1, 20)),
    ]
    billed = History()
    billed.buy("inst", 1_200_00, 12)
    billed.restructure("A1P1", 6, on=date(2024, 2, 5))
    row = billed.account(date(2024, 2, 5)).plans["A1P1"].rows[0]
    assert (row.from_on, row.until_on) == (date(2024, 1, 12), date(2024, 2, 3))
