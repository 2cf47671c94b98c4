"""The customer's own lock: no more purchases until the customer lifts it, at any time."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.events import Locked, Unlocked
from baitiao_cli.account.standing import Lock
from baitiao_cli.account.verbs.standing import check_open, note_closed
from baitiao_cli.errors import BaitiaoError


def decide_lock(account: Account, lock: Locked) -> Locked:
    """The lock, when there is none; what is owed does not matter. Errors: `account-closed`, `already-locked`."""
    check_open(account)
    if account.lock:
        raise BaitiaoError("already-locked", account_id=account.account_id, since_on=account.lock.since_on)
    return lock


def apply_lock(account: Account, lock: Locked, event_id: str, on: date) -> None:
    """Locks the account; a second lock, once the past has changed, is a conflict."""
    note_closed(account, event_id)
    if account.lock:
        account.conflicts.append(Conflict(event_id, "already-locked"))
    else:
        account.lock = Lock(on, lock.reason)


def decide_unlock(account: Account, unlock: Unlocked) -> Unlocked:
    """The end of the lock, when there is one. Errors: `account-closed`, `not-locked`."""
    check_open(account)
    if not account.lock:
        raise BaitiaoError("not-locked", account_id=account.account_id)
    return unlock


def apply_unlock(account: Account, unlock: Unlocked, event_id: str, on: date) -> None:
    """Lifts the lock; one that is not there any more is a conflict."""
    note_closed(account, event_id)
    if not account.lock:
        account.conflicts.append(Conflict(event_id, "not-locked"))
    account.lock = None
