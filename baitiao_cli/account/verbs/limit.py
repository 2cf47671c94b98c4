"""Another limit: how much may be owed from now on."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import LimitChanged
from baitiao_cli.account.verbs.open import check_limit
from baitiao_cli.account.verbs.standing import check_open, note_closed
from baitiao_cli.errors import BaitiaoError


def decide_limit(account: Account, change: LimitChanged) -> LimitChanged:
    """The change, when the account is open and the limit a permitted one and another than now.

    A limit below what is used is allowed: nothing falls due earlier, only new purchases have to wait. Errors, in this
    order: `account-closed`, `limit-out-of-range`, `limit-unchanged`.
    """
    check_open(account)
    check_limit(change.limit_fen)
    if change.limit_fen == account.limit_fen:
        raise BaitiaoError("limit-unchanged", account_id=account.account_id, limit_fen=account.limit_fen)
    return change


def apply_limit(account: Account, change: LimitChanged, event_id: str, on: date) -> None:
    """Sets the limit; purchases that it does not cover any more are found when they are applied, later in the fold."""
    note_closed(account, event_id)
    account.limit_fen = change.limit_fen
