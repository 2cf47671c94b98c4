"""`report forecast` on the portfolio: what is due by SQL from the installments, what was late by walking every day."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from baitiao_cli.ledger.store import Ledger
from baitiao_cli.messages.definitions import definition_of
from baitiao_cli.oracle.day_by_day import DayByDay
from baitiao_cli.reports.forecast import put_off
from tests.reports.conftest import TODAY

LEFT = """
SELECT account_id, due_on, sum(outstanding_fen) AS fen FROM installments JOIN plans USING (plan_id)
WHERE outstanding_fen <> 0 GROUP BY account_id, due_on
"""


@pytest.fixture(scope="module")
def running_late(portfolio: Path) -> int:
    """The late charges of installments that have run and were not asked for, which the tables do not have."""
    running = 0
    with Ledger.open(portfolio).read() as tx:
        for account_id in tx.account_ids():
            walk = DayByDay(tx.book(account_id).events, TODAY)
            for one, sign in ((walk._with_all_asked(), 1), (walk, -1)):
                rows = [row for plan in one.plans if not plan.terms.revolving for row in plan.rows]
                running += sign * sum(row.asked["late_charge"] for row in rows)
    return running


def test_what_was_late_is_what_was_unpaid_on_the_evening_of_its_day(report, decided) -> None:
    data = report("forecast", "--json").data
    since = [each for each in decided if each.due_on > date(2025, 6, 30)]
    assert data["decided_fen"] == sum(each.amount_fen for each in since)
    assert data["late_fen"] == sum(each.amount_fen for each in since if not each.is_in_time)
    assert 0 < data["late_fen"] < data["decided_fen"] / 2
    assert data["late_pct"] == f"{100 * data['late_fen'] / data['decided_fen']:.2f}"
    assert float(data["stressed_pct"]) == pytest.approx(float(data["late_pct"]) + 20, abs=0.011)


def test_what_falls_due_is_what_is_left_of_the_installments(report, pictures, sql, running_late) -> None:
    """Of accounts with nothing due before and no credit, month by month; of all others in sum."""
    left: dict[str, Counter[str]] = {name: Counter() for name in pictures}
    for row in sql(LEFT):
        left[row["account_id"]][row["due_on"]] += row["fen"]
    for name, ends in pictures.items():
        for (plan_id, _), row in ends[TODAY].rows.items():
            if not plan_id and row["is_billed"]:
                unpaid = sum(row["asked"].values()) - sum(row["paid"].values())
                left[name][str(row["due_on"])] += unpaid
    data = report("forecast", "--json").data
    months: Counter[str] = Counter()
    plain = {
        name
        for name, dues in left.items()
        if not pictures[name][TODAY].credit and all(day >= str(TODAY) for day in +dues)
    }
    assert len(plain) > 50
    for name in plain:
        for day, fen in left[name].items():
            months[day[:7]] += fen
    told: Counter[str] = Counter()
    rows = [row["month"] for row in data["rows"]]
    for month in (*rows, "due-before", "not-performing"):
        behind = report("forecast", "--explain", month, "--json").data["accounts"]
        told[month] = sum(each["due_fen"] for each in behind if each["account_id"] in plain)
        all_fen = sum(each["due_fen"] for each in behind)
        key = {"due-before": "due_before_fen", "not-performing": "not_performing_fen"}.get(month)
        assert all_fen == (data[key] if key else next(row["due_fen"] for row in data["rows"] if row["month"] == month))
    assert {month: told[month] for month in rows[:-1]} == {month: months[month] for month in rows[:-1]}
    assert told["later"] == sum(fen for month, fen in months.items() if month > rows[-2])
    all_left = sum(max(0, sum(dues.values()) - pictures[name][TODAY].credit) for name, dues in left.items())
    assert data["totals"]["due_fen"] + data["due_before_fen"] + data["not_performing_fen"] == all_left + running_late


def test_what_is_late_comes_a_month_later_and_nothing_is_lost(report) -> None:
    data = report("forecast", "--json").data
    late, all_fen, before = data["late_fen"], data["decided_fen"], 0
    for row in data["rows"][:-1]:
        held = int(row["due_fen"] * late / all_fen + 0.5)
        assert row["expected_fen"] == row["due_fen"] - held + before
        assert row["missing_fen"] == row["expected_fen"] - row["stressed_fen"]
        before = held
    assert data["totals"]["expected_fen"] == data["totals"]["stressed_fen"] == data["totals"]["due_fen"]
    assert sum(row["missing_fen"] for row in data["rows"]) == 0
    assert report("forecast", "--explain", "2020-01").status == 2


def test_examples_of_the_definitions() -> None:
    assert put_off([1_000_00, 500_00, 0], 10, 100)[:2] == [900_00, 550_00]
    assert put_off([1_000_00, 500_00, 0], 30, 100)[:2] == [700_00, 650_00]
    assert "900.00 in July, 550.00 in August" in definition_of("forecast", "expected").example.en
    assert "700.00 in July, 650.00 in August" in definition_of("forecast", "under-stress").example.en
