"""What went wrong: refunds, disputes, waivers, goodwill, reversals, and another phone number."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from baitiao_cli.actions.credit import CREDIT, CreditAsked
from baitiao_cli.actions.dispute import DISPUTE, RESOLVE, DisputeAsked, Outcome, ResolveAsked
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.person import PERSON, PersonAsked
from baitiao_cli.actions.refund import REFUND, RefundAsked
from baitiao_cli.actions.reverse import REVERSE, ReverseAsked
from baitiao_cli.actions.waive import WAIVE, WaiveAsked
from baitiao_cli.errors import BaitiaoError

from .customers import OTHER_PHONE, PHONE, Customers, accounts, amounts, days_back


class Corrections(Customers):
    """What went wrong: refunds, disputes, waivers, goodwill, reversals, and another phone number."""

    @rule(data=st.data(), amount_fen=st.one_of(st.none(), amounts), back=days_back)
    def refund(self, data: st.DataObject, amount_fen: int | None, back: int) -> None:
        """A part of a purchase, paid or not, or (`None`) all of it."""
        plan = self.plan(data, is_open=False)
        if plan is None:
            return
        asked = RefundAsked(plan_id=plan.plan_id, amount_fen=amount_fen or plan.amount_fen)
        answer = self.do(REFUND, asked, back)
        if answer is not None:
            assert (
                sum(part.amount_fen for part in answer.parts) == asked.amount_fen + answer.fees_returned_fen
            )  # law 15

    @rule(
        data=st.data(),
        amount_fen=st.one_of(st.none(), st.none(), amounts),
        outcome=st.sampled_from(["won", "lost"]),
        back=st.sampled_from([0, 0, 1, 7, 30]),
    )
    def contest(self, data: st.DataObject, amount_fen: int | None, outcome: Outcome, back: int) -> None:
        """What is contested is decided before anything else is."""
        disputes = [dispute for account_id in ("A1", "A2") for dispute in self.view(account_id).disputes]
        plan = self.plan(data, is_open=False)
        if disputes:
            self.resolve(disputes[0].dispute_id, outcome, back)
        elif plan:
            self.dispute(plan.plan_id, amount_fen, back)

    def dispute(self, plan_id: str, amount_fen: int | None, back: int) -> None:
        before = self.view(plan_id.partition("P")[0]).figures
        answer = self.do(DISPUTE, DisputeAsked(plan_id=plan_id, cause="other", amount_fen=amount_fen), back)
        if answer is not None:
            assert answer.set_aside_fen + answer.paid_fen == answer.amount_fen
            assert sum(part.amount_fen for part in answer.parts) == answer.set_aside_fen
            if not back:  # what is set aside is held of the limit instead of used
                now = answer.account
                credit_parts_fen = sum(part.amount_fen for part in answer.parts if part.kind == "credit")
                assert now.available_fen == before.available_fen
                assert now.credit_fen == before.credit_fen + credit_parts_fen  # it pays what interest falls due
                assert before.used_fen - now.used_fen == now.held_fen - before.held_fen == answer.set_aside_fen
                assert now.owed_fen <= before.owed_fen - answer.set_aside_fen

    def resolve(self, dispute_id: str, outcome: Outcome, back: int) -> None:
        answer = self.do(RESOLVE, ResolveAsked(dispute_id=dispute_id, outcome=outcome), back)
        if answer is not None and outcome == "won":
            given_fen = answer.set_aside_fen + sum(part.amount_fen for part in answer.parts)
            assert given_fen == answer.amount_fen + answer.fees_returned_fen  # law 15
        elif answer is not None and not back:
            assert sum(row.principal_fen for row in answer.rows) == answer.set_aside_fen  # law 11

    @rule(account_id=accounts, share=st.sampled_from([1, 2, 7]), back=days_back)
    def waive(self, account_id: str, share: int, back: int) -> None:
        owed = self.view(account_id, back).figures.owed
        amount_fen = (owed.total_fen - owed.principal) // share or 1
        answer = self.do(WAIVE, WaiveAsked(account_id=account_id, amount_fen=amount_fen, reason="asked for"), back)
        if answer is not None:
            assert sum(part.amount_fen for part in answer.parts) == amount_fen
            assert all(part.kind != "principal" for part in answer.parts)

    @rule(account_id=accounts, amount_fen=amounts, back=days_back)
    def credit(self, account_id: str, amount_fen: int, back: int) -> None:
        answer = self.do(CREDIT, CreditAsked(account_id=account_id, amount_fen=amount_fen, reason="sorry"), back)
        if answer is not None:
            assert sum(part.amount_fen for part in answer.parts) == amount_fen  # law 15

    @precondition(lambda self: self.event_ids)
    @rule(data=st.data())
    def reverse(self, data: st.DataObject) -> None:
        event_id = data.draw(st.sampled_from(self.event_ids))
        answer = self.do(REVERSE, ReverseAsked(reversed_event_id=event_id))
        if answer is not None:
            with pytest.raises(BaitiaoError, match="already-reversed"):
                perform(self.ledger, REVERSE, ReverseAsked(reversed_event_id=event_id), self.call())  # law 31

    @rule(account_id=accounts, phone=st.sampled_from([PHONE, OTHER_PHONE]), back=days_back)
    def correct_person(self, account_id: str, phone: str, back: int) -> None:
        before = self.person(account_id)
        asked = PersonAsked(account_id=account_id, phone=phone, reason="asked")
        answer = self.do(PERSON, asked, back)
        if before.phone == phone:
            assert answer is None
        elif answer is not None:
            self.event_ids.remove(answer.event_id)
            assert answer.fields == ["phone"]
            with pytest.raises(BaitiaoError, match="not-reversible"):
                perform(self.ledger, REVERSE, ReverseAsked(reversed_event_id=answer.event_id), self.call())
        assert self.person(account_id).phone == (phone if answer else before.phone)
