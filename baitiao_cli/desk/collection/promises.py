"""Promises to pay: what has come of each, and whether it was kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import PAYMENTS, Event
from baitiao_cli.account.verbs.reverse import live_events

PromiseState = Literal["open", "kept", "cleared", "broken"]


class Money(NamedTuple):
    """Money from the customer: on which day, its place in the ledger (0 as the day begins), how much in fen.

    `event_id` is the event that it came by, "" for a debit.
    """

    on: date
    sequence: int
    amount_fen: int
    event_id: str = ""


class Came(msgspec.Struct, frozen=True):
    """What of some money counts for a promise: on which day it came, by which event, and how much of it in fen."""

    on: date
    event_id: str
    amount_fen: int


class Promise(NamedTuple):
    """A promise to pay: its number, its day, after how many events of the ledger, how much in fen, and by which day."""

    number: int
    on: date
    last_sequence: int
    amount_fen: int
    by_on: date


class Outcome(NamedTuple):
    """What has come of a promise: whether it was kept, what came for it in fen, when all of it had, and what it was."""

    state: PromiseState
    paid_fen: int
    kept_on: date | None = None
    money: tuple[Came, ...] = ()


def money_of(events: Iterable[Event], account: Account) -> list[Money]:
    """All money that came from the customer by the folded day, by day: what was reversed never came.

    That is repayments, payoffs, prepayments, recoveries and what debits took; no refund, waiver or goodwill.
    """
    entered = [
        Money(event.effective_on, event.sequence, event.fact.amount_fen, event.event_id)
        for event in live_events(events)
        if isinstance(event.fact, PAYMENTS) and event.effective_on <= account.through
    ]
    debited = [Money(on, 0, debit.taken_fen) for on, debit in account.debits.items() if debit.taken_fen]
    return sorted(entered + debited)


def outcomes(
    promises: Iterable[Promise], money: Sequence[Money], as_of: date, owes_on: Callable[[date], bool]
) -> dict[int, Outcome]:
    """What has come of each promise by a day, by its number.

    Money counts for a promise from its day through `by_on`, on its own day only when it was recorded after it; each fen
    counts for one promise, the one that is due first (of two the earlier one). A promise is kept on the day on which
    all of it has come, broken from the day after `by_on` on if it has not, and open until then. It is cleared instead
    of these two while nothing is owed (`owes_on`) at the end of the day, or of `by_on` if that is over.

    >>> day = lambda number: date(2026, 3, number)
    >>> promise = Promise(1, day(1), 1, 10000, day(10))
    >>> outcomes([promise], [Money(day(5), 2, 6000), Money(day(11), 3, 4000)], day(10), lambda on: True)[1][:3]
    ('open', 6000, None)
    >>> outcomes([promise], [Money(day(5), 2, 6000), Money(day(10), 3, 4000)], day(10), bool)[1].kept_on.day
    10
    >>> outcomes([promise], [Money(day(5), 2, 6000)], day(11), lambda on: False)[1].state
    'cleared'
    """
    left = [one.amount_fen for one in money]
    found = {}
    for promise in sorted(promises, key=lambda one: (one.by_on, one.number)):
        paid_fen, kept_on = 0, None
        came: list[Came] = []
        for place, one in enumerate(money):
            if one.on <= as_of and _counts(one, promise):
                taken_fen = min(left[place], promise.amount_fen - paid_fen)
                left[place] -= taken_fen
                came += [Came(one.on, one.event_id, taken_fen)] if taken_fen else []
                paid_fen += taken_fen
                if paid_fen == promise.amount_fen:
                    kept_on = one.on
                    break
        state: PromiseState = "broken" if as_of > promise.by_on else "open"
        if kept_on:
            state = "kept"
        elif not owes_on(min(as_of, promise.by_on)):
            state = "cleared"
        found[promise.number] = Outcome(state, paid_fen, kept_on, tuple(came))
    return found


def _counts(money: Money, promise: Promise) -> bool:
    if money.on == promise.on:
        return money.sequence > promise.last_sequence
    return promise.on < money.on <= promise.by_on
