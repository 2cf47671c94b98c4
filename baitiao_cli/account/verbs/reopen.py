"""Reopening: a closed line begins again, after a new assessment, on terms of today."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.events import Reopened
from baitiao_cli.account.limits import ANYTHING, Limits
from baitiao_cli.account.verbs.open import check_limit
from baitiao_cli.errors import BaitiaoError


def decide_reopening(account: Account, reopening: Reopened) -> Reopened:
    """The reopening of an account that is closed. Errors, in this order: `account-not-closed`, `limit-out-of-range`."""
    if not account.closed_on:
        raise BaitiaoError("account-not-closed", account_id=account.account_id)
    check_limit(reopening.limit_fen)
    return reopening


def apply_reopening(account: Account, reopening: Reopened, event_id: str, on: date) -> None:
    """Sets limit, tier and terms anew; other limits, locks, suspensions, losses and auto-repay do not come back.

    An account that is not closed any more, once the past has changed, is a conflict.
    """
    if not account.closed_on:
        account.conflicts.append(Conflict(event_id, "account-not-closed"))
    account.closed_on, account.reopened_on = None, on
    account.limits, account.limit_request = Limits({ANYTHING: reopening.limit_fen}), None
    account.tier, account.line = reopening.tier, reopening.line
    account.lock, account.suspensions, account.auto_repay, account.losses = None, {}, None, {}
    account.cooling, account.lapsed_closing = None, None
    account.failed_on, account.overdue_suspension, account.is_lateness_excused = [], None, False
