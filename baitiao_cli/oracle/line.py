"""The line itself: its limit and terms, what is held of it, and whether anything may be bought."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.events import (
    AnyFact,
    AutoRepaySet,
    Closed,
    HoldPlaced,
    HoldReleased,
    LimitChanged,
    Locked,
    Opened,
    PersonCorrected,
    Purchased,
    Reopened,
    Resumed,
    Suspended,
    Unlocked,
)

OF_THE_LINE = (
    AutoRepaySet,
    Closed,
    HoldPlaced,
    HoldReleased,
    LimitChanged,
    Locked,
    PersonCorrected,
    Reopened,
    Resumed,
    Suspended,
    Unlocked,
)
"""Facts that change nothing but the line, or not even that."""


class Line:
    """What was agreed, and what has been said of the line since."""

    def __init__(self, opening: Opened, opened_on: date) -> None:
        self.opening, self.line, self.limit = opening, opening.line, opening.limit_fen
        self.opened_on = self.day = opened_on
        self.holds: dict[str, HoldPlaced] = {}
        self.is_closed = self.is_locked = False
        self.suspended_for: set[str] = set()

    def _hear(self, fact: AnyFact) -> None:
        match fact:
            case HoldPlaced():
                self.holds[fact.hold_id] = fact
            case HoldReleased() | Purchased():
                self.holds.pop(fact.hold_id, None)
            case LimitChanged():
                self.limit = fact.limit_fen
            case Locked() | Unlocked():
                self.is_locked = isinstance(fact, Locked)
            case Suspended():
                self.suspended_for.add(fact.cause)
            case Resumed():
                self.suspended_for.discard(fact.cause)
            case Closed():
                self.is_closed = True
            case Reopened():
                self.line, self.limit = fact.line, fact.limit_fen
                self.is_closed = self.is_locked = False
                self.suspended_for = set()

    def _drop_expired_holds(self) -> None:
        self.holds = {hold_id: hold for hold_id, hold in self.holds.items() if self.day <= hold.expires_on}

    @property
    def _held(self) -> int:
        return sum(hold.amount_fen for hold in self.holds.values())

    @property
    def _status(self) -> str:
        states = {"closed": self.is_closed, "suspended": bool(self.suspended_for), "locked": self.is_locked}
        return next((state for state, holds in states.items() if holds), "open")
