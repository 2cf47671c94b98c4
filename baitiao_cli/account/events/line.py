"""The line itself: its limits, its customer and lender stopping it, its end and new beginning."""

from datetime import date
from typing import Literal

from baitiao_cli.account.events.fact import Fact
from baitiao_cli.account.limits import Purpose
from baitiao_cli.account.terms import LineTerms, Tier

SuspensionCause = Literal["overdue", "abnormal-login", "risk", "operator"]
ClosedBy = Literal["customer", "operator"]
Decision = Literal["granted", "refused", "withdrawn"]
LimitDecision = Decision


class Opened(Fact, frozen=True, tag="account-opened"):
    """The credit line begins: who, how much, billed when, on which terms."""

    person_id: str
    limit_fen: int
    bill_day: int
    tier: Tier
    line: LineTerms


class WantedLimit(Fact, frozen=True):
    """A limit that somebody wants.

    With a `scene` or a `merchant` it is for purchases of that alone, with `until_on` it is another on the days
    `from_on` (the event's own day without it) to `until_on`; 0 ends such a limit.
    """

    limit_fen: int
    scene: str = ""
    merchant: str = ""
    from_on: date | None = None
    until_on: date | None = None
    reason: str = ""

    @property
    def purpose(self) -> Purpose:
        """What the limit is for."""
        return Purpose(self.scene, self.merchant)


class LimitChanged(WantedLimit, frozen=True, tag="limit-changed"):
    """The limit is another from now on; one below what is owed accelerates nothing."""


class LimitRequested(WantedLimit, frozen=True, tag="limit-requested"):
    """The customer asks for a limit, as `LimitChanged` would set it."""


class LimitDecided(Fact, frozen=True, tag="limit-decided"):
    """What became of the request: granted, with the limit that is set (it may be less), refused, or withdrawn."""

    decision: LimitDecision
    limit_fen: int = 0
    reason: str = ""


class HardshipRequested(Fact, frozen=True, tag="hardship-requested"):
    """The customer cannot pay as agreed, until `until_on` if that is known; to be decided by the end of a day."""

    reason: str
    decide_by_on: date
    until_on: date | None = None


class HardshipDecided(Fact, frozen=True, tag="hardship-decided"):
    """What became of the request for relief: granted, refused or withdrawn."""

    decision: Decision
    reason: str = ""


class BillDayChanged(Fact, frozen=True, tag="bill-day-changed"):
    """Bills come on another day of the month from the next one on."""

    bill_day: int
    reason: str = ""


class TierChanged(Fact, frozen=True, tag="tier-changed"):
    """What is bought from now on has the prices and terms of another tier; plans keep what was agreed for them.

    `score_id` is the score that the tier follows (`D12`), "" for none.
    """

    tier: Tier
    score_id: str = ""
    reason: str = ""


class Locked(Fact, frozen=True, tag="account-locked"):
    """The customer wants no more purchases."""

    reason: str = ""


class Unlocked(Fact, frozen=True, tag="account-unlocked"):
    """The customer's lock is lifted."""

    reason: str = ""


class Suspended(Fact, frozen=True, tag="account-suspended"):
    """The lender allows no more purchases, for a cause, until the condition is met that lifts it."""

    cause: SuspensionCause
    lift_condition: str = ""


class Resumed(Fact, frozen=True, tag="account-resumed"):
    """The suspension for a cause is lifted."""

    cause: str
    reason: str = ""


class Reopened(Fact, frozen=True, tag="account-reopened"):
    """A closed line begins again after a new assessment: a limit, a tier and terms of today."""

    limit_fen: int
    tier: Tier
    line: LineTerms
    reason: str = ""


class PersonCorrected(Fact, frozen=True, tag="person-corrected"):
    """What is known of the person was corrected: which fields, never what stands in them."""

    fields: tuple[str, ...]
    reason: str = ""


class Closed(Fact, frozen=True, tag="account-closed"):
    """The credit line ends, at the wish of the customer, of whom the `verified` was checked, or by the operator."""

    reason: str = ""
    by: ClosedBy = "customer"
    verified: tuple[str, ...] = ()


class ClosingRequested(Fact, frozen=True, tag="closing-requested"):
    """The customer wants the line to end; it does as `ends_on` begins, unless that is withdrawn or something is left.

    Of the customer the `verified` was checked.
    """

    ends_on: date
    reason: str = ""
    verified: tuple[str, ...] = ()


class ClosingWithdrawn(Fact, frozen=True, tag="closing-withdrawn"):
    """The customer does not want the line to end any more."""

    reason: str = ""


class Verified(Fact, frozen=True, tag="person-verified"):
    """The customer named the ends of what is known of the person: which fields, never what stands in them."""

    what: tuple[str, ...]


class VerificationFailed(Fact, frozen=True, tag="verification-failed"):
    """Somebody named wrong ends of what is known of the person: of which fields, never what was named."""

    what: tuple[str, ...]
