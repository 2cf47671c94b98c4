"""Prepayments: principal ahead of time, and what that makes of the rows."""

from __future__ import annotations

import copy
from fractions import Fraction

from baitiao_cli.account.events import Prepaid
from baitiao_cli.oracle.corrections import Corrections
from baitiao_cli.oracle.rows import DAY, PRINCIPAL_LAST, Plan, Receipt, Row
from baitiao_cli.oracle.schedules import schedule_of


class Prepayments(Corrections):
    """Taking principal out of a plan's rows."""

    def _prepay(self, prepaid: Prepaid) -> None:
        """What is payable on the plan, the interest so far, then principal; what is over is money like any other."""
        plan, amount = self._named(prepaid.plan_id), prepaid.amount_fen
        assert plan is not None
        self._ask_for_what_has_run()
        amount = self._pay_payable(amount, plan)
        if amount and plan.by_the_night and plan.balance:
            self._ask_interest(plan, min(self._has_run(plan), plan.open_row.paid["interest"] + amount))
            amount -= self._pay(plan.open_row, "interest", amount)
        ahead = min(amount, plan.balance)
        if ahead:
            rows = self._rows_that_ask(plan)
            plan.prepaid += ahead
            self.receipts.append(Receipt(self.payer, rows[-1], ahead))
            self.moved["within"] = self.moved.get("within", 0) + ahead
            if plan.by_the_night:
                for row in rows:
                    row.asked["principal"] = row.paid["principal"]
                if prepaid.effect == "lower-payment" and plan.terms.schedule.method not in PRINCIPAL_LAST:
                    self._quote_again(plan, rows)
            else:
                self._lower_rows(plan, rows, ahead, prepaid.effect)
        for each in self.plans:
            self._finish(each)
        self._spread(amount - ahead)

    def _rows_that_ask(self, plan: Plan) -> list[Row]:
        """Rows that are still to come and would ask for something, were the plan paid today and on time from now on."""
        if not plan.by_the_night:
            return [row for row in plan.rows if not row.is_billed]
        alone = copy.copy(self)
        alone.moved = {}
        later = copy.deepcopy(plan)
        for row in later.rows:
            if row.is_billed and row.ends_on <= self.day:  # what is overdue is paid today
                row.paid["principal"] = row.asked["principal"]
        while not later.rows[-1].is_billed:
            row = later.open_row
            if alone.day >= row.ends_on:
                alone._ask_interest(later)
                alone._end_row(later)
                row.paid["principal"] = row.asked["principal"]
                continue
            if any(other.ends_on == alone.day > self.day for other in later.rows):
                alone._end_period(later)
            later.interest_so_far += later.balance * later.night_rate(alone.day) if self._bears(later, alone) else 0
            alone.day += DAY
        return [
            row
            for row, played in zip(plan.rows, later.rows, strict=True)
            if not row.is_billed and (any(played.asked.values()) or any(played.paid.values()))
        ]

    @staticmethod
    def _bears(plan: Plan, walked: Corrections) -> bool:
        return plan.terms.recalculate and walked.day >= plan.began_on + plan.terms.schedule.free_days * DAY

    def _quote_again(self, plan: Plan, rows: list[Row]) -> None:
        """The schedule of what is left, from today to the rows' dates, besides the interest that was asked for."""
        first = plan.cost_of_nights(self.day, rows[0].ends_on)
        self._put_schedule(plan, rows, plan.balance + rows[0].paid["principal"], first, rows[0].asked["interest"])

    @staticmethod
    def _put_schedule(plan: Plan, rows: list[Row], principal: int, first: Fraction, besides: int = 0) -> None:
        """The rows as the plan's method makes them of `principal`; `first` is the cost of a fen in the first of them.

        Rows behind them are gone; where no schedule can be made, all stays.
        """
        costs = [first] + [plan.cost_of_nights(row.begins_on, row.ends_on) for row in rows[1:]]
        made = schedule_of(principal, costs, plan.terms.schedule)
        for row, (part, interest) in zip(rows, made, strict=False):
            row.asked["principal"] = row.paid["principal"]
            row.quoted["principal"], row.quoted["interest"], row.without_pauses = part, interest, None
        if made:
            rows[0].quoted["interest"] += besides
            plan.rows = [row for row in plan.rows if row.number <= rows[-1].number]

    def _lower_rows(self, plan: Plan, rows: list[Row], ahead: int, effect: str) -> None:
        wanted, before = [row.asked["principal"] - row.paid["principal"] for row in rows], self._night_cost(plan)
        each = (sum(wanted) - ahead) // len(rows)
        if effect == "lower-payment" and each:
            wanted = [each] * (len(rows) - 1) + [sum(wanted) - ahead - each * (len(rows) - 1)]
        else:
            while ahead:
                last = max(place for place, principal in enumerate(wanted) if principal)
                taken = min(ahead, wanted[last])
                wanted[last] -= taken
                ahead -= taken
        for row, principal in zip(rows, wanted, strict=True):
            row.asked["principal"] = row.quoted["principal"] = principal + row.paid["principal"]
            is_due_anyway = row is rows[0] and plan.terms.payoff == "next-period" and self.day > plan.began_on
            if not is_due_anyway:
                share = Fraction(row.asked["principal"], row.first_principal) * row.first_price
                share = min(row.full_price(plan.price), share)
                row.set_price(plan.price, share, plan.terms.schedule.rounding)
            if not row.unpaid and row.quoted[plan.price] == row.asked[plan.price]:
                row.is_billed = True
        self._keep_within_cap(plan, before)
