"""What a reversal does: which verbs it stands for, and how much it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from baitiao_cli.account import events as facts
from baitiao_cli.account.account import Account
from baitiao_cli.account.events import Event, Fact, Reversed
from baitiao_cli.account.postings import LOAN_LOSSES
from baitiao_cli.account.verbs.loss import owed_of_fen
from baitiao_cli.account.views.figures import Figures

VERBS_OF: dict[type[Fact], tuple[str, ...]] = {
    facts.Purchased: ("charge",),
    facts.HoldPlaced: ("hold",),
    facts.HoldReleased: ("release",),
    facts.Repaid: ("repay",),
    facts.PaidOff: ("payoff",),
    facts.Prepaid: ("prepay",),
    facts.Repriced: ("reprice",),
    facts.Paused: ("pause",),
    facts.Extended: ("extend",),
    facts.Restructured: ("restructure",),
    facts.BalanceRestructured: ("restructure",),
    facts.BillConverted: ("convert",),
    facts.BillDeferred: ("defer",),
    facts.Refunded: ("refund",),
    facts.DisputeOpened: ("dispute",),
    facts.DisputeWon: ("resolve",),
    facts.DisputeLost: ("resolve",),
    facts.Waived: ("waive",),
    facts.CreditGranted: ("credit",),
    facts.ChargedOff: ("charge-off",),
    facts.WrittenOff: ("write-off",),
    facts.Recovered: ("recover",),
    facts.PaidOut: ("payout",),
    facts.LimitChanged: ("limit",),
    facts.LimitRequested: ("request-limit",),
    facts.LimitDecided: ("decide-limit",),
    facts.HardshipRequested: ("hardship",),
    facts.HardshipDecided: ("decide-hardship",),
    facts.BillDayChanged: ("bill-day",),
    facts.TierChanged: ("tier",),
    facts.AutoRepaySet: ("auto-repay",),
    facts.MeansStated: ("means",),
    facts.DebitTried: ("accrue",),
    facts.Locked: ("lock", "unlock"),
    facts.Unlocked: ("unlock", "lock"),
    facts.Suspended: ("suspend", "resume"),
    facts.Resumed: ("resume", "suspend"),
    facts.Verified: ("verify",),
    facts.VerificationFailed: ("verify",),
    facts.Closed: ("close",),
    facts.ClosingRequested: ("close",),
    facts.ClosingWithdrawn: ("close",),
    facts.Reopened: ("reopen", "close"),
}
"""The verb that makes a fact, and the one that undoes it; a reversal takes the roles of both."""

_NEW_TERMS = facts.Repriced | facts.Paused | facts.Extended | facts.Restructured | facts.BalanceRestructured

_MOVED = ("limit_fen", "used_fen", "owed_fen", "credit_fen")


class Target(NamedTuple):
    """The event that a reversal takes away in the end, or that it brings back, having been reversed itself."""

    event: Event
    comes_back: bool

    @property
    def verbs(self) -> tuple[str, ...]:
        """What makes the event, and what undoes it."""
        return VERBS_OF[type(self.event.fact)]


def target_of(events: Sequence[Event], event_id: str) -> Target:
    """What the reversal of an event is about: a reversal of a reversal brings back what that one took away."""
    by_id = {event.event_id: event for event in events}
    event, comes_back = by_id[event_id], False
    while isinstance(event.fact, Reversed):
        event, comes_back = by_id[event.fact.event_id], not comes_back
    return Target(event, comes_back)


def reopens(before: Account, after: Account) -> bool:
    """Whether a reversal makes an ended line begin again, which else takes a new assessment."""
    return before.closed_on is not None and after.closed_on is None


def moved_fen(before: Figures, after: Figures) -> int:
    """By how much a reversal moves the limit, what is used of it, what is owed or the credit, the most of them."""
    return int(max(abs(getattr(after, name) - getattr(before, name)) for name in _MOVED))


def worth_fen(account: Account, event: Event) -> int:
    """How much an event is about on its own day, to which the account is folded, whatever it still changes today.

    Its amount; of a debt given up for lost what was owed of it; of a plan's other terms the principal that they are
    for; of a line that began again its limit.
    """
    fact = event.fact
    if isinstance(fact, facts.ChargedOff):
        return owed_of_fen(account, fact.plan_id)
    if isinstance(fact, facts.WrittenOff):
        parts = (part for part in account.allocations if part.event_id == event.event_id)
        return sum(part.amount_fen for part in parts if part.source == LOAN_LOSSES)
    if isinstance(fact, _NEW_TERMS):
        plan = account.plans.get(fact.plan_id)
        return plan.balance_fen if plan else 0
    if isinstance(fact, facts.Reopened):
        return fact.limit_fen
    if isinstance(fact, facts.DebitTried):
        return fact.taken_fen
    return int(getattr(fact, "amount_fen", 0))
