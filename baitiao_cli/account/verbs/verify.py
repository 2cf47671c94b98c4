"""Verification: whether the customer could name what is known of the person, and how often it failed."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import VerificationFailed, Verified
from baitiao_cli.account.verbs.standing import check_open
from baitiao_cli.errors import BaitiaoError


def decide_verification(account: Account, verified: Verified) -> Verified:
    """The verification, of something that is known. Errors: `account-closed`, `nothing-to-verify`."""
    check_open(account)
    if not verified.what:
        raise BaitiaoError("nothing-to-verify", account_id=account.account_id)
    return verified


def apply_verification(account: Account, verified: Verified, event_id: str, on: date) -> None:
    """Ends the count of the attempts that failed, and a suspension that waits for nothing else."""
    account.failed_on = []
    known = account.suspensions.get("abnormal-login")
    if known and not known.lift_condition:
        del account.suspensions["abnormal-login"]


def apply_failed_verification(account: Account, failed: VerificationFailed, event_id: str, on: date) -> None:
    """Counts the attempt; it is no conflict on any account, for it was made."""
    account.failed_on.append(on)
