"""Another tier: the prices and terms of what is bought from now on; plans keep what was agreed for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import (
    PLAN_MAKERS,
    DisputeLost,
    Event,
    HoldPlaced,
    Opened,
    Purchased,
    Reopened,
    TierChanged,
)
from baitiao_cli.account.terms import Tier
from baitiao_cli.account.verbs.reverse import live_events
from baitiao_cli.account.verbs.standing import check_open, note_closed
from baitiao_cli.errors import BaitiaoError


def decide_tier(account: Account, change: TierChanged) -> TierChanged:
    """The change, when the account is open and of another tier. Errors, in this order: `account-closed`, `tier-same`.

    Nothing that is owed stands in the way, for it costs what was agreed; nor does a lock or a suspension.
    """
    check_open(account)
    if change.tier == account.tier:
        raise BaitiaoError("tier-same", account_id=account.account_id, tier=account.tier)
    return change


def apply_tier(account: Account, change: TierChanged, event_id: str, on: date) -> None:
    """Sets the tier: the terms of plans are in the facts that made them, so that no figure of one changes."""
    note_closed(account, event_id)
    account.tier = change.tier


def tier_of(events: Iterable[Event], made: Event) -> Tier:
    """The tier by whose prices a plan was made, by the event that made it.

    It is the one that the account had on its day by what had been recorded before; of a hold that was captured, as the
    hold was placed. What is recorded later, also for an earlier day, does not change it.
    """
    events = list(events)
    if isinstance(made.fact, Purchased) and made.fact.hold_id:
        hold_id = made.fact.hold_id
        made = next(event for event in events if isinstance(event.fact, HoldPlaced) and event.fact.hold_id == hold_id)
    known = live_events(event for event in events if event.number < made.number)
    said = [
        (event.effective_on, event.number, event.fact.tier)
        for event in known
        if isinstance(event.fact, Opened | TierChanged | Reopened) and event.effective_on <= made.effective_on
    ]
    return max(said)[2]


def origins(account: Account, events: Iterable[Event]) -> dict[str, Event]:
    """By plan the event that it goes back to: its own, or of what is owed again after a lost dispute its purchase."""
    made = {event.fact.plan_id: event for event in events if isinstance(event.fact, PLAN_MAKERS)}
    found: dict[str, Event] = {}
    for plan_id, plan in account.plans.items():
        heir_of = next(iter(plan.converted), "") if isinstance(made[plan_id].fact, DisputeLost) else ""
        found[plan_id] = found.get(heir_of, made[plan_id])
    return found


def tiers_of_plans(account: Account, events: Iterable[Event]) -> dict[str, Tier]:
    """By plan the tier that it was priced by (see `tier_of`), of what is owed again that of its purchase."""
    events = list(events)
    return {plan_id: tier_of(events, event) for plan_id, event in origins(account, events).items()}
