"""Closing an account: what stands in the way, with its amount and the command that clears it, and what is lost.

A line whose terms have a cooling period is closed when that is over: until then the customer can take it back, and
nothing new is lent. What stands in the way on the morning of that day lets the wish lapse, and the line stays open.
"""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec.structs import asdict

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.events import Closed, ClosedBy, ClosingRequested, ClosingWithdrawn
from baitiao_cli.account.limits import ANYTHING
from baitiao_cli.account.owed import owed_parts
from baitiao_cli.account.standing import Cooled, Cooling
from baitiao_cli.account.verbs.payoff import quote_payoff
from baitiao_cli.account.verbs.standing import check_open, note_closed
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
    """One thing that closing loses; reopening assesses the limit and the tier anew and brings nothing else back.

    The code is "limit" (with its amount), "tier", "temporary-limit" (until a day), "own-limit" (one for a scene or a
    merchant, lasting or until a day) or "limit-request" (with what was asked for).
    """

    code: str
    amount_fen: int = 0
    tier: str = ""
    scene: str = ""
    merchant: str = ""
    until_on: date | None = None


def closing_blockers(account: Account) -> list[Blocker]:
    """Everything that stands in the way of closing the account on the day that it is folded to.

    Nothing may be owed, billed or unbilled, nothing held, no dispute and no hardship case be open, no credit balance be
    left, and auto-repay must be off. In the order in which they are best cleared: a dispute that is lost is owed again.
    """
    account_id, blockers = account.account_id, []
    for dispute in account.open_disputes:
        blockers.append(Blocker("dispute", dispute.amount_fen, f"baitiao resolve {dispute.dispute_id} OUTCOME"))
    owed_fen = owed_parts(account).total_fen
    if owed_fen:
        cost_fen = quote_payoff(account, account.through).total_fen
        blockers.append(Blocker("owed", owed_fen, f"baitiao payoff {account_id} --pay", cost_fen=cost_fen))
    for hold in account.open_holds:
        blockers.append(Blocker("held", hold.amount_fen, f"baitiao release {hold.hold_id}", hold.hold_id))
    if account.credit_fen:
        blockers.append(Blocker("credit-balance", account.credit_fen, f"baitiao payout {account_id}"))
    if account.hardship:
        blockers.append(Blocker("hardship", 0, f"baitiao decide-hardship {account_id} --withdraw --reason TEXT"))
    if account.auto_repay:
        blockers.append(Blocker("auto-repay", 0, f"baitiao auto-repay {account_id} --off"))
    return blockers


def closing_losses(account: Account) -> list[Loss]:
    """What the customer would have no more: the limits, the prices of the tier, and what was asked for."""
    limits, on = account.limits, account.through
    losses = [Loss("limit", limits.lasting.get(ANYTHING, 0)), Loss("tier", tier=account.tier)]
    for purpose in limits.purposes:
        about = asdict(purpose)
        if purpose != ANYTHING and purpose in limits.lasting:
            losses.append(Loss("own-limit", limits.lasting[purpose], **about))
        if temporary := limits.temporary_on(purpose, on):
            code = "temporary-limit" if purpose == ANYTHING else "own-limit"
            losses.append(Loss(code, temporary.limit_fen, until_on=temporary.until_on, **about))
    if account.limit_request:
        asked = account.limit_request.asked
        losses.append(
            Loss("limit-request", asked.limit_fen, until_on=asked.until_on, scene=asked.scene, merchant=asked.merchant)
        )
    return losses


def decide_closing(account: Account, closing: Closed) -> Closed:
    """The closing at once, when nothing stands in its way; the refusal names the first blocker.

    The operator's needs a reason, and does not wait for the end of a cooling period. Errors, in this order:
    `account-closed`, `closing-needs-reason`, of a customer `already-closing`, `close-blocked-...`.
    """
    check_open(account)
    if closing.by == "operator" and not closing.reason:
        raise BaitiaoError("closing-needs-reason", account_id=account.account_id)
    if closing.by == "customer":
        _check_not_asked(account)
    _refuse_blocked(account)
    return closing


def decide_closing_request(account: Account, request: ClosingRequested) -> ClosingRequested:
    """The customer's wish to close a line that has a cooling period, when nothing stands in its way.

    Errors, in this order: `account-closed`, `already-closing`, `close-blocked-...` for the first blocker.
    """
    check_open(account)
    _check_not_asked(account)
    _refuse_blocked(account)
    return request


def _check_not_asked(account: Account) -> None:
    if cooling := account.cooling:
        raise BaitiaoError(
            "already-closing", account_id=account.account_id, since_on=cooling.since_on, ends_on=cooling.ends_on
        )


def _refuse_blocked(account: Account) -> None:
    for blocker in closing_blockers(account):
        raise BaitiaoError(
            f"close-blocked-{blocker.code}",
            account_id=account.account_id,
            amount_fen=blocker.amount_fen,
            cure=blocker.cure,
        )


def decide_withdrawal(account: Account, withdrawal: ClosingWithdrawn) -> ClosingWithdrawn:
    """The withdrawal, while the line is to be closed. Errors, in this order: `account-closed`, `not-closing`."""
    check_open(account)
    if account.cooling is None:
        raise BaitiaoError("not-closing", account_id=account.account_id)
    return withdrawal


def apply_closing(account: Account, closing: Closed, event_id: str, on: date) -> None:
    """Ends the line; what stands in the way, once the past has changed, is a conflict."""
    for blocker in closing_blockers(account)[:1]:
        account.conflicts.append(Conflict(event_id, f"close-blocked-{blocker.code}"))
    _close(account, on, closing.by)


def _close(account: Account, on: date, by: ClosedBy) -> None:
    account.closed_on, account.closed_by = on, by
    account.cooling, account.lapsed_closing = None, None
    account.limit_request, account.hardship, account.failed_on = None, None, []


def apply_closing_request(account: Account, request: ClosingRequested, event_id: str, on: date) -> None:
    """Begins the cooling period; a second one, once the past has changed, is a conflict.

    What stands in the way by now is none: it is looked at when the period is over.
    """
    note_closed(account, event_id)
    if account.cooling:
        account.conflicts.append(Conflict(event_id, "already-closing"))
    elif not account.closed_on:
        account.cooling, account.lapsed_closing = Cooling(event_id, on, request.ends_on), None
        account.failed_on = []


def apply_withdrawal(account: Account, withdrawal: ClosingWithdrawn, event_id: str, on: date) -> None:
    """Ends the cooling period, and the line goes on; one that is not there any more is a conflict."""
    note_closed(account, event_id)
    if account.cooling is None:
        account.conflicts.append(Conflict(event_id, "not-closing"))
    account.cooling = None


def end_cooling(account: Account, on: date) -> None:
    """Closes the line as the day after its cooling period begins, unless something stands in the way."""
    cooling = account.cooling
    if cooling is None or cooling.ends_on != on:
        return
    blockers = tuple(dict.fromkeys(blocker.code for blocker in closing_blockers(account)))
    ended = Cooled(cooling.event_id, cooling.since_on, on, blockers)
    account.cooled.append(ended)
    if blockers:
        account.cooling, account.lapsed_closing = None, ended
    else:
        _close(account, on, "customer")
