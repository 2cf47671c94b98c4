"""Closing an account: what stands in the way, with its amount and the command that clears it."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.events import Closed
from baitiao_cli.account.owed import owed_parts
from baitiao_cli.account.verbs.payoff import quote_payoff
from baitiao_cli.account.verbs.standing import check_open
from baitiao_cli.errors import BaitiaoError


class Blocker(msgspec.Struct, frozen=True):
    """One thing that must be cleared before closing: a stable code, its amount and the command that clears it.

    `cost_fen` is what that command takes from the customer: for what is owed the payoff, with the fee that it asks for.
    The code is "owed", "held" (then `hold_id` names the hold), "dispute", "credit-balance" or (of no amount) "hardship"
    or "auto-repay".
    """

    code: str
    amount_fen: int
    cure: str
    hold_id: str = ""
    cost_fen: int = 0


class Loss(msgspec.Struct, frozen=True):
    """One thing that closing loses: "limit" with its amount, or "tier"; reopening assesses both anew."""

    code: str
    amount_fen: int = 0
    tier: str = ""


def closing_blockers(account: Account) -> list[Blocker]:
    """Everything that stands in the way of closing the account on the day that it is folded to.

    Nothing may be owed, billed or unbilled, nothing held, no dispute and no hardship case be open, no credit balance be
    left, and auto-repay must be off.
    """
    account_id, blockers = account.account_id, []
    owed_fen = owed_parts(account).total_fen
    if owed_fen:
        cost_fen = quote_payoff(account, account.through).total_fen
        blockers.append(Blocker("owed", owed_fen, f"baitiao payoff {account_id} --pay", cost_fen=cost_fen))
    for hold in account.open_holds:
        blockers.append(Blocker("held", hold.amount_fen, f"baitiao release {hold.hold_id}", hold.hold_id))
    for dispute in account.open_disputes:
        blockers.append(Blocker("dispute", dispute.amount_fen, f"baitiao resolve {dispute.dispute_id} OUTCOME"))
    if account.credit_fen:
        blockers.append(Blocker("credit-balance", account.credit_fen, f"baitiao payout {account_id}"))
    if account.hardship:
        blockers.append(Blocker("hardship", 0, f"baitiao decide-hardship {account_id} --withdraw --reason TEXT"))
    if account.auto_repay:
        blockers.append(Blocker("auto-repay", 0, f"baitiao auto-repay {account_id} --off"))
    return blockers


def closing_losses(account: Account) -> list[Loss]:
    """What the customer would have no more: the limit, and the prices of the tier."""
    return [Loss("limit", amount_fen=account.limit_fen), Loss("tier", tier=account.tier)]


def decide_closing(account: Account, closing: Closed) -> Closed:
    """The closing, when nothing stands in its way; the refusal names the first blocker.

    The operator's needs a reason: `closing-needs-reason`, after `account-closed`.
    """
    check_open(account)
    if closing.by == "operator" and not closing.reason:
        raise BaitiaoError("closing-needs-reason", account_id=account.account_id)
    for blocker in closing_blockers(account):
        raise BaitiaoError(
            f"close-blocked-{blocker.code}",
            account_id=account.account_id,
            amount_fen=blocker.amount_fen,
            cure=blocker.cure,
        )
    return closing


def apply_closing(account: Account, closing: Closed, event_id: str, on: date) -> None:
    """Ends the line; what stands in the way, once the past has changed, is a conflict."""
    for blocker in closing_blockers(account)[:1]:
        account.conflicts.append(Conflict(event_id, f"close-blocked-{blocker.code}"))
    account.closed_on, account.closed_by = on, closing.by
    account.limit_request, account.hardship, account.failed_on = None, None, []
