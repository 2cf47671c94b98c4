"""Which rows are late, and which minimum payments were missed."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from baitiao_cli.account.events import Opened
from baitiao_cli.oracle.line import Line
from baitiao_cli.oracle.rows import DAY, Bill, Contested, Plan, Receipt, RefundNote, Row


class Lateness(Line):
    """What is written down of an account, and its lateness on the day that has been reached."""

    def __init__(self, opening: Opened, opened_on: date) -> None:
        super().__init__(opening, opened_on)
        self.bill_day = opening.bill_day
        self.issued_on: set[date] = set()
        self.plans: list[Plan] = []
        self.running: list[Plan] = []
        self.line_rows: list[Row] = []
        self.bills: list[Bill] = []
        self.carry_so_far = Fraction(0)
        self.credit = 0
        self.moved: dict[str, int] = {}
        self.payer = ""
        self.receipts: list[Receipt] = []
        self.refunds: list[RefundNote] = []
        self.given_up: dict[str, int] = {}
        self.contested: dict[str, Contested] = {}

    def _leave_aside(self) -> None:
        """A plan of which all is asked for and paid never asks for anything again: it need not be looked at."""
        self.running = [plan for plan in self.running if plan.balance or not all(row.is_over for row in plan.rows)]

    def _rows(self) -> list[Row]:
        """The rows that are not paid, or not asked for yet."""
        rows = self.line_rows + [row for plan in self.running for row in plan.rows]
        return [row for row in rows if not row.is_over]

    def _is_past_due(self, row: Row) -> bool:
        return row.is_billed and row.unpaid > 0 and self.day >= row.due_on

    def _grace(self, row: Row) -> timedelta:
        return (self.line.late if row.plan is None else row.plan.terms.late).grace_days * DAY

    def _is_late(self, row: Row) -> bool:
        return self._is_past_due(row) and self.day > row.due_on + self._grace(row)

    def _missing(self, bill: Bill) -> int:
        return max(0, min(self._revolving_left(), bill.minimum_revolving - bill.paid_since))

    def _revolving_left(self) -> int:
        return sum(row.unpaid for row in self._rows() if row.revolves and row.is_billed)

    def _missed(self) -> list[Bill]:
        """Bills that are due with a minimum that is not met, be it within the grace days."""
        unmet = [bill for bill in self.bills if self.day >= bill.due_on and bill.paid_since < bill.minimum_revolving]
        return unmet if unmet and self._revolving_left() else []

    def _late_bills(self) -> list[Bill]:
        return [bill for bill in self._missed() if self.day > bill.due_on + self.line.late.grace_days * DAY]

    def _was_missed(self, bill: Bill) -> bool:
        if bill.met_on is None:
            return self._missing(bill) > 0 and self.day > bill.due_on + self.line.late.grace_days * DAY
        return bill.met_on > bill.due_on + self.line.late.grace_days * DAY

    def _look_at_lateness(self) -> None:
        """What is overdue for too long suspends the line, until nothing is overdue or the operator excuses it."""
        if self.line.suspend_after_days:
            days = self._days_past_due()
            if not days:
                self.is_late_too_long = self.is_excused = False
            elif days > self.line.suspend_after_days and not self.is_excused:
                self.is_late_too_long = True

    def _days_past_due(self) -> int:
        due = [row.due_on for row in self._rows() if not row.revolves and self._is_late(row)]
        due += [bill.due_on for bill in self._late_bills()]
        return max(((self.day - day).days for day in due), default=0)

    def _is_no_income(self, plan_id: str) -> bool:
        """Whether charges of a plan ("" the line) are no income before they are paid."""
        is_very_late = 0 < self.line.non_accrual_after_days < self._days_past_due()
        return is_very_late or "" in self.lost or plan_id in self.lost

    def _is_eased(self) -> bool:
        """Whether a plan that is not settled was extended or restructured."""
        return any(plan.eased and (plan.balance or not all(row.is_over for row in plan.rows)) for plan in self.running)

    def _class(self) -> str:
        """Not late, up to 90 days, up to the second and the third bound of the rule, beyond."""
        late, second, third = self._days_past_due(), *{"2023": (270, 360), "card": (120, 180)}[self.line.class_rule]
        if late == 0 and not self._is_eased():
            return "normal"
        if late <= 90:
            return "special-mention"
        return "substandard" if late <= second else "doubtful" if late <= third else "loss"
