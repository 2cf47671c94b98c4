"""The facts: what was said to have happened to an account. They are recorded once and never changed."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from baitiao_cli.account.limits import Purpose
from baitiao_cli.account.terms import LineTerms, PlanTerms, Tier
from baitiao_cli.calc.rates import Rate

PrepaymentEffect = Literal["shorter-term", "lower-payment"]
RepaidShare = Literal["full", "minimum"]
MeansKind = Literal["", "card", "bank-account", "wallet"]
DebitOutcome = Literal["taken", "taken-in-part", "no-funds", "means-removed", "known-too-late"]
SuspensionCause = Literal["overdue", "abnormal-login", "risk", "operator"]
DisputeCause = Literal[
    "not-received", "not-as-described", "cancelled", "duplicate", "wrong-amount", "unauthorised", "other"
]
ClosedBy = Literal["customer", "operator"]
WaivedCharge = Literal["", "interest", "fee", "late_charge"]
Decision = Literal["granted", "refused", "withdrawn"]
LimitDecision = Decision


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind"):
    """Base of all facts; the `kind` tag is the name that the ledger stores, with all fields: a default may change."""


class Opened(Fact, frozen=True, tag="account-opened"):
    """The credit line begins: who, how much, billed when, on which terms."""

    person_id: str
    limit_fen: int
    bill_day: int
    tier: Tier
    line: LineTerms


class Purchased(Fact, frozen=True, tag="purchase-made"):
    """A purchase on the line, with the terms of its plan frozen; the down payment and the trade-in are not financed.

    `first_due_on` is the first due date where another than the usual one was agreed. `quote_id` names the quote that
    was accepted, `quote_hash` is the hash of what it showed. `hold_id` names the hold that the purchase captures: what
    it does not take of it is released. `merchant_id` is that of a registered merchant, `discount_ppb` what it pays us
    of the amount financed. `scene` is a code that may be capped; `category` and `brand` are for reports.
    """

    plan_id: str
    amount_fen: int
    terms: PlanTerms
    down_payment_fen: int = 0
    trade_in_fen: int = 0
    first_due_on: date | None = None
    merchant: str = ""
    merchant_id: str = ""
    discount_ppb: int = 0
    order_id: str = ""
    scene: str = ""
    category: str = ""
    brand: str = ""
    note: str = ""
    hold_id: str = ""
    quote_id: str = ""
    quote_hash: str = ""

    @property
    def financed_fen(self) -> int:
        """What the line lends: the amount less the trade-in and the down payment."""
        return self.amount_fen - self.trade_in_fen - self.down_payment_fen


class HoldPlaced(Fact, frozen=True, tag="hold-placed"):
    """An authorised purchase reserves its amount of the limit through `expires_on`; its plan's terms are agreed."""

    hold_id: str
    amount_fen: int
    terms: PlanTerms
    expires_on: date
    merchant: str = ""
    order_id: str = ""
    scene: str = ""
    category: str = ""
    brand: str = ""
    note: str = ""


class HoldReleased(Fact, frozen=True, tag="hold-released"):
    """The hold is given up: nothing was bought."""

    hold_id: str
    reason: str = ""


class Repaid(Fact, frozen=True, tag="repayment-received"):
    """Money from the customer; `plan_id` when the customer names what it is for."""

    amount_fen: int
    plan_id: str = ""
    means: str = ""
    note: str = ""


class PaidOff(Fact, frozen=True, tag="payoff-received"):
    """Money that settles a plan early, or everything when no plan is named, under the plan's payoff policy."""

    amount_fen: int
    plan_id: str = ""
    means: str = ""


class Prepaid(Fact, frozen=True, tag="prepayment-received"):
    """Money that lowers a plan's principal ahead of time: the term gets shorter, or the payments lower."""

    plan_id: str
    amount_fen: int
    effect: PrepaymentEffect
    means: str = ""
    note: str = ""


class Repriced(Fact, frozen=True, tag="plan-repriced"):
    """From this day on another rate holds for a plan, or (of a plan with a fee) from the first period that begins."""

    plan_id: str
    rate: Rate
    reason: str = ""


class Paused(Fact, frozen=True, tag="interest-paused"):
    """The nights of a plan from this day until the morning of `until_on` bear no interest and no fee."""

    plan_id: str
    until_on: date
    reason: str = ""


class Extended(Fact, frozen=True, tag="plan-extended"):
    """The installments of a plan that are not asked for yet are asked for, and fall due, `months` later."""

    plan_id: str
    months: int
    reason: str = ""


class Restructured(Fact, frozen=True, tag="plan-restructured"):
    """All principal left of a plan is planned anew from this day on, in `installments`, at its rate or another.

    With `keeps_suspense` charges so far that are no income by then are none before they are paid; what was recorded
    before there was this rule has it not.
    """

    plan_id: str
    installments: int
    rate: Rate | None = None
    reason: str = ""
    keeps_suspense: bool = False


class BalanceRestructured(Fact, frozen=True, tag="balance-restructured"):
    """All principal of purchases that bills have asked for, and that is unpaid, becomes a plan from this day on."""

    plan_id: str
    terms: PlanTerms
    reason: str = ""

    @property
    def installments(self) -> int:
        """In how many installments."""
        return self.terms.schedule.installments


class BillConverted(Fact, frozen=True, tag="bill-converted"):
    """What is unpaid of the new purchases of the bill of `billed_on`, or a part of it, becomes a plan of its own."""

    plan_id: str
    billed_on: date
    amount_fen: int
    terms: PlanTerms
    note: str = ""


class BillDeferred(Fact, frozen=True, tag="bill-deferred"):
    """The bill of `billed_on` falls due `days` later, at `daily_ppb` a night on what is unpaid of what revolves."""

    billed_on: date
    days: int
    daily_ppb: int
    reason: str = ""


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


class Recovered(Fact, frozen=True, tag="recovery-received"):
    """Money for a debt that was charged off or written off; `plan_id` when one is named."""

    amount_fen: int
    plan_id: str = ""
    means: str = ""
    note: str = ""


class PaidOut(Fact, frozen=True, tag="credit-paid-out"):
    """A credit balance, or a part of it, goes back to the customer."""

    amount_fen: int
    means: str = ""
    note: str = ""


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


class AutoRepaySet(Fact, frozen=True, tag="auto-repay-set"):
    """The customer agrees to be debited by `means` for `share` of each bill on its due date; "" ends that."""

    means: str
    share: RepaidShare = "full"
    reason: str = ""


class MeansStated(Fact, frozen=True, tag="means-stated"):
    """What is known of a means of the customer's from this day on, in place of what was known before.

    `funds_fen` is what it can pay, `None` whatever is asked of it; one that `is_removed` pays nothing. `means_kind` and
    `last_digits` tell it from others ("" when they were not said).
    """

    name: str
    funds_fen: int | None = None
    is_removed: bool = False
    means_kind: MeansKind = ""
    last_digits: str = ""
    reason: str = ""

    @property
    def is_unlimited(self) -> bool:
        """Whether it pays whatever is asked of it."""
        return self.funds_fen is None and not self.is_removed


class DebitTried(Fact, frozen=True, tag="debit-tried"):
    """Auto-repay asked `asked_fen` of the means, for the `attempt`-th time since `due_on`, and took `taken_fen` of it.

    At most one is made a day, as the day begins, and never again, also when it was reversed. "known-too-late" stands
    for one that was not made: only later it became known that something had been due.
    """

    means: str
    share: RepaidShare
    due_on: date
    attempt: int
    asked_fen: int
    taken_fen: int
    outcome: DebitOutcome


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


class Reversed(Fact, frozen=True, tag="event-reversed"):
    """The named event was wrong: the account is as if it had never been."""

    event_id: str
    reason: str = ""


class BillFigures(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The figures of one bill, in whole fen; opening + movements + adjustment = closing.

    `adjustment_fen` is what was learned since the bill before was issued about the time that it covered.
    `amount_due_fen` is all that is billed and unpaid; `minimum_due_fen` is the least that keeps the account current.
    """

    opening_fen: int
    purchases_fen: int = 0
    interest_fen: int = 0
    fees_fen: int = 0
    late_charges_fen: int = 0
    repayments_fen: int = 0
    payouts_fen: int = 0
    refunds_fen: int = 0
    disputes_fen: int = 0
    waivers_fen: int = 0
    goodwill_fen: int = 0
    other_fen: int = 0
    adjustment_fen: int = 0
    closing_fen: int
    amount_due_fen: int
    minimum_due_fen: int


class BillIssued(Fact, frozen=True, tag="bill-issued"):
    """A bill as it was sent: covers `[from_on, billed_on)`, knew the account's events up to `knew_number`."""

    number: int
    from_on: date
    billed_on: date
    due_on: date
    knew_number: int
    figures: BillFigures


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
