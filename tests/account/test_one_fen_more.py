"""One fen that is late, asked for or passed on, and money that lasts for less than it was meant to pay."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from msgspec.structs import replace

from baitiao_cli.account.delinquency import days_past_due
from baitiao_cli.account.views.explain.plan import explain_rows
from tests.laws.history import LINE, PRODUCTS, History, opened


def lines_of(history: History, number: int, figure: str) -> list[tuple[str, Fraction | int]]:
    account = history.account()
    (found,) = [one for one in explain_rows(account, account.plans["A1P1"], number) if one.figure == figure]
    return [(line.rule, line.exact) for line in found.lines]


def carried_in_full() -> History:
    """On 3 March a bill asks for all of 90.90: 90.00, less than 300.00, and 20 nights of it at 0.05%."""
    history = History()
    history.buy("month", 100_00)
    history.repay(10_00, on=date(2024, 2, 5))
    history.today = date(2024, 3, 3)
    assert history.account().bills[-1].minimum_revolving_fen == 90_90
    return history


def test_one_fen_that_is_left_of_a_plan_bears_interest() -> None:
    # 1 fen x 10.8% x 31 / 365 from 12 January to 12 February.
    history = History()
    history.buy("epi", 6_000_00, 6)
    history.repay(5_999_99, "A1P1")
    spans = history.account(date(2024, 2, 12)).plans["A1P1"].interest.spans
    assert (spans[0].base_fen, spans[0].exact) == (1, Fraction(108 * 31, 1000 * 365))


def test_one_fen_that_is_left_of_a_minimum_is_late() -> None:
    history = carried_in_full()
    history.repay(90_89)
    history.today = date(2024, 3, 20)
    assert days_past_due(history.account(), history.today) == 8
    history.repay(1)
    assert history.account().line_rows[-1].asked.late_charge == 8  # the least for a night is a fen


def test_a_minimum_that_lacks_one_fen_of_charges_is_met_by_a_restructuring() -> None:
    # 0.89 pay charges; the 90.00 that become a plan count as paid, so that 0.01 is missing of 90.90.
    history = carried_in_full()
    history.repay(89)
    history.today = date(2024, 3, 20)
    history.restructure_balance(6)
    account = history.account()
    assert account.bills[-1].minimum_met_on == history.today
    assert days_past_due(account, history.today) == 0


def test_interest_of_one_fen_that_becomes_payable_is_paid_with_the_same_money() -> None:
    # 10.00 + 0.28 (31 nights of 30.00 at 10.8%) are due on 12 February, and 20.00 come back. Two nights of 10.00 cost
    # 0.0059, rounded 0.01, which no row would ask for any more; that they are late costs a fen each.
    history = History()
    history.buy("epp", 30_00, 3)
    history.today = date(2024, 2, 12)
    history.refund("A1P1", 20_00)
    history.today = date(2024, 2, 14)
    history.repay(10_31)
    account = history.account()
    assert (account.plans["A1P1"].settled_on, account.credit_fen) == (history.today, 0)
    assert [row.paid.interest for row in account.plans["A1P1"].rows] == [28, 1, 0]


def test_late_nights_within_grace_go_on_in_the_next_row_without_those_that_were_asked_for() -> None:
    # 25 days of grace. The minimum of 100.00 due on 12 February is late on 10 March: 27 nights of 1,000.00 at 0.015%,
    # 4.05, besides 34 nights at 0.05%. 105.00 meet it, but not the 110.00 due on 12 March: 912.55 go on. The bill of
    # 3 April asks for none of the 22 nights since, which are within grace; on the 7th there are 26: 3.558945.
    history = History([opened(line=replace(LINE, late=replace(LINE.late, grace_days=25)))])
    history.buy("month", 1_000_00)
    history.repay(105_00, on=date(2024, 3, 10))
    history.today = date(2024, 4, 7)
    history.repay(1)
    account = history.account()
    assert [bill.minimum_revolving_fen for bill in account.bills[:2]] == [100_00, 110_00]
    assert account.plans["A1P1"].balance_fen == 912_55
    assert [row.asked.late_charge for row in account.line_rows] == [0, 4_05, 3_56]


def test_nothing_is_opened_for_a_purchase_that_is_paid_on_its_due_date() -> None:
    history = History()
    history.buy("month", 1_000_00)
    history.today = date(2024, 2, 12)
    history.repay(1_000_00)
    assert history.account().line_rows == []


def test_a_prepayment_that_turns_out_to_pay_what_was_due_pays_no_more_interest_than_is_left_of_it() -> None:
    # 1,000.00 in 3 at 10.8%: without the first payment of 339.33, 340.74 pay it on 20 February with 0.41 for 8 late
    # nights at 0.015%; the 1.00 that is over does not pay all of the 2.37 that 8 nights of 1,000.00 cost.
    history = History()
    history.buy("epi", 1_000_00, 3)
    paid = history.repay(339_33, on=date(2024, 2, 12))
    history.prepay("A1P1", 340_74, "shorter-term", on=date(2024, 2, 20))
    history.today = date(2024, 2, 20)
    history.reverse(paid.event_id)
    account = history.account()
    rows = account.plans["A1P1"].rows
    assert [(row.paid.total_fen, row.paid.interest, row.paid.late_charge) for row in rows] == [
        (339_74, 9_17, 41),
        (1_00, 1_00, 0),
        (0, 0, 0),
    ]
    assert (account.plans["A1P1"].prepaid_fen, account.credit_fen) == (0, 0)


def test_one_fen_that_goes_over_to_the_next_row_is_told_there(monkeypatch: pytest.MonkeyPatch) -> None:
    # 300.00 in 136 at 36%: of the payment of 9.16 little is principal. The first is not paid, so that the 31 nights
    # from 12 March on cost 9.1726 on all of it, rounded a fen more than the second can ask for.
    long = replace(PRODUCTS["dear"], id="long", installments=(136,), day_count="actual/365", rounding="half-up")
    monkeypatch.setitem(PRODUCTS, "long", long)
    history = History([opened(date(2025, 2, 12))])
    history.buy("long", 300_00, 136)
    assert history.account().plans["A1P1"].rows[1].planned.total_fen == 9_16
    history.today = date(2025, 4, 12)
    exact = 300_00 * Fraction(36 * 31, 100 * 365)
    assert lines_of(history, 2, "interest") == [
        ("night", exact),
        ("goes-to-next-row", -1),
        ("rounding-half-up", 9_17 - exact),
    ]
    assert lines_of(history, 3, "interest")[0] == ("carried-over", 1)


def test_one_row_repays_all_and_two_an_equal_share_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PRODUCTS, "pair", replace(PRODUCTS["epp"], id="pair", installments=(1, 2)))
    alone, pair = History(), History()
    alone.buy("pair", 100_01, 1)
    pair.buy("pair", 100_01, 2)
    half, share = Fraction(1, 2), Fraction(100_01, 2)
    assert lines_of(alone, 1, "principal") == [("rest-of-principal", 100_01)]
    assert lines_of(pair, 1, "principal") == [("equal-share", share), ("rounded-down", -half)]
    assert lines_of(pair, 2, "principal") == [("equal-share", share), ("takes-the-rest", half)]
