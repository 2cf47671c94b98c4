"""A limit that the customer asks for, and what is decided on it, each with its reason."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.events import LimitDecided, LimitRequested
from baitiao_cli.account.standing import LimitRequest
from baitiao_cli.account.verbs.limit import check_wanted_limit, note_too_much, set_limit
from baitiao_cli.account.verbs.standing import check_open, check_stays, note_closed, note_stays
from baitiao_cli.errors import BaitiaoError


def decide_limit_request(account: Account, request: LimitRequested, on: date) -> LimitRequested:
    """The request, when no other is waiting and the limit is one that could be set on `on`.

    Errors, in this order: `account-closed`, `account-closing`, `limit-request-waiting`, then those of a change of the
    limit.
    """
    check_stays(account)
    if waiting := account.limit_request:
        raise BaitiaoError(
            "limit-request-waiting",
            account_id=account.account_id,
            limit_fen=waiting.asked.limit_fen,
            since_on=waiting.since_on,
        )
    check_wanted_limit(account, request, on)
    return request


def apply_limit_request(account: Account, request: LimitRequested, event_id: str, on: date) -> None:
    """Keeps the request until it is decided; a second one, once the past has changed, is a conflict."""
    note_stays(account, event_id)
    if account.limit_request:
        account.conflicts.append(Conflict(event_id, "limit-request-waiting"))
    account.limit_request = LimitRequest(event_id, on, request)


def decide_limit_decision(account: Account, decision: LimitDecided, on: date) -> LimitDecided:
    """The decision on the request that is waiting; granted without an amount is granted in full.

    Errors, in this order: `account-closed`, `no-limit-request`, `grant-above-request`, then of a grant those of a
    change of the limit on the day of the decision.
    """
    check_open(account)
    waiting = account.limit_request
    if waiting is None:
        raise BaitiaoError("no-limit-request", account_id=account.account_id)
    if decision.decision != "granted":
        return decision
    limit_fen = decision.limit_fen or waiting.asked.limit_fen
    if limit_fen > waiting.asked.limit_fen:
        raise BaitiaoError("grant-above-request", limit_fen=limit_fen, asked_fen=waiting.asked.limit_fen)
    from_on = waiting.asked.from_on and max(waiting.asked.from_on, on)
    check_wanted_limit(account, replace(waiting.asked, limit_fen=limit_fen, from_on=from_on), on)
    return replace(decision, limit_fen=limit_fen)


def apply_limit_decision(account: Account, decision: LimitDecided, event_id: str, on: date) -> None:
    """Ends the request and sets what was granted; a decision on a request that is not there any more is a conflict."""
    note_closed(account, event_id)
    waiting, account.limit_request = account.limit_request, None
    if waiting is None:
        account.conflicts.append(Conflict(event_id, "no-limit-request"))
    elif decision.decision == "granted":
        set_limit(account.limits, waiting.asked, decision.limit_fen, on)
        note_too_much(account, event_id)
