"""Hardship: the customer asks for relief, and by a deadline it is decided whether there is any."""

from __future__ import annotations

from datetime import date, timedelta

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.events import HardshipDecided, HardshipRequested
from baitiao_cli.account.owed import owed_parts
from baitiao_cli.account.standing import HardshipCase
from baitiao_cli.account.verbs.standing import check_open, note_closed
from baitiao_cli.errors import BaitiaoError

DECISION_DAYS = 15
"""By how many days later it is to be decided, as complaints are: art. 20 of 《银行业保险业消费投诉处理管理办法》."""


def decision_due_on(on: date) -> date:
    """The last day on which a request of `on` is decided in time, or the last of all days."""
    return on + min(timedelta(days=DECISION_DAYS), date.max - on)


def decide_hardship_request(account: Account, request: HardshipRequested, on: date) -> HardshipRequested:
    """The request, when something is owed and no other is open on `on`.

    Errors, in this order: `account-closed`, `hardship-open`, `hardship-until-past`, `nothing-owed`.
    """
    check_open(account)
    if case := account.hardship:
        raise BaitiaoError(
            "hardship-open",
            account_id=account.account_id,
            since_on=case.since_on,
            decide_by_on=case.asked.decide_by_on,
        )
    if request.until_on is not None and request.until_on <= on:
        raise BaitiaoError("hardship-until-past", until_on=request.until_on, on=on)
    if not owed_parts(account).total_fen:
        raise BaitiaoError("nothing-owed", account_id=account.account_id, plan_id="-")
    return request


def apply_hardship_request(account: Account, request: HardshipRequested, event_id: str, on: date) -> None:
    """Opens the case, which changes no figure; a second one, once the past has changed, is a conflict."""
    note_closed(account, event_id)
    if account.hardship:
        account.conflicts.append(Conflict(event_id, "hardship-open"))
    account.hardship = HardshipCase(event_id, on, request)


def decide_hardship_decision(account: Account, decision: HardshipDecided) -> HardshipDecided:
    """The decision on the open case, in time or late. Errors, in this order: `account-closed`, `no-hardship-case`."""
    check_open(account)
    if account.hardship is None:
        raise BaitiaoError("no-hardship-case", account_id=account.account_id)
    return decision


def apply_hardship_decision(account: Account, decision: HardshipDecided, event_id: str, on: date) -> None:
    """Ends the case; what is granted is given by events of its own. Without a case it is a conflict."""
    note_closed(account, event_id)
    if account.hardship is None:
        account.conflicts.append(Conflict(event_id, "no-hardship-case"))
    account.hardship = None
