"""`repay`, `payoff`, `reverse`: money in, and what was wrong."""

from __future__ import annotations

import csv
import io


def test_a_repayment_tells_where_it_went(at):
    # Fee before principal in a row, installments before revolving purchases on one due date.
    data = at("2026-02-05", "repay", "A1", "600", "--json").data
    assert data["event_id"] == "A1E5"
    parts = [(part["plan_id"], part["number"], part["kind"], part["amount_fen"]) for part in data["parts"]]
    assert parts == [("A1P1", 1, "fee", 3599), ("A1P1", 1, "principal", 49991), ("A1P2", 1, "principal", 6410)]
    assert data["account"]["due_fen"] == 93590 - 60000


def test_a_repayment_for_people_is_a_line_an_installment(at):
    lines = at("2026-02-05", "repay", "A1", "600").out.splitlines()
    assert lines[0] == "600.00 yuan paid on A1, counted from 2026-02-05 (A1E5)"
    assert lines[1].split("\t") == ["Paid for", "No.", "Principal (yuan)", "Fee (yuan)", "Amount (yuan)"]
    assert lines[2].split("\t") == ["A1P1", "1", "499.91", "35.99", "535.90"]
    assert lines[3].split("\t") == ["A1P2", "1", "64.10", "0.00", "64.10"]
    assert lines[4].split("\t") == ["Total", "", "564.01", "35.99", "600.00"]


def test_what_is_over_is_kept_as_credit(at):
    data = at("2026-02-05", "repay", "A1", "1000", "--json").data
    assert data["parts"][-1] == {"plan_id": "", "number": 0, "kind": "credit", "amount_fen": 100000 - 93590}
    assert data["account"]["credit_fen"] == 6410
    out = at("2026-02-05", "repay", "A1", "1", "--lang", "zh").out
    assert "转为溢缴款\t1.00" in out
    assert "溢缴款(元)\t65.10" in out


def test_a_named_plan_is_paid_first(at):
    data = at("2026-02-05", "repay", "A1", "100", "--plan", "A1P2", "--json").data
    assert [(part["plan_id"], part["amount_fen"]) for part in data["parts"]] == [("A1P2", 10000)]


def test_a_back_dated_repayment_undoes_the_lateness(at):
    assert at("2026-02-20", "show", "A1", "--json").data["days_past_due"] == 8
    data = at("2026-02-20", "repay", "A1", "935.90", "--on", "2026-02-11", "--json").data
    assert data["effective_on"] == "2026-02-11"
    account = data["account"]
    assert (account["days_past_due"], account["overdue_fen"], account["due_fen"]) == (0, 0, 0)
    # Only principal that is not billed yet is left: 5,999.00 - 499.91.
    assert account["owed_fen"] == 549_909


def test_a_payoff_quote_is_itemised_and_writes_nothing(at, head):
    # The billed fee and the next period's: 2 x 35.99; the ten after them, 359.90, fall away.
    before = head()
    data = at("2026-02-05", "payoff", "A1", "--json").data
    assert data["total_fen"] == 599900 + 40000 + 2 * 3599
    parts = [data[name] for name in ("principal_fen", "interest_fen", "fee_fen", "late_charge_fen", "fee_waived_fen")]
    assert parts == [639900, 0, 7198, 0, 35990]
    assert [item["plan_id"] for item in data["items"]] == ["A1P1", "A1P2"]
    assert sum(item["total_fen"] for item in data["items"]) == data["total_fen"]
    assert head() == before


def test_the_quote_for_people_tells_the_command_that_pays_it(at):
    out = at("2026-02-05", "payoff", "A1", "--plan", "A1P2").out
    assert "Owed for\tPrincipal (yuan)\tTo pay (yuan)\nA1P2\t400.00\t400.00" in out
    assert "baitiao payoff A1 --plan A1P2 --pay" in out
    rows = list(csv.DictReader(io.StringIO(at("2026-02-05", "payoff", "A1", "--csv").out)))
    assert [row["total_fen"] for row in rows] == ["607098", "40000"]


def test_a_payoff_of_an_account_in_credit_adds_up_and_says_how_to_pay_it_back(at):
    # Only the 400.00 of groceries are left, unbilled (the phone is settled); 500.00 come in: 400.00 of it pays them.
    at("2026-01-25", "payoff", "A1", "--plan", "A1P1", "--pay")
    at("2026-01-25", "repay", "A1", "500")
    quoted = at("2026-01-25", "payoff", "A1", "--json").data
    assert (quoted["total_fen"], quoted["credit_fen"], quoted["credit_left_fen"]) == (0, 500_00, 100_00)
    out = at("2026-01-25", "payoff", "A1").out
    assert "A1P2\t400.00\t400.00\nless credit balance\t\t-400.00\nTotal\t400.00\t0.00\n" in out
    assert "A credit balance of 100.00 yuan is left." in out
    at("2026-01-25", "payoff", "A1", "--pay")
    out = at("2026-01-25", "payoff", "A1").out
    assert out.splitlines() == [
        "Nothing is owed.",
        "A credit balance of 100.00 yuan is left.",
        "To pay it back: baitiao payout A1",
    ]
    assert at("2026-01-25", "payout", "A1", "--json").data["amount_fen"] == 100_00


def test_paying_the_quote_leaves_exactly_nothing(at, head):
    quoted = at("2026-02-07", "payoff", "A1", "--json").data["total_fen"]
    data = at("2026-02-07", "payoff", "A1", "--pay", "--json").data
    assert data["amount_fen"] == quoted
    assert (data["account"]["owed_fen"], data["account"]["credit_fen"]) == (0, 0)
    later = at("2026-12-31", "show", "A1", "--json").data
    assert (later["owed_fen"], later["used_fen"]) == (0, 0)
    head()


def test_an_expected_amount_that_differs_is_refused(at, head):
    before = head()
    result = at("2026-02-07", "payoff", "A1", "--pay", "--amount", "6470.97", "--json")
    assert (result.status, result.error["code"]) == (4, "payoff-differs")
    assert "6,470.98" in result.error["message"]
    assert head() == before


def test_a_reversal_is_as_if_it_had_never_been(at):
    before = at("2026-02-05", "show", "A1", "--json").data
    at("2026-02-05", "repay", "A1", "600")
    result = at("2026-02-06", "reverse", "A1E5", "--reason", "entered twice", "--json")
    assert (result.data["event_id"], result.data["reversed_event_id"]) == ("A1E6", "A1E5")
    assert at("2026-02-05", "show", "A1", "--json").data == before
    # The reversal can itself be reversed: then the repayment counts again.
    at("2026-02-06", "reverse", "A1E6")
    assert at("2026-02-06", "show", "A1", "--json").data["due_fen"] == 93590 - 60000


def test_a_reversal_for_people_shows_what_changed(at):
    at("2026-02-05", "repay", "A1", "600")
    out = at("2026-02-05", "reverse", "A1E5", "--lang", "zh").out
    assert out.startswith("账户 A1 的变化\n项目\t此前(元)\t此后(元)\n")
    assert "当前应还\t335.90\t935.90" in out


def test_a_plan_with_money_on_it_is_not_reversed(at, head):
    at("2026-02-05", "repay", "A1", "100", "--plan", "A1P2")
    before = head()
    result = at("2026-02-05", "reverse", "A1E3", "--json")
    assert (result.status, result.error["code"]) == (4, "event-needed")
    assert "A1E5" in result.error["message"]
    assert head() == before


def test_a_payout_gives_the_credit_balance_back(at):
    # 6,399.00 bought and nothing billed but 935.90: of 1,000.00 paid on 5 February 64.10 is over.
    at("2026-02-05", "repay", "A1", "1000")
    part = at("2026-02-06", "payout", "A1", "--amount", "14.10", "--json").data
    assert (part["amount_fen"], part["account"]["credit_fen"]) == (1410, 5000)
    rest = at("2026-02-06", "payout", "A1", "--json").data
    assert (rest["amount_fen"], rest["account"]["credit_fen"]) == (5000, 0)
    # The March bill: 5,499.09 left to bill, the fee of 35.99, and neither payment nor payout leaves anything behind.
    bill = at("2026-03-03", "statement", "A1", "--json").data
    assert (bill["repayments_fen"], bill["payouts_fen"], bill["amount_due_fen"]) == (-100000, 6410, 53590)


def test_a_repayment_that_was_paid_out_again_cannot_be_reversed(at):
    paid = at("2026-02-05", "repay", "A1", "1000", "--json").data
    out = at("2026-02-06", "payout", "A1", "--json").data
    refused = at("2026-02-07", "reverse", paid["event_id"], "--json")
    assert (refused.status, refused.error["code"]) == (4, "breaks-later-event")
    assert out["event_id"] in refused.error["message"]


def test_a_payout_clears_the_way_for_closing(at):
    at("2026-02-05", "open", "--name", "王芳", "--limit", "1000")
    at("2026-02-05", "repay", "A2", "20")
    assert at("2026-02-05", "close", "A2", "--json").error["hint"].endswith("baitiao payout A2")
    at("2026-02-05", "payout", "A2")
    assert at("2026-02-05", "close", "A2").status == 0
