"""`request-limit` and `decide-limit`: a limit that the customer asks for, and what becomes of it."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import LimitDecided, LimitDecision, LimitRequested
from baitiao_cli.account.verbs.limit_request import decide_limit_decision, decide_limit_request
from baitiao_cli.account.views.figures import figures
from baitiao_cli.actions.limit import RAISES, LimitAnswer, LimitAsked, limit_before, limit_replaced
from baitiao_cli.actions.raised import LimitsKept
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import WriteTransaction


class RequestLimitAsked(LimitAsked, frozen=True, kw_only=True):
    """The limit that is wanted, as `limit` would set it, and why."""


class RequestLimitAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The request, with the limit that there is now for the same."""

    account_id: str
    event_id: str
    effective_on: date
    limit_fen: int
    asked_fen: int
    scene: str
    merchant: str
    from_on: date | None
    until_on: date | None
    reason: str


def request(tx: WriteTransaction, asked: RequestLimitAsked, call: Call) -> RequestLimitAnswer:
    """Records the request; nothing changes until it is granted."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    account = book.account(on)
    wanted = asked.wanted(LimitRequested)
    limit_fen = limit_before(account, wanted)
    event = book.record(decide_limit_request(account, wanted, on), on, call.request_id)
    return RequestLimitAnswer(
        account_id=asked.account_id,
        event_id=event.event_id,
        effective_on=on,
        limit_fen=limit_fen,
        asked_fen=asked.limit_fen,
        scene=asked.scene,
        merchant=asked.merchant,
        from_on=asked.from_on,
        until_on=asked.until_on,
        reason=asked.reason,
    )


class DecideLimitAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The decision, of a grant how much (0: all that was asked for), and why."""

    account_id: str
    decision: LimitDecision
    limit_fen: int = 0
    reason: str


class DecideLimitAnswer(LimitAnswer, frozen=True, kw_only=True):
    """What was asked for, what became of it, and the limit for it before and after; the account after it.

    `requested_by` is the event of the request.
    """

    requested_by: str
    decision: str
    asked_fen: int


def decide(tx: WriteTransaction, asked: DecideLimitAsked, call: Call) -> DecideLimitAnswer:
    """Records the decision, which sets the limit that is granted."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    account = book.account(on)
    decision = decide_limit_decision(
        account, LimitDecided(decision=asked.decision, limit_fen=asked.limit_fen, reason=asked.reason), on
    )
    waiting = account.limit_request
    assert waiting is not None
    wanted = waiting.asked
    previous_fen = limit_before(account, wanted)
    replaced = limit_replaced(account, wanted) if decision.decision == "granted" else None
    limits = LimitsKept(book, on)
    event = book.record(decision, on, call.request_id)
    now = book.account(max(call.today, on))
    return DecideLimitAnswer(
        account_id=asked.account_id,
        event_id=event.event_id,
        effective_on=on,
        requested_by=waiting.event_id,
        decision=decision.decision,
        asked_fen=wanted.limit_fen,
        previous_limit_fen=previous_fen,
        limit_fen=decision.limit_fen or previous_fen,
        available_fen=now.available_for_fen(wanted.purpose),
        scene=wanted.scene,
        merchant=wanted.merchant,
        from_on=max(wanted.from_on or on, on) if wanted.until_on else None,
        until_on=wanted.until_on,
        replaced=replaced,
        reason=asked.reason,
        account=figures(now),
        raised_fen=limits.raised_fen(),
    )


REQUEST_LIMIT = Verb("request-limit", RequestLimitAsked, RequestLimitAnswer, request)
DECIDE_LIMIT = Verb("decide-limit", DecideLimitAsked, DecideLimitAnswer, decide, approval=RAISES)
