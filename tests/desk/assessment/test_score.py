"""Scores of a generated portfolio beside figures that are worked out here: from SQL, and day by day from the engine."""

from __future__ import annotations

import sqlite3
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest

import baitiao_cli
from baitiao_cli.account.delinquency import days_past_due
from baitiao_cli.account.replay import replay_on
from baitiao_cli.desk.assessment.behaviour import behaviour
from baitiao_cli.desk.assessment.lateness import past_of
from baitiao_cli.ledger.store import Ledger

DAY, THEN = date(2026, 6, 30), date(2025, 12, 31)
CARD = tomllib.loads((Path(baitiao_cli.__file__).parent / "desk/rules/scorecard.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def lateness(portfolio) -> dict[str, dict[date, int]]:
    """The days past due of each account at the end of each day."""
    found = {}
    with Ledger(portfolio).read() as tx:
        for account_id in tx.account_ids():
            events = tx.book(account_id).events
            first = events[0].effective_on
            days = [first + timedelta(days=count) for count in range((DAY - first).days + 1)]
            passing = replay_on(events, days)
            found[account_id] = {account.through: days_past_due(account, account.through) for account in passing}
    return found


@pytest.fixture
def told(portfolio, run):
    """Runs a command on the portfolio and gives its data."""
    return lambda *words: run(*words, "--ledger", str(portfolio), "--today", str(DAY), "--json").data


def months_before(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def points_of(figures: dict[str, int | None]) -> int:
    total = 0
    for line in CARD["lines"]:
        value = figures[line["figure"]]
        fitting = [band["points"] for band in line["bands"] if value is not None and band["from"] <= value]
        total += fitting[-1] if fitting else line["unknown"]
    return total


def tier_of(points: int) -> str:
    return next((tier for tier in "ABC" if points >= CARD["tier_from"][tier]), "D")


def test_worst_lateness_is_that_of_every_single_day(portfolio, lateness) -> None:
    seen = set()
    with Ledger(portfolio).read() as tx:
        for account_id, days in lateness.items():
            for as_of in (DAY, date(2026, 3, 17), THEN):
                if as_of not in days:
                    continue
                figures = behaviour(past_of(tx.book(account_id).events, as_of))
                for count in (6, 12):
                    since = months_before(as_of, count)
                    worst = max(late for day, late in days.items() if since < day <= as_of)
                    assert figures[f"worst-lateness-{count}"] == worst, (account_id, as_of)
                    seen.add(min(worst, 2))
    assert seen == {0, 1, 2}


def test_months_on_time_begin_behind_the_last_late_day(portfolio, lateness) -> None:
    compared = 0
    with Ledger(portfolio).read() as tx:
        for account_id, days in lateness.items():
            late_on = max((day for day, late in days.items() if late), default=None)
            if late_on is None:
                continue
            begins, full = late_on + timedelta(days=1), 0
            while months_before(DAY, full + 1) >= begins:
                full += 1
            assert abs(behaviour(past_of(tx.book(account_id).events, DAY))["months-on-time"] - full) == 0, account_id
            compared += 1
    assert compared > 20


PLANS = """
SELECT plans.account_id, sum(plans.financed_fen),
  sum(plans.financed_fen) FILTER (WHERE json_extract(body, '$.scene') = 'virtual')
FROM plans JOIN events USING (event_id) WHERE kind = 'purchase-made' AND started_on > ? GROUP BY plans.account_id
"""


def test_use_and_cash_like_are_what_the_views_say(portfolio) -> None:
    with sqlite3.connect(portfolio) as connection:
        cash = {row[0]: 100 * (row[2] or 0) // row[1] for row in connection.execute(PLANS, ("2025-06-30",))}
        query = "SELECT account_id, used_fen, limit_fen FROM accounts WHERE closed_on IS NULL"
        used = {
            account_id: 100 * used_fen // limit_fen for account_id, used_fen, limit_fen in connection.execute(query)
        }
    with Ledger(portfolio).read() as tx:
        for account_id, pct in used.items():
            book = tx.book(account_id)
            figures = behaviour(past_of(book.events, DAY), cash_like=("virtual",))
            assert figures["cash-like"] == cash.get(account_id), account_id
            if not book.account(DAY).held_fen:
                assert figures["use-of-limit"] == pct, account_id
    assert len({pct for pct in cash.values() if pct}) > 3


def test_points_and_tiers_are_the_sums_of_the_bands(told) -> None:
    scores = told("score", "--all")["scores"]
    assert len(scores) > 60
    for row in scores[::7]:
        lines = told("score", row["account_id"])["lines"]
        figures = {line["figure"]: line["value"] for line in lines}
        assert [line["figure"] for line in lines] == [line["figure"] for line in CARD["lines"]]
        assert row["points"] == points_of(figures) == sum(line["points"] for line in lines)
        assert row["scored_tier"] == tier_of(row["points"])


def test_equal_figures_give_equal_terms(told) -> None:
    by_figures: dict[tuple[int | None, ...], set[tuple[int, str]]] = {}
    for row in told("score", "--all")["scores"]:
        lines = told("score", row["account_id"])["lines"]
        by_figures.setdefault(tuple(line["value"] for line in lines), set()).add((row["points"], row["scored_tier"]))
    assert all(len(terms) == 1 for terms in by_figures.values())


def test_the_test_of_the_scorecard_is_what_came(told, lateness) -> None:
    tested = told("score", "test", "--scored-on", str(THEN), "--months", "6", "--bad-days", "30")
    points, left_out = {}, 0
    for row in told("score", "--all", "--as-of", str(THEN))["scores"]:
        if lateness[row["account_id"]][THEN] >= 30:
            left_out += 1
        else:
            points[row["account_id"]] = row["points"]
    worst = {
        account_id: max(late for day, late in lateness[account_id].items() if THEN < day <= date(2026, 6, 30))
        for account_id in points
    }
    bad = [points[account_id] for account_id in points if worst[account_id] >= 30]
    good = [points[account_id] for account_id in points if worst[account_id] < 30]
    assert (tested["count"], tested["bad_count"], tested["left_out_count"]) == (len(points), len(bad), left_out)
    wins = sum(1.0 if above > below else 0.5 if above == below else 0.0 for above in good for below in bad)
    assert abs(float(tested["auc_pct"]) - 100 * wins / len(good) / len(bad)) < 0.006
    distances = [
        sum(one <= cut for one in bad) / len(bad) - sum(one <= cut for one in good) / len(good)
        for cut in range(-100, 101)
    ]
    assert abs(float(tested["ks_pct"]) - 100 * max(map(abs, distances))) < 0.006
    for row in tested["tiers"]:
        of_tier = [account_id for account_id in points if tier_of(points[account_id]) == row["scored_tier"]]
        assert row["count"] == len(of_tier)
        assert row["bad_count"] == sum(worst[account_id] >= 30 for account_id in of_tier)
    assert sum(row["count"] for row in tested["tiers"]) > 50
