"""A plan's price changes, or is paused, or its dates move."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from fractions import Fraction

from baitiao_cli.account.events import Extended, Paused, Repriced
from baitiao_cli.oracle.prepayments import Prepayments
from baitiao_cli.oracle.rows import Plan, rounded


class Prices(Prepayments):
    """What a new rate and nights without interest make of a plan."""

    def _change_terms(self, change: Repriced | Paused | Extended) -> None:
        plan = self._named(change.plan_id)
        assert plan is not None
        match change:
            case Repriced():
                self._reprice(plan, change)
            case Paused():
                self._pause(plan, change)
            case Extended():
                self._extend(plan, change.months)

    def _reprice(self, plan: Plan, repriced: Repriced) -> None:
        rows, terms = self._rows_that_ask(plan), plan.terms.schedule
        keeps_first = plan.by_the_night and not plan.terms.recalculate
        earned = max(self._earned(plan), Fraction(rows[0].asked["interest"])) if rows and keeps_first else Fraction(0)
        plan.rates.append((self.day, repriced.rate))
        if not rows:
            return
        if not plan.by_the_night:
            for row in rows:
                if row.begins_on >= self.day and row.number > terms.free_periods:
                    row.first_price = rounded(plan.base * plan.period_cost(repriced.rate, row), terms.rounding)
                    share = Fraction(row.asked["principal"], row.first_principal)
                    row.set_price(plan.price, row.first_price * share, terms.rounding)
            return
        left = self._left_for(plan, rows[0])
        if left > 0 and (not plan.terms.recalculate or terms.method == "equal-payment"):
            to_come = (left - rows[0].paid["principal"]) * plan.cost_of_nights(self.day, rows[0].ends_on)
            so_far = plan.interest_so_far - plan.asked_in_period if plan.terms.recalculate else earned
            self._put_schedule(plan, rows, left, (so_far + to_come) / left)

    def _pause(self, plan: Plan, paused: Paused) -> None:
        plan.paused.append((self.day, paused.until_on))
        if plan.by_the_night and plan.terms.recalculate:
            return
        for row in plan.rows:
            begin, end = row.promised
            if row.is_billed or begin >= paused.until_on or end <= self.day:
                continue
            full = row.full_price(plan.price)
            row.unpaused = Fraction(plan.unpaused_nights(begin, end), (end - begin).days)
            row.set_price(plan.price, full, plan.terms.schedule.rounding)

    @staticmethod
    def _extend(plan: Plan, months: int) -> None:
        """From the first row not asked for on, the days on which rows end are so many months later, and so what is due.

        Months are counted from the day of the purchase, or the first due date; the first of the rows gets the nights.
        """
        ahead = [row for row in plan.rows if not row.is_billed]
        if not ahead:
            return
        terms, anchor = plan.terms, plan.anchor.day
        plan.extended += months
        plan.eased = True
        if plan.by_the_night and ahead[0].months:
            ahead[0].months += months
        for row in plan.rows:
            if row.number < ahead[0].number:
                continue
            wait, (begin, end) = row.due_on - row.ends_on, row.agreed
            if terms.due_by == "bill":
                ends, promised = _months_on(row.ends_on, months, 0), _months_on(end, plan.extended, 0)
            else:
                ends = promised = _months_on(end, plan.extended, anchor if terms.unit == "months" else 0)
            if row is not ahead[0]:
                before = plan.rows[plan.rows.index(row) - 1]
                row.begins_on, begin = before.ends_on, before.promised[1]
            else:
                begin = row.promised[0]
            row.ends_on, row.due_on, row.promised = ends, ends + wait, (begin, promised)


def _months_on(day: date, months: int, wanted: int) -> date:
    """The day of the month that is wanted (0: the same), or its last one, so many months on."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(wanted or day.day, monthrange(year, month + 1)[1]))
