"""Every account, folded to a day: those that were opened by then, in order, and how far it has come."""

from __future__ import annotations

import sqlite3
from datetime import date

from baitiao_cli.actions.desk.every_account import folded
from baitiao_cli.ledger.store import Ledger

DAY = date(2025, 8, 31)


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
