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
        plan.rates.append((self.day, repriced.rate))
        if not rows:
            return
        if not plan.by_the_night:
            for row in rows:
                if row.begins_on >= self.day and row.number > terms.free_periods:
                    row.first_price = rounded(plan.financed * plan.period_cost(repriced.rate, row), terms.rounding)
                    share = Fraction(row.asked["principal"], row.first_principal) * row.unpaused
                    price = rounded(row.first_price * share, terms.rounding)
                    row.quoted[plan.price] = max(row.asked[plan.price], price)
            self._keep_within_cap(plan)
            return
        left = self._left_for(plan, rows[0])
        if not plan.terms.recalculate:
            self._put_schedule(plan, rows, left, plan.cost_of_nights(rows[0].begins_on, rows[0].ends_on))
        elif terms.method == "equal-payment" and left > 0:
            to_come = (left - rows[0].paid["principal"]) * plan.cost_of_nights(self.day, rows[0].ends_on)
            of_first_row = plan.interest_so_far - plan.asked_in_period + to_come
            self._put_schedule(plan, rows, left, of_first_row / left)

    def _pause(self, plan: Plan, paused: Paused) -> None:
        plan.paused.append((self.day, paused.until_on))
        if plan.by_the_night and plan.terms.recalculate:
            return
        for row in plan.rows:
            nights = (row.ends_on - row.begins_on).days
            if row.is_billed or row.begins_on >= paused.until_on or row.ends_on <= self.day or not nights:
                continue
            before = row.unpaused
            row.unpaused = Fraction(plan.unpaused_nights(row.begins_on, row.ends_on), nights)
            kept = row.quoted[plan.price] * row.unpaused / before if before else Fraction(0)
            row.quoted[plan.price] = max(row.asked[plan.price], rounded(kept, plan.terms.schedule.rounding))
