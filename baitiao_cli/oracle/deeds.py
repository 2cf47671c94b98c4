"""What the events of a day do."""

from __future__ import annotations

from datetime import date
from math import floor

from baitiao_cli.account.events import (
    BillDayChanged,
    BillIssued,
    CreditGranted,
    Event,
    Opened,
    PaidOff,
    PaidOut,
    Prepaid,
    Purchased,
    Refunded,
    Repaid,
    Reversed,
    Waived,
)
from baitiao_cli.calc.dates import bill_periods, periods_from
from baitiao_cli.calc.schedule import make_schedule
from baitiao_cli.oracle.line import OF_THE_LINE
from baitiao_cli.oracle.prepayments import Prepayments
from baitiao_cli.oracle.rows import DAY, PARTS, Plan, Row, nothing


class Deeds(Prepayments):
    """Taking one event after the other."""

    def _take(self, event: Event) -> None:
        self.payer = event.event_id if isinstance(event.fact, Repaid | PaidOff | Prepaid) else ""
        self._hear(event.fact)
        match event.fact:
            case Purchased():
                self._purchase(event.fact)
            case Repaid():
                self.moved["repaid"] = self.moved.get("repaid", 0) + event.fact.amount_fen
                self._ask_for_what_has_run()
                self._spread(event.fact.amount_fen, self._named(event.fact.plan_id))
            case PaidOff():
                self.moved["repaid"] = self.moved.get("repaid", 0) + event.fact.amount_fen
                self._pay_off(event.fact)
            case Prepaid():
                self.moved["repaid"] = self.moved.get("repaid", 0) + event.fact.amount_fen
                self._prepay(event.fact)
            case PaidOut():
                paid = min(event.fact.amount_fen, self.credit)
                self.credit -= paid
                self.moved["paid out"] = self.moved.get("paid out", 0) + paid
            case Refunded():
                self._refund(event.fact)
            case Waived():
                self._waive(event.fact)
            case CreditGranted():
                self._grant(event.fact)
            case BillDayChanged():
                self._change_bill_day(event.fact.bill_day)
            case Opened() | BillIssued() | Reversed():
                pass
            case fact if isinstance(fact, OF_THE_LINE):
                pass
            case _:
                raise AssertionError(event)
        self.payer = ""

    def _purchase(self, purchase: Purchased) -> None:
        terms, financed = purchase.terms, purchase.amount_fen - purchase.down_payment_fen
        count = terms.schedule.installments
        if terms.due_by == "bill":
            periods = bill_periods(self.day, count, self.bill_day, self.line.due_days)
        else:
            periods = periods_from(self.day, count, terms.every, terms.unit)
        plan = Plan(purchase.plan_id, len(self.plans) + 1, self.day, financed, terms)
        for row in make_schedule(financed, periods, terms.schedule):
            quoted = nothing() | {"principal": row.principal_fen, "interest": row.interest_fen, "fee": row.fee_fen}
            made = Row(plan, row.number, row.from_on, row.until_on, row.due_on, quoted)
            made.first_principal, made.first_fee = row.principal_fen, row.fee_fen
            if not plan.by_the_night:
                made.asked["principal"] = row.principal_fen
            plan.rows.append(made)
        self.plans.append(plan)
        self.moved["purchases"] = self.moved.get("purchases", 0) + financed

    def _change_bill_day(self, bill_day: int) -> None:
        """Rows that are not billed go to the new bills, by the last one that is due in time, or the first of all."""
        self.bill_day = bill_day
        for row in self._rows():
            if row.plan is None or row.is_billed or row.plan.terms.due_by != "bill":
                continue
            bills: list[date] = []
            day = self.day + DAY
            while not bills or day + self.line.due_days * DAY <= row.due_on:
                if day.day == bill_day:
                    bills.append(day)
                day += DAY
            row.ends_on = bills[-1]
            row.due_on = row.ends_on + self.line.due_days * DAY

    def _pay_off(self, payoff: PaidOff) -> None:
        """All rows are asked for at once, the fee of the rest under the policy; then the money is spread."""
        named = self._named(payoff.plan_id)
        plans = [named] if named else self.plans
        self._ask_for_what_has_run()
        for plan in plans:
            rest = [row for row in plan.rows if not row.is_billed and not plan.by_the_night]
            fee = self._payoff_fee(plan, rest)
            for row in rest:
                row.is_billed = True
                row.quoted["fee"] = fee
                self._ask(row, "fee", fee)
                fee = 0
            if plan.by_the_night and not plan.terms.recalculate:
                self._forget_interest_to_come(plan)
        if not named:
            payer, self.payer = self.payer, ""
            self.credit = self._pay_all(plans, self.credit)
            self.payer = payer
        self._spread(self._pay_all(plans, payoff.amount_fen, named))
        self._net_credit()
        for plan in plans:
            for row in plan.rows:
                if not plan.by_the_night and row.ends_on > self.day and row.unpaid:
                    row.is_billed = False

    def _forget_interest_to_come(self, plan: Plan) -> None:
        open_row, so_far = plan.open_row, self._has_run(plan)
        for row in plan.rows:
            if not row.is_billed:
                row.quoted["interest"] = max(row.asked["interest"], so_far if row is open_row else 0)

    def _pay_all(self, plans: list[Plan], amount: int, named: Plan | None = None) -> int:
        amount = self._pay_payable(amount, named)
        for plan in plans:
            amount = self._pay_ahead(plan, amount)
        return amount

    def _payoff_fee(self, plan: Plan, rest: list[Row]) -> int:
        if not rest or self.day == plan.began_on:
            return 0
        fee = {
            "all-fees": sum(row.quoted["fee"] for row in rest),
            "next-period": rest[0].quoted["fee"],
            "waive-rest": 0,
        }[plan.terms.payoff]
        if plan.terms.annual_cap_ppb:
            allowed = floor(plan.principal_nights * plan.terms.annual_cap_ppb * PARTS / 365)
            asked = sum(row.asked["fee"] + row.asked["interest"] for row in plan.rows)
            fee = min(fee, max(0, allowed - asked))
        return fee
