"""The generated portfolio, and what the day-by-day oracle and the ledger's own tables say of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from baitiao_cli.ledger.store import Ledger
from baitiao_cli.oracle.day_by_day import DayByDay
from baitiao_cli.oracle.rows import Picture

TODAY = date(2026, 6, 30)
ENDS = [date(2025 + at // 12, at % 12 + 1, 1) - timedelta(days=1) for at in range(7, 19)]
"""The ends of the months of the portfolio, 2025-07-31 to 2026-06-30."""


@pytest.fixture(scope="session")
def pictures(portfolio: Path) -> dict[str, dict[date, Picture]]:
    """Every account at the end of each month on which it was open, counted night by night by the oracle."""
    found: dict[str, dict[date, Picture]] = {}
    with Ledger.open(portfolio).read() as tx:
        for account_id in tx.account_ids():
            events = tx.book(account_id).events
            days = [day for day in ENDS if day >= events[0].effective_on]
            walk = DayByDay(events, days[0])
            found[account_id] = {}
            for day in days:
                walk.walk_on(day)
                found[account_id][day] = walk.picture()
    return found


class Decided(NamedTuple):
    """Something that fell due, in whole fen without late charges, and whether it was paid in time."""

    account_id: str
    due_on: date
    amount_fen: int
    is_in_time: bool


@pytest.fixture(scope="session")
def decided(portfolio: Path) -> list[Decided]:
    """Each thing that fell due, seen on the evening of its day."""
    found = []
    with Ledger.open(portfolio).read() as tx:
        for account_id in tx.account_ids():
            events = tx.book(account_id).events
            day = events[0].effective_on
            walk, in_time = DayByDay(events, day), {}
            grace = {0}
            while day < TODAY:
                walk.walk_on(day)
                for plan in walk.plans:
                    grace.add(plan.terms.late.grace_days)
                    for row in plan.rows:
                        if not plan.terms.revolving and row.due_on == day:
                            in_time[plan.plan_id, row.number] = row.unpaid_without_late == 0
                day += timedelta(days=1)
            assert grace == {0}, "the portfolio has no grace days"
            walk.walk_on(TODAY)
            for plan in walk.plans:
                for row in plan.rows:
                    amount = sum(row.asked.values()) - row.asked["late_charge"]
                    if not plan.terms.revolving and row.is_billed and amount and row.due_on < TODAY:
                        found.append(Decided(account_id, row.due_on, amount, in_time[plan.plan_id, row.number]))
            for bill in walk.bills:
                if bill.minimum_revolving and bill.due_on < TODAY:
                    left = min(bill.minimum_revolving - bill.paid_since, sum(row.unpaid for row in revolving(walk)))
                    met = bill.met_on <= bill.due_on if bill.met_on else left <= 0
                    found.append(Decided(account_id, bill.due_on, bill.minimum_revolving, met))
    return found


def revolving(walk: DayByDay):
    rows = walk.line_rows + [row for plan in walk.plans for row in plan.rows]
    return [row for row in rows if row.revolves and row.is_billed]


@pytest.fixture
def sql(portfolio: Path) -> Iterator[Callable[..., list[Any]]]:
    """Asks the tables of the portfolio's ledger."""
    connection = sqlite3.connect(f"file:{portfolio}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    yield lambda query, *given: connection.execute(query, given).fetchall()
    connection.close()


@pytest.fixture
def report(run: Callable[..., Any], portfolio: Path) -> Callable[..., Any]:
    """Runs a report on the portfolio's last day: `report("aging", "--json")`."""
    return lambda *arguments: run("report", *arguments, "--ledger", str(portfolio), "--today", str(TODAY))
