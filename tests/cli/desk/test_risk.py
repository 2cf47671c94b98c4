"""`risk` and `risk check`: on a generated portfolio, whose figures are counted here from its rows, and on the phone."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections import Counter, defaultdict
from datetime import date, timedelta
from statistics import median

import pytest

AS_OF = date(2026, 6, 30)
SINCE = AS_OF - timedelta(days=366)
MINE = """
rules_version = 3
look_back_days = 366
[[rules]]
name = "velocity"
window_days = 7
threshold = 2
action = "note"
[[rules]]
name = "many-small"
window_days = 30
threshold = 2
small_yuan = 200
action = "note"
[[rules]]
name = "first-near-limit"
window_days = 60
threshold = 25
action = "note"
[[rules]]
name = "refund-loop"
window_days = 60
threshold = 2
share_pct = 50
action = "note"
[[rules]]
name = "unusual-amount"
window_days = 180
threshold = 10
earlier_count = 5
action = "note"
[[rules]]
name = "unusual-category"
window_days = 365
threshold = 2000
earlier_count = 8
action = "note"
[[rules]]
name = "given-up-holds"
window_days = 90
threshold = 1
action = "note"
"""


@pytest.fixture(scope="module")
def deeds(portfolio):
    """Everything that was done, by account: (day, number, kind, body); nothing in this portfolio is reversed."""
    with sqlite3.connect(portfolio) as connection:
        rows = connection.execute(
            "SELECT account_id, effective_on, number, kind, body FROM events ORDER BY account_id, effective_on, number"
        ).fetchall()
    found = defaultdict(list)
    for account_id, on, number, kind, body in rows:
        assert kind != "event-reversed"
        found[account_id].append((date.fromisoformat(on), number, kind, json.loads(body)))
    return found


def purchases(events):
    """(day, number, what the line lends, category), each authorised one on the day of that."""
    for on, number, kind, body in events:
        if kind == "hold-placed":
            yield on, number, body["amount_fen"], body["category"]
        elif kind == "purchase-made" and not body["hold_id"]:
            yield on, number, body["amount_fen"] - body["trade_in_fen"] - body["down_payment_fen"], body["category"]


def tumbling(marks, window_days: int, threshold: int):
    """On which of (day, number, day from which it must be within) so many have come together, each of them once."""
    waiting = []
    for on, number, from_on in marks:
        waiting.append(from_on)
        inside = [day for day in waiting if (on - day).days < window_days]
        if len(inside) == threshold:
            yield on, number
            inside = []
        waiting = inside


def expected(account_id: str, events):
    """What is to be found in an account: (rule, event)."""
    bought = list(purchases(events))
    every = [(on, number, on) for on, number, *_ in bought]
    small = [(on, number, on) for on, number, fen, _ in bought if fen <= 200_00]
    released = [(on, number, on) for on, number, kind, _ in events if kind == "hold-released"]
    plans, back, returned = {}, Counter(), []
    for on, number, kind, body in events:
        if kind == "purchase-made":
            plans[body["plan_id"]] = on, body["amount_fen"] - body["trade_in_fen"] - body["down_payment_fen"]
        elif kind == "refund-received" and body["plan_id"] in plans:
            bought_on, fen = plans[body["plan_id"]]
            was_half = 2 * back[body["plan_id"]] >= fen
            back[body["plan_id"]] += body["amount_fen"]
            if 2 * back[body["plan_id"]] >= fen and not was_half:
                returned.append((on, number, bought_on))
    marks = [("velocity", tumbling(every, 7, 2)), ("many-small", tumbling(small, 30, 2))]
    marks += [("refund-loop", tumbling(returned, 60, 2)), ("given-up-holds", tumbling(released, 90, 1))]
    for rule, found in marks:
        for _, number in found:
            yield rule, f"{account_id}E{number}"
    for place, (on, number, fen, category) in enumerate(bought):
        before = [one for one in bought[:place] if (on - one[0]).days < 180]
        if len(before) >= 5 and fen >= 10 * median(one[2] for one in before):
            yield "unusual-amount", f"{account_id}E{number}"
        known = {one[3]: 0 for one in bought[:place]}
        if place >= 8 and fen >= 2000_00 and category not in known:
            yield "unusual-category", f"{account_id}E{number}"
    limit_fen, opened_on, is_first = 0, None, False
    limits = defaultdict(int)
    for on, _, kind, body in events:
        if kind in ("account-opened", "account-reopened", "limit-changed") or body.get("decision") == "granted":
            limit_fen = body.get("limit_fen") or limit_fen
        limits[on] = limit_fen
    for on, number, kind, body in events:
        if kind in ("account-opened", "account-reopened"):
            opened_on, is_first = on, True
        elif is_first and (kind == "hold-placed" or (kind == "purchase-made" and not body["hold_id"])):
            is_first = False
            fen = body["amount_fen"]
            if (on - opened_on).days < 60 and 4 * fen >= limits[on]:
                yield "first-near-limit", f"{account_id}E{number}"


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(MINE)
    return str(path)


def test_it_finds_in_a_portfolio_what_is_counted_here(run, portfolio, deeds, mine) -> None:
    found = run("risk", "--all", "--rules", mine, "--as-of", str(AS_OF), "--ledger", str(portfolio), "--json").data
    ours = sorted(pair for account_id, events in deeds.items() for pair in expected(account_id, events))
    assert sorted((one["rule"], one["event_id"]) for one in found["findings"]) == ours
    by_rule = Counter(rule for rule, _ in ours)
    assert all(by_rule[rule] for rule in ("velocity", "many-small", "unusual-amount", "unusual-category")), by_rule
    assert all(by_rule[rule] for rule in ("first-near-limit", "refund-loop", "given-up-holds")), by_rule
    assert found["rules_version"] == 3
    made = sum(len(list(purchases(events))) for events in deeds.values())
    assert (found["purchase_count"], found["hour_unknown_count"]) == (made, made)
    assert found["account_count"] == len(deeds)


def test_an_earlier_day_knows_nothing_of_later_ones(run, portfolio, deeds, mine) -> None:
    day = date(2026, 1, 31)
    found = run("risk", "--all", "--rules", mine, "--as-of", str(day), "--ledger", str(portfolio), "--json").data
    early = {account_id: [one for one in events if one[0] <= day] for account_id, events in deeds.items()}
    ours = sorted(pair for account_id, events in early.items() for pair in expected(account_id, events))
    assert sorted((one["rule"], one["event_id"]) for one in found["findings"]) == ours


@pytest.fixture
def line(run, tmp_path):
    """Runs a command on a day in a ledger with one line of 10,000.00."""

    def at(today: str, *arguments: str):
        return run(*arguments, "--today", today, "--ledger", str(tmp_path / "ledger.db"))

    at("2026-01-05", "init")
    at("2026-01-05", "open", "--name", "x", "--limit", "10000", "--phone", "13800001234")
    return at


def test_a_finding_is_told_with_why_and_with_what_to_read_in_both_languages(line) -> None:
    for _ in range(5):
        line("2026-03-10", "charge", "A1", "100")
    told = line("2026-03-10", "risk", "A1").out
    assert "purchases in one day: 5 (fires from 5)" in told
    assert "Please tell nobody your codes" in told
    assert "请不要把验证码告诉任何人" in told
    chinese = line("2026-03-10", "risk", "A1", "--lang", "zh").out
    assert "一天内的消费笔数: 5 (达到 5 即触发)" in chinese
    data = line("2026-03-10", "risk", "A1", "--json").data
    assert [(one["rule"], one["event_id"], one["observed"]) for one in data["findings"]] == [("velocity", "A1E6", 5)]
    assert data["warnings"][0]["warning"] == "many-attempts"
    assert line("2026-03-09", "risk", "A1", "--json").data["count"] == 0


def test_nothing_is_kept_by_looking(line, tmp_path) -> None:
    line("2026-01-05", "charge", "A1", "9500")
    before = (tmp_path / "ledger.db").read_bytes()
    assert line("2026-01-05", "risk", "--all", "--json").data["count"] == 1
    assert line("2026-01-05", "risk", "check", "A1", "100", "--json").status == 0
    assert (tmp_path / "ledger.db").read_bytes() == before


def test_a_purchase_is_looked_at_before_it_is_made(line) -> None:
    assert line("2026-01-05", "risk", "check", "A1", "8999.99", "--json").data["count"] == 0
    asked = line("2026-01-05", "risk", "check", "A1", "9000", "--json").data
    assert [(one["rule"], one["observed"], one["event_id"]) for one in asked["findings"]] == [
        ("first-near-limit", 90, "")
    ]
    assert "No rule would fire." in line("2026-01-05", "risk", "check", "A1", "10").out
    line("2026-01-06", "person", "A1", "--phone", "13900001234", "--reason", "new phone")
    line("2026-01-06", "charge", "A1", "10")
    assert [one["rule"] for one in line("2026-01-12", "risk", "check", "A1", "1000", "--json").data["findings"]] == [
        "new-phone"
    ]
    assert line("2026-01-13", "risk", "check", "A1", "1000", "--json").data["count"] == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["risk"], "account-or-all"),
        (["risk", "A1", "--all"], "options-exclusive"),
        (["risk", "A9"], "account-unknown"),
        (["risk", "A1", "--as-of", "2026-01-04"], "account-not-open-yet"),
        (["risk", "check", "A1", "0"], "amount-not-positive"),
        (["risk", "A1", "--rules", "none.toml"], "rules-unreadable"),
    ],
)
def test_what_cannot_be_answered_is_refused(line, arguments, code: str) -> None:
    assert line("2026-01-05", *arguments, "--json").error["code"] == code


def test_a_scan_keeps_each_cause_once_and_suspends_what_it_holds(run, portfolio, deeds, mine, tmp_path) -> None:
    ledger = tmp_path / "ledger.db"
    shutil.copyfile(portfolio, ledger)
    holding = tmp_path / "holding.toml"
    holding.write_text(MINE.replace('threshold = 2\naction = "note"', 'threshold = 2\naction = "hold"', 1))
    scan = ("risk", "scan", "--all", "--rules", str(holding), "--today", str(AS_OF), "--ledger", str(ledger), "--json")
    ours = sorted(pair for account_id, events in deeds.items() for pair in expected(account_id, events))
    tried = run(*scan, "--dry-run").data
    assert sorted((one["rule"], one["event_id"]) for one in tried["kept"]) == ours
    kept = run(*scan).data
    assert (sorted((one["rule"], one["event_id"]) for one in kept["kept"]), kept["known_count"]) == (ours, 0)
    assert [one["item_id"] for one in kept["kept"]] == [f"D{number}" for number in range(1, len(ours) + 1)]
    again = run(*scan).data
    assert (again["kept"], again["known_count"]) == ([], len(ours))
    with sqlite3.connect(ledger) as connection:
        rows = connection.execute("SELECT account_id FROM accounts WHERE status = 'closed'").fetchall()
        closed = {account_id for (account_id,) in rows}
        rows = connection.execute("SELECT account_id FROM events WHERE kind = 'account-suspended'").fetchall()
    held = {event_id.partition("E")[0] for rule, event_id in ours if rule == "velocity"}
    assert sorted(account_id for (account_id,) in rows) == sorted(held - closed)
    queue = run("queue", "--as-of", str(AS_OF), "--ledger", str(ledger), "--json").data
    assert queue["count"] == len(ours)
    assert {one["account_id"] for one in queue["items"] if one["keeps_suspended"]} == held - closed
    assert run("check", "--ledger", str(ledger)).status == 0
