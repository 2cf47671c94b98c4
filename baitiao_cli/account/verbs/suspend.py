"""The lender's suspensions: no more purchases for a cause, each until its own condition is met."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from baitiao_cli.account.account import Account, Conflict, Suspension
from baitiao_cli.account.events import Resumed, Suspended
from baitiao_cli.account.verbs.standing import check_open, note_closed
from baitiao_cli.errors import BaitiaoError


def decide_suspension(account: Account, suspension: Suspended) -> Suspended:
    """The suspension, when there is none for its cause. Errors: `account-closed`, `already-suspended`."""
    check_open(account)
    if known := account.suspensions.get(suspension.cause):
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

    Errors, in this order: `account-closed`, `not-suspended`, `cause-needed` when there are several, and
    `not-suspended-for` when none is for the cause.
    """
    check_open(account)
    causes = list(account.suspensions)
    if not causes:
        raise BaitiaoError("not-suspended", account_id=account.account_id)
    if not resumption.cause and len(causes) > 1:
        raise BaitiaoError("cause-needed", account_id=account.account_id, cause=causes, codes=causes)
    if resumption.cause and resumption.cause not in causes:
        raise BaitiaoError("not-suspended-for", account_id=account.account_id, cause=causes, codes=causes)
    return replace(resumption, cause=resumption.cause or causes[0])


def apply_resumption(account: Account, resumption: Resumed, event_id: str, on: date) -> None:
    """Lifts the suspension; one that is not there any more is a conflict."""
    note_closed(account, event_id)
    if account.suspensions.pop(resumption.cause, None) is None:
        account.conflicts.append(Conflict(event_id, "not-suspended"))
