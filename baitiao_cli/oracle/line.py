"""The line itself: its limit and terms, what is held of it, and whether anything may be bought."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from baitiao_cli.account.events import (
    AnyFact,
    AutoRepaySet,
    ChargedOff,
    Closed,
    ClosingRequested,
    ClosingWithdrawn,
    HardshipDecided,
    HardshipRequested,
    HoldPlaced,
    HoldReleased,
    LimitChanged,
    LimitDecided,
    LimitRequested,
    Locked,
    MeansStated,
    Opened,
    PersonCorrected,
    Purchased,
    Reopened,
    Resumed,
    Suspended,
    TierChanged,
    Unlocked,
    VerificationFailed,
    Verified,
    WrittenOff,
)

OF_THE_LINE = (
    AutoRepaySet,
    ChargedOff,
    Closed,
    ClosingRequested,
    ClosingWithdrawn,
    HardshipDecided,
    HardshipRequested,
    HoldPlaced,
    HoldReleased,
    LimitChanged,
    LimitDecided,
    LimitRequested,
    Locked,
    MeansStated,
    PersonCorrected,
    Reopened,
    Resumed,
    Suspended,
    TierChanged,
    Unlocked,
    VerificationFailed,
    Verified,
)
"""Facts that change nothing but the line, or not even that."""


@dataclass(frozen=True)
class Wanted:
    """A limit that was said: for a scene, a merchant or anything, on some days or lasting."""

    scene: str
    merchant: str
    amount: int
    first: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.until is None or day <= self.until)


class Line:
    """What was agreed, and what has been said of the line since."""

    def __init__(self, opening: Opened, opened_on: date) -> None:
        self.opening, self.line = opening, opening.line
        self.limits: list[Wanted] = [Wanted("", "", opening.limit_fen)]
        self.wanted: Wanted | None = None
        self.bought_for: dict[str, tuple[str, str]] = {}
        self.opened_on = self.day = opened_on
        self.holds: dict[str, HoldPlaced] = {}
        self.is_closed = self.is_locked = self.asks_relief = False
        self.closes_on: date | None = None
        self.suspended_for: set[str] = set()
        self.lost: dict[str, str] = {}
        self.verifies_itself: set[str] = set()
        self.failed_count = 0
        self.is_late_too_long = self.is_excused = False

    def _hear(self, fact: AnyFact) -> None:
        self._lose(fact)
        match fact:
            case HoldPlaced():
                self.holds[fact.hold_id] = fact
            case HoldReleased() | Purchased():
                self.holds.pop(fact.hold_id, None)
                if isinstance(fact, Purchased):
                    self.bought_for[fact.plan_id] = fact.scene, fact.merchant
            case LimitChanged():
                self._set_limit(self._wanted(fact))
            case LimitRequested():
                self.wanted = self._wanted(fact)
            case LimitDecided():
                if self.wanted and fact.decision == "granted":
                    self._set_limit(replace(self.wanted, amount=fact.limit_fen))
                self.wanted = None
            case Locked() | Unlocked():
                self.is_locked = isinstance(fact, Locked)
            case Suspended() | Resumed() | VerificationFailed() | Verified():
                self._hear_of_suspension(fact)
            case HardshipRequested() | HardshipDecided():
                self.asks_relief = isinstance(fact, HardshipRequested)
            case Closed() | ClosingRequested() | ClosingWithdrawn() | Reopened():
                self._hear_of_the_end(fact)

    def _hear_of_the_end(self, fact: Closed | ClosingRequested | ClosingWithdrawn | Reopened) -> None:
        match fact:
            case Closed():
                self._end_line()
            case ClosingRequested():
                self.closes_on, self.failed_count = fact.ends_on, 0
            case ClosingWithdrawn():
                self.closes_on = None
            case Reopened():
                self.line, self.limits, self.wanted = fact.line, [Wanted("", "", fact.limit_fen)], None
                self.is_closed = self.is_locked = False
                self.suspended_for, self.lost = set(), {}
                self.verifies_itself, self.failed_count = set(), 0
                self.is_late_too_long = self.is_excused = False

    def _end_line(self) -> None:
        self.is_closed, self.closes_on, self.wanted, self.failed_count = True, None, None, 0
        self.asks_relief = False

    def _lose(self, fact: AnyFact) -> None:
        """What is charged off is so once; what is written off ends."""
        if isinstance(fact, ChargedOff) and "" not in self.lost:
            self.lost.setdefault(fact.plan_id, "charged-off")
        if isinstance(fact, WrittenOff):
            self.lost[fact.plan_id] = "written-off"

    def _hear_of_suspension(self, fact: Suspended | Resumed | VerificationFailed | Verified) -> None:
        match fact:
            case Suspended():
                if not (fact.lift_condition or fact.cause in self.suspended_for):
                    self.verifies_itself.add(fact.cause)
                self.suspended_for.add(fact.cause)
            case Resumed():
                self._resume(fact.cause)
            case VerificationFailed():
                self.failed_count += 1
            case Verified():
                if "abnormal-login" in self.verifies_itself:
                    self._resume("abnormal-login")
                self.failed_count = 0

    def _resume(self, cause: str) -> None:
        self.suspended_for.discard(cause)
        self.verifies_itself.discard(cause)
        if cause == "abnormal-login":
            self.failed_count = 0
        elif cause == "overdue":
            self.is_late_too_long, self.is_excused = False, True

    def _wanted(self, fact: LimitChanged | LimitRequested) -> Wanted:
        first = (fact.from_on or self.day) if fact.until_on else None
        return Wanted(fact.scene, fact.merchant, fact.limit_fen, first, fact.until_on)

    def _set_limit(self, wanted: Wanted) -> None:
        """What was said of the same thing before is dropped: of the days, or of all that lasts."""
        alike = [one for one in self.limits if (one.scene, one.merchant) == (wanted.scene, wanted.merchant)]
        for one in alike:
            is_ended = wanted.amount == 0 and bool(one.until or wanted.scene or wanted.merchant)
            if is_ended or (wanted.amount and bool(one.until) == bool(wanted.until)):
                self.limits.remove(one)
        if wanted.amount:
            self.limits.append(wanted)

    def _limit_for(self, scene: str, merchant: str) -> int:
        """The highest that holds today."""
        alike = [one for one in self.limits if (one.scene, one.merchant) == (scene, merchant)]
        return max((one.amount for one in alike if one.holds_on(self.day)), default=0)

    def _earmarked(self, bought: list[tuple[str, str, int]]) -> int:
        """What of the amounts still lent or held, by scene and merchant, limits of their own take."""
        piles: dict[tuple[str, str], int] = {}
        for scene, merchant, amount in bought:
            for key in dict.fromkeys([(scene, merchant), ("", merchant), (scene, "")]):
                if key != ("", "") and self._limit_for(*key):
                    piles[key] = piles.get(key, 0) + amount
                    break
        return sum(min(amount, self._limit_for(*key)) for key, amount in piles.items())

    def _drop_expired_holds(self) -> None:
        self.holds = {hold_id: hold for hold_id, hold in self.holds.items() if self.day <= hold.expires_on}

    @property
    def _held(self) -> int:
        return sum(hold.amount_fen for hold in self.holds.values())

    @property
    def _status(self) -> str:
        most = self.line.suspend_after_failures
        is_suspended = bool(self.suspended_for) or self.is_late_too_long or 0 < most <= self.failed_count
        states = {
            "closed": self.is_closed,
            "closing": self.closes_on is not None,
            self.lost.get("", ""): "" in self.lost,
            "suspended": is_suspended,
            "locked": self.is_locked,
        }
        return next((state for state, holds in states.items() if holds), "open")
