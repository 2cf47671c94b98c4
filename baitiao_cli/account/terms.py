"""What a product promises, and the part of it that is frozen into a line or a plan when it is made."""

from datetime import date
from fractions import Fraction
from typing import Literal, get_args

import msgspec

from baitiao_cli.account.classification import ClassRule, LoanClass
from baitiao_cli.calc.caps import CapName, annual_cap_ppb
from baitiao_cli.calc.money import round_fen
from baitiao_cli.calc.rates import PPB, Rate
from baitiao_cli.calc.schedule import ScheduleTerms
from baitiao_cli.errors import BaitiaoError

RULES_VERSION = 1
"""Version of the rules in `account/`; frozen with every line and plan."""

DueBy = Literal["bill", "anniversary"]
PayoffPolicy = Literal["all-fees", "next-period", "waive-rest", "accrued-days"]
Surplus = Literal["credit-balance", "next-installment"]
LateBase = Literal["overdue", "plan"]
Unit = Literal["months", "weeks", "days"]
Tier = Literal["A", "B", "C", "D"]
TIERS: tuple[Tier, ...] = get_args(Tier)
AboveCap = Literal["refuse", "flag"]
RefundFees = Literal["stay", "return"]

# Kinds of debt, in the order of the bank-card rule (art. 57) while 90 days late or less, and after that.
USUAL_ORDER = ("late_charge", "fee", "interest", "principal")
VERY_LATE_ORDER = ("principal", "late_charge", "fee", "interest")


class LateTerms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What lateness costs: `daily_ppb` a night of `[due_on, paid_on)` on what is overdue.

    `instead` replaces the plan's own interest on the overdue principal, otherwise it comes besides. A late night costs
    at least `floor_fen`. Within `grace_days` after the due date a payment is not late; after them the nights count
    from the due date. `base` "plan" charges all that is left of the plan with its fees.
    """

    daily_ppb: int = 0
    instead: bool = False
    base: LateBase = "overdue"
    floor_fen: int = 1
    grace_days: int = 0


class SceneCap(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How much is lent for purchases of one scene, such as travel, on a day and in a calendar month; 0 for any.

    A scene that is not `allowed` is lent nothing for.
    """

    scene: str
    per_day_fen: int = 0
    per_month_fen: int = 0
    allowed: bool = True


class LineTerms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a credit line is billed, and what its revolving part (un-installmented purchases) costs.

    A bill dated b covers [previous b, b) and is due `due_days` later. The minimum payment is `minimum_share_ppb` of the
    revolving purchases plus all installments and fees; the carried part counts `minimum_share_ppb`, or all of it when
    it is under `carried_floor_fen` or the last minimum was missed. What is carried past its due date costs
    `carried_daily_ppb` a night, rounded once a bill. A hold lasts `hold_days` after its day unless it says otherwise.
    `scene_caps` are those of the scenes that have any.
    A bill that is not due yet may be deferred once, by `defer_days` (0: not at all) at `defer_daily_ppb` a night.
    What auto-repay pays is tried `auto_repay_days` after each due date; without any the agreement is a promise.
    `class_rule` says by which days past due the account is classed. Past due by more than
    `non_accrual_after_days` (0: never) its charges are not recognised as income until they are paid.
    What is of the class `charge_off_from` or a worse one may be charged off.
    What is overdue for more than `suspend_after_days`, and as many failed verifications as `suspend_after_failures`,
    suspend the line by themselves (0: never).
    A customer who closes the line can take that back for `cooling_days` before it is closed (0: it is at once).
    """

    due_days: int
    minimum_share_ppb: int
    carried_floor_fen: int
    carried_daily_ppb: int
    late: LateTerms
    rounding: str = "half-up"
    usual_order: tuple[str, ...] = USUAL_ORDER
    very_late_order: tuple[str, ...] = VERY_LATE_ORDER
    very_late_after_days: int = 90
    hold_days: int = 30
    scene_caps: tuple[SceneCap, ...] = ()
    defer_days: int = 0
    defer_daily_ppb: int = 0
    auto_repay_days: tuple[int, ...] = ()
    class_rule: ClassRule = "2023"
    non_accrual_after_days: int = 0
    charge_off_from: LoanClass = "substandard"
    suspend_after_days: int = 0
    suspend_after_failures: int = 0
    cooling_days: int = 0
    rules_version: int = RULES_VERSION


class PlanTerms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything about a plan that was agreed when it was made; later changes of the product do not touch it.

    With `recalculate` interest follows the principal outstanding, otherwise that of the first schedule stays, whenever
    it is paid. `allocation` is the order of the kinds of debt inside a row; empty for the line's orders.
    `annual_cap_ppb` is the lowest cap that was in force (0 for none), `above_cap` what becomes of a plan above it.
    `subsidy_ppb` is what the merchant pays us of the amount financed for each installment, in the customer's place.
    `scene_caps` are those of the product besides the line's: what the plans of this product may be used for.
    `refund_fees` says what becomes of fees and interest so far when a part of the purchase comes back: they "stay", or
    the share of what comes back is returned. Late charges stay.
    """

    product_id: str
    product_version: int
    schedule: ScheduleTerms
    due_by: DueBy
    payoff: PayoffPolicy
    surplus: Surplus
    late: LateTerms
    every: int = 1
    unit: Unit = "months"
    revolving: bool = False
    annual_cap_ppb: int = 0
    above_cap: AboveCap = "refuse"
    recalculate: bool = True
    allocation: tuple[str, ...] = ()
    subsidy_ppb: int = 0
    scene_caps: tuple[SceneCap, ...] = ()
    refund_fees: RefundFees = "stay"
    rules_version: int = RULES_VERSION

    def subsidy_fen(self, financed_fen: int) -> int:
        """What the merchant pays towards a plan of that amount, in fen: for each installment alike, rounded once each.

        A fee of the same rate would be that much in all, when it is paid by the customer.
        """
        period_fen = round_fen(Fraction(financed_fen * self.subsidy_ppb, PPB), self.schedule.rounding)
        return period_fen * self.schedule.installments


class Product(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One product file: what may be asked of it, and the terms that it gives.

    A plan may cost no more a year than the lowest of `annual_caps` (dated tables by name) and `annual_cap_ppb` (the
    product's own, 0 for none); one that does is refused, or made and flagged. `subsidy_ppb` is the merchant's part of
    the price: of the amount financed, for each installment. `installments_by_tier` are the numbers that a tier may
    choose of `installments`; a tier that is not named there may choose any.
    """

    id: str
    version: int
    name_en: str
    name_zh: str
    about_en: str
    about_zh: str
    method: str
    installments: tuple[int, ...]
    due_by: DueBy
    payoff: PayoffPolicy
    surplus: Surplus
    late: LateTerms = LateTerms()
    rate_per: Literal["day", "period", "month", "year"] | None = None
    rate_ppb_by_tier: dict[Tier, int] = {}
    installments_by_tier: dict[Tier, tuple[int, ...]] = {}
    day_count: str = "actual/365"
    rounding: str = "half-up"
    evening: bool = False
    free_periods: int = 0
    free_days: int = 0
    multiple_of_fen: int = 0
    every: int = 1
    unit: Unit = "months"
    minimum_amount_fen: int = 100
    maximum_amount_fen: int = 20_000_000
    annual_caps: tuple[CapName, ...] = ("total-cost",)
    annual_cap_ppb: int = 0
    above_cap: AboveCap = "refuse"
    whole_period: bool = False
    recalculate: bool = True
    allocation: tuple[str, ...] = ()
    subsidy_ppb: int = 0
    scene_caps: tuple[SceneCap, ...] = ()
    refund_fees: RefundFees = "stay"
    line: LineTerms | None = None

    def rate(self, tier: Tier) -> Rate | None:
        """The rate of this product for a customer of `tier`; `None` when the product has none."""
        if self.rate_per is None:
            return None
        return Rate(self.rate_ppb_by_tier[tier], self.rate_per)

    def installments_for(self, tier: Tier) -> tuple[int, ...]:
        """The numbers of installments that a customer of `tier` may choose, rising."""
        return self.installments_by_tier.get(tier, self.installments)

    def check_amount(self, financed_fen: int) -> None:
        """Refuses an amount to finance outside `minimum_amount_fen` to `maximum_amount_fen`, both included."""
        if not self.minimum_amount_fen <= financed_fen <= self.maximum_amount_fen:
            raise BaitiaoError(
                "amount-outside-product",
                product_id=self.id,
                amount_fen=financed_fen,
                minimum_fen=self.minimum_amount_fen,
                maximum_fen=self.maximum_amount_fen,
            )

    def cap_ppb(self, on: date) -> int:
        """The lowest cap on the annual rate of a plan made on `on`, in parts per billion; 0 for none."""
        caps = (self.annual_cap_ppb, annual_cap_ppb(self.annual_caps, on))
        return min((cap for cap in caps if cap), default=0)

    def terms(self, installments: int | None, tier: Tier, on: date) -> PlanTerms:
        """The terms of a plan made on `on`; without `installments` in the smallest number that `tier` may choose.

        Refuses a number of installments that the product does not offer (`installments-not-offered`), or not to this
        tier (`installments-not-for-tier`).
        """
        offered = self.installments_for(tier)
        count = offered[0] if installments is None else installments
        if count not in offered:
            code = "installments-not-for-tier" if count in self.installments else "installments-not-offered"
            told = ", ".join(map(str, offered))
            raise BaitiaoError(code, product_id=self.id, installments=count, offered=told, tier=tier)
        return self.terms_anew(count, tier, on)

    def terms_anew(self, count: int, tier: Tier, on: date, price: Rate | None = None) -> PlanTerms:
        """The terms of a debt that is agreed anew: in any number of installments, at a price of its own if one is told.

        A price that has another unit than the product's may not fit it.
        """
        rate, is_fee = price or self.rate(tier), self.method == "fee-per-period"
        return PlanTerms(
            product_id=self.id,
            product_version=self.version,
            schedule=ScheduleTerms(
                method=self.method,
                installments=count,
                rate=None if is_fee else rate,
                fee=rate if is_fee else None,
                day_count=self.day_count,
                rounding=self.rounding,
                evening=self.evening,
                free_periods=self.free_periods,
                free_days=self.free_days,
                multiple_of_fen=self.multiple_of_fen,
                whole_period=self.whole_period,
            ),
            due_by=self.due_by,
            payoff=self.payoff,
            surplus=self.surplus,
            late=self.late,
            every=self.every,
            unit=self.unit,
            revolving=self.line is not None,
            annual_cap_ppb=self.cap_ppb(on),
            above_cap=self.above_cap,
            recalculate=self.recalculate,
            allocation=self.allocation,
            subsidy_ppb=self.subsidy_ppb,
            scene_caps=self.scene_caps,
            refund_fees=self.refund_fees,
        )
