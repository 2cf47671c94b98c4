"""What customers pay, ahead or late, by hand or by a debit; bills turned into installments and deferred."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from baitiao_cli.account.events import DebitTried
from baitiao_cli.actions.auto_repay import AUTO_REPAY, AutoRepayAsked
from baitiao_cli.actions.charge import CHARGE, ChargeAsked
from baitiao_cli.actions.convert import CONVERT, ConvertAsked
from baitiao_cli.actions.defer import DEFER, DeferAsked
from baitiao_cli.actions.means import MEANS, MeansAsked
from baitiao_cli.actions.payoff import PAYOFF, PayoffAsked
from baitiao_cli.actions.payout import PAYOUT, PayoutAsked
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.prepay import PREPAY, PrepayAsked
from baitiao_cli.actions.repay import REPAY, RepayAsked
from baitiao_cli.actions.reverse import REVERSE, ReverseAsked
from baitiao_cli.actions.schedule import schedule
from baitiao_cli.actions.show import show
from baitiao_cli.errors import REFUSED, BaitiaoError

from .customers import Customers, accounts, amounts, days_back


class Payments(Customers):
    """What customers pay, ahead or late, by hand or by a debit; bills turned into installments and deferred."""

    @rule(account_id=accounts, amount_fen=amounts, back=days_back)
    def repay(self, account_id: str, amount_fen: int, back: int) -> None:
        answer = self.do(REPAY, RepayAsked(account_id=account_id, amount_fen=amount_fen), back)
        if answer is not None:
            assert sum(part.amount_fen for part in answer.parts) == amount_fen  # law 15

    @rule(account_id=accounts)
    def repay_what_is_due(self, account_id: str) -> None:
        due_fen = self.due_fen(account_id)
        if due_fen:
            answer = self.do(REPAY, RepayAsked(account_id=account_id, amount_fen=due_fen))
            assert answer is None or answer.account.due_fen == 0

    @rule(account_id=accounts, share=st.sampled_from([2, 5]), back=days_back)
    def repay_some_of_the_charges(self, account_id: str, share: int, back: int) -> None:
        if not back:
            self.a_day_comes(account_id, "due")
        owed = self.view(account_id, back).figures.owed
        self.repay(account_id, owed.late_charge + owed.fee + owed.interest // share or 1, back)

    @rule(account_id=accounts, days=st.sampled_from([31, 91, 95, 130]), share=st.sampled_from([1, 2, 9]))
    def repay_very_late(self, account_id: str, days: int, share: int) -> None:
        """Some of what is overdue, or all of it, after months without a word."""
        self.days_pass(days)
        overdue_fen = self.view(account_id).figures.cure_fen
        if overdue_fen:
            self.repay(account_id, max(1, overdue_fen // share), back=0)

    @rule(account_id=accounts)
    def pay_off(self, account_id: str) -> None:
        answer = self.do(PAYOFF, PayoffAsked(account_id=account_id))
        if answer is not None:
            assert (answer.account.owed_fen, answer.account.used_fen) == (0, 0)  # law 30
            with self.ledger.read() as tx:
                assert show(tx, account_id, self.today + timedelta(days=40)).figures.owed_fen == 0

    @rule(data=st.data(), prepaid_fen=st.sampled_from([0, 0, 100, 1_000]), back=days_back)
    def pay_off_a_plan(self, data: st.DataObject, prepaid_fen: int, back: int) -> None:
        """Perhaps a part of it ahead first."""
        if plan_id := self.open_plan(data):
            if prepaid_fen:
                amount_fen = prepaid_fen + self.due_fen(plan_id.partition("P")[0])
                self.do(PREPAY, PrepayAsked(plan_id=plan_id, amount_fen=amount_fen, effect="lower-payment"), back)
            answer = self.do(PAYOFF, PayoffAsked(account_id=plan_id.partition("P")[0], plan_id=plan_id), back)
            if answer is not None and not back:
                with self.ledger.read() as tx:
                    assert schedule(tx, plan_id, self.today).settled_on == self.today

    @rule(data=st.data(), amount_fen=amounts, effect=st.sampled_from(["shorter-term", "lower-payment"]), back=days_back)
    def prepay(self, data: st.DataObject, amount_fen: int, effect: Any, back: int) -> None:
        if plan_id := self.open_plan(data):
            amount_fen += self.due_fen(plan_id.partition("P")[0])  # what is due comes first
            answer = self.do(PREPAY, PrepayAsked(plan_id=plan_id, amount_fen=amount_fen, effect=effect), back)
            if answer is not None:
                assert sum(part.amount_fen for part in answer.parts) == amount_fen  # law 15
                assert answer.due_fen + answer.interest_fen + answer.principal_fen == amount_fen

    @rule(account_id=accounts)
    def pay_out(self, account_id: str) -> None:
        answer = self.do(PAYOUT, PayoutAsked(account_id=account_id))
        if answer is not None:
            assert answer.account.credit_fen == 0

    @rule(account_id=accounts, amount_fen=st.one_of(st.none(), amounts), count=st.sampled_from([3, 6]), back=days_back)
    def convert(self, account_id: str, amount_fen: int | None, count: int, back: int) -> None:
        if not back:
            self.the_bill_comes(account_id)
        before = self.view(account_id).figures
        asked = ConvertAsked(account_id=account_id, amount_fen=amount_fen, installments=count)
        answer = self.do(CONVERT, asked, back)
        if answer is not None:
            assert sum(part.converted_fen for part in answer.purchases) == answer.amount_fen
            assert answer.effective_on < answer.first_bill_on
            if not back:  # from a day before, later payments find less that is due
                assert before.used_fen == answer.account.used_fen  # nothing new is lent
                assert (before.owed_fen, before.credit_fen) == (answer.account.owed_fen, answer.account.credit_fen)

    @rule(account_id=accounts, back=days_back)
    def defer(self, account_id: str, back: int) -> None:
        if not back:
            self.the_bill_comes(account_id)
        answer = self.do(DEFER, DeferAsked(account_id=account_id), back)
        if answer is not None:
            assert answer.effective_on < answer.due_before_on < answer.due_on

    def the_bill_comes(self, account_id: str) -> None:
        """With something in it that may be carried."""
        self.do(CHARGE, ChargeAsked(account_id=account_id, amount_fen=20_000))
        self.a_day_comes(account_id, "bill")

    @rule(account_id=accounts, means=st.sampled_from(["", "card", "card"]), share=st.sampled_from(["full", "minimum"]))
    def agree(self, account_id: str, means: str, share: Any) -> None:
        self.do(AUTO_REPAY, AutoRepayAsked(account_id=account_id, means=means, share=share))

    @rule(account_id=accounts, funds_fen=st.sampled_from([None, 0, 300_00, 5_000_00]), back=days_back)
    def state_means(self, account_id: str, funds_fen: int | None, back: int) -> None:
        self.do(MEANS, MeansAsked(account_id=account_id, means="card", funds_fen=funds_fen), back)

    @precondition(lambda self: self.debited())
    @rule(data=st.data())
    def reverse_a_debit(self, data: st.DataObject) -> None:
        """A debit bounces: it is never made again."""
        event_id, on = data.draw(st.sampled_from(self.debited()))
        if self.do(REVERSE, ReverseAsked(reversed_event_id=event_id)):
            with self.ledger.read() as tx:
                assert on not in tx.book(event_id[:2]).account(self.today).debits

    def debited(self) -> list[tuple[str, date]]:
        with self.ledger.read() as tx:
            events = [event for account_id in ("A1", "A2") for event in tx.book(account_id).events]
        return [(event.event_id, event.effective_on) for event in events if isinstance(event.fact, DebitTried)]

    @rule(account_id=accounts, amount_fen=amounts)
    def dry_run(self, account_id: str, amount_fen: int) -> None:
        head = self.head()
        asked = RepayAsked(account_id=account_id, amount_fen=amount_fen)
        try:
            perform(self.ledger, REPAY, asked, msgspec.structs.replace(self.call(), dry_run=True))
        except BaitiaoError as error:
            assert error.status == REFUSED
        assert self.head() == head
