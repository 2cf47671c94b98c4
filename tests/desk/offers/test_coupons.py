"""Who earns a coupon on a generated portfolio, beside due dates from SQL and lateness day by day from the engine."""

from __future__ import annotations

import shutil
import sqlite3
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest

import baitiao_cli
from baitiao_cli.account.delinquency import days_past_due
from baitiao_cli.account.replay import replay_on
from baitiao_cli.desk.rule_files import shipped
from baitiao_cli.ledger.store import Ledger

TODAY = date(2026, 6, 30)


def due_dates(connection: sqlite3.Connection, account_id: str) -> set[date]:
    """All due dates by now: of bills that asked for something, and of installments with dates of their own."""
    products = Path(baitiao_cli.__file__).parent / "products"
    own = {
        file.stem
        for file in products.glob("*.toml")
        if tomllib.loads(file.read_text("utf-8"))["due_by"] == "anniversary"
    }
    found = {
        date.fromisoformat(row[0])
        for row in connection.execute(
            "SELECT due_on FROM bills WHERE account_id = ? AND amount_due_fen > 0", (account_id,)
        )
    }
    rows = connection.execute(
        """SELECT product_id, started_on, settled_on, due_on, paid_fen,
            lag(due_on) OVER (PARTITION BY plan_id ORDER BY installments.number)
        FROM installments JOIN plans USING (plan_id) WHERE account_id = ?""",
        (account_id,),
    )
    for product_id, started_on, settled_on, due_on, paid_fen, before_on in rows:
        has_begun = settled_on is None or (before_on or started_on) < settled_on
        if product_id in own and paid_fen and has_begun:
            found.add(date.fromisoformat(due_on))
    return {day for day in found if day <= TODAY}


@pytest.fixture(scope="module")
def last_late(portfolio) -> dict[str, date]:
    """The last day on which each account was late, looking at each single day."""
    found = {}
    with Ledger(portfolio).read() as tx:
        for account_id in tx.account_ids():
            events = tx.book(account_id).events
            first = events[0].effective_on
            days = [first + timedelta(days=count) for count in range((TODAY - first).days + 1)]
            for account in replay_on(events, days):
                if days_past_due(account, account.through):
                    found[account_id] = account.through
    return found


@pytest.mark.parametrize("least", [1, 6, 11])
def test_due_dates_in_time_are_those_behind_the_last_late_day(portfolio, last_late, tmp_path, run, least) -> None:
    text = shipped("offers").read_text("utf-8").replace("after_due_dates = 6", f"after_due_dates = {least}")
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    expected = {}
    with sqlite3.connect(portfolio) as connection:
        accounts = connection.execute(
            "SELECT account_id, next_due_on, status FROM accounts WHERE closed_on IS NULL"
        ).fetchall()
        for account_id, next_due_on, status in accounts:
            in_time = {day for day in due_dates(connection, account_id) if day > last_late.get(account_id, date.min)}
            if next_due_on == str(TODAY):  # not paid yet
                in_time -= {TODAY}
            if len(in_time) >= least:
                obstacle = None if status == "open" else "not-open"
                expected[account_id] = (len(in_time), str(min(in_time)), str(max(in_time)), obstacle)
    at = ("--ledger", str(portfolio), "--today", str(TODAY), "--json")
    answer = run("offers", "review", "--all", "--rules", str(tmp_path / "mine.toml"), *at).data
    assert answer["looked_at_count"] == len(accounts)
    assert expected == {
        line["account_id"]: (line["due_date_count"], line["first_due_on"], line["last_due_on"], line["obstacle"])
        for line in answer["lines"]
    }
    assert expected


def test_coupons_are_given_once_and_used_within_the_books(portfolio, tmp_path, run) -> None:
    shutil.copyfile(portfolio, tmp_path / "all.db")
    at = ("--ledger", str(tmp_path / "all.db"), "--today", str(TODAY), "--json")
    reviewed = run("offers", "review", "--all", *at).data["lines"]
    tried = run("offers", "grant", "--all", "--dry-run", *at).data["lines"]
    given = run("offers", "grant", "--all", *at).data["lines"]
    assert tried == given
    assert [line | {"record_id": ""} for line in given] == reviewed
    assert run("offers", "grant", "--all", *at).data["lines"] == [line for line in reviewed if line["obstacle"]]
    used = {}
    for line in given:
        if line["obstacle"]:
            continue
        bought = run("charge", line["account_id"], "600", "--installments", "3", "--coupon", line["record_id"], *at)
        if bought.status == 0:
            # Flat 0.45%, 0.6%, 0.75% or 0.9% a month of 600.00, whatever the tier has: the first of three is free.
            _, second, third = (row["fee_fen"] for row in bought.data["rows"])
            assert [row["fee_fen"] for row in bought.data["rows"]] == [0, second, second]
            assert bought.data["coupon_fen"] == second == third
            used[line["account_id"]] = (line["record_id"], bought.data["plan_id"], second)
    assert len(used) > 5
    for account_id, (record_id, plan_id, fee_fen) in used.items():
        told = run("coupons", account_id, *at).data["coupons"]
        assert [(one["record_id"], one["state"], one["plan_id"], one["coupon_fen"]) for one in told] == [
            (record_id, "used", plan_id, fee_fen)
        ]
        assert run("explain", account_id, "--check", *at).data["check"]["differences"] == []
    with sqlite3.connect(tmp_path / "all.db") as connection:
        assert connection.execute("SELECT sum(amount_fen) FROM postings").fetchone() == (0,)
    assert run("check", "--full", *at).data["findings"] == []


def test_offers_to_who_had_refused_them_are_those_that_plain_python_finds(portfolio, tmp_path, run) -> None:
    shutil.copyfile(portfolio, tmp_path / "all.db")
    at = ("--ledger", str(tmp_path / "all.db"), "--today", str(TODAY), "--json")
    given = [line for line in run("offers", "grant", "--all", *at).data["lines"] if not line["obstacle"]]
    said: dict[str, list[tuple[str, str]]] = {}
    words = ("2026-06-28", "withdrawn"), ("2026-06-29", "given"), ("2026-06-30", "withdrawn")
    for number, line in enumerate(given):
        for day, word in words[: number % 4]:
            run("consent", line["account_id"], "offers", word, "--on", day, *at)
            said.setdefault(line["account_id"], []).append((day, word))
    # What was said for the day of the coupons was recorded after them.
    before = {account_id: [word for day, word in its if day < str(TODAY)] for account_id, its in said.items()}
    broken = {account_id for account_id, its in before.items() if its[-1] == "withdrawn"}
    line = run("compliance", "check", "--rule", "offer-consent", *at).data["lines"][0]
    assert line["judged_count"] == len(given)
    assert {row["account_id"] for row in line["findings"]} == broken
    assert broken
    # Who withdrew last is told of no coupon any more.
    unwilling = {account_id for account_id, its in said.items() if its[-1][1] == "withdrawn"}
    answer = run("notify", "--dry-run", *at).data
    assert {one["account_id"] for one in answer["not_told"]} == unwilling
    assert {one["account_id"] for one in answer["notices"]} == {one["account_id"] for one in given} - unwilling
