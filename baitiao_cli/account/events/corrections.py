"""What is given back, contested, given up or found to be wrong."""

from typing import Literal

from baitiao_cli.account.events.fact import Fact
from baitiao_cli.account.terms import PlanTerms

DisputeCause = Literal[
    "not-received", "not-as-described", "cancelled", "duplicate", "wrong-amount", "unauthorised", "other"
]
WaivedCharge = Literal["", "interest", "fee", "late_charge"]


class Refunded(Fact, frozen=True, tag="refund-received"):
    """The merchant gives money back for a purchase."""

    plan_id: str
    amount_fen: int
    reason: str = ""


class DisputeOpened(Fact, frozen=True, tag="dispute-opened"):
    """The customer contests a purchase, or a part of it, for a cause; the event's id is that of the dispute."""

    plan_id: str
    amount_fen: int
    cause: DisputeCause
    reason: str = ""


class DisputeWon(Fact, frozen=True, tag="dispute-won"):
    """The customer was right: the merchant of the purchase of `plan_id` takes the disputed amount back."""

    dispute_id: str
    plan_id: str
    reason: str = ""


class DisputeLost(Fact, frozen=True, tag="dispute-lost"):
    """The customer was not right, or gave in: what was set aside is owed again, as a plan of its own on these terms."""

    dispute_id: str
    plan_id: str
    terms: PlanTerms
    reason: str = ""


class Waived(Fact, frozen=True, tag="charges-waived"):
    """The lender gives up interest, fees or late charges that are owed: of a plan, of the line, or wherever ("")."""

    amount_fen: int
    charge: WaivedCharge = ""
    plan_id: str = ""
    reason: str = ""


class CreditGranted(Fact, frozen=True, tag="credit-granted"):
    """The lender gives the customer money, for goodwill: it pays what is payable, the rest is a credit balance."""

    amount_fen: int
    reason: str = ""


class ChargedOff(Fact, frozen=True, tag="debt-charged-off"):
    """What a plan, or the account (""), owes is taken off the assets; it is still owed and collected."""

    plan_id: str = ""
    reason: str = ""


class WrittenOff(Fact, frozen=True, tag="debt-written-off"):
    """What a plan, or the account (""), owes is given up: it is owed no more."""

    plan_id: str = ""
    reason: str = ""


class Reversed(Fact, frozen=True, tag="event-reversed"):
    """The named event was wrong: the account is as if it had never been."""

    event_id: str
    reason: str = ""
