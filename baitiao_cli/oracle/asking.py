"""Asking: what has run by the night becomes something to pay, rounded."""

from __future__ import annotations

from fractions import Fraction

from baitiao_cli.oracle.lateness import Lateness
from baitiao_cli.oracle.rows import Plan, Row, rounded


class Asking(Lateness):
    """Interest and charges are asked for: the rounded sum so far less what was asked before."""

    def _line_row(self) -> Row:
        if not self.line_rows or self.line_rows[-1].is_billed:
            carried = [
                row.due_on for row in self._rows() if row.revolves and (row.is_carried or row.deferred) and row.unpaid
            ]
            due_on = min(carried, default=self.day)
            self.line_rows.append(Row(None, len(self.line_rows) + 1, self.day, self.day, due_on))
        return self.line_rows[-1]

    def _ask(self, row: Row, kind: str, amount: int) -> None:
        row.asked[kind] += amount
        self.moved[kind] = self.moved.get(kind, 0) + amount

    def _ask_as_quoted(self, row: Row) -> None:
        """A row whose price is fixed."""
        assert row.plan is not None
        row.is_billed = True
        self._ask(row, row.plan.price, row.quoted[row.plan.price] - row.asked[row.plan.price])

    def _ask_late(self, row: Row, rule: str) -> None:
        is_late = bool(self._late_bills()) if row.plan is None else self.day > row.due_on + self._grace(row)
        if is_late:
            self._ask(row, "late_charge", max(0, rounded(row.late_so_far, rule) - row.asked["late_charge"]))

    def _has_run(self, plan: Plan) -> int:
        """Interest so far that no row before the open one asked for: the period is rounded as a whole."""
        if plan.terms.recalculate:
            return rounded(plan.interest_so_far, plan.terms.schedule.rounding) - plan.asked_in_period
        return rounded(self._earned(plan), plan.terms.schedule.rounding)

    def _earned(self, plan: Plan) -> Fraction:
        """What the nights so far have earned of the open row's interest, where that of the first schedule stays."""
        row = plan.open_row
        nights = plan.unpaused_nights(row.begins_on, min(self.day, row.ends_on))
        all_nights = plan.unpaused_nights(row.begins_on, row.ends_on)
        return self._first_interest(plan, row) * Fraction(nights, all_nights) if all_nights else Fraction(0)

    def _first_interest(self, plan: Plan, row: Row) -> int:
        """As quoted, less where the rows before leave less principal than was quoted."""
        left, wanted, interest = self._left_for(plan, row), row.quoted["principal"], row.quoted["interest"]
        if left < wanted:
            interest = rounded(Fraction(interest * left, wanted), plan.terms.schedule.rounding)
        return interest

    def _interest_of_row(self, plan: Plan) -> int:
        """What the open row would ask for in all, were it asked for now."""
        row, asked = plan.open_row, plan.open_row.asked["interest"]
        if not plan.terms.recalculate:
            return max(asked, self._first_interest(plan, row))
        run, total = self._has_run(plan), sum(row.quoted.values())
        if plan.terms.schedule.method == "equal-payment" and row is not plan.rows[-1] and plan.balance:
            run = min(run, total)
            if run > total - row.paid["principal"]:
                return asked
        return max(run, asked)

    def _ask_interest(self, plan: Plan, most: int | None = None) -> None:
        """All that the open row asks for, or up to `most` of it."""
        row = plan.open_row
        wanted = self._interest_of_row(plan)
        new = max(0, (wanted if most is None else min(wanted, most)) - row.asked["interest"])
        row.run_on += new if row.is_billed else 0
        self._ask(row, "interest", new)

    @staticmethod
    def _left_for(plan: Plan, row: Row) -> int:
        others = sum(other.asked["principal"] for other in plan.rows if other.is_billed and other is not row)
        return plan.asked_in_rows - others

    def _ask_principal(self, plan: Plan, row: Row, interest: int | None = None) -> None:
        """The principal of a row that asks for so much interest."""
        left = self._left_for(plan, row)
        wanted = row.quoted["principal"]
        if plan.terms.schedule.method == "equal-payment":
            wanted = sum(row.quoted.values()) - (row.asked["interest"] if interest is None else interest)
        if row is plan.rows[-1]:
            wanted = left
        row.asked["principal"] = min(left, max(wanted, row.paid["principal"]))

    def _end_row(self, plan: Plan) -> None:
        """The open row is asked for, interest asked before; what has run beyond that is for the next."""
        row = plan.open_row
        self._ask_principal(plan, row)
        if row is not plan.rows[-1]:
            plan.asked_in_period += row.asked["interest"]
            if self.day == row.ends_on:
                self._end_period(plan)
        row.is_billed = True

    def _end_period(self, plan: Plan) -> None:
        """Interest of the period is rounded once; what was not asked for is where the next begins."""
        left = rounded(plan.interest_so_far, plan.terms.schedule.rounding) - plan.asked_in_period
        plan.interest_so_far, plan.asked_in_period = Fraction(left), 0

    def _ask_for_what_has_run(self) -> None:
        for plan in self.running:
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
