"""A plan's price changes, or is paused."""

from __future__ import annotations

from fractions import Fraction

from baitiao_cli.account.events import Paused, Repriced
from baitiao_cli.oracle.prepayments import Prepayments
from baitiao_cli.oracle.rows import Plan, rounded


class Prices(Prepayments):
    """What a new rate and nights without interest make of a plan."""

    def _change_price(self, change: Repriced | Paused) -> None:
        plan = self._named(change.plan_id)
        assert plan is not None
        if isinstance(change, Repriced):
            self._reprice(plan, change)
        else:
            self._pause(plan, change)

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
                    row.first_price = rounded(plan.financed * plan.period_cost(repriced.rate, row), terms.rounding)
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
            begin, end = row.agreed
            if row.is_billed or begin >= paused.until_on or end <= self.day:
                continue
            full = row.full_price(plan.price)
            row.unpaused = Fraction(plan.unpaused_nights(begin, end), (end - begin).days)
            row.set_price(plan.price, full, plan.terms.schedule.rounding)
