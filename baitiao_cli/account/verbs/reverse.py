"""Reversal: which events still count, and which may be reversed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from baitiao_cli.account.events import (
    PLAN_MAKERS,
    BillIssued,
    DisputeOpened,
    Event,
    HoldPlaced,
    Opened,
    PersonCorrected,
    Reversed,
)
from baitiao_cli.errors import BaitiaoError


def live_events(events: Iterable[Event]) -> list[Event]:
    """The events that count: neither reversed by an event that counts, nor reversals themselves.

    The latest reversal is looked at first: it can only have been undone by one that came after it.
    """
    events = list(events)
    undone: set[str] = set()
    for event in reversed(events):
        if isinstance(event.fact, Reversed) and event.event_id not in undone:
            undone.add(event.fact.event_id)
    return [event for event in events if event.event_id not in undone and not isinstance(event.fact, Reversed)]


def undone_by(events: Iterable[Event]) -> dict[str, str]:
    """The events that do not count any more, each with the reversal that undid it."""
    undone: dict[str, str] = {}
    for event in reversed(list(events)):
        if isinstance(event.fact, Reversed) and event.event_id not in undone:
            undone[event.fact.event_id] = event.event_id
    return undone


def decide_reversal(events: Sequence[Event], reversal: Reversed) -> Reversed:
    """The reversal, when its event may be reversed; refusals name the events that rest on it.

    An event already reversed cannot be reversed again; its reversal can. A bill is a document, the opening is the
    account, and nothing is kept of what a correction of the person replaced: none of them is reversed.
    """
    target = next((event for event in events if event.event_id == reversal.event_id), None)
    if target is None:
        raise BaitiaoError("event-unknown", event_id=reversal.event_id)
    undone = undone_by(events)
    if target.event_id in undone:
        raise BaitiaoError("already-reversed", event_id=target.event_id, reversal_id=undone[target.event_id])
    if isinstance(target.fact, BillIssued | Opened | PersonCorrected):
        raise BaitiaoError("not-reversible", event_id=target.event_id, account_id=target.account_id)
    resting = [event.event_id for event in live_events(events) if _rests_on(event, target)]
    if resting:
        raise BaitiaoError("event-needed", event_id=target.event_id, events=", ".join(resting))
    return reversal


def _rests_on(event: Event, target: Event) -> bool:
    """Whether a live event names what `target` made: money for a plan, the capture of a hold, a decided dispute."""
    made = _made_by(target)
    named = [getattr(event.fact, name, "") for name in ("plan_id", "hold_id", "dispute_id")]
    return bool(made) and event.event_id != target.event_id and made in named


def _made_by(event: Event) -> str:
    """The id of the plan, the hold or the dispute that an event makes; "" for none."""
    fact = event.fact
    if isinstance(fact, PLAN_MAKERS):
        return fact.plan_id
    if isinstance(fact, DisputeOpened):
        return event.event_id
    return fact.hold_id if isinstance(fact, HoldPlaced) else ""
