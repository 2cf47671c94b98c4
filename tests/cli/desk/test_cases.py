"""`cases open`, `cases`, `case`: who is late has a case until nothing is late; what belongs to it is told with it.

In the story A1 has a bill of 3 February, due on the 12th, of which nothing is paid: past due from the 13th on.
"""

from __future__ import annotations

import shutil
import sqlite3
from datetime import date

import pytest

TODAY = "2026-06-30"  # through which the generated portfolio is settled


@pytest.fixture
def desk(run, portfolio, tmp_path, monkeypatch):
    shutil.copyfile(portfolio, tmp_path / "ledger.db")
    monkeypatch.setenv("BAITIAO_LEDGER", str(tmp_path / "ledger.db"))
    return lambda *arguments: run(*arguments, "--today", TODAY)


def late_by_sql(path) -> dict[str, int]:
    """Who is late and by how many days, by the ledger's own views."""
    with sqlite3.connect(path / "ledger.db") as connection:
        rows = connection.execute(
            "SELECT account_id, oldest_unpaid_due_on FROM accounts WHERE oldest_unpaid_due_on IS NOT NULL"
            " AND status <> 'written-off'"
        ).fetchall()
    return {account_id: (date.fromisoformat(TODAY) - date.fromisoformat(since)).days for account_id, since in rows}


def test_everybody_who_is_late_has_a_case_in_the_stage_of_their_days(desk, tmp_path) -> None:
    late = late_by_sql(tmp_path)
    assert len(late) > 5
    opened = desk("cases", "open", "--json").data
    assert {one["account_id"]: one["days_past_due"] for one in opened["opened"]} == late
    stages = {one["account_id"]: one["stage"] for one in desk("cases", "--json").data["cases"]}
    begins = [("legal", 181), ("late", 91), ("mid", 31), ("early", 1)]
    assert stages == {one: next(name for name, first in begins if days >= first) for one, days in late.items()}
    again = desk("cases", "open", "--json").data
    assert (again["opened"], again["closed"], again["unchanged_count"]) == ([], [], len(late))
    assert desk("check", "--json").data["findings"] == []


def test_the_longest_late_come_first_and_the_sums_are_theirs(desk, tmp_path) -> None:
    desk("cases", "open")
    data = desk("cases", "--json").data
    assert [one["days_past_due"] for one in data["cases"]] == sorted(late_by_sql(tmp_path).values(), reverse=True)
    listed = {one["account_id"]: one["overdue_fen"] for one in desk("list", "--overdue", "--json").data["accounts"]}
    assert {one["account_id"]: one["overdue_fen"] for one in data["cases"]} == listed
    assert data["totals"]["overdue_fen"] == sum(listed.values())


def test_a_case_is_opened_on_the_first_day_late_and_closed_when_nothing_is_late(at, head) -> None:
    assert at("2026-02-12", "cases", "open", "--json").data["opened"] == []
    (opened,) = at("2026-02-13", "cases", "open", "--json").data["opened"]
    assert (opened["case_id"], opened["days_past_due"], opened["stage"]) == ("D1", 1, "early")
    explained = at("2026-02-13", "explain", "D1").out
    assert "case-opens\t1\t1\tearly" in explained
    (line,) = at("2026-03-15", "cases", "--json").data["cases"]
    assert (line["days_past_due"], line["stage"], line["next_step"]) == (31, "mid", "letter")
    at("2026-03-16", "payoff", "A1", "--pay")
    (line,) = at("2026-03-16", "cases", "--json").data["cases"]
    assert (line["days_past_due"], line["stage"], line["next_step"]) == (0, "", "close-case")
    (closed,) = at("2026-03-16", "cases", "open", "--json").data["closed"]
    assert (closed["case_id"], closed["ended"]) == ("D1", "cured")
    assert at("2026-03-16", "cases", "--json").data["cases"] == []
    (was,) = at("2026-03-16", "cases", "--closed", "--json").data["cases"]
    assert (was["closed_on"], was["ended"]) == ("2026-03-16", "cured")
    assert "case-cured" in at("2026-03-16", "explain", "D2").out
    assert at("2026-03-15", "cases", "--as-of", "2026-03-01", "--json").data["count"] == 1
    head()


def test_who_is_late_again_has_a_new_case(at) -> None:
    at("2026-02-13", "cases", "open")
    at("2026-02-20", "repay", "A1", "1000")
    assert len(at("2026-02-20", "cases", "open", "--json").data["closed"]) == 1
    at("2026-03-03", "accrue")
    (again,) = at("2026-03-13", "cases", "open", "--json").data["opened"]
    assert again["case_id"] == "D3"


def test_a_case_tells_its_promises_contacts_and_what_happened(at) -> None:
    at("2026-02-13", "cases", "open")
    call = ("contact", "A1", "--channel", "call", "--about", "collection", "--at", "10:00", "--outcome", "reached")
    assert at("2026-02-14", *call, "--json").data["case_id"] == "D1"
    assert at("2026-02-14", "promise", "A1", "100", "--by", "2026-02-18", "--json").data["case_id"] == "D1"
    steps = [at(day, "case", "D1", "--json").data["next_step"] for day in ("2026-02-14", "2026-02-18", "2026-02-19")]
    assert steps == ["wait-for-promise", "wait-for-promise", "ask-about-promise"]
    at("2026-02-20", "repay", "A1", "60")
    at("2026-02-20", "hardship", "A1", "--reason", "illness")
    view = at("2026-02-21", "case", "D1", "--json").data
    assert view["next_step"] == "decide-hardship"
    assert view["hardship"]["since_on"] == "2026-02-20"
    assert [(one["on"], one["kind"], one["amount_fen"]) for one in view["happenings"]] == [
        ("2026-02-20", "repayment-received", 6000),
        ("2026-02-20", "hardship-requested", None),
    ]
    assert [one["state"] for one in view["promises"]] == ["broken"]
    assert [one["at"] for one in view["contacts"]] == ["10:00"]
    at("2026-02-22", "decide-hardship", "A1", "--refuse", "--reason", "x")
    told = at("2026-02-22", "case", "d1").out
    assert "baitiao contact A1 --channel call" in told
    assert "案件" in at("2026-02-22", "case", "D1", "--lang", "zh").out


def test_what_was_charged_off_is_still_collected_and_recovered_and_what_was_written_off_is_not(at) -> None:
    at("2026-03-05", "open", "--name", "郑洁", "--limit", "1000", "--on", "2025-08-01")
    at("2026-03-05", "charge", "A2", "90", "--on", "2025-08-02")
    at("2026-03-05", "cases", "open")
    cases = {one["account_id"]: one["case_id"] for one in at("2026-03-05", "cases", "--json").data["cases"]}
    at("2026-03-05", "charge-off", "A2", "--reason", "x")
    at("2026-03-06", "recover", "A2", "20")
    assert at("2026-03-06", "cases", "open", "--json").data["closed"] == []
    view = at("2026-03-06", "case", cases["A2"], "--json").data
    assert [(one["kind"], one["amount_fen"]) for one in view["happenings"]][-1] == ("recovery-received", 2000)
    at("2026-03-07", "write-off", "A2", "--reason", "x")
    (closed,) = at("2026-03-07", "cases", "open", "--json").data["closed"]
    assert (closed["account_id"], closed["ended"]) == ("A2", "written-off")


def test_a_day_before_what_was_recorded_is_refused_and_a_dry_run_keeps_nothing(at, head) -> None:
    before = head()
    assert len(at("2026-02-13", "cases", "open", "--dry-run", "--json").data["opened"]) == 1
    assert head() == before
    at("2026-02-14", "cases", "open")
    refused = at("2026-02-14", "cases", "open", "--on", "2026-02-13", "--json")
    assert (refused.status, refused.error["code"]) == (4, "cases-later")
    assert at("2026-02-14", "cases", "open", "--on", "2026-02-15", "--json").error["code"] == "date-in-future"
    assert at("2026-02-14", "case", "D9", "--json").error["code"] == "desk-record-unknown"
    at("2026-02-14", "promise", "A1", "1", "--by", "2026-02-20")
    assert at("2026-02-14", "case", "D2", "--json").error["code"] == "case-unknown"
