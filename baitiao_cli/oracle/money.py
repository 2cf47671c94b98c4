"""Money in: which row it goes to, ahead of time, and what is over."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from baitiao_cli.oracle.asking import Asking
from baitiao_cli.oracle.rows import PRINCIPAL_LAST, Plan, Receipt, Row

KINDS_AHEAD = ("interest", "principal")


class Money(Asking):
    """Paying rows, oldest due first."""

    def _order(self) -> tuple[str, ...]:
        very_late = self._days_past_due() > self.line.very_late_after_days
        return self.line.very_late_order if very_late else self.line.usual_order

    def _payable(self) -> list[Row]:
        kinds = self._order()
        of_line = 0 if kinds.index("interest") < kinds.index("principal") else 3

        def place(row: Row) -> tuple[date, int, int, int]:
            rank = of_line if row.plan is None else 2 if row.revolves else 1
            return row.due_on, rank, row.plan.place if row.plan else 0, row.number

        return sorted((row for row in self._rows() if row.is_payable), key=place)

    def _pay_payable(self, amount: int, plan: Plan | None = None, revolving_only: bool = False) -> int:
        def meant() -> list[Row]:
            rows = [row for row in self._payable() if row.revolves or not revolving_only]
            return [row for row in rows if plan is None or row.plan is plan]

        while amount and (rows := meant()):
            order = self._order()
            for row in rows:
                for kind in (row.plan.terms.allocation if row.plan else ()) or order:
                    amount -= self._pay(row, kind, amount)
            for each in self.plans:
                self._finish(each)
        return amount

    def _pay(self, row: Row, kind: str, amount: int, from_bill: date = date.min) -> int:
        taken = min(amount, row.asked[kind] - row.paid[kind])
        row.paid[kind] += taken
        self.moved["within"] = self.moved.get("within", 0) + taken
        self.receipts.append(Receipt(self.payer, row, taken))
        self._forgive_in_grace(row)
        if row.revolves and taken:
            self._count_towards_minimum(taken, from_bill)
        return taken

    def _forgive_in_grace(self, row: Row) -> None:
        in_grace = self.day <= row.due_on + self._grace(row)
        if row.plan is not None and not row.revolves and in_grace and not row.unpaid:
            row.late_so_far = Fraction(row.asked["late_charge"])

    def _count_towards_minimum(self, amount: int, from_bill: date) -> None:
        was_missed = self._missed()
        for bill in self.bills:
            if bill.billed_on >= from_bill and bill.paid_since < bill.minimum_revolving:
                bill.paid_since += amount
                if bill.paid_since >= bill.minimum_revolving:
                    bill.met_on = self.day
        met_in_grace = was_missed and not self._missed() and not any(self._was_missed(bill) for bill in was_missed)
        if met_in_grace and self.line_rows and not self.line_rows[-1].is_billed:
            self.line_rows[-1].late_so_far = Fraction(self.line_rows[-1].asked["late_charge"])

    def _pay_ahead(self, plan: Plan, amount: int) -> int:
        while amount and plan.by_the_night and plan.balance:
            row = plan.open_row
            target = plan.rows[-1] if plan.terms.schedule.method in PRINCIPAL_LAST else row
            for kind in [kind for kind in plan.terms.allocation or KINDS_AHEAD if kind in KINDS_AHEAD]:
                if kind == "interest":
                    self._ask_interest(plan, row.paid["interest"] + amount)
                    amount -= self._pay(row, "interest", amount)
                else:
                    self._ask_principal(plan, target, self._interest_of_row(plan))
                    amount -= self._pay(target, "principal", amount)
            if self._interest_of_row(plan) > row.paid["interest"]:
                break
            if target is not row or row.unpaid:
                break
            if not row.is_billed:
                self._end_row(plan)
        self._finish(plan)
        return amount

    def _finish(self, plan: Plan) -> None:
        """A plan by the night whose principal is gone asks for the interest that has run, and for no more rows."""
        if plan.by_the_night and plan.balance == 0:
            if not plan.open_row.is_billed:
                self._ask_interest(plan)
                self._end_row(plan)
            for row in plan.rows:
                if not row.is_billed and row.asked["interest"] == row.paid["interest"]:
                    row.is_billed, row.asked["principal"] = True, row.paid["principal"]

    def _net_credit(self) -> None:
        payer, self.payer = self.payer, ""
        if self.credit:
            self.credit = self._pay_payable(self.credit)
        self.payer = payer

    def _named(self, plan_id: str) -> Plan | None:
        return next((plan for plan in self.plans if plan.plan_id == plan_id), None)

    def _spread(self, amount: int, named: Plan | None = None) -> None:
        if named:
            amount = self._pay_payable(amount, named)
            amount = self._surplus(amount, [named])
        amount = self._pay_payable(amount)
        self.credit += self._surplus(amount, self.plans)

    def _surplus(self, amount: int, plans: list[Plan]) -> int:
        for plan in plans:
            if plan.terms.surplus == "next-installment":
                amount = self._pay_ahead(plan, amount)
        return amount
