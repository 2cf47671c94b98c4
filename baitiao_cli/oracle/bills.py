"""The bill: what it asks for, its minimum, its figures."""

from __future__ import annotations

from fractions import Fraction

from baitiao_cli.oracle.money import Money
from baitiao_cli.oracle.rows import DAY, PARTS, Bill, Row, rounded


class Bills(Money):
    """Making the bill of a bill day."""

    def _bill(self) -> None:
        is_open = any(plan.balance or any(row.unpaid for row in plan.rows) for plan in self.plans)
        is_issued = self.day in self.issued_on
        if not (any(self.moved.values()) or is_open or any(row.unpaid for row in self.line_rows) or is_issued):
            return
        self._ask_for_what_has_run()
        for plan in self.plans:
            for row in plan.rows:
                if plan.terms.due_by == "bill" and not row.is_billed and row.ends_on <= self.day:
                    self._ask_as_quoted(row)
        due_on = self.day + self.line.due_days * DAY
        if not self._missed():
            for row in self._rows():
                runs = row.unpaid > 0 or (row.plan is None and not row.is_billed)
                if row.revolves and runs and (row.is_carried or row.plan is None):
                    row.due_on = max(row.due_on, due_on)
        for row in list(self.line_rows):
            if not row.is_billed:
                row.is_billed, row.ends_on = True, self.day
                asked = row.asked["late_charge"]
                if rounded(row.late_so_far, self.line.rounding) > asked:
                    self._line_row().late_so_far = row.late_so_far - asked
                    row.late_so_far = Fraction(asked)
        self.carry_so_far = Fraction(0)
        self._net_credit()
        payable = self._payable()
        due = sum(row.unpaid for row in payable)
        if not any(self.moved.values()) and not due and not is_issued:
            return
        by_then = [row for row in payable if row.due_on <= due_on]
        revolving = self._revolving_minimum(by_then)
        installments = sum(row.unpaid for row in by_then if not row.revolves)
        opening = self.bills[-1].figures["closing"] if self.bills else 0
        figures = {
            "opening": opening,
            **{kind: self.moved.get(kind, 0) for kind in ("purchases", "interest", "fee", "late_charge")},
            "repayments": -self.moved.get("repaid", 0),
            "payouts": self.moved.get("paid out", 0),
            **{kind: -self.moved.get(kind, 0) for kind in ("refunds", "disputes", "waivers", "goodwill", "other")},
            "closing": self._asked_and_unpaid() - self.credit,
            "due": due,
            "minimum": min(due, installments + revolving),
        }
        bill = Bill(self.day, due_on, figures, revolving, met_on=None if revolving else self.day)
        self.bills.append(bill)
        self.moved = {}

    def _revolving_minimum(self, payable: list[Row]) -> int:
        fresh = sum(row.asked["principal"] - row.paid["principal"] for row in payable if self._is(row, carried=False))
        carried = sum(row.asked["principal"] - row.paid["principal"] for row in payable if self._is(row, carried=True))
        charges = sum(row.unpaid for row in payable if row.revolves) - fresh - carried
        if not (self.bills and self._was_missed(self.bills[-1])) and carried >= self.line.carried_floor_fen:
            carried = self._share(carried)
        return self._share(fresh) + carried + charges

    @staticmethod
    def _is(row: Row, carried: bool) -> bool:
        return row.revolves and row.is_carried == carried

    def _share(self, amount: int) -> int:
        return rounded(amount * self.line.minimum_share_ppb * PARTS, self.line.rounding)

    def _asked_and_unpaid(self) -> int:
        """With all principal, due or not."""
        charges = sum(row.unpaid - row.asked["principal"] + row.paid["principal"] for row in self._rows())
        return charges + sum(plan.balance for plan in self.plans)
