"""`init`, `accrue`, `check`: the ledger file."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing


def test_a_new_ledger_is_its_owners_alone_and_empty(run, tmp_path, monkeypatch):
    monkeypatch.delenv("BAITIAO_KEY_FILE")
    path = tmp_path / "folder" / "shop.db"
    result = run("init", "--ledger", str(path), "--json")
    assert result.data == {"path": str(path), "key_file": f"{path}.key", "head": "0" * 64}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert run("check", "--ledger", str(path), "--json").data["findings"] == []
    assert "baitiao open" in run("init", "--ledger", str(tmp_path / "other.db")).out


def test_the_end_of_day_run_issues_the_bills_once(at, head):
    data = at("2026-04-03", "accrue", "--json").data
    bills = [(bill["number"], bill["billed_on"], bill["due_on"]) for bill in data["bills"]]
    assert bills == [(2, "2026-03-03", "2026-03-12"), (3, "2026-04-03", "2026-04-12")]
    after = head()
    again = at("2026-04-03", "accrue", "--json").data
    assert (again["bills"], again["account_count"]) == ([], 0)
    assert head() == after


def test_a_run_in_steps_gives_the_same_bills(at):
    steps = [
        at("2026-04-03", "accrue", "--through", day, "--json").data["bills"] for day in ("2026-03-01", "2026-03-03")
    ]
    assert [len(bills) for bills in steps] == [0, 1]
    last = at("2026-04-03", "accrue", "A1", "--json").data["bills"]
    assert [bill["number"] for bill in last] == [3]


def test_a_run_counts_on_the_day_that_is_named(at):
    data = at("2026-04-03", "accrue", "--on", "2026-03-05", "--json").data
    assert (data["through"], [bill["number"] for bill in data["bills"]]) == ("2026-03-05", [2])


def test_the_run_for_people(at):
    out = at("2026-03-03", "accrue").out
    assert "A1\t2\t2026-03-03\t2026-03-12" in out
    assert "Brought to 2026-03-03; accounts: 1." in out
    assert at("2026-03-03", "accrue", "--lang", "zh").out == "截至 2026-03-03 无需处理。\n"


def test_the_future_is_not_accrued(at):
    assert at("2026-03-03", "accrue", "--through", "2026-03-04", "--json").error["code"] == "date-in-future"


def test_a_check_that_passes_is_one_clear_line_and_the_head(at, head):
    assert at("2026-02-05", "check").out == f"All is well.\nHead {head()}\n"
    assert at("2026-02-05", "check", "--full", "--lang", "zh").out.startswith("账本完好。\n")


def test_a_check_that_fails_tells_where_and_exits_with_6(at, ledger):
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute("UPDATE plans SET merchant = 'elsewhere' WHERE plan_id = 'A1P1'")
        connection.commit()
    result = at("2026-02-05", "check", "--json", "--lang", "zh")
    assert result.status == 6
    finding = result.data["findings"][0]
    assert finding["code"] == "check-view"
    assert "A1P1" in finding["where"]
    assert "plans" in finding["message"] and "按事件应为" in finding["message"]
    out = at("2026-02-05", "check").out
    assert "check-view" in out
    assert "baitiao rebuild" in out
    assert "do not write to this ledger" not in out


def test_an_account_that_cannot_be_settled_does_not_stop_the_run(run, tmp_path):
    # A1 was opened more than 50 years ago and still owes; A2's bill of 3 February comes all the same.
    file = ("--ledger", str(tmp_path / "old.db"))
    run("init", *file)
    run("open", "--name", "a", "--limit", "1000", *file, "--today", "1970-01-01")
    run("charge", "A1", "100", *file, "--today", "1970-01-01")
    run("open", "--name", "b", "--limit", "1000", *file, "--today", "2026-01-05")
    run("charge", "A2", "100", *file, "--today", "2026-01-05")
    result = run("accrue", *file, "--today", "2026-02-03", "--json")
    assert result.status == 4
    assert result.data["failures"] == [{"account_id": "A1", "code": "history-too-long"}]
    assert [(bill["account_id"], bill["amount_due_fen"]) for bill in result.data["bills"]] == [("A2", 10000)]
