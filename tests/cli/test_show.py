"""`show` as the one screen of a call: what is asked for on the phone, in that order, without another command."""

from __future__ import annotations

import csv
import io

import msgspec
import pytest

from baitiao_cli.actions.account_lines.desk import OpenItem
from baitiao_cli.actions.show import AccountView


def told(result) -> dict[str, str]:
    return dict(line.split("\t", 1) for line in result.out.splitlines() if line.count("\t") == 1)


def test_the_last_payment_and_the_next_bill(at):
    # Bill no. 1 asks for 935.90; on 3 March come 499.91 + 35.99 of the phone, and what is bought until then.
    before = at("2026-02-05", "show", "A1", "--json").data
    assert before["last_payment"] is None
    paid = at("2026-02-10", "repay", "A1", "935.90", "--means", "bank card", "--json").data
    at("2026-02-11", "charge", "A1", "100", "--merchant", "超市")
    data = at("2026-02-12", "show", "A1", "--json").data
    assert data["last_payment"] == {
        "event_id": paid["event_id"],
        "on": "2026-02-10",
        "amount_fen": 935_90,
        "plan_id": "",
        "means": "bank card",
    }
    assert data["next_bill"] == {
        "billed_on": "2026-03-03",
        "due_on": "2026-03-12",
        "amount_due_fen": 535_90 + 100_00,
        "minimum_due_fen": 535_90 + 10_00,  # the installment, and 10% of the purchase
    }
    lines = told(at("2026-02-12", "show", "A1"))
    assert lines["Last payment"] == "935.90 yuan on 2026-02-10, by bank card"
    assert lines["Next bill"] == "2026-03-03: 635.90 yuan, at least 545.90, due 2026-03-12"
    assert told(at("2026-02-12", "show", "A1", "--lang", "zh"))["最近还款"] == "2026-02-10: 935.90 元 (bank card)"
    issued = at("2026-03-03", "accrue", "--json").data["bills"][0]
    assert (issued["amount_due_fen"], issued["minimum_due_fen"]) == (635_90, 545_90)  # as it was told before


def test_a_payment_for_a_plan_names_it_with_its_check_digit(at):
    at("2026-02-05", "repay", "A1", "100", "--plan", "A1P2")
    assert told(at("2026-02-05", "show", "A1"))["Last payment"] == "100.00 yuan on 2026-02-05, for A1P2-0"


def test_with_nothing_left_to_pay_the_next_bill_is_a_day(at):
    at("2026-02-05", "payoff", "A1", "--pay")
    assert told(at("2026-02-05", "show", "A1"))["Next bill"] == "2026-03-03"
    row = next(csv.DictReader(io.StringIO(at("2026-02-05", "show", "A1", "--csv").out)))
    assert (row["account_id"], row["next_bill_on"], row["next_bill_amount_due_fen"]) == ("A1", "2026-03-03", "0")
    # 5,999.00 + 400.00, the fee that was billed and that of the next period, 35.99 each.
    assert (row["last_payment_on"], row["last_payment_amount_fen"]) == ("2026-02-05", "647098")


def test_what_stops_the_line_and_what_lifts_it(at):
    at("2026-02-05", "lock", "A1", "--reason", "phone lost")
    at("2026-02-05", "suspend", "A1", "--cause", "risk")
    result = at("2026-02-05", "show", "A1")
    assert told(result)["Locked"] == "since 2026-02-05: phone lost; the customer lifts it: baitiao unlock A1"
    assert "risk review\t2026-02-05\tthe review is passed" in result.out
    assert result.out.index("Locked") < result.out.index("Payable now") < result.out.index("Available")


def test_what_waits_for_a_second_person(at):
    for name in ("anna", "ben"):
        at("2026-02-05", "operator", name, "--role", "supervisor,admin", "--operator", "anna")
    at("2026-02-05", "approval", "waiver", "--above", "1", "--operator", "anna")
    assert at("2026-02-05", "credit", "A1", "50", "--reason", "long wait", "--operator", "anna").status == 4
    (waiting,) = at("2026-02-05", "show", "A1", "--json").data["proposals"]
    assert (waiting["proposal_id"], waiting["verb"], waiting["amount_fen"]) == ("W1", "credit", 50_00)
    assert "Waiting for a second person" in at("2026-02-05", "show", "A1").out
    assert at("2026-02-05", "show", "A1", "--known-at", "4", "--json").data["proposals"] == []
    at("2026-02-05", "open", "--name", "x", "--limit", "100", "--operator", "anna")
    assert at("2026-02-05", "show", "A2", "--json").data["proposals"] == []
    assert at("2026-02-05", "approve", "W1", "--operator", "ben").status == 0
    assert at("2026-02-05", "show", "A1", "--json").data["proposals"] == []


def test_disputes_and_holds_are_told_with_ids_to_read_aloud(at):
    at("2026-02-05", "hold", "A1", "100", "--merchant", "Hotel")
    at("2026-02-05", "dispute", "A1P2", "50", "--cause", "not-received")
    result = at("2026-02-05", "show", "A1")
    assert "A1H1-7\tmonth\tHotel" in result.out
    assert "A1E6-5\tA1P2-0\t超市" in result.out
    assert at("2026-02-05", "resolve", "A1E6-5", "lost").status == 0


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_usual_account_that_is_late_fits_one_screen(at, on_terminal, language):
    """80x24, with the prompt on its last line."""
    at("2026-02-05", "repay", "A1", "100", "--means", "bank card")
    at("2026-02-06", "charge", "A1", "899", "--installments", "3", "--merchant", "家电城")
    shown = on_terminal(80, "show", "A1", "--today", "2026-02-20", "--lang", language)
    assert len(shown.splitlines()) < 24
    assert max(map(len, shown.splitlines())) <= 80
    # Overdue: 435.90 of the phone, 8 nights of 0.05% on it (1.74), and 40.00 of the minimum of the groceries.
    for figure in ("20,000.00", "477.64", "2026-02-12 (8 ", "100.00", "935.90", "A1P3-"):
        assert figure in shown


def test_on_a_narrow_terminal_each_line_stands_by_itself(at, on_terminal):
    shown = on_terminal(40, "show", "A1", "--today", "2026-02-20").splitlines()
    assert "Account                     A1-0" in shown
    assert not any("Status" in line and "Account" in line for line in shown)


def test_what_show_answers_with_says_of_what_kind_each_field_is() -> None:
    kinds = {field.name: field.type for field in msgspec.structs.fields(AccountView)}
    assert kinds["at_desk"] == list[OpenItem]
