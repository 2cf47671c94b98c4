"""Every account, folded to a day: those that were opened by then, in order, and how far it has come."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import date, timedelta

import pytest

from baitiao_cli.account.delinquency import days_past_due
from baitiao_cli.account.views.figures import next_due
from baitiao_cli.actions.desk.every_account import books, folded
from baitiao_cli.ledger.store import Ledger

DAY = date(2025, 8, 31)
LAST = date(2026, 6, 30)


def test_those_that_were_opened_by_the_day_come_in_order(portfolio) -> None:
    told: list[tuple[int, int]] = []
    with Ledger(portfolio).read() as tx:
        found = [account.account_id for account in folded(tx, DAY, lambda done, total: told.append((done, total)))]
    with sqlite3.connect(portfolio) as connection:
        rows = connection.execute(
            "SELECT account_id FROM events WHERE number = 1 AND effective_on <= ? ORDER BY sequence", (str(DAY),)
        ).fetchall()
    assert found == [account_id for (account_id,) in rows]
    assert 0 < len(found) < 80
    assert told == [(done, 80) for done in range(1, 81)]


# What the views are asked -> what the folded account says of the same.
QUESTIONS = {
    "late": (lambda row, on: row.oldest_unpaid_due_on is not None, lambda account, on: days_past_due(account, on) > 0),
    "open": (lambda row, on: row.closed_on is None, lambda account, on: account.closed_on is None),
    "owes": (lambda row, on: row.used_fen > 0, lambda account, on: account.used_fen > 0),
    "due soon": (
        lambda row, on: bool(row.next_due_on and row.next_due_on <= on + timedelta(days=3)),
        lambda account, on: bool((next_on := next_due(account)[0]) and next_on <= on + timedelta(days=3)),
    ),
}


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("later", [-40, -1, 0, 1, 2, 6, 13, 30, 200])
def test_left_out_are_those_alone_of_which_the_views_know_that_they_do_not_matter(
    portfolio, question: str, later: int
) -> None:
    """Of days before the last one, and long after it, the views know little or nothing."""
    by_view, by_fold = QUESTIONS[question]
    on = LAST + timedelta(days=later)
    with Ledger(portfolio).read() as tx:
        every = {account.account_id: by_fold(account, on) for account in folded(tx, on)}
        looked_at = {book.account_id for book in books(tx, on, matters=lambda row: by_view(row, on))}
    assert looked_at >= {account_id for account_id, matters in every.items() if matters}
    if not later:  # the views were made on this very day
        assert looked_at == {account_id for account_id, matters in every.items() if matters}


def test_none_is_kept_at_hand_while_it_is_written(portfolio, tmp_path) -> None:
    path = tmp_path / "own.db"
    shutil.copy(portfolio, path)
    with Ledger(path).write(today=LAST, now="2026-06-30T02:00:00Z", operator="me", dry_run=True) as tx:
        assert sum(1 for _ in books(tx, LAST)) == 80
        assert not tx._books
