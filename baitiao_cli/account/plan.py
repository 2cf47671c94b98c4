"""One installment plan: its rows, what has been asked and paid on each, and the interest that runs on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

import msgspec

from baitiao_cli.account.events.purchases import CouponTaken
from baitiao_cli.account.installment import Installment, Parts
from baitiao_cli.account.limits import Purpose
from baitiao_cli.account.meter import ZERO, Meter, Span
from baitiao_cli.account.terms import PlanTerms
from baitiao_cli.calc.dates import Period
from baitiao_cli.calc.money import round_fen
from baitiao_cli.calc.rate_steps import bearing_nights
from baitiao_cli.calc.rates import Rate
from baitiao_cli.calc.schedule import ScheduleTerms

DAILY_METHODS = frozenset({"equal-payment", "equal-principal", "interest-only", "daily", "defer"})
"""Methods whose interest follows the principal really outstanding, night by night, and is due on its own dates."""

BULLET_METHODS = frozenset({"interest-only", "daily", "defer"})
"""Methods that ask for all principal in the last row, so that money ahead of time lowers the last row."""


class Agreement(msgspec.Struct, frozen=True):
    """What was agreed for the rows from `first_number` on: `amount_fen` on a day, its periods and its price then.

    Dates hang on the day of `anchor_on`.
    """

    on: date
    amount_fen: int
    periods: tuple[Period, ...]
    schedule: ScheduleTerms
    anchor_on: date
    first_number: int = 1


class Plan(msgspec.Struct):
    """A purchase being paid in installments.

    `prepaid_fen` of the principal was paid outside of the rows, `refunded_fen` came back from the merchant,
    `disputed_fen` was set aside while it was disputed, and is owed as another plan if that was lost.
    `agreements` are the first one and that of each restructuring, the last time on `restructured_on`; `agreed_periods`
    are the spans and due dates by row that were agreed, whatever became of them; `schedule` is that of the terms with
    its rate changes and pauses since; `repriced_from` says by event which rate each ended. `periods` are the agreed
    ones as extensions moved them since, by `extended_months` in all, the last time on `extended_on`.
    `interest` is the meter of the row that interest is being asked in (`open_row`); `balance_nights` sums
    principal x nights, which the annual cap is tested on. `merchant_dues` is what the merchant owes for the purchase,
    by ledger account. `authorised_on` is the day of the purchase, or of the hold that it captured, `coupon` the one
    that it took. `converted` is what a plan took over of purchases, by their plan ids, in whole fen: of those on a
    bill, or of one whose dispute was lost; what came back since is taken off.
    """

    plan_id: str
    event_id: str
    started_on: date
    amount_fen: int
    financed_fen: int
    terms: PlanTerms
    schedule: ScheduleTerms
    rows: list[Installment]
    interest: Meter
    merchant: str = ""
    merchant_id: str = ""
    discount_ppb: int = 0
    order_id: str = ""
    scene: str = ""
    category: str = ""
    brand: str = ""
    note: str = ""
    down_payment_fen: int = 0
    trade_in_fen: int = 0
    quote_id: str = ""
    coupon: CouponTaken | None = None
    authorised_on: date = date.min
    merchant_dues: dict[str, int] = msgspec.field(default_factory=dict)
    prepaid_fen: int = 0
    refunded_fen: int = 0
    disputed_fen: int = 0
    agreed_periods: tuple[Period, ...] = ()
    periods: tuple[Period, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    extended_months: int = 0
    extended_on: date | None = None
    restructured_on: date | None = None
    balance_nights: int = 0
    balance_counted_to: date = date.min
    settled_on: date | None = None
    repriced_from: dict[str, Rate] = msgspec.field(default_factory=dict)
    converted: dict[str, int] = msgspec.field(default_factory=dict)

    @property
    def purpose(self) -> Purpose:
        """What was bought, as far as limits know it; a bill that became a plan was bought for anything."""
        return Purpose(self.scene, self.merchant)

    @property
    def agreement(self) -> Agreement:
        """What is agreed now."""
        return self.agreements[-1]

    def agreement_of(self, number: int) -> Agreement:
        """What was agreed for a row."""
        return next(one for one in reversed(self.agreements) if one.first_number <= number)

    @property
    def earns_daily(self) -> bool:
        """Whether interest follows the principal outstanding by the day."""
        return self.terms.schedule.method in DAILY_METHODS

    @property
    def has_fixed_price(self) -> bool:
        """Whether rows have a price that does not follow the balance by the night: a fee, or the first schedule's."""
        return not (self.earns_daily and self.terms.recalculate)

    @property
    def scheduled_fen(self) -> int:
        """The principal that the rows ask for: what was financed, less what went ahead, came back or was disputed."""
        return self.financed_fen - self.prepaid_fen - self.refunded_fen - self.disputed_fen

    @property
    def balance_fen(self) -> int:
        """The principal that is not yet repaid."""
        return self.scheduled_fen - sum(row.paid.principal for row in self.rows)

    @property
    def unpaid(self) -> Parts:
        """All that is asked for and unpaid; principal is all of it that is left, whenever it falls due."""
        parts = Parts()
        for row in self.rows:
            parts += row.unpaid
        parts.principal = self.balance_fen
        return parts

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to pay or to fall due."""
        return self.balance_fen == 0 and all(row.is_billed and row.unpaid_fen == 0 for row in self.rows)

    def settle_if_paid(self, on: date) -> None:
        """Marks the plan settled when nothing is left; a daily plan whose principal is gone asks no more rows."""
        if self.balance_fen == 0 and self.earns_daily:
            for row in self.rows:
                if not row.is_billed and row.unpaid.interest == 0:
                    row.asked.principal, row.is_billed = row.paid.principal, True
        if self.settled_on is None and self.is_settled:
            self.settled_on = on

    @property
    def open_row(self) -> Installment | None:
        """The first row that has not been asked for; after the last one is, the last (overdue interest runs there)."""
        return next((row for row in self.rows if not row.is_billed), self.rows[-1] if self.earns_daily else None)

    def first_unpaid_row(self, on: date = date.max) -> Installment | None:
        """The first row, due on `on` or before, that was asked for and is unpaid; what is unpaid falls due in order."""
        for row in self.rows:
            if row.due_on > on:
                return None
            if row.is_billed and row.unpaid_fen > 0:
                return row
        return None

    def overdue_principal_fen(self, on: date) -> int:
        """Principal asked for, due before or on `on`, and unpaid."""
        return sum(row.unpaid.principal for row in self.rows if row.is_overdue(on))

    def accrue(self, until_on: date) -> None:
        """Counts interest and principal nights up to the start of `until_on`; spans never cross a row's end."""
        if until_on > self.balance_counted_to:
            self.balance_nights += self.balance_fen * (until_on - self.balance_counted_to).days
            self.balance_counted_to = until_on
        if not self.terms.recalculate:
            self.interest.counted_to = max(self.interest.counted_to, until_on)
        elif self.earns_daily and until_on > self.interest.counted_to:
            base_fen, row = self._interest_base(), self.open_row
            assert row is not None
            from_on = max(self.interest.counted_to, self.started_on + timedelta(days=self.terms.schedule.free_days))
            for span in self._spans(row.number, from_on, until_on, base_fen):
                self.interest.run(span.until_on, span)
            self.interest.counted_to = until_on

    def _interest_base(self) -> int:
        """What bears the plan's own interest: overdue principal does not where the late rate comes instead of it."""
        overdue = self.overdue_principal_fen(self.interest.counted_to) if self.terms.late.instead else 0
        return self.balance_fen - overdue

    def _spans(self, number: int, from_on: date, until_on: date, base_fen: int) -> Iterator[Span]:
        """The interest of `[from_on, until_on)`, which lies in one row's span (or after the last), for row `number`."""
        if from_on < until_on and base_fen > 0:
            row = next((row for row in self.rows if from_on < row.until_on), self.rows[-1])
            for piece in self.schedule.pieces(row.period, from_on, until_on):
                exact, paused = base_fen * piece.factor, piece.is_paused
                yield Span(number, piece.from_on, piece.until_on, base_fen, piece.rate, exact, is_paused=paused)

    def factor(self, from_on: date, until_on: date) -> Fraction:
        """The exact interest of one fen over `[from_on, until_on)`, each night counted by the row it lies in."""
        exact = ZERO
        bears_from = max(from_on, self.started_on + timedelta(days=self.terms.schedule.free_days))
        for row in self.rows:
            begin_on, end_on = max(bears_from, row.from_on), min(until_on, row.until_on)
            if begin_on < end_on:
                exact += self.schedule.factor(row.period, begin_on, end_on)
        return exact

    def next_boundary(self) -> date | None:
        """The next day on which a row's span ends and it is asked for; `None` for plans on the bill."""
        if self.terms.due_by == "bill" or self.settled_on:
            return None
        if not self.earns_daily:
            return next((row.until_on for row in self.rows if not row.is_billed), None)
        return next((row.until_on for row in self.rows if row.until_on > self.interest.counted_to), None)

    def interest_run_fen(self) -> int:
        """All interest that has run up to the metered day and no row before the open one asked for, rounded.

        Without `recalculate` a row earns its interest evenly over its nights.
        """
        rounding = self.terms.schedule.rounding
        return self.interest.rounded_fen(rounding) if self.terms.recalculate else round_fen(self.earned_share, rounding)

    @property
    def earned_share(self) -> Fraction:
        """What the nights of the open row have earned of its interest on a plan without `recalculate`; exact.

        Nights that are paused earn nothing.
        """
        row = self.open_row
        assert row is not None
        pauses = self.schedule.pauses
        nights = bearing_nights(pauses, row.from_on, min(self.interest.counted_to, row.until_on))
        all_nights = bearing_nights(pauses, row.from_on, row.until_on)
        return self._first_interest_fen(row) * Fraction(nights, max(1, all_nights))

    def row_interest_fen(self, row: Installment) -> int:
        """What the open row asks for if it is asked for now, at least what it asked for before.

        A row of equal payments keeps its total: it asks for no more interest than that, and for none beyond what it
        asked for once more principal was paid on it than such a row would ask for; the rest goes on to the next row.
        Without `recalculate` it is the interest of the first schedule, whenever it is paid.
        """
        if not self.terms.recalculate:
            return max(self._first_interest_fen(row), row.asked.interest)
        run_fen = max(self.interest_run_fen(), row.asked.interest)
        if self.terms.schedule.method != "equal-payment" or row is self.rows[-1] or self.balance_fen == 0:
            return run_fen
        interest_fen = min(run_fen, row.planned.total_fen)
        if row.paid.principal > row.planned.total_fen - interest_fen:
            return row.asked.interest
        return max(interest_fen, row.asked.interest)

    def _first_interest_fen(self, row: Installment) -> int:
        """The interest that the row was planned with, in proportion where less than its principal is left for it."""
        left_fen = self.principal_left_fen(row)
        if row.planned.principal <= left_fen:
            return row.planned.interest
        return round_fen(Fraction(row.planned.interest * left_fen, row.planned.principal), self.terms.schedule.rounding)

    def unasked_interest_fen(self) -> int:
        """Interest that has run on the open row and has not been asked for, rounded as if it were asked for now."""
        row = self.open_row
        if not self.earns_daily or row is None or self.settled_on:
            return 0
        return max(0, self.interest_run_fen() - row.asked.interest)

    @property
    def unbilled_rows(self) -> list[Installment]:
        """The rows that have not been asked for."""
        return [row for row in self.rows if not row.is_billed]

    def row_principal_fen(self, row: Installment, interest_fen: int) -> int:
        """The principal that `row` asks for with interest `interest_fen`: a row of equal payments keeps its total.

        The last row takes what the rows before it left; none asks for less than was paid on it, or more than is left.
        """
        left_fen = self.principal_left_fen(row)
        if row is self.rows[-1]:
            return left_fen
        wanted = row.planned.principal
        if self.terms.schedule.method == "equal-payment":
            wanted = row.planned.total_fen - interest_fen
        return min(left_fen, max(wanted, row.paid.principal))

    def principal_left_fen(self, row: Installment) -> int:
        """The principal that the other rows which were asked for left."""
        return self.scheduled_fen - sum(
            other.asked.principal for other in self.rows if other.is_billed and other is not row
        )

    def ask_open_row(self) -> int:
        """Asks for the open row at the metered day; returns the interest newly asked for, in fen.

        What has run and it cannot ask for, or runs on in its period after it, goes to the next row.
        """
        row = self.open_row
        assert row is not None
        interest_fen = self.row_interest_fen(row)
        new_fen = interest_fen - row.asked.interest
        row.asked.principal = self.row_principal_fen(row, interest_fen)
        row.asked.interest = interest_fen
        if row.is_billed:
            row.run_on_fen += new_fen
        elif row is not self.rows[-1] and self.terms.recalculate:
            if self.interest.counted_to < row.until_on:
                self.interest.begin_row(row.number + 1, interest_fen, self.terms.schedule.rounding)
            else:
                self.interest.begin_period(row.number + 1, interest_fen, self.terms.schedule.rounding)
        row.is_billed = True
        return new_fen

    def end_period(self) -> int:
        """Ends a row's span at the metered day: its row is asked for, if it is still open; returns the interest asked.

        Interest is rounded once a period: of a row that was asked for before, what has run since stays with the row
        that is open now.
        """
        row, on = self.open_row, self.interest.counted_to
        if row is None or row.is_billed:
            return 0
        if row.until_on == on:
            return self.ask_open_row()
        if self.terms.recalculate:
            self.interest.round_period(row.number, self.terms.schedule.rounding)
        return 0
