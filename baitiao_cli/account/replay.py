"""The fold: an account is what its events make it, nothing else (no clock, no disk, no terminal, no randomness)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from baitiao_cli.account.account import Account, Conflict, Debt, Payment
from baitiao_cli.account.allocation import net_credit
from baitiao_cli.account.billing import (
    ask_as_planned,
    bill_cycle,
    fall_due,
    last_bill_on,
    next_bill_day,
    next_due_or_bill_on,
)
from baitiao_cli.account.debit import debit_due, debits_to_record, next_debit_day
from baitiao_cli.account.delinquency import accrue, look_at_lateness
from baitiao_cli.account.events import PAYMENTS, BillIssued, DebitTried, Event, Opened, Reversed
from baitiao_cli.account.limits import ANYTHING, Limits
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.recognition import recognise, stops_accruing_on
from baitiao_cli.account.verbs.applying import applying
from baitiao_cli.account.verbs.reverse import live_events
from baitiao_cli.calc.dates import previous_bill_on
from baitiao_cli.errors import BaitiaoError

LONGEST_YEARS = 50
"""How far from its opening an account is folded: debts that nobody pays would outgrow every exact integer of JSON."""


class Watch(Protocol):
    """Whoever looks on while an account is folded: it may keep what it sees, and must change nothing."""

    def before(self, account: Account, event: Event) -> None:
        """The account on the day of an event, just before that is applied."""

    def after(self, account: Account, event: Event) -> None:
        """The account just after it."""


def replay(
    events: Iterable[Event],
    through: date,
    over_through: date = date.min,
    watch: Watch | None = None,
    after: Account | None = None,
) -> Account:
    """Folds an account's events up to the end of `through`, under the eyes of `watch`.

    Reversed events are left out. The others are taken by effective day, then in the order recorded; on each day what
    happens by itself (due dates, bills, debits of auto-repay) comes first. A debit that is not recorded yet is made as
    it will be recorded; one of a day up to `over_through` comes too late. Facts are never refused here: what could not
    have been so is noted in `conflicts`. Raises `account-not-open-yet` before the opening, and `history-too-long`
    beyond `LONGEST_YEARS` after it.

    An account that was folded `after` the events before these goes on, in place, if they `may_follow` it: the same as
    folding all of them (law 44).
    """
    account, coming = _begun(list(events), through, over_through, after)
    for event in coming:
        _meet(account, event, watch)
    advance(account, through)
    return account


def replay_on(
    events: Iterable[Event], days: Sequence[date], over_through: date = date.min, after: Account | None = None
) -> Iterator[Account]:
    """The account at the end of each of some ascending days, as `replay` has it, in one fold that stops at them.

    It is the same record each time, which goes on changing: read off it what is wanted before the next day. Days before
    the opening are left out; an account that goes on `after` others has been through none of them.
    """
    events = list(events)
    first_on = after.through if after else _opening(live_events(events)).effective_on
    days = [day for day in days if day >= first_on]
    if not days:
        return
    account, coming = _begun(events, days[-1], over_through, after)
    met = 0
    for day in days:
        while met < len(coming) and coming[met].effective_on <= day:
            _meet(account, coming[met])
            met += 1
        advance(account, day)
        yield account


def may_follow(through: date, events: Iterable[Event]) -> bool:
    """Whether an account that was folded through a day may go on with events that were recorded since.

    Not if one of them changes what is behind: it counts before that day, or is a reversal, or a bill or a debit of that
    very day, whose turn was before what it brought.
    """
    return not any(
        event.effective_on < through
        or isinstance(event.fact, Reversed)
        or (event.effective_on == through and isinstance(event.fact, BillIssued | DebitTried))
        for event in events
    )


def _begun(
    events: list[Event], through: date, over_through: date, after: Account | None
) -> tuple[Account, list[Event]]:
    """The account as it was opened, or as it goes on, and what comes of the events by the end of `through`."""
    live = live_events(events)
    account = after or _opened(_opening(live))
    if through < account.opened_on:
        raise BaitiaoError(
            "account-not-open-yet", account_id=account.account_id, opened_on=account.opened_on, on=through
        )
    if through.year - account.opened_on.year > LONGEST_YEARS:
        raise BaitiaoError("history-too-long", opened_on=account.opened_on, on=through, years=LONGEST_YEARS)
    live = in_order(event for event in live if event.effective_on <= through)
    account.issued |= {event.fact.billed_on: event.fact for event in live if isinstance(event.fact, BillIssued)}
    account.tried_on |= {event.effective_on for event in events if isinstance(event.fact, DebitTried)}
    account.over_through = over_through
    return account, [event for event in live if not isinstance(event.fact, BillIssued | Opened)]


def _opening(live: Iterable[Event]) -> Event:
    return next(event for event in live if isinstance(event.fact, Opened))


def _meet(account: Account, event: Event, watch: Watch | None = None) -> None:
    """Lets the days pass up to an event, and takes it; one before the opening is a conflict."""
    if event.effective_on < account.opened_on:
        account.conflicts.append(Conflict(event.event_id, "before-opening"))
        return
    advance(account, event.effective_on)
    if watch:
        watch.before(account, event)
    _apply(account, event)
    if watch:
        watch.after(account, event)


def in_order(events: Iterable[Event]) -> list[Event]:
    """Events by the day on which they count, a debit first, for it comes as the day begins; then as recorded."""
    return sorted(events, key=lambda event: (event.effective_on, not isinstance(event.fact, DebitTried), event.number))


def with_debits(events: Iterable[Event], through: date) -> list[Event]:
    """The events with the tries to debit that settling through a day would record; those have the number 0."""
    events = list(events)
    account = replay(events, through)
    return events + [_unrecorded(account, on, tried) for on, tried in debits_to_record(account)]


def take(account: Account, event: Event) -> None:
    """Takes one more event into a folded account, in place: the same as folding them all again (law 44).

    The event must count on the day that the account is folded to, come after all that are in it, and be no reversal,
    opening, bill or debit: those change what is behind.
    """
    assert event.effective_on == account.through
    _apply(account, event)


def _opened(event: Event) -> Account:
    fact = event.fact
    assert isinstance(fact, Opened)
    on = event.effective_on
    return Account(
        account_id=event.account_id,
        person_id=fact.person_id,
        opened_on=on,
        limits=Limits({ANYTHING: fact.limit_fen}),
        bill_day=fact.bill_day,
        tier=fact.tier,
        line=fact.line,
        through=on,
        billed_through=previous_bill_on(on, fact.bill_day),
    )


def next_happening_on(account: Account) -> date | None:
    """The next day on which something comes by itself.

    That is when interest falls due, a bill is made or due, a debit is tried, charges stop being income, or a cooling
    period is over.
    """
    cooling_ends_on = account.cooling.ends_on if account.cooling else None
    days = (next_due_or_bill_on(account), next_debit_day(account), stops_accruing_on(account), cooling_ends_on)
    return min((day for day in days if day), default=None)


def advance(account: Account, to: date) -> None:
    """Lets the days pass up to the start of `to`: everything that happens by itself until then, in order."""
    while (day := next_happening_on(account)) is not None and day <= to:
        accrue(account, day)
        account.through = day
        look_at_lateness(account)
        _happen(account, day)
        look_at_lateness(account)
    accrue(account, to)
    account.through = max(account.through, to)
    look_at_lateness(account)
    # An idle account has no bills to catch up with: its next cycle is the one that is running.
    account.billed_through = last_bill_on(account, to)


def _happen(account: Account, on: date) -> None:
    """What comes by itself as `on` begins: due dates, interest that falls due, the bill."""
    account.cause = f"due {on}"
    fall_due(account, on)
    for plan in list(account.open_plans):
        _end_period(account, plan, on)
    net_credit(account, on)
    if next_bill_day(account) == on:
        account.cause = f"bill {on}"
        bill_cycle(account, on)
    account.cause = f"recognition {on}"
    recognise(account, on)
    if tried := debit_due(account, on):
        _apply(account, _unrecorded(account, on, tried))
    if account.cooling:
        from baitiao_cli.account.verbs.close import end_cooling  # hardly any account has one

        end_cooling(account, on)


def _unrecorded(account: Account, on: date, tried: DebitTried) -> Event:
    return Event(event_id=f"debit {on}", account_id=account.account_id, number=0, effective_on=on, fact=tried)


def _end_period(account: Account, plan: Plan, on: date) -> None:
    row = plan.open_row
    if row is None or plan.terms.due_by == "bill":
        return
    # Interest by the night is counted by the period even of a row that was asked for before.
    if on not in [ending.until_on for ending in (plan.rows if plan.earns_daily else [row])]:
        return
    if plan.earns_daily:
        account.ask(on, Debt(row, plan), "interest", plan.end_period())
    else:
        ask_as_planned(account, on, Debt(row, plan))
    plan.settle_if_paid(on)


def _apply(account: Account, event: Event) -> None:
    fact, event_id, on = event.fact, event.event_id, event.effective_on
    account.cause = event_id
    if means := getattr(fact, "means", ""):
        account.means[event_id] = means
    if isinstance(fact, PAYMENTS):
        account.last_payment = Payment(
            event_id=event_id, on=on, amount_fen=fact.amount_fen, plan_id=fact.plan_id, means=means
        )
    if apply := applying(type(fact)):
        apply(account, fact, event_id, on)
        look_at_lateness(account)
        recognise(account, on)
