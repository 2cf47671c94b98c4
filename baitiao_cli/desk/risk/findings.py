"""What the rules on risk find in an account as of a day: pure, and the same on every day that it is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import Any

import msgspec

from baitiao_cli.account.events import Event
from baitiao_cli.account.replay import replay
from baitiao_cli.calc.dates import days_before
from baitiao_cli.desk.risk.deeds import Deed, Deeds
from baitiao_cli.desk.risk.rules import (
    Action,
    FailedIdentity,
    FirstNearLimit,
    GivenUpHolds,
    ManySmall,
    NewPhone,
    RefundLoop,
    RiskRule,
    RiskRules,
    UnusualAmount,
    UnusualCategory,
    UnusualHour,
    Velocity,
    Warned,
)

ASKED = ""
"""The event of a purchase that is only asked about."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that fired: on which day, by which event, with which others; what was observed, and the threshold.

    Both are in the unit of the rule: a count, per cent, times (rounded down) or yuan (rounded down).
    """

    rule: str
    found_on: date
    event_id: str
    evidence: tuple[str, ...]
    observed: int
    threshold: int
    window_days: int
    action: Action
    warning: Warned


def findings(events: Sequence[Event], rules: RiskRules, as_of: date, asked: Deed | None = None) -> list[Finding]:
    """What the rules find in an account's events as of a day, and back from it as far as they look, oldest first.

    With `asked` also what they would find if that purchase were made now, after all others: its event is `ASKED`.
    Reversed events count for nothing, nor do those of later days. What made a rule fire does not count for it again:
    ten purchases where five are too many are two findings. On one day they come in the order of the rules.
    """
    deeds = Deeds(events, as_of)
    if asked:
        deeds.purchases.append(asked)
    since_on = days_before(as_of, rules.look_back_days)
    found = [
        finding
        for rule in rules.rules
        for finding in _FINDERS[type(rule)](rule, deeds, since_on)
        if finding.found_on > since_on
    ]
    return sorted(found, key=attrgetter("found_on"))


def hours_unknown(events: Sequence[Event], rules: RiskRules, as_of: date) -> tuple[int, int]:
    """Of how many purchases in the days looked back on the hour is not known, and how many there are."""
    since_on = days_before(as_of, rules.look_back_days)
    made = [deed for deed in Deeds(events, as_of).purchases if deed.on > since_on]
    return sum(deed.hour is None for deed in made), len(made)


Finder = Callable[[Any, Deeds, date], Iterator[Finding]]


def _found(rule: RiskRule, deed: Deed, observed: int, evidence: Iterable[Deed] = ()) -> Finding:
    told = tuple(dict.fromkeys([*(one.event_id for one in evidence), deed.event_id]))
    return Finding(
        rule=rule.name,
        found_on=deed.on,
        event_id=deed.event_id,
        evidence=told,
        observed=observed,
        threshold=rule.threshold,
        window_days=rule.window_days,
        action=rule.action,
        warning=rule.warning,
    )


def _first_day(rule: RiskRule, on: date) -> date:
    """The first of the rule's days that end with a day."""
    return days_before(on, rule.window_days - 1)


def _so_many(rule: RiskRule, deeds: Iterable[Deed]) -> Iterator[Finding]:
    """A finding each time that so many are within the window that were in no finding before."""
    together: list[Deed] = []
    for deed in deeds:
        first_on = _first_day(rule, deed.on)
        together = [one for one in [*together, deed] if one.from_on >= first_on]
        if len(together) >= rule.threshold:
            yield _found(rule, together[-1], len(together), together)
            together = []


def _velocity(rule: Velocity, deeds: Deeds, since_on: date) -> Iterator[Finding]:
    return _so_many(rule, deeds.purchases)


def _many_small(rule: ManySmall, deeds: Deeds, since_on: date) -> Iterator[Finding]:
    return _so_many(rule, (deed for deed in deeds.purchases if deed.amount_fen <= rule.small_yuan * 100))


def _refund_loop(rule: RefundLoop, deeds: Deeds, since_on: date) -> Iterator[Finding]:
    return _so_many(rule, deeds.sent_back(rule.share_pct))


def _unusual_hour(rule: UnusualHour, deeds: Deeds, since_on: date) -> Iterator[Finding]:
    return _so_many(rule, (deed for deed in deeds.purchases if rule.has(deed.hour)))


def _failed_identity(rule: FailedIdentity, deeds: Deeds, since_on: date) -> Iterator[Finding]:
    return _so_many(rule, deeds.failures)


def _given_up_holds(rule: GivenUpHolds, deeds: Deeds, since_on: date) -> Iterator[Finding]:
    return _so_many(rule, deeds.given_up)


def _first_near_limit(rule: FirstNearLimit, deeds: Deeds, since_on: date) -> Iterator[Finding]:
    """The limit is the line's at the end of the day of the purchase, whatever it was for."""
    for opening, ends_on in zip(deeds.openings, [*(one.on for one in deeds.openings[1:]), date.max], strict=True):
        first = next((deed for deed in deeds.purchases if opening.on <= deed.on < ends_on), None)
        if first is None or first.on <= since_on or opening.on < _first_day(rule, first.on):
            continue
        limit_fen = replay(deeds.live, first.on).limit_fen
        if first.amount_fen * 100 >= rule.threshold * limit_fen:
            yield _found(rule, first, first.amount_fen * 100 // limit_fen)


def _new_phone(rule: NewPhone, deeds: Deeds, since_on: date) -> Iterator[Finding]:
    """One for each change, by the first purchase that is large enough and comes after it, at once or on a later day."""
    for change in deeds.phone_changes:
        for deed in deeds.purchases:
            is_after = deed.on > change.on or (deed.on == change.on and _comes_after(deeds, deed, change))
            if is_after and change.on >= _first_day(rule, deed.on) and deed.amount_fen >= rule.threshold * 100:
                yield _found(rule, deed, deed.amount_fen // 100, [change])
                break


def _comes_after(deeds: Deeds, deed: Deed, other: Deed) -> bool:
    numbers = {event.event_id: event.number for event in deeds.live}
    return deed.event_id == ASKED or numbers[deed.event_id] > numbers[other.event_id]


def _unusual_amount(rule: UnusualAmount, deeds: Deeds, since_on: date) -> Iterator[Finding]:
    for deed, before in _with_earlier(rule, rule.earlier_count, deeds.purchases, since_on):
        twice_middle_fen = _twice_middle(sorted(one.amount_fen for one in before))
        if twice_middle_fen and deed.amount_fen * 2 >= rule.threshold * twice_middle_fen:
            yield _found(rule, deed, deed.amount_fen * 2 // twice_middle_fen)


def _twice_middle(amounts: Sequence[int]) -> int:
    """Twice the middle one of sorted amounts, of an even number of them the sum of the two in the middle.

    >>> _twice_middle([1, 2, 9]), _twice_middle([1, 2, 5, 9])
    (4, 7)
    """
    count = len(amounts)
    return amounts[(count - 1) // 2] + amounts[count // 2]


def _unusual_category(rule: UnusualCategory, deeds: Deeds, since_on: date) -> Iterator[Finding]:
    """A purchase whose category was not said is not looked at, and is none of those before."""
    known = [deed for deed in deeds.purchases if deed.category]
    for deed, before in _with_earlier(rule, rule.earlier_count, known, since_on):
        if deed.amount_fen >= rule.threshold * 100 and deed.category not in {one.category for one in before}:
            yield _found(rule, deed, deed.amount_fen // 100)


def _with_earlier(
    rule: RiskRule, earlier_count: int, purchases: Sequence[Deed], since_on: date
) -> Iterator[tuple[Deed, Sequence[Deed]]]:
    """The purchases after a day, each with those before it within the window, where there are enough of them."""
    days = [deed.on for deed in purchases]
    for place in range(bisect_right(days, since_on), len(purchases)):
        first_on = _first_day(rule, days[place])
        before = [deed for deed in purchases[:place] if deed.on >= first_on]
        if len(before) >= earlier_count:
            yield purchases[place], before


_FINDERS: dict[type[RiskRule], Finder] = {
    Velocity: _velocity,
    ManySmall: _many_small,
    FirstNearLimit: _first_near_limit,
    RefundLoop: _refund_loop,
    UnusualAmount: _unusual_amount,
    UnusualCategory: _unusual_category,
    UnusualHour: _unusual_hour,
    FailedIdentity: _failed_identity,
    NewPhone: _new_phone,
    GivenUpHolds: _given_up_holds,
}
