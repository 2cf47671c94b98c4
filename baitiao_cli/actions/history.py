"""`history`: what happened to an account, event by event."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from baitiao_cli.account.views.history import HistoryLine, history
from baitiao_cli.ledger.store import ReadTransaction


def account_history(tx: ReadTransaction, account_id: str, as_of: date) -> list[HistoryLine]:
    """The history of the account up to `as_of`, with who agreed; `account-unknown`, `account-not-open-yet`."""
    lines = history(tx.book(account_id).events, as_of)
    approvers = tx.audit.approvers()
    return [replace(line, approved_by=approvers.get(line.event_id, "")) if line.event_id else line for line in lines]
