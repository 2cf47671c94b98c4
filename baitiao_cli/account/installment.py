"""One row of a plan, or of the line's charges: what it asks for, what was paid on it, and what changed it."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import msgspec

from baitiao_cli.account.meter import NightMeter, NightSpan
from baitiao_cli.account.terms import LateTerms
from baitiao_cli.calc.dates import Period
from baitiao_cli.calc.money import round_fen


class Parts(msgspec.Struct):
    """An amount by kind of debt, in whole fen."""

    principal: int = 0
    interest: int = 0
    fee: int = 0
    late_charge: int = 0

    @property
    def total_fen(self) -> int:
        """The sum of the parts."""
        return self.principal + self.interest + self.fee + self.late_charge

    def __add__(self, other: Parts) -> Parts:
        return Parts(
            self.principal + other.principal,
            self.interest + other.interest,
            self.fee + other.fee,
            self.late_charge + other.late_charge,
        )

    def __sub__(self, other: Parts) -> Parts:
        return Parts(
            self.principal - other.principal,
            self.interest - other.interest,
            self.fee - other.fee,
            self.late_charge - other.late_charge,
        )


class RowChange(msgspec.Struct, frozen=True):
    """What an event changed of what a row asks for, in whole fen of one kind, or ("payment") of its total.

    `why` is refund, prepayment, payoff, write-off, reprice or pause.
    """

    event_id: str
    why: str
    kind: str
    amount_fen: int


class Deferral(msgspec.Struct, frozen=True):
    """A revolving row of a bill that was deferred costs `daily_ppb` for each night of `[from_on, until_on)`."""

    from_on: date
    until_on: date
    daily_ppb: int


class Installment(msgspec.Struct):
    """One row: interest runs over `[from_on, until_on)`, it is asked for on `until_on` and due on `due_on`.

    `planned` is the row of the schedule as it stands, `quoted` that of the purchase; `asked` what
    is asked for so far (principal: its share of the purchase); `paid` what has been paid on it. A row is payable once
    it `is_billed`. `price_kind` is the kind of debt that is the price of the period: a fee or interest; where it is a
    fixed one, `repriced_fen` is the price since a new rate, `bearing` the share of the nights that are not paused,
    `unpaused` the exact price that the row would have without pauses, where that is not the planned one.
    `carried` marks a revolving row that has passed its due date, `deferral` one of a bill that was deferred;
    `run_on_fen` is interest of a last row that was asked for after it was billed; `interest_spans` tell how the carried
    interest on a row of the line came about, `changes` what made a row of a plan another than the one that was quoted.
    `suspended` is what it had asked for of charges when it was restructured while they were no income: they are income
    when they are paid, and are paid before what it asks for later.
    """

    number: int
    from_on: date
    until_on: date
    due_on: date
    planned: Parts
    asked: Parts
    late: NightMeter
    months: int = 0
    price_kind: str = "interest"
    paid: Parts = msgspec.field(default_factory=Parts)
    is_billed: bool = False
    carried: bool = False
    deferral: Deferral | None = None
    run_on_fen: int = 0
    interest_spans: list[NightSpan] = msgspec.field(default_factory=list)
    quoted: Parts = msgspec.field(default_factory=Parts)
    repriced_fen: int | None = None
    bearing: Fraction = Fraction(1)
    unpaused: Fraction | None = None
    changes: list[RowChange] = msgspec.field(default_factory=list)
    suspended: Parts | None = None

    @property
    def unpaid(self) -> Parts:
        """What is asked for and not paid, by kind."""
        return self.asked - self.paid

    @property
    def unpaid_fen(self) -> int:
        """The sum of what is asked for and not paid."""
        asked, paid = self.asked, self.paid  # written out: no figure is asked for more often
        asked_fen = asked.principal + asked.interest + asked.fee + asked.late_charge
        return asked_fen - paid.principal - paid.interest - paid.fee - paid.late_charge

    def suspend_charges(self) -> None:
        """Keeps the charges so far out of income until they are paid, whatever becomes of the lateness."""
        asked = self.asked
        self.suspended = Parts(interest=asked.interest, fee=asked.fee, late_charge=asked.late_charge)

    def still_suspended_fen(self, kind: str) -> int:
        """What is unpaid of the `suspended` charges of a kind: the oldest are paid first."""
        if self.suspended is None:
            return 0
        asked_fen: int = min(getattr(self.suspended, kind), getattr(self.asked, kind))
        paid_fen: int = getattr(self.paid, kind)
        return max(0, asked_fen - paid_fen)

    @property
    def price_to_ask_fen(self) -> int:
        """The planned price that has not been asked for."""
        return self.price_of(self.planned) - self.price_of(self.asked)

    def price_of(self, parts: Parts) -> int:
        """The price of the period in `parts`: the fee or the interest, whichever this row bears."""
        price_fen: int = getattr(parts, self.price_kind)
        return price_fen

    def ask_price(self, price_fen: int) -> int:
        """Sets the price that is asked for; returns how much more (or less) that is than before."""
        more_fen = price_fen - self.price_of(self.asked)
        setattr(self.asked, self.price_kind, price_fen)
        return more_fen

    def plan_again(self, event_id: str, why: str, principal_fen: int, price_fen: int) -> None:
        """Plans another principal and price, and keeps what changed them."""
        planned = Parts(principal_fen)
        setattr(planned, self.price_kind, price_fen)
        self.take_plan(event_id, why, planned, ("principal", self.price_kind))

    def take_plan(self, event_id: str, why: str, planned: Parts, told: tuple[str, ...]) -> None:
        """Plans other parts, and keeps the changes that are `told`: of kinds of debt, or of the whole "payment"."""
        change = planned - self.planned
        for kind in told:
            change_fen = change.total_fen if kind == "payment" else getattr(change, kind)
            if change_fen:
                self.changes.append(RowChange(event_id, why, kind, change_fen))
        self.planned, self.unpaused = planned, None

    def reprice(self, event_id: str, price_fen: int, rounding: str) -> None:
        """Sets the fixed price of an unbilled row: `price_fen` on all of its first principal, if no night is paused."""
        self.repriced_fen = price_fen
        self._plan_price(event_id, "reprice", self.planned.principal, self._share(self.asked.principal), rounding)

    def pause(self, event_id: str, bearing: Fraction, rounding: str) -> None:
        """Lowers the fixed price of an unbilled row as fewer nights bear it, rounded once; what was asked stays."""
        unpaused, self.bearing = self._without_pauses(), bearing
        self._plan_price(event_id, "pause", self.planned.principal, unpaused, rounding)

    def lower_principal(self, event_id: str, to_fen: int, rounding: str, *, price_stays: bool = False) -> None:
        """Sets the principal of an unbilled row that a prepayment lowers; its price falls with it or stays.

        A row that asks for nothing any more counts as billed.
        """
        self.lower_price("prepayment", event_id, to_fen, to_fen, rounding, price_stays=price_stays)
        self.asked.principal = to_fen
        self.is_billed = self.unpaid_fen == 0 and self.price_to_ask_fen == 0

    def lower_price(
        self, why: str, event_id: str, planned_fen: int, to_fen: int, rounding: str, *, price_stays: bool = False
    ) -> None:
        """Plans the price of an unbilled row with principal `to_fen`: as quoted, in proportion, rounded once.

        It never rises, or stays if that was agreed. It goes by what was quoted, so that lowering in steps is lowering
        at once. `planned_fen` is the principal that the row is planned with.
        """
        unpaused = self._without_pauses()
        if not price_stays:
            unpaused = min(unpaused, self._share(to_fen))
        self._plan_price(event_id, why, planned_fen, unpaused, rounding)

    def _plan_price(self, event_id: str, why: str, principal_fen: int, unpaused: Fraction, rounding: str) -> None:
        """Plans the price of the nights that bear it, rounded once; what was asked for stays."""
        price_fen = max(self.price_of(self.asked), round_fen(unpaused * self.bearing, rounding))
        self.plan_again(event_id, why, principal_fen, price_fen)
        self.unpaused = unpaused

    def _without_pauses(self) -> Fraction:
        if self.unpaused is not None:
            return self.unpaused
        return self.price_of(self.planned) / (self.bearing or Fraction(1))

    def _share(self, principal_fen: int) -> Fraction:
        """The agreed price in proportion to the principal, exactly, as if no night were paused."""
        assert self.quoted.principal  # every row with a fixed price repays something
        price_fen = self.price_of(self.quoted) if self.repriced_fen is None else self.repriced_fen
        return Fraction(price_fen * principal_fen, self.quoted.principal)

    @property
    def period(self) -> Period:
        """The row's span, as the day counts want it."""
        return Period(self.number, self.from_on, self.until_on, self.due_on, self.months)

    def is_overdue(self, on: date) -> bool:
        """Whether the row is billed, unpaid and `on` is its due date or later (nights count from the due date)."""
        return self.is_billed and on >= self.due_on and self.unpaid_fen > 0

    def is_late(self, on: date, late: LateTerms) -> bool:
        """Whether the row counts as late on `on`: unpaid after its due date and the grace days."""
        return self.is_overdue(on) and on > self.due_on + timedelta(days=late.grace_days)
