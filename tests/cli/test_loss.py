"""`charge-off`, `write-off` and `recover`: what is told, and what every view tells of it.

The phone of A1 has owed 535.90 a month since 2026-02-12, the groceries 400.00 are on the bill since that day.
"""

from __future__ import annotations

from collections import Counter

import pytest

LATE = "2026-05-20"  # 97 days past due


@pytest.fixture
def owed(at):
    """What A1 owes on that day, in fen."""
    return at(LATE, "show", "A1", "--json").data["owed_fen"]


def books_of(at):
    """What the ledger accounts hold on that day, booked or not, in fen; debits positive."""
    data, sums = at(LATE, "report", "trial-balance", "--json").data, Counter()
    for row in [*data["rows"], *data["accrued"]]:
        sums[row["ledger_account"]] += row["debit_fen"] - row["credit_fen"]
    return {name: fen for name, fen in sums.items() if fen}


def test_a_charge_off_tells_what_is_lost_and_what_stays_owed(at, head, owed):
    data = at(LATE, "charge-off", "A1", "--reason", "not found", "--json").data
    assert (data["still_owed_fen"], data["loss_fen"]) == (owed, 5_999_00 + 400_00)
    assert data["suspended_fen"] == owed - data["loss_fen"]
    assert (data["account"]["status"], data["account"]["available_fen"]) == ("charged-off", 0)
    explained = at(LATE, "explain", data["event_id"], "--json").data["figures"][0]
    assert explained["amount_fen"] == data["loss_fen"]
    assert [(line["rule"], line["plan_id"], line["amount_fen"]) for line in explained["lines"]] == [
        ("principal-lost", "A1P1", 5_999_00),
        ("principal-lost", "A1P2", 400_00),
    ]
    shown = at(LATE, "show", "A1", "--json").data
    assert shown["losses"] == [
        {
            "plan_id": "",
            "state": "charged-off",
            "since_on": LATE,
            "reason": "not found",
            "recoverable_fen": owed,
        }
    ]
    assert [line["account_id"] for line in at(LATE, "list", "--status", "charged-off", "--json").data["accounts"]] == [
        "A1"
    ]
    assert at(LATE, "schedule", "A1P1", "--json").data["charged_off_on"] == LATE
    assert "Charged off\t2026-05-20" in at(LATE, "schedule", "A1P1").out
    head()


def test_of_one_plan_everything_told_is_of_that_plan(at):
    data = at(LATE, "charge-off", "A1", "--plan", "A1P1", "--reason", "x", "--dry-run", "--json").data
    assert data["still_owed_fen"] == data["loss_fen"] + data["suspended_fen"]


def test_no_limit_makes_anything_available_then(at):
    at(LATE, "charge-off", "A1", "--reason", "x")
    assert at(LATE, "limit", "A1", "30000", "--json").data["available_fen"] == 0


def test_for_people_in_both_languages(at):
    out = at(LATE, "charge-off", "A1", "--plan", "A1P1", "--reason", "x", "--dry-run").out
    assert "Plan\tA1P1" in out and "Loss of principal (yuan)\t5,999.00" in out
    assert "When money comes: baitiao recover A1 AMOUNT --plan A1P1" in out
    assert "nothing may be bought" not in out
    out = at(LATE, "charge-off", "A1", "--reason", "x", "--lang", "zh").out
    assert "债权保留" in out and "baitiao recover A1 金额" in out
    assert "整个账户\t已核销(账销案存)\t2026-05-20" in at(LATE, "show", "A1", "--lang", "zh").out


def test_money_for_it_is_a_recovery(at, head):
    at(LATE, "charge-off", "A1", "--reason", "x")
    refused = at(LATE, "repay", "A1", "100")
    assert "baitiao recover A1 AMOUNT" in refused.err and refused.status == 4
    data = at(LATE, "recover", "A1", "100", "--means", "bank", "--json").data
    assert sum(part["amount_fen"] for part in data["parts"]) == 100_00
    assert "Recovery, 100.00 yuan" in at(LATE, "history", "A1").out
    assert data["event_id"] in at(LATE, "explain", data["event_id"]).out
    assert at(LATE, "explain", "A1", "--check", "--json").data["check"]["agrees"] is True
    told = at(LATE, "why", "A1", "--between", "2026-05-19", LATE, "--json").data["changes"]
    assert "recovery-received" in [change["cause"] for change in told]
    books = at(LATE, "report", "trial-balance", "A1", "--lang", "zh").out
    assert "核销后收回" in books and "贷款损失" in books
    head()


def test_a_write_off_ends_the_debt_and_stands_on_the_bill(at, head, owed):
    data = at(LATE, "write-off", "A1", "--reason", "no estate", "--json").data
    assert (data["amount_fen"], data["account"]["owed_fen"]) == (owed, 0)
    plan = at(LATE, "schedule", "A1P1", "--json").data
    assert (plan["written_off_fen"], plan["settled_on"]) == (plan["totals"]["paid_fen"], LATE)
    assert "Written off, not paid (yuan)" in at(LATE, "schedule", "A1P1").out
    assert "income only when they are paid" not in at(LATE, "explain", "A1").out  # nothing is owed
    assert "Given up on" in at(LATE, "write-off", "A1", "--reason", "x", "--dry-run", "--on", "2026-05-19").out
    assert "Write-off, no estate" in at(LATE, "history", "A1").out
    explained = at(LATE, "explain", data["event_id"], "--json").data["figures"][0]
    assert {line["rule"] for line in explained["lines"]} == {"given-up"}
    bill = at("2026-06-03", "statement", "A1", "--json").data
    assert (bill["other_fen"], bill["closing_fen"], bill["amount_due_fen"]) == (-owed, 0, 0)
    assert "减记及其他" in at("2026-06-03", "statement", "A1", "--lang", "zh").out
    assert at("2026-06-04", "close", "A1", "--by", "operator", "--reason", "x").status == 0
    assert "written off before" in at("2026-06-05", "recover", "A1", "100", "--dry-run").out
    recovered = at("2026-06-05", "recover", "A1", "100", "--json").data["event_id"]
    assert at("2026-06-05", "show", "A1", "--json").data["credit_fen"] == 0
    assert "recovered of what was written off" in at("2026-06-05", "explain", recovered).out
    head()


def test_back_dated_tried_and_reversed_without_a_trace(at, head):
    before, shown = head(), at(LATE, "show", "A1", "--json").data
    books = books_of(at)
    for verb in ("charge-off", "write-off"):
        at(LATE, verb, "A1", "--reason", "x", "--dry-run")
        assert head() == before
    event_id = at(LATE, "charge-off", "A1", "--reason", "x", "--on", "2026-05-15", "--json").data["event_id"]
    at(LATE, "reverse", event_id)
    assert at(LATE, "show", "A1", "--json").data == shown
    assert books_of(at) == books
    head()


def test_in_a_batch_and_repeated(at, head, tmp_path):
    lines = "verb,account,amount,reason,request-id\ncharge-off,A1,,lost,r1\nrecover,A1,50,,r2\nwrite-off,A1,,gone,r3\n"
    (tmp_path / "lines.csv").write_text(lines, "utf-8")
    first = at(LATE, "batch", str(tmp_path / "lines.csv"), "--json").data["results"]
    after = head()
    again = at(LATE, "batch", str(tmp_path / "lines.csv"), "--json").data["results"]
    assert [line["result"] for line in again] == [line["result"] for line in first]
    assert head() == after


def test_a_reason_is_needed(at):
    assert at(LATE, "charge-off", "A1").status == 2
    assert at(LATE, "write-off", "A1").status == 2


def test_a_loss_of_the_account_has_those_of_its_plans_in_it(at, head, owed):
    at(LATE, "charge-off", "A1", "--plan", "A1P1", "--reason", "x")
    at(LATE, "write-off", "A1", "--reason", "y")
    losses = at(LATE, "show", "A1", "--json").data["losses"]
    assert [(loss["plan_id"], loss["state"], loss["recoverable_fen"]) for loss in losses] == [("", "written-off", owed)]
    head()
