"""What is left of a plan agreed anew: other rows, from a day on."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from baitiao_cli.account.events import BalanceRestructured, Extended, Paused, Repriced, Restructured
from baitiao_cli.account.terms import PlanTerms
from baitiao_cli.calc.dates import Period, bill_periods, periods_from
from baitiao_cli.calc.rate_steps import Pause
from baitiao_cli.calc.schedule import make_schedule
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.oracle.disputes import Disputes
from baitiao_cli.oracle.rows import Plan, Row, nothing, rounded


class Renewals(Disputes):
    """Restructuring."""

    def _change_terms(self, change: Repriced | Paused | Extended | Restructured | BalanceRestructured) -> None:
        if isinstance(change, Restructured):
            self._restructure(change)
        elif isinstance(change, BalanceRestructured):
            self._restructure_balance(change)
        else:
            super()._change_terms(change)

    def _restructure(self, fact: Restructured) -> None:
        """Charges so far stay on the rows that asked for them until the first new row is due; principal goes on."""
        plan = self._named(fact.plan_id)
        if plan is None or not plan.balance:
            return
        self._ask_for_what_has_run()
        if plan.by_the_night:
            self._ask_all_that_has_run(plan)
        while plan.rows and not self._is_told(plan.rows[-1]):
            plan.rows.pop()
        if fact.keeps_suspense:
            self._keep_out_of_income()
        if fact.rate:
            plan.rates.append((self.day, fact.rate))
        made = self._rows_anew(plan, fact.installments)
        for row in plan.rows:
            self._end(row, made[0])
        plan.rows += made
        plan.base, plan.anchor, plan.extended, plan.eased = plan.balance, self.day, 0, True
        self._net_credit()

    def _restructure_balance(self, fact: BalanceRestructured) -> None:
        """Principal that bills have asked for goes over to a plan; charges wait for its first row and cost nothing."""
        rows = [row for row in self._rows() if row.plan and row.revolves and row.is_billed]
        amount = sum(row.asked["principal"] - row.paid["principal"] for row in rows)
        if not amount or not self._can_be_lent(fact.terms, amount):
            return
        self._ask_for_what_has_run()
        self._keep_out_of_income()
        self._lend(fact.plan_id, fact.terms, amount)
        made = self.plans[-1]
        made.eased = True
        self._take_over(rows, amount)
        first_due_on = made.rows[0].due_on
        for row in self.line_rows:
            if row.unpaid or not row.is_billed:
                row.due_on, row.is_carried, row.deferred = first_due_on, False, (self.day, first_due_on, 0)
            if rounded(row.late_so_far, self.line.rounding) > row.asked["late_charge"]:
                row.late_so_far = Fraction(row.asked["late_charge"])
        for bill in self.bills:
            if bill.paid_since < bill.minimum_revolving:
                bill.paid_since, bill.met_on = bill.minimum_revolving, self.day

    def _keep_out_of_income(self) -> None:
        """What is no income now is none before it is paid, of every debt."""
        for plan in (None, *self.plans):
            if self._is_no_income(plan.plan_id if plan else ""):
                for row in plan.rows if plan else self.line_rows:
                    row.no_income_before_paid = dict(row.asked)

    def _can_be_lent(self, terms: PlanTerms, amount: int) -> bool:
        try:
            make_schedule(amount, self._periods(terms, terms.schedule.installments), terms.schedule)
        except BaitiaoError:
            return False
        return True

    def _ask_all_that_has_run(self, plan: Plan) -> None:
        row = plan.open_row
        if not row.is_billed:
            self._ask(row, "interest", max(0, self._has_run(plan) - row.asked["interest"]))
        if plan.terms.recalculate:
            plan.interest_so_far, plan.asked_in_period = Fraction(self._has_run(plan) - row.asked["interest"]), 0

    @staticmethod
    def _is_told(row: Row) -> bool:
        """Whether it asked for anything, or anything was paid on it; principal that is still to come does not count."""
        asked = sum(row.asked.values()) - (0 if row.is_billed else row.asked["principal"])
        return bool(asked or any(row.paid.values()))

    def _end(self, row: Row, first: Row) -> None:
        assert row.plan is not None
        row.asked["principal"] = row.paid["principal"]
        row.quoted = row.asked | {"late_charge": 0}
        row.is_billed = True
        row.begins_on, row.ends_on = min(row.begins_on, self.day), min(row.ends_on, self.day)
        if row.unpaid:
            row.due_on = first.due_on
        if rounded(row.late_so_far, row.plan.terms.schedule.rounding) > row.asked["late_charge"]:
            row.late_so_far = Fraction(row.asked["late_charge"])

    def _periods(self, terms: PlanTerms, count: int) -> tuple[Period, ...]:
        if terms.due_by == "bill":
            return bill_periods(self.day, count, self.bill_day, self.line.due_days)
        return periods_from(self.day, count, terms.every, terms.unit)

    def _rows_anew(self, plan: Plan, count: int) -> list[Row]:
        """As a plan of what is left has them, at the price of today; numbers go on, those that are free stay so."""
        schedule, before = plan.terms.schedule, len(plan.rows)
        now, has_fixed_price = plan.rate_in(self.day), not (plan.by_the_night and plan.terms.recalculate)
        terms = replace(
            schedule,
            installments=count,
            free_periods=sum(number <= schedule.free_periods for number in range(before + 1, before + count + 1)),
            fee=(now or schedule.fee) if schedule.fee else None,
            rate=None if schedule.fee else now,
            pauses=() if has_fixed_price else tuple(Pause(begin, end) for begin, end in plan.paused),
        )
        made = []
        periods = self._periods(plan.terms, count)
        for period, row in zip(periods, make_schedule(plan.balance, periods, terms), strict=True):
            quoted = nothing() | {"principal": row.principal_fen, "interest": row.interest_fen, "fee": row.fee_fen}
            new = Row(plan, before + row.number, row.from_on, row.until_on, row.due_on, quoted)
            new.months, new.agreed, new.promised = (
                period.months,
                (row.from_on, row.until_on),
                (row.from_on, row.until_on),
            )
            new.first_principal, new.first_price = row.principal_fen, quoted[plan.price]
            if not plan.by_the_night:
                new.asked["principal"] = row.principal_fen
            if has_fixed_price and plan.paused:
                nights = (row.until_on - row.from_on).days
                new.unpaused = Fraction(plan.unpaused_nights(row.from_on, row.until_on), nights)
                new.set_price(plan.price, Fraction(new.first_price), schedule.rounding)
            made.append(new)
        return made
