"""Another limit: how much may be owed from now on, for some days, or for purchases of one scene or merchant."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.events import LimitChanged, WantedLimit
from baitiao_cli.account.limits import ANYTHING, Limits, TemporaryLimit
from baitiao_cli.account.verbs.open import MAX_LIMIT_FEN, check_limit
from baitiao_cli.account.verbs.scene import check_scene_allowed
from baitiao_cli.account.verbs.standing import check_open, note_closed
from baitiao_cli.calc.dates import step
from baitiao_cli.errors import BaitiaoError

LONGEST_DAYS = 366
"""How many days a temporary limit may hold, the first and the last included: beyond a year it is none."""


def decide_limit(account: Account, change: LimitChanged, on: date) -> LimitChanged:
    """The change, when the account is open and the limit a permitted one and another than now.

    A limit below what is used is allowed: nothing falls due earlier, only new purchases have to wait. Errors, in this
    order: `account-closed`, `limit-not-set` when there is none to end, then what `check_wanted_limit` refuses.
    """
    check_open(account)
    purpose = change.purpose
    if not change.limit_fen:
        if purpose not in (account.limits.temporary if purpose == ANYTHING else account.limits.purposes):
            raise BaitiaoError("limit-not-set", account_id=account.account_id)
        return change
    check_wanted_limit(account, change, on)
    return change


def check_wanted_limit(account: Account, wanted: WantedLimit, on: date) -> None:
    """Refuses a limit that may not be, or that is there already.

    Errors, in this order: `limit-out-of-range`; `scene-excluded` for a scene that nothing is lent for;
    `limit-days-invalid` for a temporary one that begins before its event, or more than `LONGEST_DAYS` after it, ends
    before it begins, or holds longer than that; `limit-not-higher` for a temporary one that is not above the lasting
    one; `limit-unchanged`; `limits-out-of-range` when all limits together pass what a line may be.
    """
    check_limit(wanted.limit_fen)
    check_scene_allowed(account, wanted.scene)
    purpose, limits = wanted.purpose, account.limits
    lasting_fen, known = limits.lasting.get(purpose, 0), limits.temporary.get(purpose)
    if wanted.until_on:
        from_on = wanted.from_on or on
        check_days(from_on, wanted.until_on, on)
        if wanted.limit_fen <= lasting_fen:
            raise BaitiaoError("limit-not-higher", limit_fen=wanted.limit_fen, lasting_fen=lasting_fen)
        is_known = known == TemporaryLimit(wanted.limit_fen, from_on, wanted.until_on)
    else:
        is_known = wanted.limit_fen == lasting_fen
    if is_known:
        raise BaitiaoError("limit-unchanged", account_id=account.account_id, limit_fen=wanted.limit_fen)
    then = deepcopy(limits)
    set_limit(then, wanted, wanted.limit_fen, on)
    if then.most_fen > MAX_LIMIT_FEN:
        raise BaitiaoError("limits-out-of-range", total_fen=then.most_fen, maximum_fen=MAX_LIMIT_FEN)


def check_days(from_on: date, until_on: date, on: date) -> None:
    """Refuses days of a temporary limit as `check_wanted_limit` tells: `limit-days-invalid`."""
    latest_on = min(step(from_on, LONGEST_DAYS - 1, "days"), date.max - timedelta(days=1))
    if not on <= from_on <= step(on, LONGEST_DAYS, "days") or not from_on <= until_on <= latest_on:
        raise BaitiaoError("limit-days-invalid", from_on=from_on, until_on=until_on, on=on, days=LONGEST_DAYS)


def set_limit(limits: Limits, wanted: WantedLimit, limit_fen: int, on: date) -> None:
    """Sets the limit that a fact of `on` names, or less of it; a temporary one does not begin before `on`."""
    limits.set(wanted.purpose, limit_fen, max(wanted.from_on or on, on), wanted.until_on)


def apply_limit(account: Account, change: LimitChanged, event_id: str, on: date) -> None:
    """Sets the limit; purchases that it does not cover any more are found when they are applied, later in the fold."""
    note_closed(account, event_id)
    set_limit(account.limits, change, change.limit_fen, on)
    note_too_much(account, event_id)


def note_too_much(account: Account, event_id: str) -> None:
    """Notes limits that together pass what a line may be, once the past has changed, as a conflict."""
    if account.limits.most_fen > MAX_LIMIT_FEN:
        over_fen = account.limits.most_fen - MAX_LIMIT_FEN
        account.conflicts.append(Conflict(event_id, "limits-out-of-range", over_fen))
