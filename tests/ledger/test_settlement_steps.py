"""What is due to merchants is summed in one look at the purchases, however many there are."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date

import pytest

from baitiao_cli.ledger.store import Ledger, ReadTransaction

LAST = date(2026, 6, 30)
MOST_STEPS = 30
"""For each row of events and postings; to look through all purchases for each posting takes ever more."""


@pytest.mark.parametrize(
    "asked",
    [
        lambda tx: tx.dues_by_merchant(date.min, LAST),
        lambda tx: tx.lines_of_merchant(tx.merchants(LAST)[1].name, date.min, LAST),
    ],
    ids=["all merchants", "one merchant"],
)
def test_the_steps_of_the_database_grow_with_the_ledger_and_not_with_its_square(
    portfolio, asked: Callable[[ReadTransaction], object]
) -> None:
    with sqlite3.connect(portfolio) as connection:
        [(rows,)] = connection.execute("SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM postings)")
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 100
        return 0

    with Ledger(portfolio).read() as tx:
        tx.connection.set_progress_handler(count, 100)
        assert asked(tx)
        tx.connection.set_progress_handler(None, 0)
    assert 0 < steps < MOST_STEPS * rows, steps / rows
