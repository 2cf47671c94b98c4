"""`why`: a difference between two days or two bills, told by its causes."""

from __future__ import annotations

import csv
import io

import pytest


@pytest.fixture
def demo(run, tmp_path):
    """Asks about the account of the demo, of which nothing but the command line is known."""
    kept = str(tmp_path / "demo.db")
    told = run("demo", "--keep", kept)
    assert told.status == 0

    def ask(*arguments: str):
        return run(*arguments, "--ledger", kept, "--today", "2026-06-20")

    ask.told = told.out
    return ask


def test_the_march_bill_of_the_demo_is_three_yuan_higher(demo):
    # February: 535.90 of the phone + 400.00 of groceries. March: 535.90 + a coat of 403.00.
    assert "baitiao why A1 --between 2026-02-03 2026-03-03" in demo.told
    out = demo("why", "A1", "--between", "2026-02-03", "2026-03-03").out
    lines = out.splitlines()
    assert lines[0] == "Bill 2 (2026-03-03) asks for 3.00 yuan more than bill 1 (2026-02-03)"
    assert "new purchase\tA1P2\tSupermarket\tA1E3\t400.00\t0.00\t-400.00" in lines
    assert "new purchase\tA1P3\tClothes shop\tA1E6\t0.00\t403.00\t403.00" in lines
    assert "Total\t\t\t\t935.90\t938.90\t3.00" in lines


def test_the_causes_sum_to_each_difference(demo):
    data = demo("why", "A1", "--between", "2026-02-03", "2026-04-03", "--json").data
    for name, difference in data["differences"].items():
        assert sum(change["changes"].get(name, 0) for change in data["changes"]) == difference
    assert {name: data["after"][name] - data["before"][name] for name in data["differences"]} == data["differences"]
    bills = data["bills"]
    assert (bills["number_before"], bills["number_after"]) == (1, 3)
    change = bills["amount_after_fen"] - bills["amount_before_fen"]
    assert sum(line["after_fen"] - line["before_fen"] for line in bills["lines"]) == change


def test_an_event_is_named_for_what_it_changed(demo):
    data = demo("why", "A1", "--between", "2026-02-09", "2026-02-10", "--json").data
    (change,) = [change for change in data["changes"] if change["event_id"]]
    assert (change["cause"], change["event_id"]) == ("repayment-received", "A1E5")
    # 935.90 paid: 899.91 of principal is available again, 35.99 was the fee.
    assert change["changes"] == {
        "owed_fen": -935_90,
        "due_fen": -935_90,
        "used_fen": -899_91,
        "available_fen": 899_91,
    }
    assert data["bills"] is None


def test_the_nights_of_lateness_are_a_cause(demo):
    # 12 to 15 March: 403.00 x 0.05% x 3 = 0.60, x 0.015% x 3 = 0.18, 535.90 x 0.05% x 3 = 0.80.
    data = demo("why", "A1", "--between", "2026-03-12", "2026-03-15", "--json").data
    (change,) = data["changes"]
    assert (change["cause"], change["changes"]["owed_fen"]) == ("nights", 60 + 18 + 80)


def test_the_earlier_day_comes_first_whichever_way_it_is_asked(demo):
    there = demo("why", "A1", "--between", "2026-02-03", "2026-03-03", "--json").data
    back = demo("why", "A1", "--between", "2026-03-03", "2026-02-03", "--json").data
    assert there == back


def test_nothing_changed_is_told(demo):
    assert "Nothing changed." in demo("why", "A1", "--between", "2026-06-10", "2026-06-11").out


def test_csv_has_a_line_a_cause(demo):
    rows = list(csv.DictReader(io.StringIO(demo("why", "A1", "--between", "2026-02-03", "2026-03-03", "--csv").out)))
    assert sum(int(row["due_fen"]) for row in rows) == 3_00
    assert {row["event_id"] for row in rows} >= {"A1E5", "A1E6"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["why", "A1"], "option-missing"),
        (["why", "A1", "--between", "2026-02-03", "tomorrow"], "known-at-malformed"),
        (["why", "A9", "--between", "2026-02-03", "2026-03-03"], "account-unknown"),
        (["why", "A1", "--between", "2025-02-03", "2026-03-03"], "account-not-open-yet"),
    ],
)
def test_wrong_input_is_told(demo, arguments, code):
    assert demo(*arguments, "--json").error["code"] == code


def test_what_the_ledger_learned_is_told_event_by_event(demo):
    # On 20 April the account was 8 days past due, until the payment of the 8th turned up: 535.90 and 2.14 of charges.
    history = demo("history", "A1", "--json").data["lines"]
    late = next(line for line in history if line["on"] == "2026-04-08" and line["event_id"])
    before = f"A1E{int(late['event_id'].partition('E')[2]) - 1}"
    asked = ("why", "A1", "--between", before, late["event_id"], "--as-of", "2026-04-20")
    data = demo(*asked, "--json").data
    (change,) = data["changes"]
    assert change["event_id"] == late["event_id"]
    assert (change["changes"]["owed_fen"], change["changes"]["overdue_fen"]) == (-535_90 - 2_14, -535_90 - 2_14)
    assert data["before"]["overdue_fen"] == 538_04 and data["after"]["overdue_fen"] == 0
    assert demo(*asked).out.startswith("What the ledger learned of A1 on 2026-04-20")
