"""Debts given up for lost.

A charge-off changes nothing that is owed. A write-off leaves nothing owed, now or later. What is recovered pays what is
owed or brings back what was written off, and no more than was lost. The loss that is left in the books is what was
given up of principal and recognised charges; what came back stands beside it.
"""

from __future__ import annotations

from datetime import timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.account import Account
from baitiao_cli.account.owed import owed_parts
from baitiao_cli.account.postings import LOAN_LOSSES, LOSS_ALLOWANCE, RECOVERIES
from baitiao_cli.account.verbs.loss import owed_of_fen, recoverable_fen
from baitiao_cli.account.views.books import balances
from baitiao_cli.account.views.figures import figures
from baitiao_cli.errors import BaitiaoError

from .history import History
from .strategies import LATE, LOSSES, histories

ANY = st.one_of(histories(), histories(LATE), histories(LOSSES))


def some_plan(history: History, which: int) -> str:
    plan_ids = ["", *(plan.plan_id for plan in history.account().open_plans)]
    return plan_ids[which % len(plan_ids)]


def _principal_lost_fen(account: Account, lost_in: Account) -> int:
    """The principal of the plans that are lost; what is in dispute is lost with them: nothing has come back of it."""
    disputed = (piece for dispute in account.open_disputes for piece in dispute.set_aside.items())
    pieces = [(plan.plan_id, plan.balance_fen) for plan in account.open_plans] + [*disputed]
    return sum(fen for plan_id, fen in pieces if lost_in.is_lost(plan_id))


@given(ANY, st.integers(0, 7))
def test_a_charge_off_changes_nothing_that_is_owed(history: History, which: int) -> None:
    before, plan_id = history.account(), some_plan(history, which)
    books_before = balances(before)
    try:
        history.charge_off(plan_id)
    except BaitiaoError:
        return
    after = history.account()
    told = figures(before)
    kept = msgspec.structs.replace(figures(after), status=told.status, available_fen=told.available_fen)
    assert kept == told and after.postings == before.postings
    books = balances(after)
    lost_fen, already_fen = (_principal_lost_fen(before, lost_in) for lost_in in (after, before))
    assert -books.get(LOSS_ALLOWANCE, 0) == lost_fen
    assert books.get(LOAN_LOSSES, 0) - books_before.get(LOAN_LOSSES, 0) == lost_fen - already_fen
    assert recoverable_fen(after, plan_id) >= owed_of_fen(after, plan_id) == owed_of_fen(before, plan_id)


def test_what_is_in_dispute_is_lost_with_the_rest() -> None:
    history = History()
    plan_id = history.buy("inst", 100_00, 3).fact.plan_id
    history.dispute(plan_id)
    history.buy("inst", 60_00, 3)
    history.today += timedelta(days=200)
    history.charge_off("")
    books = balances(history.account())
    assert (-books[LOSS_ALLOWANCE], books[LOAN_LOSSES]) == (160_00, 160_00)


@given(ANY, st.integers(0, 7))
def test_nothing_is_owed_of_what_was_written_off_now_or_later(history: History, which: int) -> None:
    before, plan_id = history.account(), some_plan(history, which)
    try:
        history.write_off(plan_id)
    except BaitiaoError:
        return
    after = history.account()
    assert owed_of_fen(after, plan_id) == 0
    later = history.account(history.today + timedelta(days=40))
    assert owed_of_fen(later, plan_id) == 0
    given_up_fen = sum(
        part.amount_fen
        for part in after.allocations
        if part.event_id == history.events[-1].event_id and part.source == LOAN_LOSSES
    )
    if not plan_id:
        assert owed_parts(before).total_fen - before.credit_fen <= given_up_fen + after.credit_fen
    assert recoverable_fen(after, plan_id) >= given_up_fen


@given(histories(LOSSES), st.sampled_from((1, 2, 3, 7)))
def test_what_is_recovered_was_lost(history: History, share: int) -> None:
    before = history.account()
    most_fen = recoverable_fen(before)
    for amount_fen in (most_fen + 1, most_fen // share):
        try:
            event = history.recover(amount_fen) if amount_fen else None
        except BaitiaoError as refusal:
            assert refusal.code in ("recovery-exceeds", "nothing-to-recover", "event-needed")
            continue
        assert amount_fen <= most_fen
        if event is None:
            continue
        after = history.account()
        parts = [part for part in after.allocations if part.event_id == event.event_id]
        assert sum(part.amount_fen for part in parts) == amount_fen  # law 15
        recovered_fen = -balances(after).get(RECOVERIES, 0) + balances(before).get(RECOVERIES, 0)
        back_fen = sum(part.amount_fen for part in parts if part.kind == "recovered")
        principal_fen = sum(part.amount_fen for part in parts if part.kind == "principal")
        assert recovered_fen == back_fen + principal_fen
        assert most_fen - recoverable_fen(after) == amount_fen - (after.credit_fen - before.credit_fen)
