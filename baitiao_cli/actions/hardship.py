"""`hardship` and `decide-hardship`: the customer asks for relief, and what is decided on it."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import Decision, HardshipDecided, HardshipRequested
from baitiao_cli.account.verbs.hardship import decide_hardship_decision, decide_hardship_request, decision_due_on
from baitiao_cli.account.views.figures import figures
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import WriteTransaction


class HardshipAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Why the customer cannot pay as agreed, and until when, if that is known."""

    account_id: str
    reason: str
    until_on: date | None = None


class HardshipAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The case, by when it is to be decided, what is owed and how late that is."""

    account_id: str
    event_id: str
    effective_on: date
    reason: str
    until_on: date | None
    decide_by_on: date
    owed_fen: int
    overdue_fen: int
    days_past_due: int


def request(tx: WriteTransaction, asked: HardshipAsked, call: Call) -> HardshipAnswer:
    """Records the request; no figure changes."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    wanted = HardshipRequested(reason=asked.reason, until_on=asked.until_on, decide_by_on=decision_due_on(on))
    event = book.record(decide_hardship_request(book.account(on), wanted, on), on, call.request_id)
    now = figures(book.account(max(call.today, on)))
    return HardshipAnswer(
        account_id=asked.account_id,
        event_id=event.event_id,
        effective_on=on,
        reason=asked.reason,
        until_on=asked.until_on,
        decide_by_on=wanted.decide_by_on,
        owed_fen=now.owed_fen,
        overdue_fen=now.overdue_fen,
        days_past_due=now.days_past_due,
    )


class DecideHardshipAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The decision, and why."""

    account_id: str
    decision: Decision
    reason: str


class DecideHardshipAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for, what became of it, and how many days after the deadline that was (0: in time).

    `requested_by` is the event of the request.
    """

    account_id: str
    event_id: str
    effective_on: date
    requested_by: str
    requested_on: date
    decide_by_on: date
    days_late: int
    decision: str
    reason: str


def decide(tx: WriteTransaction, asked: DecideHardshipAsked, call: Call) -> DecideHardshipAnswer:
    """Records the decision, which ends the case; relief is given by the verbs that change what is owed, or when."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    account = book.account(on)
    decision = decide_hardship_decision(account, HardshipDecided(decision=asked.decision, reason=asked.reason))
    case = account.hardship
    assert case is not None
    event_id, since_on, decide_by_on = case.event_id, case.since_on, case.asked.decide_by_on
    event = book.record(decision, on, call.request_id)
    return DecideHardshipAnswer(
        account_id=asked.account_id,
        event_id=event.event_id,
        effective_on=on,
        requested_by=event_id,
        requested_on=since_on,
        decide_by_on=decide_by_on,
        days_late=max(0, (on - decide_by_on).days),
        decision=asked.decision,
        reason=asked.reason,
    )


HARDSHIP = Verb("hardship", HardshipAsked, HardshipAnswer, request)
DECIDE_HARDSHIP = Verb("decide-hardship", DecideHardshipAsked, DecideHardshipAnswer, decide)
