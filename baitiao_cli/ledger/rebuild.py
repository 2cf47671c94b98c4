"""Making the views again from the events alone."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.replay import replay
from baitiao_cli.ledger.check_fold import account_ids_of, last_fact_on
from baitiao_cli.ledger.store import WriteTransaction
from baitiao_cli.ledger.views import VIEWS, rows_of, update_views


def rebuild_views(tx: WriteTransaction) -> int:
    """Empties the views and fills them from the events; returns the number of accounts.

    Each account is folded through the day that it was settled through, where the old view gives one that can be true;
    otherwise through the last day of its facts, and the rest is left to the next settling.
    """
    rows = tx.connection.execute("SELECT account_id, settled_through FROM accounts").fetchall()
    settled = {row["account_id"]: str(row["settled_through"]) for row in rows}
    account_ids = account_ids_of(tx.connection)
    for view in reversed(VIEWS):
        tx.connection.execute(f"DELETE FROM {view.name}")  # noqa: S608
    count = 0
    for account_id in account_ids:
        last_on = last_fact_on(tx.connection, account_id)
        if last_on is None:
            continue
        events = tx.book(account_id).events
        through = _through(settled.get(account_id, ""), last_on, max(last_on, tx.today))
        update_views(tx.connection, account_id, rows_of(replay(events, through), events))
        count += 1
    return count


def _through(settled: str, earliest: date, latest: date) -> date:
    try:
        day = date.fromisoformat(settled)
    except ValueError:
        return earliest
    return day if earliest <= day <= latest else earliest
