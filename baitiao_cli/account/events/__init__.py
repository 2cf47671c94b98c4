"""The facts: what was said to have happened to an account. They are recorded once and never changed.

In the modules of the facts, and of what they are made of, annotations are evaluated where they stand. Were they kept as
text, msgspec would have to compile each of them whenever the program starts and the reader of facts is made.
"""

from datetime import date

import msgspec

from baitiao_cli.account.events.bills import BillFigures, BillIssued
from baitiao_cli.account.events.corrections import (
    ChargedOff,
    CreditGranted,
    DisputeCause,
    DisputeLost,
    DisputeOpened,
    DisputeWon,
    Refunded,
    Reversed,
    Waived,
    WaivedCharge,
    WrittenOff,
)
from baitiao_cli.account.events.fact import Fact
from baitiao_cli.account.events.line import (
    BillDayChanged,
    Closed,
    ClosedBy,
    ClosingRequested,
    ClosingWithdrawn,
    Decision,
    HardshipDecided,
    HardshipRequested,
    LimitChanged,
    LimitDecided,
    LimitDecision,
    LimitRequested,
    Locked,
    Opened,
    PersonCorrected,
    Reopened,
    Resumed,
    Suspended,
    SuspensionCause,
    TierChanged,
    Unlocked,
    VerificationFailed,
    Verified,
    WantedLimit,
)
from baitiao_cli.account.events.payments import (
    AutoRepaySet,
    DebitOutcome,
    DebitTried,
    MeansKind,
    MeansStated,
    PaidOff,
    PaidOut,
    Prepaid,
    PrepaymentEffect,
    Recovered,
    Repaid,
    RepaidShare,
)
from baitiao_cli.account.events.purchases import (
    BalanceRestructured,
    BillConverted,
    BillDeferred,
    CouponTaken,
    Extended,
    HoldPlaced,
    HoldReleased,
    Paused,
    Purchased,
    Repriced,
    Restructured,
)

__all__ = [
    "PAYMENTS",
    "PLAN_MAKERS",
    "AnyFact",
    "AutoRepaySet",
    "BalanceRestructured",
    "BillConverted",
    "BillDayChanged",
    "BillDeferred",
    "BillFigures",
    "BillIssued",
    "ChargedOff",
    "Closed",
    "ClosedBy",
    "ClosingRequested",
    "ClosingWithdrawn",
    "CouponTaken",
    "CreditGranted",
    "DebitOutcome",
    "DebitTried",
    "Decision",
    "DisputeCause",
    "DisputeLost",
    "DisputeOpened",
    "DisputeWon",
    "Event",
    "Extended",
    "Fact",
    "HardshipDecided",
    "HardshipRequested",
    "HoldPlaced",
    "HoldReleased",
    "LimitChanged",
    "LimitDecided",
    "LimitDecision",
    "LimitRequested",
    "Locked",
    "MeansKind",
    "MeansStated",
    "Opened",
    "PaidOff",
    "PaidOut",
    "Paused",
    "PersonCorrected",
    "Prepaid",
    "PrepaymentEffect",
    "Purchased",
    "Recovered",
    "Refunded",
    "Reopened",
    "Repaid",
    "RepaidShare",
    "Repriced",
    "Restructured",
    "Resumed",
    "Reversed",
    "Suspended",
    "SuspensionCause",
    "TierChanged",
    "Unlocked",
    "VerificationFailed",
    "Verified",
    "Waived",
    "WaivedCharge",
    "WantedLimit",
    "WrittenOff",
]

AnyFact = (
    Opened
    | Purchased
    | HoldPlaced
    | HoldReleased
    | Repaid
    | PaidOff
    | Prepaid
    | Repriced
    | Paused
    | Extended
    | Restructured
    | BalanceRestructured
    | BillConverted
    | BillDeferred
    | Refunded
    | DisputeOpened
    | DisputeWon
    | DisputeLost
    | Waived
    | CreditGranted
    | ChargedOff
    | WrittenOff
    | Recovered
    | PaidOut
    | LimitChanged
    | LimitRequested
    | LimitDecided
    | HardshipRequested
    | HardshipDecided
    | BillDayChanged
    | TierChanged
    | AutoRepaySet
    | MeansStated
    | DebitTried
    | Locked
    | Unlocked
    | Suspended
    | Resumed
    | PersonCorrected
    | Verified
    | VerificationFailed
    | Reversed
    | BillIssued
    | Closed
    | ClosingRequested
    | ClosingWithdrawn
    | Reopened
)


PAYMENTS = Repaid | PaidOff | Prepaid | Recovered
"""The facts by which money came that somebody entered; auto-repay takes it by itself."""

PLAN_MAKERS = Purchased | BillConverted | BalanceRestructured | DisputeLost
"""The facts that make a plan: the one with their `plan_id`."""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A fact with its place: `number` counts the account's events from 1, `sequence` the ledger's.

    `effective_on` is when it counts, `recorded_at` (UTC, ISO text) when it was written, by whom and on which request.
    """

    event_id: str
    account_id: str
    number: int
    effective_on: date
    fact: AnyFact
    sequence: int = 0
    recorded_at: str = ""
    operator: str = ""
    request_id: str = ""
