"""Plans begin: a purchase, a bill turned into installments."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.events import BillConverted, Purchased
from baitiao_cli.account.terms import PlanTerms
from baitiao_cli.calc.dates import bill_periods, periods_from
from baitiao_cli.calc.schedule import make_schedule
from baitiao_cli.oracle.prices import Prices
from baitiao_cli.oracle.rows import Plan, Row, nothing


class Lending(Prices):
    """Making a plan and its rows."""

    def _begin_plan(self, fact: Purchased | BillConverted) -> None:
        if isinstance(fact, Purchased):
            self._purchase(fact)
        else:
            self._convert(fact)

    def _purchase(self, purchase: Purchased) -> None:
        financed = purchase.amount_fen - purchase.down_payment_fen - purchase.trade_in_fen
        self._lend(purchase.plan_id, purchase.terms, financed, purchase.first_due_on)
        self.moved["purchases"] = self.moved.get("purchases", 0) + financed

    def _convert(self, conversion: BillConverted) -> None:
        """Principal of a bill's own purchases goes over to a plan begun today; no money comes or goes."""
        bill = next((bill for bill in self.bills if bill.billed_on == conversion.billed_on), None)
        rows = [
            row
            for plan in self.plans
            for row in plan.rows
            if plan.terms.revolving and row.is_billed and row.ends_on == conversion.billed_on
        ]
        there = sum(row.asked["principal"] - row.paid["principal"] for row in rows)
        if bill is None or self.day > bill.due_on or there < conversion.amount_fen:
            return
        self._lend(conversion.plan_id, conversion.terms, conversion.amount_fen)
        self._take_over(rows, conversion.amount_fen, bill.billed_on)

    def _take_over(self, rows: list[Row], left: int, from_bill: date = date.min) -> None:
        """Principal of rows of purchases goes over to the plan that was begun last."""
        taken_over = self.plans[-1].taken_over
        for row in rows:
            taken = self._pay(row, "principal", left, from_bill)
            if taken and row.plan:
                before = row.plan.taken_over  # of what is owed again after a dispute: the purchase that was disputed
                purchase = next(iter(before), row.plan.plan_id)
                taken_over[purchase] = taken_over.get(purchase, 0) + taken
                if before:
                    before[purchase] -= taken
                left -= taken

    def _lend(self, plan_id: str, terms: PlanTerms, financed: int, first_due_on: date | None = None) -> None:
        count = terms.schedule.installments
        if terms.due_by == "bill":
            periods = bill_periods(self.day, count, self.bill_day, self.line.due_days)
        else:
            periods = periods_from(self.day, count, terms.every, terms.unit, first_due_on)
        plan = Plan(plan_id, len(self.plans) + 1, self.day, financed, terms)
        plan.anchor, plan.base = first_due_on or self.day, financed
        for period, row in zip(periods, make_schedule(financed, periods, terms.schedule), strict=True):
            quoted = nothing() | {"principal": row.principal_fen, "interest": row.interest_fen, "fee": row.fee_fen}
            made = Row(plan, row.number, row.from_on, row.until_on, row.due_on, quoted)
            made.months, made.agreed = period.months, (period.from_on, period.until_on)
            made.promised = made.agreed
            made.first_principal, made.first_price = row.principal_fen, quoted[plan.price]
            if not plan.by_the_night:
                made.asked["principal"] = row.principal_fen
            plan.rows.append(made)
        self.plans.append(plan)
        self.running.append(plan)
