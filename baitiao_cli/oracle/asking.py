"""Asking: what has run by the night becomes something to pay, rounded."""

from __future__ import annotations

from fractions import Fraction

from baitiao_cli.oracle.lateness import Lateness
from baitiao_cli.oracle.rows import Plan, Row, rounded


class Asking(Lateness):
    """Interest and charges are asked for: the rounded sum so far less what was asked before."""

    def _line_row(self) -> Row:
        if not self.line_rows or self.line_rows[-1].is_billed:
            carried = [row.due_on for row in self._rows() if row.revolves and row.is_carried and row.unpaid]
            due_on = min(carried, default=self.day)
            self.line_rows.append(Row(None, len(self.line_rows) + 1, self.day, due_on))
        return self.line_rows[-1]

    def _ask(self, row: Row, kind: str, amount: int) -> None:
        row.asked[kind] += amount
        self.moved[kind] = self.moved.get(kind, 0) + amount

    def _ask_late(self, row: Row, rule: str) -> None:
        is_late = bool(self._late_bills()) if row.plan is None else self.day > row.due_on + self._grace(row)
        if is_late:
            self._ask(row, "late_charge", max(0, rounded(row.late_so_far, rule) - row.asked["late_charge"]))

    def _interest_so_far(self, plan: Plan) -> int:
        row, exact = plan.open_row, rounded(plan.interest_so_far, plan.terms.schedule.rounding)
        if plan.terms.schedule.method == "equal-payment" and row is not plan.rows[-1]:
            exact = min(exact, sum(row.quoted.values()))
        return max(exact, row.asked["interest"])

    def _ask_interest(self, plan: Plan) -> None:
        row = plan.open_row
        new = self._interest_so_far(plan) - row.asked["interest"]
        row.run_on += new if row.is_billed else 0
        self._ask(row, "interest", new)

    def _ask_principal(self, plan: Plan, row: Row) -> None:
        others = sum(other.asked["principal"] for other in plan.rows if other.is_billed and other is not row)
        left = plan.asked_in_rows - others
        wanted = row.quoted["principal"]
        if plan.terms.schedule.method == "equal-payment":
            wanted = sum(row.quoted.values()) - row.asked["interest"]
        if row is plan.rows[-1]:
            wanted = left
        row.asked["principal"] = min(left, max(wanted, row.paid["principal"]))

    def _end_row(self, plan: Plan) -> None:
        """The open row is asked for, interest asked before; the next begins with what passed the row's total."""
        row = plan.open_row
        self._ask_principal(plan, row)
        if row is not plan.rows[-1]:
            passed = rounded(plan.interest_so_far, plan.terms.schedule.rounding) > row.asked["interest"]
            plan.interest_so_far = plan.interest_so_far - row.asked["interest"] if passed else Fraction(0)
        row.is_billed = True

    def _ask_for_what_has_run(self) -> None:
        for plan in self.plans:
            for row in plan.rows:
                if row.is_billed and not row.revolves:
                    self._ask_late(row, plan.terms.schedule.rounding)
            if plan.by_the_night and plan.rows[-1].is_billed and plan.balance:
                self._ask_interest(plan)
        interest = rounded(self.carry_so_far, self.line.rounding)
        if interest or (self.line_rows and not self.line_rows[-1].is_billed):
            row = self._line_row()
            self._ask(row, "interest", interest - row.asked["interest"])
            self._ask_late(row, self.line.rounding)
