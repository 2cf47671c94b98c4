"""Rows, plans and bills as the oracle writes them down, and its rounding."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from typing import Any

from baitiao_cli.account.events import Event, Reversed
from baitiao_cli.account.terms import PlanTerms
from baitiao_cli.calc.rates import Rate

KINDS = ("principal", "interest", "fee", "late_charge")
BY_THE_NIGHT = ("equal-payment", "equal-principal", "interest-only", "daily", "defer")
PRINCIPAL_LAST = ("interest-only", "daily", "defer")
BILLION = 1_000_000_000
PARTS = Fraction(1, BILLION)
DAY = timedelta(days=1)


def rounded(exact: Fraction, rule: str) -> int:
    """To whole fen; no amount here is negative."""
    below = floor(exact)
    rest = exact - below
    if rest == Fraction(1, 2):
        return below + 1 if rule == "half-up" or below % 2 else below
    return below + (rest > Fraction(1, 2))


def counts(event: Event, events: list[Event]) -> bool:
    """An event counts unless a reversal of it counts."""
    undoing = [other for other in events if isinstance(other.fact, Reversed) and other.fact.event_id == event.event_id]
    return not any(counts(other, events) for other in undoing)


def nothing() -> dict[str, int]:
    return dict.fromkeys(KINDS, 0)


@dataclass(eq=False)
class Row:
    """One due part of a plan, or (`plan` None) the line's charges of one cycle."""

    plan: Plan | None
    number: int
    begins_on: date
    ends_on: date
    due_on: date
    quoted: dict[str, int] = field(default_factory=nothing)
    asked: dict[str, int] = field(default_factory=nothing)
    paid: dict[str, int] = field(default_factory=nothing)
    late_so_far: Fraction = Fraction(0)
    run_on: int = 0
    months: int = 0
    agreed: tuple[date, date] = (date.min, date.min)
    promised: tuple[date, date] = (date.min, date.min)
    first_principal: int = 0
    first_price: int = 0
    unpaused: Fraction = Fraction(1)
    without_pauses: Fraction | None = None
    is_billed: bool = False
    is_carried: bool = False
    no_income_before_paid: dict[str, int] = field(default_factory=dict)
    deferred: tuple[date, date, int] | None = None

    def __deepcopy__(self, memo: dict[int, Any]) -> Row:
        """Of a row only what it asked for and was paid changes in place: there are many of them."""
        twin = memo[id(self)] = copy.copy(self)
        twin.plan = copy.deepcopy(self.plan, memo)
        twin.quoted, twin.asked, twin.paid = dict(self.quoted), dict(self.asked), dict(self.paid)
        return twin

    def full_price(self, price: str) -> Fraction:
        """What the row would cost if no night were paused."""
        if self.without_pauses is not None:
            return self.without_pauses
        return self.quoted[price] / (self.unpaused or Fraction(1))

    def set_price(self, price: str, full: Fraction, rule: str) -> None:
        self.quoted[price] = max(self.asked[price], rounded(full * self.unpaused, rule))
        self.without_pauses = full

    @property
    def unpaid(self) -> int:
        return sum(self.asked.values()) - sum(self.paid.values())

    @property
    def is_over(self) -> bool:
        """Whether it is asked for and paid, kind by kind."""
        return self.is_billed and self.asked == self.paid

    @property
    def unpaid_without_late(self) -> int:
        return self.unpaid - self.asked["late_charge"] + self.paid["late_charge"]

    @property
    def late_base(self) -> int:
        """Interest that ran on is the last to be paid, and is not charged on."""
        return self.unpaid_without_late - min(self.run_on, self.asked["interest"] - self.paid["interest"])

    @property
    def revolves(self) -> bool:
        return self.plan is None or self.plan.terms.revolving

    @property
    def is_payable(self) -> bool:
        return self.unpaid > 0 and (self.is_billed or self.plan is None)


@dataclass(eq=False)
class Plan:
    plan_id: str
    place: int
    began_on: date
    financed: int
    terms: PlanTerms
    rows: list[Row] = field(default_factory=list)
    interest_so_far: Fraction = Fraction(0)
    asked_in_period: int = 0
    principal_nights: int = 0
    came_back: int = 0
    price_given_up: int = 0
    prepaid: int = 0
    anchor: date = date.min
    base: int = 0
    extended: int = 0
    rates: list[tuple[date, Rate]] = field(default_factory=list)
    paused: list[tuple[date, date]] = field(default_factory=list)
    taken_over: dict[str, int] = field(default_factory=dict)
    eased: bool = False

    @property
    def asked_in_rows(self) -> int:
        """The principal that is left for the rows."""
        return self.financed - self.prepaid - self.came_back

    @property
    def balance(self) -> int:
        return self.asked_in_rows - sum(row.paid["principal"] for row in self.rows)

    @property
    def by_the_night(self) -> bool:
        return self.terms.schedule.method in BY_THE_NIGHT

    @property
    def price(self) -> str:
        """What a period costs is a fee, or interest."""
        return "fee" if self.terms.schedule.fee else "interest"

    @property
    def open_row(self) -> Row:
        """The row that interest is being counted for: the first not asked for, or the last."""
        return next((row for row in self.rows if not row.is_billed), self.rows[-1])

    def night_rate(self, night: date) -> Fraction:
        """What one fen costs for the night that begins on a day, under the day count."""
        rate = self.rate_in(night)
        if rate is None or self.is_paused(night):
            return Fraction(0)
        row = next((row for row in self.rows if night < row.ends_on), self.rows[-1])
        nights = (row.ends_on - row.begins_on).days
        months = row.months if night < row.ends_on else 0
        return (
            Fraction(0) if row.number <= self.terms.schedule.free_periods else self._cost(rate, night, nights, months)
        )

    def period_cost(self, rate: Rate, row: Row) -> Fraction:
        """What one fen costs in all nights of a row as it was agreed, at one rate."""
        (begin, end), cost = row.agreed, Fraction(0)
        nights = (end - begin).days
        while begin < end:
            cost += self._cost(rate, begin, nights, row.months)
            begin += DAY
        return cost

    def _cost(self, rate: Rate, night: date, nights: int, months: int) -> Fraction:
        """What one fen costs in a night of a row of so many nights that counts so many months (0: in days)."""
        match rate.per:
            case "day":
                return rate.ppb * PARTS
            case "period":
                return rate.ppb * PARTS / nights
            case "month":
                return 12 * rate.ppb * PARTS * self._share_of_year(night, nights, months)
        return rate.ppb * PARTS * self._share_of_year(night, nights, months)

    def rate_in(self, night: date) -> Rate | None:
        """The rate that rules a night: the first one, or that of the last change by then."""
        rate = self.terms.schedule.rate
        for changed_on, changed_to in self.rates:
            if changed_on <= night:
                rate = changed_to
        return rate

    def is_paused(self, night: date) -> bool:
        return any(begin <= night < end for begin, end in self.paused)

    def unpaused_nights(self, begin: date, end: date) -> int:
        count = 0
        while begin < end:
            count += not self.is_paused(begin)
            begin += DAY
        return count

    def cost_of_nights(self, begin: date, end: date) -> Fraction:
        """What one fen costs from a day to another, night by night."""
        cost = Fraction(0)
        while begin < end:
            if begin >= self.began_on + self.terms.schedule.free_days * DAY:
                cost += self.night_rate(begin)
            begin += DAY
        return cost

    def _share_of_year(self, night: date, nights: int, months: int) -> Fraction:
        """A night of a whole month is its share of a twelfth, where months count as such; else of its year's nights."""
        terms = self.terms.schedule
        if months and (terms.day_count == "30/360" or terms.whole_period):
            return Fraction(months, 12) / nights
        is_leap = (date(night.year, 12, 31) - date(night.year, 1, 1)).days == 365
        of_its_own = 366 if is_leap and not terms.whole_period else 365
        return Fraction(1, {"actual/actual": of_its_own, "actual/365": 365}.get(terms.day_count, 360))


@dataclass(eq=False)
class Bill:
    billed_on: date
    due_on: date
    figures: dict[str, int]
    minimum_revolving: int
    paid_since: int = 0
    met_on: date | None = None
    is_deferred: bool = False


@dataclass(frozen=True)
class Receipt:
    """What an event's money paid on a row."""

    payer: str
    row: Row
    amount: int

    def __deepcopy__(self, memo: dict[int, Any]) -> Receipt:
        """The row is what may change."""
        return Receipt(self.payer, copy.deepcopy(self.row, memo), self.amount)


@dataclass(frozen=True)
class RefundNote:
    """A refund of a plan, and what of it went back to which payment."""

    plan: Plan
    amount: int
    returned: dict[str, int]


@dataclass(frozen=True)
class Contested:
    """An open dispute of a purchase: its amount, and what of it was unpaid and is aside, by the plan it was owed on."""

    plan: Plan
    amount: int
    parts: list[tuple[Plan, int]]

    @property
    def aside(self) -> int:
        return sum(amount for _, amount in self.parts)


@dataclass(frozen=True)
class Picture:
    """The account as of a day; rows and bills by their names, amounts in fen."""

    status: str
    limit: int
    held: int
    used: int
    earmarked: int
    available: int
    owed: dict[str, int]
    due: int
    overdue: int
    cure: int
    credit: int
    days_past_due: int
    loan_class: str
    rows: dict[tuple[str, int], dict[str, Any]]
    bills: list[dict[str, Any]]
    returned: list[dict[str, int]]
    kept_apart: dict[str, int]
