"""Whether an account may take a verb at all: what every verb asks first, and notes when the past has changed."""

from __future__ import annotations

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.errors import BaitiaoError


def check_open(account: Account) -> None:
    """Refuses a closed account: `account-closed`."""
    if account.closed_on:
        raise BaitiaoError("account-closed", account_id=account.account_id, closed_on=account.closed_on)


def note_closed(account: Account, event_id: str) -> None:
    """Notes an event that came to a closed account as a conflict."""
    if account.closed_on:
        account.conflicts.append(Conflict(event_id, "account-closed"))
