"""The generated portfolio, and what the day-by-day oracle and the ledger's own tables say of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

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
