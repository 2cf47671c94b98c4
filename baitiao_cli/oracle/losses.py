"""Debts given up for lost, and what comes back of them."""

from __future__ import annotations

from baitiao_cli.account.events import Recovered, WrittenOff
from baitiao_cli.oracle.debits import Debits
from baitiao_cli.oracle.rows import KINDS, Plan

MORE_THAN_ALL = 10**15


class Losses(Debits):
    """A write-off pays everything with nobody's money; a recovery pays what is owed, then what was given up."""

    def _lose_or_recover(self, fact: WrittenOff | Recovered) -> None:
        if isinstance(fact, WrittenOff):
            self._write_off(fact)
        else:
            self._recover(fact)

    def _write_off(self, fact: WrittenOff) -> None:
        named = self._named(fact.plan_id)
        if fact.plan_id and named is None:
            return
        plans = [named] if named else self.plans
        self._ask_for_what_has_run()
        for plan in plans:
            if plan.by_the_night:
                self._forget_interest_to_come(plan)
            for row in [] if plan.by_the_night else plan.rows:
                if not row.is_billed:
                    row.quoted[plan.price] = 0
                    self._ask_as_quoted(row)
        if not named:
            self.credit = self._pay_all(plans, self.credit)
        first, price_paid = len(self.receipts), self._price_paid()
        left = self._pay_payable(self._pay_all(plans, MORE_THAN_ALL, named), named)
        for plan, paid in zip(self.plans, self._price_paid(), strict=True):
            plan.price_given_up += paid - price_paid[plan.place - 1]
        self._move("other", MORE_THAN_ALL - left)
        for receipt in self.receipts[first:]:
            if receipt.amount:
                of = receipt.row.plan.plan_id if receipt.row.plan else ""
                self.given_up[of] = self.given_up.get(of, 0) + receipt.amount

    def _price_paid(self) -> list[int]:
        """What was paid of the fees or the interest of each plan, by its place."""
        return [sum(row.paid[plan.price] for row in plan.rows) for plan in self.plans]

    def _recover(self, fact: Recovered) -> None:
        plan_id = fact.plan_id if self._named(fact.plan_id) else ""
        self._ask_for_what_has_run()
        if plan_id:
            lost = [plan_id] if plan_id in self.lost or "" in self.lost else []
        else:
            lost = [""] if "" in self.lost else list(self.lost)
        left = fact.amount_fen
        for each in lost:
            plan = self._named(each)
            left = self._surplus(self._pay_payable(left, plan), [plan] if plan else self.plans)
        paid = fact.amount_fen - left
        left = self._come_back(left, plan_id)
        self.credit += left
        self._move("repaid", paid + left)
        self._net_credit()

    def _come_back(self, amount: int, plan_id: str = "") -> int:
        """Money for what is owed no more, of a plan or of all; what is over."""
        for each, lost in self.given_up.items():
            if plan_id in ("", each):
                self.given_up[each] -= min(lost, amount)
                amount -= min(lost, amount)
        return amount

    def _forget_interest_to_come(self, plan: Plan) -> None:
        """Where the interest of the first schedule stays, what is still to be earned is not asked for any more."""
        if plan.terms.recalculate:
            return
        open_row, so_far = plan.open_row, self._has_run(plan)
        for row in plan.rows:
            if not row.is_billed:
                row.quoted["interest"] = max(row.asked["interest"], so_far if row is open_row else 0)

    def _pay_all(self, plans: list[Plan], amount: int, named: Plan | None = None) -> int:
        amount = self._pay_payable(amount, named)
        for plan in plans:
            amount = self._pay_ahead(plan, amount)
        return amount

    def _kept_apart(self) -> dict[str, int]:
        """Charges that are no income before they are paid, by kind, and the principal that is charged off.

        All that has run must have been asked for.
        """
        apart = dict.fromkeys(KINDS, 0)
        for plan in (None, *self.plans):
            plan_id, rows = (plan.plan_id, plan.rows) if plan else ("", self.line_rows)
            is_no_income = self._is_no_income(plan_id)
            for kind in KINDS[1:]:
                for row in rows:
                    asked = row.asked[kind]
                    first = asked if is_no_income else min(asked, row.no_income_before_paid.get(kind, 0))
                    apart[kind] += max(0, first - row.paid[kind])
            if plan and plan.by_the_night and plan.balance and is_no_income:
                apart["interest"] += max(0, self._has_run(plan) - plan.open_row.asked["interest"])
            if plan and ("" in self.lost or plan_id in self.lost):
                apart["principal"] += plan.balance
        for contested in self.contested.values():
            for plan, amount in contested.parts:
                if "" in self.lost or plan.plan_id in self.lost:
                    apart["principal"] += amount
        return apart
