"""One installment plan: its rows, what has been asked and paid on each, and the interest that runs on it."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import msgspec

from baitiao_cli.account.installment import Installment, Parts
from baitiao_cli.account.meter import ZERO, Meter, Span
from baitiao_cli.account.terms import PlanTerms
from baitiao_cli.calc.dates import Period
from baitiao_cli.calc.interest import accrued
from baitiao_cli.calc.money import round_fen

DAILY_METHODS = frozenset({"equal-payment", "equal-principal", "interest-only", "daily", "defer"})
"""Methods whose interest follows the principal really outstanding, night by night, and is due on its own dates."""

BULLET_METHODS = frozenset({"interest-only", "daily", "defer"})
"""Methods that ask for all principal in the last row, so that money ahead of time lowers the last row."""


class Plan(msgspec.Struct):
    """A purchase being paid in installments.

    `prepaid_fen` of the principal was paid outside of the rows, `refunded_fen` came back from the merchant.
    `agreed_periods` are the spans and due dates that the plan was made with, whatever became of its rows.
    `interest` is the meter of the row that interest is being asked in (`open_row`); `balance_nights` sums
    principal x nights, which the annual cap is tested on.
    """

    plan_id: str
    event_id: str
    started_on: date
    amount_fen: int
    financed_fen: int
    terms: PlanTerms
    rows: list[Installment]
    interest: Meter
    merchant: str = ""
    order_id: str = ""
    note: str = ""
    down_payment_fen: int = 0
    prepaid_fen: int = 0
    refunded_fen: int = 0
    agreed_periods: tuple[Period, ...] = ()
    balance_nights: int = 0
    balance_counted_to: date = date.min
    settled_on: date | None = None

    @property
    def earns_daily(self) -> bool:
        """Whether interest follows the principal outstanding by the day."""
        return self.terms.schedule.method in DAILY_METHODS

    @property
    def scheduled_fen(self) -> int:
        """The principal that the rows ask for: what was financed, less what went ahead of them or came back."""
        return self.financed_fen - self.prepaid_fen - self.refunded_fen

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
    def asking_count(self) -> int:
        """How many installments the plan has: rows that ask for nothing any more are none."""
        return sum(not row.asks_nothing for row in self.rows)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to pay or to fall due."""
        return self.balance_fen == 0 and all(row.is_billed and row.unpaid.total_fen == 0 for row in self.rows)

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

    def overdue_principal_fen(self, on: date) -> int:
        """Principal asked for, due before or on `on`, and unpaid."""
        return sum(row.unpaid.principal for row in self.rows if row.is_overdue(on))

    def accrue(self, until_on: date) -> None:
        """Counts interest and principal nights up to the start of `until_on`; spans never cross a row's end."""
        if until_on > self.balance_counted_to:
            self.balance_nights += self.balance_fen * (until_on - self.balance_counted_to).days
            self.balance_counted_to = until_on
        if self.earns_daily and until_on > self.interest.counted_to:
            base_fen, row = self._interest_base(), self.open_row
            assert row is not None
            from_on = max(self.interest.counted_to, self.started_on + timedelta(days=self.terms.schedule.free_days))
            interest = self._interest(from_on, until_on, base_fen)
            span = Span(row.number, from_on, until_on, base_fen, self.terms.schedule.rate, interest)
            self.interest.run(until_on, span)

    def _interest_base(self) -> int:
        """What bears the plan's own interest: overdue principal does not where the late rate comes instead of it."""
        overdue = self.overdue_principal_fen(self.interest.counted_to) if self.terms.late.instead else 0
        return self.balance_fen - overdue

    def _interest(self, from_on: date, until_on: date, base_fen: int) -> Fraction:
        """Exact interest of `[from_on, until_on)`, which lies in one row's span (or after the last)."""
        schedule = self.terms.schedule
        row = next((row for row in self.rows if from_on < row.until_on), self.rows[-1])
        if schedule.rate is None or row.number <= schedule.free_periods or from_on >= until_on or base_fen <= 0:
            return ZERO
        return accrued(
            base_fen, schedule.rate, schedule.day_count, row.period, from_on, until_on, schedule.whole_period
        )

    def next_boundary(self) -> date | None:
        """The next day on which a row's span ends and interest is asked for; `None` for plans on the bill."""
        if not self.earns_daily or self.settled_on:
            return None
        return next((row.until_on for row in self.rows if row.until_on > self.interest.counted_to), None)

    def interest_so_far_fen(self) -> int:
        """Interest of the open row up to the metered day, rounded; at most the row's total, unless it is the last."""
        row = self.open_row
        rounded = round_fen(self.interest.exact, self.terms.schedule.rounding)
        if row is None or row is self.rows[-1] or self.terms.schedule.method != "equal-payment":
            return rounded
        return min(rounded, row.planned.total_fen)

    def unasked_interest_fen(self) -> int:
        """Interest that has run on the open row and has not been asked for, rounded as if it were asked for now."""
        row = self.open_row
        if not self.earns_daily or row is None or self.settled_on:
            return 0
        return max(0, self.interest_so_far_fen() - row.asked.interest)

    @property
    def unbilled_rows(self) -> list[Installment]:
        """The rows that have not been asked for."""
        return [row for row in self.rows if not row.is_billed]

    def row_principal_fen(self, row: Installment, interest_fen: int) -> int:
        """The principal that `row` asks for with interest `interest_fen`: a row of equal payments keeps its total.

        The last row takes what the rows before it left; none asks for less than was paid on it, or more than is left.
        """
        others = sum(other.asked.principal for other in self.rows if other.is_billed and other is not row)
        left = self.scheduled_fen - others
        if row is self.rows[-1]:
            return left
        wanted = row.planned.principal
        if self.terms.schedule.method == "equal-payment":
            wanted = row.planned.total_fen - interest_fen
        return min(left, max(wanted, row.paid.principal))

    def ask_open_row(self) -> int:
        """Asks for the open row at the metered day; returns the interest newly asked for, in fen.

        What rounding to the row's total leaves over runs on in the next row.
        """
        row = self.open_row
        assert row is not None
        interest_fen = max(self.interest_so_far_fen(), row.asked.interest)
        new_fen = interest_fen - row.asked.interest
        row.asked.principal = self.row_principal_fen(row, interest_fen)
        row.asked.interest = interest_fen
        if row.is_billed:
            row.run_on_fen += new_fen
        elif row is not self.rows[-1]:
            is_capped = round_fen(self.interest.exact, self.terms.schedule.rounding) > interest_fen
            left_over = self.interest.exact - interest_fen if is_capped else ZERO
            self.interest.begin_row(row.number + 1, self.interest.counted_to, left_over)
        row.is_billed = True
        return new_fen
