"""The lender's suspensions: no more purchases for a cause, each until its own condition is met."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.delinquency import oldest_unpaid_due_on
from baitiao_cli.account.events import Resumed, Suspended
from baitiao_cli.account.standing import Suspension
from baitiao_cli.account.verbs.standing import check_open, how_to_lift, note_closed
from baitiao_cli.errors import BaitiaoError

RULED = ("overdue", "abnormal-login")
"""The causes for which the terms of a line suspend it by themselves."""


def decide_suspension(account: Account, suspension: Suspended) -> Suspended:
    """The suspension, when there is none for its cause. Errors: `account-closed`, `already-suspended`."""
    check_open(account)
    if known := account.suspensions_in_force.get(suspension.cause):
        raise BaitiaoError(
            "already-suspended", account_id=account.account_id, cause=known.cause, since_on=known.since_on
        )
    return suspension


def apply_suspension(account: Account, suspension: Suspended, event_id: str, on: date) -> None:
    """Suspends the account; a second time for one cause, once the past has changed, is a conflict."""
    note_closed(account, event_id)
    if suspension.cause in account.suspensions:
        account.conflicts.append(Conflict(event_id, "already-suspended"))
    else:
        account.suspensions[suspension.cause] = Suspension(suspension.cause, on, suspension.lift_condition)


def decide_resumption(account: Account, resumption: Resumed) -> Resumed:
    """The end of a suspension; the cause "" means the only one that there is.

    Errors, in this order: `account-closed`, `not-suspended`, `cause-needed` when there are several,
    `not-suspended-for` when none is for the cause, and `resume-needs-reason` while what usually lifts it is not so:
    something is overdue, or the customer is not verified. What a condition of its own says nobody can look up.
    """
    check_open(account)
    causes = list(account.suspensions_in_force)
    if not causes:
        raise BaitiaoError("not-suspended", account_id=account.account_id)
    if not resumption.cause and len(causes) > 1:
        raise BaitiaoError("cause-needed", account_id=account.account_id, cause=causes, codes=causes)
    if resumption.cause and resumption.cause not in causes:
        raise BaitiaoError("not-suspended-for", account_id=account.account_id, cause=causes, codes=causes)
    known = account.suspensions_in_force[resumption.cause or causes[0]]
    if not resumption.reason and not known.lift_condition and not _is_over(account, known):
        how = how_to_lift(account, [known])
        raise BaitiaoError(
            "resume-needs-reason", account_id=account.account_id, cause=known.cause, lift=known.cause, how=how
        )
    return replace(resumption, cause=known.cause)


def _is_over(account: Account, known: Suspension) -> bool:
    """Whether what usually lifts a suspension for its cause is so; of a risk or a decision only people can tell."""
    if known.cause == "overdue":
        return oldest_unpaid_due_on(account, account.through) is None
    return known.cause != "abnormal-login"


def apply_resumption(account: Account, resumption: Resumed, event_id: str, on: date) -> None:
    """Lifts the suspension; one that is not there any more is a conflict, unless a rule may have brought it."""
    note_closed(account, event_id)
    was_there = resumption.cause in account.suspensions_in_force
    account.suspensions.pop(resumption.cause, None)
    if resumption.cause == "overdue":
        account.overdue_suspension = None
        account.is_lateness_excused = oldest_unpaid_due_on(account, on) is not None
    elif resumption.cause == "abnormal-login":
        account.failed_on = []
    if not was_there and resumption.cause not in RULED:
        account.conflicts.append(Conflict(event_id, "not-suspended"))
