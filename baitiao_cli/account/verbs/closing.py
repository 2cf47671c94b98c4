"""Closing an account: what stands in the way, with its amount and the command that clears it."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.events import Closed
from baitiao_cli.account.owed import owed_parts
from baitiao_cli.account.verbs.standing import check_open
from baitiao_cli.errors import BaitiaoError


class Blocker(msgspec.Struct, frozen=True):
    """One thing that must be cleared before closing: a stable code, its amount and the command that clears it."""

    code: str
    amount_fen: int
    cure: str


def closing_blockers(account: Account) -> list[Blocker]:
    """Everything that stands in the way of closing the account on the day that it is folded to.

    Nothing may be owed, billed or unbilled, and no credit balance may be left.
    """
    blockers = []
    owed_fen = owed_parts(account).total_fen
    if owed_fen:
        blockers.append(Blocker("owed", owed_fen, f"baitiao payoff {account.account_id} --pay"))
    if account.credit_fen:
        blockers.append(Blocker("credit-balance", account.credit_fen, f"baitiao payout {account.account_id}"))
    return blockers


def decide_closing(account: Account, closing: Closed) -> Closed:
    """The closing, when nothing stands in its way; the refusal names the first blocker."""
    check_open(account)
    for blocker in closing_blockers(account):
        raise BaitiaoError(
            f"close-blocked-{blocker.code}",
            account_id=account.account_id,
            amount_fen=blocker.amount_fen,
            cure=blocker.cure,
        )
    return closing


def apply_closing(account: Account, closing: Closed, event_id: str, on: date) -> None:
    """Ends the line; owing something or having a credit balance then is a conflict."""
    if account.unpaid.total_fen or account.credit_fen:
        account.conflicts.append(Conflict(event_id, "close-blocked-owed"))
    account.closed_on = on
