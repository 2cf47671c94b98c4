"""`early-warning`: each sign at the ends of its range, and on a generated portfolio held against its tables.

A1 has a bill of 3 February over 1,000.00, due on the 12th with a minimum of 100.00.
"""

from __future__ import annotations

import json
import sqlite3
from datetime import date, timedelta
from fractions import Fraction

import pytest

from baitiao_cli.desk.collection.early_warning import EarlyWarningRules
from baitiao_cli.desk.rule_files import read_rules, shipped
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages.definitions import definition_of
from baitiao_cli.messages.desk.early_warning import SIGNS


@pytest.fixture
def desk(run, tmp_path, monkeypatch):
    monkeypatch.setenv("BAITIAO_LEDGER", str(tmp_path / "desk.db"))

    def on(today: str, *arguments: str):
        return run(*arguments, "--today", today)

    on("2026-01-05", "init")
    on("2026-01-05", "open", "--name", "Li Lei", "--limit", "10000")
    on("2026-01-10", "charge", "A1", "1000")
    return on


def signs(desk, today: str) -> dict[str, str]:
    data = desk(today, "early-warning", "--json").data
    assert data["count"] == len(data["accounts"])
    return {sign["rule"]: sign["observed"] for one in data["accounts"] for sign in one["signs"]}


def test_the_first_three_days_late_are_a_sign(desk) -> None:
    desk("2026-02-03", "accrue")
    found = {day: signs(desk, f"2026-02-{day}").get("first-days-late") for day in range(12, 17)}
    assert found == {12: None, 13: "1", 14: "2", 15: "3", 16: None}


def test_what_is_used_and_held_is_a_sign_from_nine_tenths_of_the_limit_on(desk) -> None:
    desk("2026-01-11", "charge", "A1", "7999")
    assert signs(desk, "2026-01-11") == {}
    desk("2026-01-11", "hold", "A1", "1")
    assert signs(desk, "2026-01-11") == {"near-limit": "90.00%"}


def test_the_third_bill_that_carries_is_a_sign(desk) -> None:
    for month in (2, 3, 4):
        desk(f"2026-{month:02}-10", "repay", "A1", "100")
    found = {
        day: signs(desk, day).get("carries-on") for day in ("2026-03-03", "2026-05-02", "2026-05-03", "2026-05-10")
    }
    assert found == {"2026-03-03": None, "2026-05-02": None, "2026-05-03": "3", "2026-05-10": "3"}
    left_fen = desk("2026-05-10", "show", "A1", "--json").data["owed_fen"]
    desk("2026-05-10", "repay", "A1", f"{left_fen // 100}.{left_fen % 100:02}")
    assert signs(desk, "2026-05-10") == {}


def test_a_debit_that_took_not_all_is_a_sign_for_thirty_days(desk) -> None:
    desk("2026-02-05", "means", "A1", "card", "--funds", "200", "--kind", "card", "--last-digits", "1234")
    desk("2026-02-05", "auto-repay", "A1", "--means", "card", "--share", "minimum")
    desk("2026-02-12", "accrue")
    assert "debit-failed" not in signs(desk, "2026-02-12")  # 100.00 were there
    desk("2026-03-05", "means", "A1", "card", "--funds", "0")
    desk("2026-03-12", "accrue")
    assert signs(desk, "2026-03-12")["debit-failed"] == "2026-03-12"
    desk("2026-03-12", "auto-repay", "A1", "--off")
    desk("2026-03-12", "repay", "A1", "1000")
    desk("2026-03-12", "charge", "A1", "500")
    assert signs(desk, "2026-04-10") == {"debit-failed": "2026-03-12"}
    assert signs(desk, "2026-04-11") == {}


def test_a_portfolio_s_warnings_are_those_of_its_tables(run, portfolio) -> None:
    """Lateness and the use of limits by SQL over the views, what bills carry by their own documents."""
    today = date(2026, 6, 30)
    told = run("early-warning", "--ledger", str(portfolio), "--today", str(today), "--json").data["accounts"]
    with sqlite3.connect(portfolio) as connection:
        connection.row_factory = sqlite3.Row
        accounts = connection.execute("SELECT * FROM accounts").fetchall()
        debits = connection.execute(
            "SELECT account_id, effective_on, body FROM events WHERE kind = 'debit-tried'"
        ).fetchall()
    expected: dict[str, dict[str, str]] = {}
    for row in accounts:
        since = row["oldest_unpaid_due_on"]
        days = (today - date.fromisoformat(since)).days if since else 0
        if row["status"] not in ("open", "locked", "suspended") or not row["used_fen"] or days > 3:
            continue
        found = {"first-days-late": str(days)} if days else {}
        failed = [
            one["effective_on"]
            for one in debits
            if one["account_id"] == row["account_id"]
            and today - timedelta(days=29) <= date.fromisoformat(one["effective_on"])
            and json.loads(one["body"])["outcome"] in ("no-funds", "means-removed", "taken-in-part")
        ]
        if failed:
            found["debit-failed"] = max(failed)
        if (carrying := _carrying(run, portfolio, row["account_id"], str(today))) >= 3:
            found["carries-on"] = str(carrying)
        use = Fraction(row["used_fen"] + row["held_fen"], row["limit_fen"])
        if use >= Fraction(9, 10):
            found["near-limit"] = f"{float(use * 100):.2f}%"
        if found:
            expected[row["account_id"]] = found
    assert {one["account_id"]: {sign["rule"]: sign["observed"] for sign in one["signs"]} for one in told} == expected
    assert len({rule for found in expected.values() for rule in found}) >= 2
    counts = [len(one["signs"]) for one in told]
    assert counts == sorted(counts, reverse=True)


def _carrying(run, ledger, account_id: str, today: str) -> int:
    """How many bills in a row, from the latest back, have something of earlier ones on them."""
    count, number = 0, None
    while True:
        options = ("--bill", str(number)) if number else ()
        answer = run("statement", account_id, *options, "--ledger", str(ledger), "--today", today, "--json")
        if answer.status or not answer.data["due_parts"]["carried_fen"]:
            return count
        count, number = count + 1, answer.data["number"] - 1
        if not number:
            return count


def test_both_languages_tell_each_sign_and_define_it(desk) -> None:
    desk("2026-02-03", "accrue")
    assert "1 day late" in desk("2026-02-13", "early-warning").out
    assert "逾期 1 天" in desk("2026-02-13", "early-warning", "--lang", "zh").out
    assert "No account has a sign" in desk("2026-02-12", "early-warning").out
    assert all(definition_of("early-warning", sign) for sign in SIGNS)


def test_a_rule_file_that_does_not_fit_is_refused(tmp_path) -> None:
    rules = read_rules(shipped("early_warning"), EarlyWarningRules)
    assert (rules.days_late_through, rules.carrying_bills, rules.use_from_pct, rules.debit_days) == (3, 3, 90, 30)
    wrong = tmp_path / "mine.toml"
    wrong.write_text(shipped("early_warning").read_text("utf-8").replace("90", "0"), "utf-8")
    with pytest.raises(BaitiaoError, match="rules-invalid"):
        read_rules(wrong, EarlyWarningRules)
