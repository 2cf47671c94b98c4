"""The facts: what was said to have happened to an account. They are recorded once and never changed."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.terms import LineTerms, PlanTerms, Tier


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
    """A purchase on the line, with the terms of its plan frozen; the down payment is not financed."""

    plan_id: str
    amount_fen: int
    terms: PlanTerms
    down_payment_fen: int = 0
    merchant: str = ""
    order_id: str = ""
    note: str = ""

    @property
    def financed_fen(self) -> int:
        """What the line lends: the amount less the down payment."""
        return self.amount_fen - self.down_payment_fen


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


class PaidOut(Fact, frozen=True, tag="credit-paid-out"):
    """A credit balance, or a part of it, goes back to the customer."""

    amount_fen: int
    means: str = ""
    note: str = ""


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
    """The credit line ends."""

    reason: str = ""


AnyFact = Opened | Purchased | Repaid | PaidOff | PaidOut | Reversed | BillIssued | Closed


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
