"""What the events of a day do."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import floor

from baitiao_cli.account.events import (
    BalanceRestructured,
    BillConverted,
    BillDayChanged,
    BillDeferred,
    BillIssued,
    CreditGranted,
    DebitTried,
    DisputeLost,
    DisputeOpened,
    DisputeWon,
    Event,
    Extended,
    Opened,
    PaidOff,
    PaidOut,
    Paused,
    Prepaid,
    Purchased,
    Recovered,
    Refunded,
    Repaid,
    Repriced,
    Restructured,
    Reversed,
    Waived,
    WrittenOff,
)
from baitiao_cli.oracle.line import OF_THE_LINE
from baitiao_cli.oracle.losses import Losses
from baitiao_cli.oracle.rows import DAY, PARTS, Plan, Row, rounded


class Deeds(Losses):
    """Taking one event after the other."""

    def _take(self, event: Event) -> None:
        is_payment = isinstance(event.fact, Repaid | PaidOff | Prepaid | DebitTried | Recovered)
        self.payer = event.event_id if is_payment else ""
        self._hear(event.fact)
        match event.fact:
            case Purchased() | BillConverted():
                self._begin_plan(event.fact)
            case Repaid() | DebitTried():
                self._receive(event.fact)
            case PaidOff():
                self.moved["repaid"] = self.moved.get("repaid", 0) + event.fact.amount_fen
                self._pay_off(event.fact)
            case Prepaid():
                self.moved["repaid"] = self.moved.get("repaid", 0) + event.fact.amount_fen
                self._prepay(event.fact)
            case Repriced() | Paused() | Extended() | Restructured() | BalanceRestructured():
                self._change_terms(event.fact)
            case PaidOut():
                paid = min(event.fact.amount_fen, self.credit)
                self.credit -= paid
                self.moved["paid out"] = self.moved.get("paid out", 0) + paid
            case Refunded() | Waived() | CreditGranted():
                self._correct(event.fact)
            case WrittenOff() | Recovered():
                self._lose_or_recover(event.fact)
            case DisputeOpened() | DisputeWon() | DisputeLost():
                self._dispute(event.event_id, event.fact)
            case BillDayChanged() | BillDeferred():
                self._change_bills(event.fact)
            case fact if isinstance(fact, (*OF_THE_LINE, Opened, BillIssued, Reversed)):
                pass
            case _:
                raise AssertionError(event)
        self.payer = ""

    def _correct(self, fact: Refunded | Waived | CreditGranted) -> None:
        if isinstance(fact, Refunded):
            self._refund(fact)
        elif isinstance(fact, Waived):
            self._waive(fact)
        else:
            self._grant(fact)

    def _change_bills(self, fact: BillDayChanged | BillDeferred) -> None:
        if isinstance(fact, BillDayChanged):
            self._change_bill_day(fact.bill_day)
        else:
            self._defer(fact)

    def _defer(self, deferral: BillDeferred) -> None:
        """What is unpaid of the bill and revolves falls due later; what is not carried costs the nights between."""
        bill = next((bill for bill in self.bills if bill.billed_on == deferral.billed_on), None)
        if bill is None or bill.is_deferred or self.day >= bill.due_on:
            return
        until = bill.due_on + deferral.days * DAY
        for row in self._rows():
            if row.revolves and row.is_billed and row.ends_on <= bill.billed_on and row.due_on == bill.due_on:
                row.due_on = until if row.unpaid else row.due_on
                if row.unpaid and not row.is_carried:
                    row.deferred = bill.due_on, until, deferral.daily_ppb
        bill.is_deferred, bill.due_on = True, until

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
            earlier = [other for other in row.plan.rows if other.number < row.number]
            row.begins_on = earlier[-1].ends_on if earlier else row.plan.began_on
            row.ends_on = bills[-1]
            row.due_on = row.ends_on + self.line.due_days * DAY

    def _pay_off(self, payoff: PaidOff) -> None:
        """All rows are asked for at once, the fee of the rest under the policy; then the money is spread."""
        named = self._named(payoff.plan_id)
        plans = [named] if named else self.plans
        self._ask_for_what_has_run()
        for plan in plans:
            if plan.by_the_night:
                self._forget_interest_to_come(plan)
                continue
            rest = [row for row in plan.rows if not row.is_billed]
            price = self._payoff_price(plan, rest)
            for row in rest:
                row.quoted[plan.price] = price
                self._ask_as_quoted(row)
                price = 0
            self._give_up_what_passes_the_cap(plan)
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

    def _give_up_what_passes_the_cap(self, plan: Plan) -> None:
        for row in reversed(plan.rows):
            over = self._asked_in_all(plan) - self._allowed(plan) if plan.terms.annual_cap_ppb else 0
            cut = min(max(0, over), row.asked[plan.price] - row.paid[plan.price])
            row.quoted[plan.price] -= cut
            self._ask(row, plan.price, -cut)

    @staticmethod
    def _asked_in_all(plan: Plan) -> int:
        return sum(row.asked["fee"] + row.asked["interest"] for row in plan.rows)

    @staticmethod
    def _allowed(plan: Plan) -> int:
        return floor(plan.principal_nights * plan.terms.annual_cap_ppb * PARTS / 365)

    def _payoff_price(self, plan: Plan, rest: list[Row]) -> int:
        if not rest or self.day == plan.began_on:
            return 0
        used = plan.unpaused_nights(rest[0].begins_on, min(self.day, rest[0].ends_on))
        all_nights = plan.unpaused_nights(rest[0].begins_on, rest[0].ends_on)
        of_nights = Fraction(rest[0].quoted[plan.price] * used, max(1, all_nights))
        price = {
            "all-fees": sum(row.quoted[plan.price] for row in rest),
            "next-period": rest[0].quoted[plan.price],
            "waive-rest": 0,
            "accrued-days": rounded(of_nights, plan.terms.schedule.rounding),
        }[plan.terms.payoff]
        if plan.terms.annual_cap_ppb:
            price = min(price, max(0, self._allowed(plan) - self._asked_in_all(plan)))
        return price
