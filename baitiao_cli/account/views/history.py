"""The history of an account: every event and what came by itself, with what was owed after each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import (
    BillIssued,
    DebitTried,
    Event,
    MeansStated,
    Opened,
    PersonCorrected,
    Reopened,
    Repriced,
    Restructured,
    Reversed,
    TierChanged,
    VerificationFailed,
)
from baitiao_cli.account.postings import CUSTOMER_ACCOUNTS, INCOME
from baitiao_cli.account.replay import in_order, replay, with_debits
from baitiao_cli.account.verbs.reverse import live_events, undone_by
from baitiao_cli.calc.rates import Rate, format_rate


class HistoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """One happening, in whole fen.

    `stated_fen` is what the event said (0 without an amount), `amount_fen` what the customer owes more by (negative:
    less), `balance_fen` what is asked for and owed after it, with all principal and less the credit balance.
    `returned_fen` is what of a refund went back to the means that had paid, `financed_fen` what of a purchase the
    customer neither traded in nor paid down.
    `kind` is the event's, or "due", "bill", "charged", "cooling-over" (which closed the line) or "closing-lapsed" for
    what came by itself, as may "account-suspended" after failed verifications (`event_id` "", `sequence` `None`).
    `sequence` is the event's place in the ledger, `corrected` what was corrected of the person, `limit_fen` the limit
    and `bill_day` the day of the bills from then on (0: nothing said of it; a limit may be for a scene or a merchant,
    and of the days `from_on` to `until_on`), `decision` what became of a request, `decide_by_on` by when it is to be
    decided, `expires_on` the last day of a hold, `until_on` also the end of a pause, `by` who closed the account,
    `what` or `verified` what was compared, `days` by how many a bill was deferred, `months` by how many a plan was
    extended, `installments` in how many it was restructured, `dispute_id` the dispute that was decided, `rate` the new
    one of a plan (`rate_before` "": a reversed change ended none). `asked_fen` is what auto-repay asked of the means,
    `taken_fen` what it took, `outcome` how that ended; `ends_on` when a closing that is asked for takes place, and
    `blockers` what stood in its way then; `tier` the tier from then on and `tier_before` the one that it ended, by the
    score `score_id`; `name` is a means that was stated, with its `funds_fen`. A
    reversed event and its reversal stand together, name each other and change nothing.
    """

    on: date
    event_id: str
    kind: str
    stated_fen: int
    amount_fen: int
    balance_fen: int = 0
    plan_id: str = ""
    hold_id: str = ""
    merchant: str = ""
    returned_fen: int = 0
    financed_fen: int = 0
    reversed_by: str = ""
    reverses: str = ""
    corrected: tuple[str, ...] = ()
    sequence: int | None = None
    limit_fen: int = 0
    scene: str = ""
    decision: str = ""
    decide_by_on: date | None = None
    from_on: date | None = None
    bill_day: int = 0
    expires_on: date | None = None
    until_on: date | None = None
    days: int = 0
    months: int = 0
    installments: int = 0
    rate: str = ""
    rate_before: str = ""
    cause: str = ""
    asked_fen: int = 0
    taken_fen: int = 0
    outcome: str = ""
    name: str = ""
    funds_fen: int = 0
    is_unlimited: bool = False
    is_removed: bool = False
    dispute_id: str = ""
    means: str = ""
    by: str = ""
    what: tuple[str, ...] = ()
    verified: tuple[str, ...] = ()
    ends_on: date | None = None
    blockers: tuple[str, ...] = ()
    tier: str = ""
    tier_before: str = ""
    score_id: str = ""
    reason: str = ""
    recorded_at: str = ""
    operator: str = ""
    approved_by: str = ""


def history(events: Iterable[Event], as_of: date) -> list[HistoryLine]:
    """What happened to the account up to `as_of`, in the order in which it counts; the amounts sum to the balance.

    An issued bill is a document and changes nothing; the fees and interest that it asks for are its cause's line.
    Charges that were asked for because of an event (they have run, and it pays them) are a line of their own before it.
    """
    by_id = {event.event_id: event for event in with_debits(events, as_of)}
    events = [event for event in by_id.values() if _first(event, by_id).effective_on <= as_of]
    account = replay(events, as_of)
    changes = _changes(account, {event.event_id for event in events})
    told_lines = [*_event_lines(events, changes, account), *_own_lines(events, changes), *_cooled_lines(account)]
    told_lines += _stopped_lines(events)
    lines = sorted(told_lines, key=lambda placed: placed[0])
    balance_fen, told = 0, []
    for _, one in lines:
        balance_fen += one.amount_fen
        told.append(msgspec.structs.replace(one, balance_fen=balance_fen))
    return told


TOLD = (
    *("plan_id", "hold_id", "merchant", "limit_fen", "bill_day", "expires_on", "until_on", "days", "cause", "means"),
    *("scene", "from_on", "decision", "decide_by_on", "dispute_id", "months", "installments", "reason", "financed_fen"),
    *("asked_fen", "taken_fen", "outcome", "name", "is_removed"),
    *("by", "what", "verified", "ends_on", "tier", "score_id"),
)
"""What a line tells of its fact besides amounts, as far as the fact has it."""

# Where a line stands: its day, after what comes by itself, in the order recorded, a reversal behind its event.
Place = tuple[date, int, int, int]


class Change(NamedTuple):
    """What a cause changed on a day, in fen: `charges_fen` of it are charges that an event asked for."""

    on: date
    amount_fen: int = 0
    charges_fen: int = 0


def _changes(account: Account, event_ids: set[str]) -> dict[str, Change]:
    """What each cause changed of what the customer owes."""
    changes: dict[str, Change] = {}
    for line in account.postings:
        change = changes.setdefault(line.cause, Change(line.effective_on))
        if line.ledger_account in CUSTOMER_ACCOUNTS:
            change = change._replace(amount_fen=change.amount_fen + line.amount_fen)
        elif line.ledger_account in INCOME.values() and line.cause in event_ids:
            change = change._replace(charges_fen=change.charges_fen - line.amount_fen)
        changes[line.cause] = change
    return changes


def _returned(account: Account) -> dict[str, int]:
    """What each refund gave back, by event."""
    return {refund.event_id: sum(part.amount_fen for part in refund.returns) for refund in account.refunds}


def _rates_ended(account: Account) -> dict[str, Rate]:
    """The rate that each change of a plan's rate ended, by event."""
    return {event_id: rate for plan in account.plans.values() for event_id, rate in plan.repriced_from.items()}


def _tiers_ended(events: Iterable[Event]) -> dict[str, str]:
    """The tier that each change of the tier ended, by event."""
    ended, tier = {}, ""
    for event in in_order(live_events(events)):
        if isinstance(event.fact, TierChanged):
            ended[event.event_id] = tier
        if isinstance(event.fact, Opened | TierChanged | Reopened):
            tier = event.fact.tier
    return ended


def _event_lines(
    events: list[Event], changes: dict[str, Change], account: Account
) -> Iterable[tuple[Place, HistoryLine]]:
    returned, rates, tiers = _returned(account), _rates_ended(account), _tiers_ended(events)
    undone, by_id = undone_by(events), {event.event_id: event for event in events}
    for event in events:
        fact, first = event.fact, _first(event, by_id)
        change = changes.get(event.event_id, Change(event.effective_on))
        comes_first = {BillIssued: 0, DebitTried: 1}.get(type(first.fact), 2)
        place = (first.effective_on, comes_first, first.number)
        if change.charges_fen:
            yield (*place, 0), _own_line("charged", change.on, change.charges_fen)
        line = HistoryLine(
            on=event.effective_on,
            event_id=event.event_id if event.number else "",
            kind=str(type(fact).__struct_config__.tag),
            stated_fen=fact.taken_fen if isinstance(fact, DebitTried) else getattr(fact, "amount_fen", 0),
            amount_fen=change.amount_fen - change.charges_fen,
            returned_fen=returned.get(event.event_id, 0),
            **{name: getattr(fact, name) for name in TOLD if hasattr(fact, name)},
            funds_fen=getattr(fact, "funds_fen", 0) or 0,
            is_unlimited=isinstance(fact, MeansStated) and fact.is_unlimited,
            reversed_by=undone.get(event.event_id, ""),
            reverses=fact.event_id if isinstance(fact, Reversed) else "",
            rate=format_rate(fact.rate) if isinstance(fact, Repriced | Restructured) and fact.rate else "",
            rate_before=format_rate(rates[event.event_id]) if event.event_id in rates else "",
            tier_before=tiers.get(event.event_id, ""),
            corrected=fact.fields if isinstance(fact, PersonCorrected) else (),
            sequence=event.sequence if event.number else None,
            recorded_at=event.recorded_at,
            operator=event.operator,
        )
        yield (*place, event.number), line


def _first(event: Event, by_id: Mapping[str, Event]) -> Event:
    """The event itself, or of a reversal the one that it reverses in the end: they stand together."""
    while isinstance(event.fact, Reversed) and event.fact.event_id in by_id:
        event = by_id[event.fact.event_id]
    return event


def _own_lines(events: list[Event], changes: dict[str, Change]) -> Iterable[tuple[Place, HistoryLine]]:
    ids = {event.event_id for event in events}
    for cause, change in changes.items():
        if cause not in ids and change.amount_fen:
            yield (change.on, 0, 0, 0), _own_line(cause.partition(" ")[0], change.on, change.amount_fen)


def _cooled_lines(account: Account) -> Iterable[tuple[Place, HistoryLine]]:
    """The ends of cooling periods: before the events of their day, after all else."""
    for ended in account.cooled:
        line = _own_line("closing-lapsed" if ended.blockers else "cooling-over", ended.ended_on, 0)
        yield (ended.ended_on, 2, 0, 0), msgspec.structs.replace(line, blockers=ended.blockers)


def _stopped_lines(events: list[Event]) -> Iterable[tuple[Place, HistoryLine]]:
    """The suspensions that failed verifications brought by the terms of the line, each behind the last of them."""
    ordered = in_order(events)
    for at, event in enumerate(ordered, 1):
        if isinstance(event.fact, VerificationFailed):
            then = replay(ordered[:at], event.effective_on)
            if len(then.failed_on) == then.line.suspend_after_failures:
                line = _own_line("account-suspended", event.effective_on, 0)
                place = (event.effective_on, 2, event.number, event.number)
                yield place, msgspec.structs.replace(line, cause="abnormal-login")


def _own_line(kind: str, on: date, amount_fen: int) -> HistoryLine:
    """What came by itself."""
    return HistoryLine(on=on, event_id="", kind=kind, stated_fen=0, amount_fen=amount_fen)
