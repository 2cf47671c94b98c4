"""Purchases that a customer contests: set aside, taken back, or owed again."""

from __future__ import annotations

from msgspec.structs import replace

from baitiao_cli.account.events import DisputeLost, DisputeOpened, DisputeWon
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.oracle.lending import Lending
from baitiao_cli.oracle.rows import Contested, RefundNote


class Disputes(Lending):
    """Opening and deciding disputes."""

    def _dispute(self, event_id: str, fact: DisputeOpened | DisputeWon | DisputeLost) -> None:
        if isinstance(fact, DisputeOpened):
            self._contest(event_id, fact)
            return
        contested = self.contested.pop(fact.dispute_id, None)
        if contested is None:
            return
        if isinstance(fact, DisputeWon):
            self._win(contested)
        elif contested.aside:
            self._lend_again(contested, fact)

    def _contest(self, event_id: str, fact: DisputeOpened) -> None:
        """What is unpaid of the purchase goes aside: of its own rows, then of the plans that it went over to."""
        plan = self._named(fact.plan_id)
        if plan is None:
            return
        amount = min(fact.amount_fen, plan.financed - self._gone(plan))
        self._ask_for_what_has_run()
        before = {each.place: each.balance for each in self.plans}
        left = amount
        for row in self._payable() if plan.terms.revolving else ():
            if row.plan is plan:
                left -= self._pay(row, "principal", left)
        left = self._lower_plan(plan, left)
        left = self._lower_heirs(plan, left)
        for each in self.plans:
            self._finish(each)
        self._net_credit()
        parts = [(each, before[each.place] - each.balance) for each in self.plans]
        self.contested[event_id] = Contested(plan, amount, parts)
        self._move("disputes", amount - left)

    def _win(self, contested: Contested) -> None:
        """What is aside is taken back already; what was paid is refunded like any other refund."""
        self._move("disputes", -contested.aside)
        self._move("refunds", contested.aside)
        self._ask_for_what_has_run()
        returned = self._refund_now(contested.plan, contested.amount - contested.aside, contested.aside)
        self.refunds.append(RefundNote(contested.plan, contested.amount, returned))
        self._net_credit()

    def _lend_again(self, contested: Contested, lost: DisputeLost) -> None:
        """Lent again today, in as many installments as were told, or fewer where they would be too small."""
        count, free = lost.terms.schedule.installments, lost.terms.schedule.free_periods
        while count:
            schedule = replace(lost.terms.schedule, installments=count, free_periods=min(free, count))
            try:
                self._lend(lost.plan_id, replace(lost.terms, schedule=schedule), contested.aside)
                break
            except BaitiaoError:
                count -= 1
        self.bought_for[lost.plan_id] = self.bought_for.get(contested.plan.plan_id, ("", ""))
        self.plans[-1].taken_over[contested.plan.plan_id] = contested.aside
        for origin in (plan for plan, amount in contested.parts if amount):
            self.plans[-1].eased |= origin.eased
            if self.lost.get(origin.plan_id) == "charged-off":
                self.lost[lost.plan_id] = "charged-off"
        self._move("disputes", -contested.aside)
        self._move("within", contested.aside)
