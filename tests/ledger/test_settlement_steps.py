"""What is due to merchants is summed in one look at the purchases, however many there are."""

from __future__ import annotations

import sqlite3
from datetime import date

from baitiao_cli.ledger.store import Ledger

MOST_STEPS = 300
"""For each row of events and postings; looking through all purchases for each posting takes thousands."""


def test_the_steps_of_the_database_grow_with_the_ledger_and_not_with_its_square(portfolio) -> None:
    with sqlite3.connect(portfolio) as connection:
        [(rows,)] = connection.execute("SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM postings)")
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1000
        return 0

    with Ledger(portfolio).read() as tx:
        tx.connection.set_progress_handler(count, 1000)
        tx.dues_by_merchant(date.min, date(2026, 6, 30))
        tx.lines_of_merchant(tx.merchants(date.max)[0].name, date.min, date(2026, 6, 30))
        tx.connection.set_progress_handler(None, 0)
    assert 0 < steps < MOST_STEPS * rows, steps / rows
