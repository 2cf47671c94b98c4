"""What is bought, held or turned into installments, and what becomes of the terms of a plan."""

from datetime import date

import msgspec

from baitiao_cli.account.events.fact import Fact
from baitiao_cli.account.terms import PlanTerms
from baitiao_cli.calc.rates import Rate


class CouponTaken(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The coupon that a purchase takes: how many of the free periods in its terms are by it."""

    coupon_id: str
    free_periods: int


class Purchased(Fact, frozen=True, tag="purchase-made"):
    """A purchase on the line, with the terms of its plan frozen; the down payment and the trade-in are not financed.

    `first_due_on` is the first due date where another than the usual one was agreed. `quote_id` names the quote that
    was accepted, `quote_hash` is the hash of what it showed. `hold_id` names the hold that the purchase captures: what
    it does not take of it is released. `merchant_id` is that of a registered merchant, `discount_ppb` what it pays us
    of the amount financed. `scene` is a code that may be capped; `category` and `brand` are for reports. `coupon` is
    the coupon that it takes, and is not stored where there is none.
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
    coupon: CouponTaken | msgspec.UnsetType = msgspec.UNSET

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
