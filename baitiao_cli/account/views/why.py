"""Why a figure is what it is: what changed between two days, or between two states of knowledge, and what caused it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.bill import DueLine
from baitiao_cli.account.billing import next_due_or_bill_on
from baitiao_cli.account.events import (
    BalanceRestructured,
    BillDeferred,
    BillIssued,
    DebitTried,
    Event,
    Extended,
    Opened,
    Paused,
    Repriced,
    Restructured,
    Reversed,
)
from baitiao_cli.account.hold import Hold
from baitiao_cli.account.replay import advance, in_order, next_happening_on, replay, take, with_debits
from baitiao_cli.account.verbs.reverse import live_events
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.account.views.statement import FoundBill

COMPARED = ("limit", "used", "held", "available", "owed", "due", "overdue", "credit")
"""The figures that are compared, by the names that `explain` has for them."""

NEW_TERMS = (Repriced, Paused, Extended, Restructured, BalanceRestructured, BillDeferred)
"""Facts that change no figure on their day, but what the nights after it cost: they are named all the same."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What one cause changed, in whole fen by figure (those that it left alone are missing).

    `cause` is the kind of the event `event_id`, or what came by itself: "bill", "due" (a due date), "nights" (interest
    and charges of the nights since the line before), "limit-days" (a temporary limit begins or is over), "hold-expired"
    (nobody captured the hold of `event_id`), "cooling-over" (which closed the line); `stated_fen` is the amount that
    the event or the hold itself names: what it changes besides is what followed from it.
    """

    on: date
    cause: str
    event_id: str = ""
    plan_id: str = ""
    merchant: str = ""
    stated_fen: int = 0
    changes: dict[str, int]


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two pictures of an account and the changes that lead from one to the other: they sum to the difference."""

    before_on: date
    after_on: date
    before: Figures
    after: Figures
    changes: list[Change]

    @property
    def differences(self) -> dict[str, int]:
        """The figures that differ, and by how much."""
        return _differences(self.before, self.after)


class DueChange(msgspec.Struct, frozen=True, kw_only=True):
    """What one thing contributes to the difference of two bills: what each asks for it, in whole fen.

    `part` is where on the bill it stands; `numbers_before` and `numbers_after` are its installments on each.
    """

    part: str
    plan_id: str
    merchant: str
    event_id: str
    before_fen: int
    after_fen: int
    numbers_before: tuple[int, ...] = ()
    numbers_after: tuple[int, ...] = ()


def between_days(events: Sequence[Event], before_on: date, after_on: date) -> Comparison:
    """What changed from the end of one day to the end of a later one, cause by cause, in the order in which it came."""
    events = with_debits(events, after_on)
    account = replay(events, before_on)
    before = last = figures(account)
    changes, last_on = [], before_on
    for on, cause, event in _steps(account, events, after_on):
        if event:
            now = figures(account)
            if (changed := _differences(last, now)) or isinstance(event.fact, NEW_TERMS):
                changes.append(_change(on, cause, event, changed))
            last = now
        else:
            for part, hold, now in _parts(account, last_on, cause):
                if changed := _differences(last, now):
                    changes.append(_expiry(on, hold, changed) if hold else _change(on, part, None, changed))
                last = now
        last_on = on
    return Comparison(before_on=before_on, after_on=after_on, before=before, after=last, changes=changes)


def _steps(account: Account, events: Sequence[Event], until_on: date) -> Iterator[tuple[date, str, Event | None]]:
    """Lets the days pass up to `until_on` on a folded account, stopping after each happening and each event."""
    live = [event for event in live_events(events) if account.through < event.effective_on <= until_on]
    account.issued |= {event.fact.billed_on: event.fact for event in live if isinstance(event.fact, BillIssued)}
    for event in in_order(live):
        if not isinstance(event.fact, BillIssued | Opened):
            yield from _passing(account, event.effective_on)
            take(account, event)
            yield event.effective_on, str(type(event.fact).__struct_config__.tag), event
    yield from _passing(account, until_on)


def _passing(account: Account, to: date) -> Iterator[tuple[date, str, None]]:
    while account.through < to:
        happening_on = next_happening_on(account)
        days = [hold.expires_on + timedelta(days=1) for hold in account.open_holds]
        days += [to, *account.limits.changes_on(), *([happening_on] if happening_on else [])]
        day = min(day for day in days if day > account.through)
        count, is_due = len(account.bills), day == next_due_or_bill_on(account)
        advance(account, day)
        yield day, "bill" if len(account.bills) > count else "due" if is_due else "nights", None


def _parts(account: Account, since_on: date, cause: str) -> Iterator[tuple[str, Hold | None, Figures]]:
    """What the days since `since_on` brought, part by part, with the figures after each.

    First what they cost or asked for, as if the limits and holds were still those of `since_on`, then the temporary
    limits that began or ended, then each hold that expired, then the end of the line.
    """
    closed_on = account.closed_on
    if closed_on and any(ended.ended_on == account.through for ended in account.cooled):
        account.closed_on = None
    open_on = {hold.hold_id: hold.expires_on for hold in account.holds.values() if hold.expires_on >= since_on}
    expired = [
        hold for hold in account.holds.values() if hold.hold_id in open_on and hold.status(account.through) == "expired"
    ]
    limits = account.limits
    for hold in expired:
        hold.expires_on = account.through
    account.limits = limits.as_of(since_on)
    yield cause, None, figures(account)
    account.limits = limits
    yield "limit-days", None, figures(account)
    for hold in expired:
        hold.expires_on = open_on[hold.hold_id]
        yield "hold-expired", hold, figures(account)
    account.closed_on = closed_on
    yield "cooling-over", None, figures(account)


def _expiry(on: date, hold: Hold, changed: dict[str, int]) -> Change:
    return Change(
        on=on,
        cause="hold-expired",
        event_id=hold.event_id,
        merchant=hold.merchant,
        stated_fen=hold.amount_fen,
        changes=changed,
    )


def between_states(events: Sequence[Event], known_before: int, on: date) -> Comparison:
    """What the events recorded after ledger sequence `known_before` changed of the account on one day, one by one."""
    known = [event for event in events if event.sequence <= known_before]
    before = last = figures(replay(known, on))
    changes = []
    for event in events:
        if event.sequence > known_before:
            known.append(event)
            now = figures(replay(known, on))
            if changed := _differences(last, now):
                changes.append(_change(event.effective_on, str(type(event.fact).__struct_config__.tag), event, changed))
            last = now
    return Comparison(before_on=on, after_on=on, before=before, after=last, changes=changes)


def _change(on: date, cause: str, event: Event | None, changed: dict[str, int]) -> Change:
    fact = event.fact if event else None
    undone = fact.event_id if isinstance(fact, Reversed) else ""
    return Change(
        on=on,
        cause=cause,
        event_id=event.event_id if event and event.number else "",
        plan_id=undone or getattr(fact, "plan_id", ""),
        merchant=getattr(fact, "merchant", ""),
        stated_fen=fact.taken_fen if isinstance(fact, DebitTried) else getattr(fact, "amount_fen", 0),
        changes=changed,
    )


def _differences(before: Figures, after: Figures) -> dict[str, int]:
    changed = {name: getattr(after, f"{name}_fen") - getattr(before, f"{name}_fen") for name in COMPARED}
    return {name: fen for name, fen in changed.items() if fen}


def compare_bills(before: FoundBill, after: FoundBill) -> list[DueChange]:
    """What two bills ask for, thing by thing: the differences sum to that of their amounts due."""
    asked_before, asked_after = _asked(before), _asked(after)
    found = []
    for part, plan_id in dict.fromkeys([*asked_before, *asked_after]):
        old, new = asked_before.get((part, plan_id), []), asked_after.get((part, plan_id), [])
        plan = after.account.plans.get(plan_id) or before.account.plans.get(plan_id)
        found.append(
            DueChange(
                part=part,
                plan_id=plan_id,
                merchant=plan.merchant if plan else "",
                event_id=plan.event_id if plan else "",
                before_fen=sum(line.amount_fen for line in old),
                after_fen=sum(line.amount_fen for line in new),
                numbers_before=_numbers(old),
                numbers_after=_numbers(new),
            )
        )
    return found


def _asked(found: FoundBill) -> dict[tuple[str, str], list[DueLine]]:
    """What a bill asks for by part and plan; charges of the line by their kind."""
    asked: dict[tuple[str, str], list[DueLine]] = {}
    for line in found.bill.due_lines:
        part = line.part.removesuffix("_fen") if line.part != "charges_fen" else line.kind
        asked.setdefault((part, line.plan_id), []).append(line)
    return asked


def _numbers(lines: list[DueLine]) -> tuple[int, ...]:
    return tuple(sorted({line.number for line in lines}))
