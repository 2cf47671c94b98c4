"""Whether an account may take a verb at all: what every verb asks first, and notes when the past has changed."""

from __future__ import annotations

from collections.abc import Sequence

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.standing import Suspension
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text, filled, labels, listed


def check_open(account: Account) -> None:
    """Refuses a closed account: `account-closed`."""
    if account.closed_on:
        raise BaitiaoError("account-closed", account_id=account.account_id, closed_on=account.closed_on)


def note_closed(account: Account, event_id: str) -> None:
    """Notes an event that came to a closed account as a conflict."""
    if account.closed_on:
        account.conflicts.append(Conflict(event_id, "account-closed"))


def check_stays(account: Account) -> None:
    """Refuses an account that is closed, `account-closed`, or that the customer wants to close, `account-closing`."""
    check_open(account)
    if account.cooling:
        raise BaitiaoError(
            "account-closing",
            account_id=account.account_id,
            since_on=account.cooling.since_on,
            ends_on=account.cooling.ends_on,
        )


def note_stays(account: Account, event_id: str) -> None:
    """Notes an event that came to an account which is closed, or which the customer wants to close, as a conflict."""
    note_closed(account, event_id)
    if account.cooling:
        account.conflicts.append(Conflict(event_id, "account-closing"))


def check_not_lost(account: Account, plan_id: str = "") -> None:
    """Refuses what a debt that was given up for lost does not take any more, such as a repayment: `debt-lost`."""
    if account.is_lost(plan_id):
        loss = account.losses.get("") or account.losses[plan_id]
        of = loss.plan_id or account.account_id
        raise BaitiaoError("debt-lost", account_id=account.account_id, of=of, state=loss.state, since_on=loss.since_on)


def how_to_lift(account: Account, suspensions: Sequence[Suspension]) -> Text:
    """What lifts them, in words with the commands: by itself, by a verification, or by the operator."""
    how, by_hand = [], []
    for known in suspensions:
        if known.cause == "abnormal-login" and not known.lift_condition:
            how.append(filled(labels.LIFTS_WHEN_VERIFIED, account_id=account.account_id))
        elif known.by_rule:
            how.append(filled(labels.LIFTS_BY_ITSELF, account_id=account.account_id, cause=known.cause))
        else:
            by_hand.append(f"--cause {known.cause}")
    if by_hand:
        text = labels.ALSO_LIFTED_BY_HAND if how else labels.LIFTED_BY_HAND
        how.append(filled(text, account_id=account.account_id, options=" / ".join(by_hand)))
    return listed(how, "; ")


def check_may_buy(account: Account) -> None:
    """Refuses purchases and holds on an account that is not open, naming since when, why, and what lifts it.

    Errors, in this order: `account-closed`, `account-closing`, `account-charged-off` or `account-written-off`,
    `account-suspended`, `account-locked`.
    """
    check_stays(account)
    if loss := account.losses.get(""):
        raise BaitiaoError(f"account-{loss.state}", account_id=account.account_id, since_on=loss.since_on)
    if account.suspensions_in_force:
        suspensions = list(account.suspensions_in_force.values())
        raise BaitiaoError(
            "account-suspended",
            account_id=account.account_id,
            since_on=min(suspension.since_on for suspension in suspensions),
            cause=[suspension.cause for suspension in suspensions],
            lift=[suspension.lift_condition or suspension.cause for suspension in suspensions],
            how=how_to_lift(account, suspensions),
        )
    if account.lock:
        raise BaitiaoError("account-locked", account_id=account.account_id, since_on=account.lock.since_on)


def note_may_not_buy(account: Account, event_id: str) -> None:
    """Notes a purchase or a hold on an account that is not open as a conflict.

    A suspension by rule is none: nobody knew, when it was bought, that a payment would be taken back.
    """
    if account.status in ("closed", "closing", "locked") or account.suspensions:
        account.conflicts.append(Conflict(event_id, f"account-{account.status}"))
    elif account.lock:
        account.conflicts.append(Conflict(event_id, "account-locked"))
