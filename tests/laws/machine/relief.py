"""Other terms for what is owed, and debts that are given up for lost."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from baitiao_cli.account.events import Decision
from baitiao_cli.actions.charge_off import CHARGE_OFF, ChargeOffAsked
from baitiao_cli.actions.close import check_closing
from baitiao_cli.actions.extend import EXTEND, ExtendAsked
from baitiao_cli.actions.hardship import DECIDE_HARDSHIP, HARDSHIP, DecideHardshipAsked, HardshipAsked
from baitiao_cli.actions.pause import PAUSE, PauseAsked
from baitiao_cli.actions.recover import RECOVER, RecoverAsked
from baitiao_cli.actions.reprice import REPRICE, RepriceAsked
from baitiao_cli.actions.restructure import RESTRUCTURE, RestructureAsked
from baitiao_cli.actions.schedule import schedule
from baitiao_cli.actions.show import show
from baitiao_cli.actions.write_off import WRITE_OFF, WriteOffAsked

from .customers import Customers, accounts, days_back


class Relief(Customers):
    """Other terms for what is owed, and debts that are given up for lost."""

    @rule(data=st.data(), ppb=st.sampled_from([5_000_000, 100_000, 60_000_000, 0]), back=days_back)
    def reprice(self, data: st.DataObject, ppb: int, back: int) -> None:
        if plan_id := self.open_plan(data):
            answer = self.do(REPRICE, RepriceAsked(plan_id=plan_id, rate_ppb=ppb), back)
            if answer is not None:
                self.asks_as_told(answer, back)

    @rule(data=st.data(), days=st.integers(1, 90), back=days_back)
    def pause(self, data: st.DataObject, days: int, back: int) -> None:
        if plan_id := self.open_plan(data):
            until_on = self.today + timedelta(days=days - back)
            answer = self.do(PAUSE, PauseAsked(plan_id=plan_id, until_on=until_on), back)
            if answer is not None:
                assert 0 < answer.nights_count <= days
                assert answer.cost_change_fen <= 0
                self.asks_as_told(answer, back)

    @rule(data=st.data(), months=st.integers(1, 4), back=days_back)
    def extend(self, data: st.DataObject, months: int, back: int) -> None:
        if plan_id := self.open_plan(data):
            answer = self.do(EXTEND, ExtendAsked(plan_id=plan_id, months=months), back)
            if answer is not None:
                self.asks_as_told(answer, back)
            if answer is not None and not back:
                assert answer.cost_change_fen >= 0
                assert answer.extended_months >= months
                assert all(row.due_before_on <= row.due_on for row in answer.installments)

    @rule(data=st.data(), count=st.sampled_from([1, 3, 24, 60]), rate_ppb=st.sampled_from([None, 1]), back=days_back)
    def restructure(self, data: st.DataObject, count: int, rate_ppb: int | None, back: int) -> None:
        if plan_id := self.open_plan(data):
            before = self.view(plan_id.partition("P")[0]).figures
            asked = RestructureAsked(plan_id=plan_id, installments=count, rate_ppb=rate_ppb)
            answer = self.do(RESTRUCTURE, asked, back)
            if answer is not None and not back:
                after = answer.account
                assert len(answer.rows) >= count
                assert before.used_fen == after.used_fen  # nothing new is lent
                assert before.owed_fen - before.credit_fen == after.owed_fen - after.credit_fen
                assert after.days_past_due <= answer.days_past_due_before

    @rule(account_id=accounts, count=st.sampled_from([1, 12, 60]), back=days_back)
    def restructure_bills(self, account_id: str, count: int, back: int) -> None:
        before = self.view(account_id).figures
        answer = self.do(RESTRUCTURE, RestructureAsked(account_id=account_id, installments=count), back)
        if answer is not None:
            assert sum(part.converted_fen for part in answer.purchases) == answer.principal_fen
            if not back:
                after = answer.account
                assert before.used_fen == after.used_fen  # nothing new is lent
                assert before.owed_fen - before.credit_fen == after.owed_fen - after.credit_fen

    def asks_as_told(self, answer: Any, back: int) -> None:
        """What an answer tells of the installments is what the schedule tells now; the changes are of interest.

        From a day before, a prepayment since then may pay more principal ahead, or less.
        """
        with self.ledger.read() as tx:
            rows = schedule(tx, answer.plan_id, self.today).rows
        asked = {row.number: row.total_fen - row.late_charge_fen for row in rows}
        assert all(asked.get(told.number, 0) == told.after_fen for told in answer.installments)
        if not back:
            assert sum(told.change_fen for told in answer.installments) == answer.cost_change_fen

    @rule(account_id=accounts, back=days_back, decision=st.sampled_from(["granted", "refused", "withdrawn"]))
    def hardship(self, account_id: str, back: int, decision: Decision) -> None:
        """Asks for relief, or decides on it: neither changes a figure, and an open case keeps the account open."""
        view, before = self.view(account_id, back), self.view(account_id).figures
        if view.hardship is None:
            asked = HardshipAsked(account_id=account_id, reason="illness")
            answer: Any = self.do(HARDSHIP, asked, back)
        else:
            decided = DecideHardshipAsked(account_id=account_id, decision=decision, reason="heard")
            answer = self.do(DECIDE_HARDSHIP, decided, back)
        with self.ledger.read() as tx:
            after = show(tx, account_id, self.today)
            if answer is not None and not back:
                assert after.figures == before
                assert (after.hardship is None) == (view.hardship is not None)
            if after.closed_on is None:
                codes = {blocker.code for blocker in check_closing(tx, account_id, self.today).blockers}
                assert ("hardship" in codes) == (after.hardship is not None)

    @rule(
        account_id=accounts,
        which=st.sampled_from(["account", "plan"]),
        share=st.sampled_from([0, 1, 2, 1000]),
        days=st.sampled_from([0, 200, 365]),
        data=st.data(),
        back=days_back,
    )
    def charge_off_or_recover(
        self, account_id: str, which: str, share: int, days: int, data: st.DataObject, back: int
    ) -> None:
        """Something is given up, or some of what was comes back."""
        losses = self.view(account_id).losses
        if not losses:
            if days and self.view(account_id).figures.owed_fen:
                self.days_pass(days)
            self.charge_off(account_id, self.open_plan(data) if which == "plan" else "", back)
        elif share:
            self.recover(account_id, max(1, losses[0].recoverable_fen // share), back)

    def charge_off(self, account_id: str, plan_id: str, back: int) -> None:
        before = self.view(account_id).figures
        answer = self.do(CHARGE_OFF, ChargeOffAsked(account_id=account_id, plan_id=plan_id, reason="lost"), back)
        if answer is not None:
            assert (before.owed_fen, before.credit_fen) == (answer.account.owed_fen, answer.account.credit_fen)
            assert answer.loss_fen >= 0

    @precondition(lambda self: self.today > self.opened_on + timedelta(days=150))
    @rule(account_id=accounts, whole=st.booleans(), data=st.data(), back=days_back)
    def write_off(self, account_id: str, whole: bool, data: st.DataObject, back: int) -> None:
        plan_id = "" if whole else self.open_plan(data)
        answer = self.do(WRITE_OFF, WriteOffAsked(account_id=account_id, plan_id=plan_id, reason="gone"), back)
        if answer is not None:
            parts = [part for part in answer.parts if part.kind != "credit"]
            assert sum(part.amount_fen for part in answer.parts) == answer.amount_fen
            assert all(part.amount_fen > 0 for part in parts)
            assert not whole or back or answer.account.owed_fen == 0

    def recover(self, account_id: str, amount_fen: int, back: int) -> None:
        answer = self.do(RECOVER, RecoverAsked(account_id=account_id, amount_fen=amount_fen), back)
        if answer is not None:
            assert sum(part.amount_fen for part in answer.parts) == amount_fen  # law 15
