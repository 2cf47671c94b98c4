"""`report merchants` on the portfolio: buyers, sums and the days between purchases by SQL from the events."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from statistics import median_low

import pytest

from baitiao_cli.messages.definitions import definition_of

BOUGHT = """
SELECT account_id, effective_on, body FROM events AS bought WHERE kind = 'purchase-made' AND NOT EXISTS (
  SELECT 1 FROM events AS undoing WHERE undoing.kind = 'event-reversed'
  AND json_extract(undoing.body, '$.event_id') = bought.event_id
) ORDER BY effective_on
"""


@pytest.mark.parametrize("by", ["category", "merchant", "scene", "brand"])
def test_cycles_are_those_of_the_events(report, sql, by) -> None:
    data = report("merchants", "--by", by, "--json").data
    bought: dict[str, dict[str, list[tuple[date, int]]]] = {}
    for row in sql(BOUGHT):
        body = json.loads(row["body"])
        own = bought.setdefault(body[by], {}).setdefault(row["account_id"], [])
        own.append((date.fromisoformat(row["effective_on"]), body["amount_fen"]))
    assert [row["name"] for row in data["rows"]] == sorted(
        bought, key=lambda name: (-sum(fen for own in bought[name].values() for _, fen in own), name)
    )
    for row in data["rows"]:
        own = bought[row["name"]]
        between = [
            (after - before).days
            for days in ([on for on, _ in each] for each in own.values())
            for before, after in pairwise(days)
        ]
        assert row["account_count"] == len(own)
        assert row["purchase_count"] == sum(map(len, own.values()))
        assert row["again_count"] == sum(len(each) > 1 for each in own.values())
        assert row["cycle_days"] == median_low(between)
        assert (row["shortest_days"], row["longest_days"]) == (min(between), max(between))
        assert row["amount_fen"] == sum(fen for each in own.values() for _, fen in each)


def test_behind_a_category_are_its_buyers(report) -> None:
    row = report("merchants", "--json").data["rows"][0]
    behind = report("merchants", "--explain", row["name"], "--json").data["accounts"]
    assert sum(each["purchase_count"] for each in behind) == row["purchase_count"]
    assert report("merchants", "--explain", "nothing").status == 2
    assert report("merchants", "--as-of", "2020-01-01").status == 0


def test_examples_of_the_definitions(run, tmp_path) -> None:
    def at(today: str, *arguments: str):
        return run(*arguments, "--today", today, "--ledger", str(tmp_path / "ledger.db"), "--json").data

    at("2026-01-01", "init")
    at("2026-01-01", "open", "--name", "x", "--limit", "20000")
    at("2026-01-01", "open", "--name", "y", "--limit", "20000")
    for day in ("2026-01-01", "2026-01-31", "2026-03-12"):
        at(day, "charge", "A1", "1000", "--category", "phones", "--installments", "3")
        at(day, "repay", "A1", "1000")
    at("2026-03-12", "charge", "A2", "1000", "--category", "phones")
    (row,) = at("2026-03-12", "report", "merchants")["rows"]
    assert (row["cycle_days"], row["shortest_days"], row["longest_days"]) == (30, 30, 40)
    assert (row["account_count"], row["again_count"], row["again_pct"]) == (2, 1, "50.00")
    assert "the middle is 30" in definition_of("replacement", "days-between").example.en
