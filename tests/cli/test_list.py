"""`list`: all accounts, or some."""

from __future__ import annotations

import csv
import io

import pytest


def test_list_has_a_line_an_account_and_totals(at):
    at("2026-02-03", "open", "--name", "韩梅梅", "--limit", "3000")
    data = at("2026-02-05", "list", "--json").data
    assert [account["account_id"] for account in data["accounts"]] == ["A1", "A2"]
    assert data["totals"] == {"limit_fen": 2_300_000, "used_fen": 639_900, "next_due_fen": 93_590, "overdue_fen": 0}
    rows = list(csv.DictReader(io.StringIO(at("2026-02-05", "list", "--csv").out)))
    assert [row["limit_fen"] for row in rows] == ["2000000", "300000"]
    assert at("2026-02-05", "list").out.splitlines()[-1].startswith("Total\t\t\t23,000.00\t6,399.00")


def test_list_only_the_overdue_or_of_one_status(at):
    assert "No account is like that." in at("2026-02-12", "list", "--overdue").out
    late = at("2026-02-13", "list", "--overdue", "--json").data["accounts"]
    assert [(account["account_id"], account["days_past_due"]) for account in late] == [("A1", 1)]
    # 535.90 of the phone, one night of 0.05% on it (0.27), and 40.00 of the minimum of the groceries.
    assert (late[0]["overdue_fen"], late[0]["overdue_since_on"]) == (535_90 + 27 + 40_00, "2026-02-12")
    assert at("2026-02-13", "list", "--status", "closed", "--json").data["count"] == 0
    assert at("2026-02-13", "list", "--as-of", "2026-01-04", "--json").data["count"] == 0


def test_list_in_a_new_ledger_tells_how_to_open_an_account(run, tmp_path):
    path = tmp_path / "new.db"
    run("init", "--ledger", str(path))
    assert "There are no accounts yet. To open one: baitiao open" in run("list", "--ledger", str(path)).out
    assert "尚无账户" in run("list", "--ledger", str(path), "--lang", "zh").out


def test_the_list_says_that_its_date_is_since_when_it_is_overdue(at):
    assert "Class\tOverdue since\n" in at("2026-02-20", "list").out
    assert "\t逾期自\n" in at("2026-02-20", "list", "--lang", "zh").out


@pytest.mark.parametrize("today", ["2026-01-31", "2026-04-15", "2026-06-30", "2026-08-05"])
def test_the_overdue_ones_are_those_of_all_that_are_overdue(run, portfolio, today):
    words = ("list", "--today", today, "--ledger", str(portfolio), "--json")
    lines = run(*words).data["accounts"]
    overdue = [line for line in lines if line["days_past_due"]]
    assert len(lines) > len(overdue) > 0
    assert run(*words, "--overdue").data["accounts"] == overdue


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_list_stays_a_table_on_a_usual_terminal_when_somebody_is_late(at, on_terminal, ledger, language):
    at("2026-02-03", "open", "--name", "韩梅梅", "--limit", "3000")
    shown = on_terminal(80, "list", "--today", "2026-02-20", "--lang", language)
    late = next(line.split() for line in shown.splitlines() if line.startswith("A1"))
    assert late[-1] == "2026-02-12"
    assert (
        shown.splitlines()[-1]
        == {
            "en": "Columns left out for want of room: Class",
            "zh": "屏幕较窄, 未列出: 五级分类",
        }[language]
    )
