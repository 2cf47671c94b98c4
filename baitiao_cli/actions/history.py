"""`history`: what happened to an account, event by event."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.views.history import HistoryLine, history
from baitiao_cli.ledger.store import ReadTransaction


def account_history(tx: ReadTransaction, account_id: str, as_of: date) -> list[HistoryLine]:
    """The history of the account up to `as_of`; `account-unknown`, `account-not-open-yet`."""
    return history(tx.book(account_id).events, as_of)
