"""An event explained as what it is: who recorded it when, which request it answers, and what it made another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import BillIssued, ClosingWithdrawn, Event, HardshipDecided, LimitDecided
from baitiao_cli.account.events.line import WantedLimit
from baitiao_cli.account.limits import ANYTHING, Purpose
from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.history import HistoryLine, history


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What of an account an event may make another without money, at the end of its day; limits for one purpose."""

    status: str
    limit_fen: int
    temporary_limit_fen: int
    tier: str
    bill_day: int


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """An event with its line of the history, and how the account stood on its day without it and with it.

    `answers` is the event of the request that it decides or takes back, `bill` the number of the bill that it issued;
    `before` is `None` of an opening.
    """

    line: HistoryLine
    request_id: str
    answers: str
    bill: int
    before: Standing | None
    after: Standing


def explain_happening(events: Sequence[Event], event: Event, as_of: date) -> Happening:
    """What the event was, as those that were recorded by then make it; whether it was reversed is as of a day."""
    on = event.effective_on
    known = [other for other in events if other.number < event.number]
    before = replay(known, on) if known else None
    purpose = _purpose(event, before)
    return Happening(
        line=_line(events, event, max(as_of, on)),
        request_id=event.request_id,
        answers=_answered(event, before),
        bill=event.fact.number if isinstance(event.fact, BillIssued) else 0,
        before=_standing(before, purpose) if before else None,
        after=_standing(replay([*known, event], on), purpose),
    )


def _line(events: Sequence[Event], event: Event, as_of: date) -> HistoryLine:
    """The line of the history; that of a reversal stands with what it reverses, which may count later."""
    last_on = max(other.effective_on for other in events)
    lines = (line for through in (as_of, max(as_of, last_on)) for line in history(events, through))
    return next(line for line in lines if line.event_id == event.event_id)


def _purpose(event: Event, before: Account | None) -> Purpose:
    """What the limit is for that the event is about."""
    if isinstance(event.fact, WantedLimit):
        return event.fact.purpose
    if isinstance(event.fact, LimitDecided) and before and before.limit_request:
        return before.limit_request.asked.purpose
    return ANYTHING


def _answered(event: Event, before: Account | None) -> str:
    if before is None:
        return ""
    waiting = {
        LimitDecided: before.limit_request,
        HardshipDecided: before.hardship,
        ClosingWithdrawn: before.cooling,
    }.get(type(event.fact))
    return waiting.event_id if waiting else ""


def _standing(account: Account, purpose: Purpose) -> Standing:
    temporary = account.limits.temporary_on(purpose, account.through)
    return Standing(
        status=account.status,
        limit_fen=account.limits.lasting.get(purpose, 0),
        temporary_limit_fen=temporary.limit_fen if temporary else 0,
        tier=account.tier,
        bill_day=account.bill_day,
    )
