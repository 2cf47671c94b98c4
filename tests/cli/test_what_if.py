"""`what-if`: what commands would make of an account, and that they did nothing; figures worked by hand."""

from __future__ import annotations

import json

import pytest

DAY = "2026-02-03"


@pytest.fixture
def line(run, tmp_path, monkeypatch):
    """A line of 10,000 yuan with 1,200 in 12 installments at 0.6% a month of 12 January (bill day 3, due 9 days on)."""
    monkeypatch.setenv("BAITIAO_LEDGER", str(tmp_path / "ledger.db"))

    def at(today, *arguments):
        return run(*arguments, "--today", today)

    at("2026-01-05", "init")
    at("2026-01-05", "open", "--name", "李雷", "--limit", "10000")
    at("2026-01-12", "charge", "A1", "1200", "--installments", "12")
    at(DAY, "accrue")
    return at


def test_paying_an_installment_takes_it_off_all_that_is_to_come(line, tmp_path):
    was = (tmp_path / "ledger.db").read_bytes()
    found = line(DAY, "what-if", "A1", "--json", "--", "repay", "107.20").data
    # 100.00 principal and 0.6% of 1,200.00 a month: 107.20, twelve times 1,286.40
    assert (found["before"]["to_pay_fen"], found["before"]["cost_to_come_fen"]) == (1_286_40, 86_40)
    assert (found["after"]["to_pay_fen"], found["after"]["cost_to_come_fen"]) == (1_179_20, 79_20)
    assert found["difference"]["owed_fen"] == found["difference"]["to_pay_fen"] == -107_20
    assert found["before"]["dues"][0] == {"due_on": "2026-02-12", "amount_fen": 107_20}
    assert [due["due_on"] for due in found["after"]["dues"]] == [f"2026-{month:02}-12" for month in range(3, 13)] + [
        "2027-01-12"
    ]
    (plan,) = found["plans"]
    assert plan["before"] == plan["after"]  # what it costs in all stays
    (row,) = plan["rows"]
    assert (row["before"]["outstanding_fen"], row["after"]["outstanding_fen"]) == (107_20, 0)
    assert (row["before"]["status"], row["after"]["status"]) == ("due", "paid")
    assert (tmp_path / "ledger.db").read_bytes() == was


def test_a_chain_goes_on_from_what_came_before_it(line):
    found = line(
        DAY, "what-if", "A1", "--json", "--", "repay", "107.20", "--", "charge", "600", "--installments", "6",
    ).data  # fmt: skip
    assert [(step["step"], step["verb"]) for step in found["steps"]] == [(1, "repay"), (2, "charge")]
    assert found["steps"][1]["result"]["plan_id"] == "A1P2"
    # 600.00 in 6 costs 0.6% of it a month, 21.60
    assert found["difference"]["to_pay_fen"] == -107_20 + 621_60
    assert found["difference"]["plans_cost_fen"] == 21_60
    made = found["plans"][1]
    assert (made["plan_id"], made["before"], made["after"]["cost_fen"]) == ("A1P2", None, 21_60)
    quoted = line(DAY, "quote", "600", "--account", "A1", "--installments", "6", "--json").data
    assert made["after"]["annual_rate"] == quoted["annual_rate"]
    assert [row["after"]["total_fen"] for row in made["rows"]] == [row["total_fen"] for row in quoted["rows"]]


def test_a_day_to_come_has_come_on_the_branch(line):
    """On 3 March the first installment is 19 days late, which costs 0.05% a day of its 100.00 + 7.20."""
    assert line(DAY, "repay", "A1", "107.20", "--on", "2026-03-03").status == 4
    found = line(DAY, "what-if", "A1", "--json", "--", "repay", "107.20", "--on", "2026-03-03")
    assert json.loads(found.out)["as_of"] == "2026-03-03"
    assert found.data["before"]["days_past_due"] == 19
    late_fen = found.data["before"]["owed_parts"]["late_charge_fen"]
    assert found.data["after"]["owed_fen"] == found.data["before"]["owed_fen"] - 107_20
    assert late_fen > 0
    assert (
        line(DAY, "what-if", "A1", "--json", "--", "lock", "--on", "2026-03-03", "--", "unlock").data["steps"][1][
            "today"
        ]
        == "2026-03-03"
    )


def test_the_branch_can_be_looked_at_on_a_later_day(line):
    for name in ("--as-of", "--through"):
        found = line(DAY, "what-if", "A1", name, "2026-03-12", "--json", "--", "repay", "107.20").data
        shown = line(DAY, "show", "A1", "--as-of", "2026-03-12", "--json").data
        assert {key: found["before"][key] for key in shown if key in found["before"]} == {
            key: shown[key] for key in shown if key in found["before"]
        }
        assert (found["before"]["days_past_due"], found["after"]["days_past_due"]) == (28, 0)


def test_options_of_all_steps_may_stand_at_the_end(line):
    wanted = line(DAY, "what-if", "A1", "--json", "--operator", "ann", "--", "repay", "1").out
    assert line(DAY, "what-if", "A1", "--", "repay", "1", "--operator=ann", "--json").out == wanted
    assert line(DAY, "what-if", "A1", "--", "repay", "a1", "1", "--json", "--operator", "ann").out == wanted
    checked = line(DAY, "show", "A1", "--json").data["checked_id"]
    told = line(DAY, "what-if", checked, "--", "repay", checked, "1", "--json", "--operator", "ann")
    assert told.out == wanted
    assert line(DAY, "what-if", "A1", "repay", "1", "--json").data == json.loads(wanted)["data"]


def test_the_json_of_what_is_not_kept_says_so(line):
    assert json.loads(line(DAY, "what-if", "A1", "--json", "--", "repay", "1").out)["kept"] is False
    assert json.loads(line(DAY, "repay", "A1", "1", "--json", "--dry-run").out)["kept"] is False
    assert "kept" not in json.loads(line(DAY, "repay", "A1", "1", "--json").out)


def test_a_refusal_is_that_of_the_step_and_names_it(line):
    refused = line(DAY, "what-if", "A1", "--json", "--", "repay", "5", "--", "charge", "99999")
    wanted = line(DAY, "charge", "A1", "99999", "--json")
    assert (refused.status, refused.error["code"]) == (wanted.status, wanted.error["code"])
    assert refused.error["step"] == 2
    assert "limit-exceeded: step 2: " in line(DAY, "what-if", "A1", "--", "repay", "5", "--", "charge", "99999").err
    alone = line(DAY, "what-if", "A1", "--json", "--", "charge", "99999")
    assert alone.err == wanted.err


def test_two_people_are_needed_here_too_but_nothing_is_proposed(line):
    line(DAY, "operator", "anna", "--role", "supervisor,admin")
    line(DAY, "approval", "waiver", "--above", "1", "--operator", "anna")
    words = ("waive", "A1", "5", "--reason", "x", "--operator", "anna", "--json")
    refused = line(DAY, "what-if", "A1", "--", *words)
    assert (refused.status, refused.error["code"]) == (4, "approval-not-kept")
    assert refused.err == line(DAY, *words, "--dry-run").err
    assert line(DAY, "proposals", "--json").data["proposals"] == []
    assert line(DAY, "what-if", "A1", "--json", "--operator", "ben", "--", "repay", "1").error["code"] == (
        "operator-unknown"
    )


@pytest.mark.parametrize("spoil", ["none", "empty", "foreign"])
def test_a_ledger_that_is_none_is_told_as_to_the_verb(line, tmp_path, spoil):
    path = tmp_path / "other.db"
    if spoil != "none":
        path.write_bytes(b"" if spoil == "empty" else b"no ledger at all" * 100)
    tried = line(DAY, "what-if", "A1", "--json", "--ledger", str(path), "--", "repay", "1")
    wanted = line(DAY, "repay", "A1", "1", "--json", "--ledger", str(path))
    assert (tried.status, tried.err) == (wanted.status, wanted.err)
    assert tried.status != 0


def test_a_request_that_was_done_before_is_told_again(line):
    done = line(DAY, "repay", "A1", "5", "--request-id", "r1", "--json").data
    found = line(DAY, "what-if", "A1", "--json", "--", "repay", "5", "--request-id", "r1").data
    (step,) = found["steps"]
    assert (step["result"], step["repeated"]) == (done, True)
    assert not any(found["difference"].values())


def test_a_customer_who_is_verified_is_taken_for_the_right_one_and_no_digits_are_tried(line):
    line(DAY, "person", "A1", "--phone", "13800001234", "--reason", "named")
    assert line(DAY, "what-if", "A1", "--json", "--", "verify").status == 0
    for command in ("verify", "close"):
        refused = line(DAY, "what-if", "A1", "--json", "--", command, "--phone-digits", "1234").error
        assert refused["code"] == "digits-not-compared"
        assert "--phone-digits" in refused["hint"]


def test_what_help_names_as_a_step_can_be_one_and_opening_is_none(line):
    told = line(DAY, "what-if", "--help").out
    assert "Steps: charge, repay," in " ".join(told.split())
    refused = line(DAY, "what-if", "A1", "open", "--name", "x", "--limit", "100", "--json").error
    assert refused["code"] == "what-if-opens"
    hint = line(DAY, "what-if", "A1", "--json", "--", "show").error["hint"]
    assert hint.endswith("baitiao what-if --help")


def test_nothing_would_change_is_said(line):
    nothing = "No figure of the account would change by 2026-02-03.\n"
    line(DAY, "repay", "A1", "5", "--request-id", "r1")
    assert nothing in line(DAY, "what-if", "A1", "--", "repay", "5", "--request-id", "r1").out
    moved = line(DAY, "what-if", "A1", "--", "bill-day", "20").out
    assert "Due dates to come" in moved
    assert nothing not in moved
    assert nothing not in line(DAY, "what-if", "A1", "--", "lock").out


@pytest.mark.parametrize("columns", [40, 80, 200])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_is_cut_on_a_terminal(line, on_terminal, columns, language):
    from rich.cells import cell_len

    words = ("what-if", "A1", "--today", DAY, "--lang", language, "--", "extend", "A1P1", "--months", "2")
    shown = on_terminal(columns, *words)
    assert "2026-12-12" in shown
    assert "…" not in shown
    assert all(cell_len(text) <= columns for text in shown.splitlines())
