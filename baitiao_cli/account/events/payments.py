"""Money from the customer and to the customer, and what takes it by itself."""

from datetime import date
from typing import Literal

from baitiao_cli.account.events.fact import Fact

PrepaymentEffect = Literal["shorter-term", "lower-payment"]
RepaidShare = Literal["full", "minimum"]
MeansKind = Literal["", "card", "bank-account", "wallet"]
DebitOutcome = Literal["taken", "taken-in-part", "no-funds", "means-removed", "known-too-late"]


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
