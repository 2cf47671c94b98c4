"""`report lifecycle` on the portfolio: phases, payoffs and closures by SQL from the plans, accounts and events."""

from __future__ import annotations

import json
from datetime import date, timedelta
from statistics import median_low

from baitiao_cli.messages.definitions import definition_of
from tests.reports.conftest import TODAY

PLANS = "SELECT account_id, started_on, coalesce(settled_on, '9999') AS settled_on FROM plans ORDER BY started_on"


def lives(sql) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {row["account_id"]: [] for row in sql("SELECT account_id FROM accounts")}
    for row in sql(PLANS):
        found[row["account_id"]].append((row["started_on"], row["settled_on"]))
    return found


def test_phases_are_those_of_the_tables(report, sql, pictures) -> None:
    data = report("lifecycle", "--json").data
    plans, since = lives(sql), str(TODAY - timedelta(days=90))
    phases: dict[str, set[str]] = {"active": set(), "dormant": set(), "closed": set()}
    for row in sql("SELECT account_id, closed_on FROM accounts"):
        name = row["account_id"]
        owes = sum(pictures[name][TODAY].owed.values()) > 0
        bought = any(began > since for began, _ in plans[name])
        phases["closed" if row["closed_on"] else "active" if owes or bought else "dormant"].add(name)
    assert phases["active"]
    assert phases["closed"]
    for row in data["rows"]:
        behind = report("lifecycle", "--explain", row["phase"], "--json").data["accounts"]
        assert {each["account_id"] for each in behind} == phases[row["phase"]]
        assert row["account_count"] == len(behind)
        assert row["principal_fen"] == sum(pictures[name][TODAY].used for name in phases[row["phase"]])
    assert data["totals"]["account_count"] == len(plans)


def test_who_borrowed_again_is_seen_day_by_day(report, sql, decided) -> None:
    """Every day of every account is looked at by itself: is anything bought before it left to pay at its end?"""
    data = report("lifecycle", "--json").data
    again = []
    payoffs = late = 0
    for name, plans in lives(sql).items():
        days = sorted({ended for _, ended in plans if ended <= str(TODAY)})
        paid = next((day for day in days if all(end <= day for began, end in plans if began <= day)), None)
        payoffs += paid is not None
        following = [began for began, _ in plans if paid and began > paid]
        if following:
            dues = [each for each in decided if each.account_id == name and str(each.due_on) > following[0]]
            late += any(not each.is_in_time for each in dues)
            again.append((date.fromisoformat(following[0]) - date.fromisoformat(str(paid))).days)
    assert (data["payoff_count"], data["again_count"]) == (payoffs, len(again))
    assert data["again_median_days"] == median_low(again)
    assert data["late_again_count"] == late > 0
    assert data["late_again_pct"] == f"{100 * late / len(again):.2f}"
    counts = (data["totals"]["due_count"], data["totals"]["on_time_count"])
    assert counts == (len(decided), sum(each.is_in_time for each in decided))


def test_closures_are_those_of_the_events(report, sql) -> None:
    data = report("lifecycle", "--json").data
    closed = {row["account_id"] for row in sql("SELECT account_id FROM accounts WHERE closed_on IS NOT NULL")}
    said: dict[tuple[str, str], set[str]] = {}
    for row in sql("SELECT account_id, body FROM events WHERE kind = 'account-closed' ORDER BY sequence"):
        body = json.loads(row["body"])
        for names in said.values():
            names.discard(row["account_id"])
        if row["account_id"] in closed:
            said.setdefault((body["by"], body["reason"]), set()).add(row["account_id"])
    told = {(row["closed_by"], row["reason"]): row["account_count"] for row in data["closures"]}
    assert told == {key: len(names) for key, names in said.items() if names}


def test_examples_of_the_definitions(run, tmp_path) -> None:
    """Bought on 2026-01-10 and paid on 02-12; again on 03-01, due on 03-12 and paid on 04-02: active for 90 days."""

    def at(today: str, *arguments: str):
        return run(*arguments, "--today", today, "--ledger", str(tmp_path / "ledger.db"), "--json").data

    at("2026-01-05", "init")
    at("2026-01-05", "open", "--name", "x", "--limit", "20000")
    at("2026-01-10", "charge", "A1", "500")
    at("2026-02-12", "repay", "A1", "500")
    at("2026-03-01", "charge", "A1", "50")
    at("2026-04-02", "payoff", "A1", "--pay")
    data = at("2026-05-29", "report", "lifecycle")
    assert (data["again_median_days"], data["late_again_count"]) == (17, 1)
    assert data["rows"][0]["account_count"] == 1  # 89 days after 03-01
    assert at("2026-05-30", "report", "lifecycle")["rows"][1]["account_count"] == 1
    assert (data["totals"]["due_count"], data["totals"]["on_time_count"]) == (2, 1)
    assert "are 17 days" in definition_of("lifecycle", "to-borrow-again").example.en
