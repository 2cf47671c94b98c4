"""Allocation.

Law 15: parts + credit = payment. Law 16: in the stated order. Law 17: no bucket negative.
Law 19: owed before - owed after = paid - what went to credit.
"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import CreditGranted, PaidOff, Prepaid, Repaid, Waived
from baitiao_cli.account.owed import owed_parts
from baitiao_cli.account.terms import USUAL_ORDER, VERY_LATE_ORDER
from baitiao_cli.account.views.figures import figures

from .history import History
from .strategies import BILLS, LATE, histories

AMOUNTS = st.one_of(st.integers(1, 200), st.integers(1, 1_000_000))


def paid(history: History, amount_fen: int, which: int) -> tuple[Account, Account, str]:
    """The account before and after a repayment today, and the event's id."""
    plan_ids = ["", *history.account().plans]
    later = replace(history, events=list(history.events))
    event = later.repay(amount_fen, plan_ids[which % len(plan_ids)])
    return history.account(), later.account(), event.event_id


@given(histories())
def test_parts_and_credit_make_up_each_payment(history: History) -> None:
    account = history.account()
    for event in history.events:
        parts = [part for part in account.allocations if part.event_id == event.event_id]
        if parts and isinstance(event.fact, Repaid | PaidOff | Prepaid | Waived | CreditGranted):
            assert sum(part.amount_fen for part in parts) == event.fact.amount_fen
        assert all(part.amount_fen > 0 for part in parts if part.kind != "credit")


@given(histories(), AMOUNTS, st.integers(0, 5))
def test_what_is_owed_falls_by_what_was_paid(history: History, amount_fen: int, which: int) -> None:
    if history.account().closed_on or history.account().losses:
        return
    before, after, _ = paid(history, amount_fen, which)
    to_credit = after.credit_fen - before.credit_fen
    assert owed_parts(before).total_fen - owed_parts(after).total_fen == amount_fen - to_credit


@given(histories(), AMOUNTS)
def test_older_dues_are_paid_first_and_kinds_in_order_inside_a_row(history: History, amount_fen: int) -> None:
    if history.account().closed_on or history.account().losses:
        return
    before, after, event_id = paid(history, amount_fen, 0)
    dues = {(debt.plan_id, debt.row.number): debt.row.due_on for debt in before.debts()}
    billed = {(debt.plan_id, debt.row.number) for debt in before.debts() if debt.row.is_billed or debt.plan is None}
    parts = [part for part in after.allocations if part.event_id == event_id]
    rows = [(part.plan_id, part.number) for part in parts if (part.plan_id, part.number) in billed]
    days = [dues[row] for row in rows]
    assert days == sorted(days)
    for row in set(rows):
        kinds = [part.kind for part in parts if (part.plan_id, part.number) == row]
        own = before.plans[row[0]].terms.allocation if row[0] else ()
        orders = (own,) if own else (USUAL_ORDER, VERY_LATE_ORDER)
        assert kinds in [sorted(kinds, key=order.index) for order in orders]
    left = {
        (debt.plan_id, debt.row.number)
        for debt in after.debts()
        if (debt.plan_id, debt.row.number) in billed and debt.row.unpaid.total_fen
    }
    if left and days:
        assert min(dues[row] for row in left) >= days[-1]
        assert not any(part.kind == "credit" for part in parts)


@given(st.one_of(histories(LATE), histories(BILLS), histories()))
def test_what_ends_lateness_is_the_least_that_leaves_nothing_late(history: History) -> None:
    account = history.account()
    cure_fen = figures(account).cure_fen
    assert cure_fen >= figures(account).overdue_fen
    if not cure_fen or account.closed_on or account.losses:
        return
    _, enough, _ = paid(history, cure_fen, 0)
    assert (figures(enough).overdue_fen, figures(enough).days_past_due) == (0, 0)
    if cure_fen > 1:
        _, less, _ = paid(history, cure_fen - 1, 0)
        assert figures(less).overdue_fen > 0


@given(histories())
def test_nothing_is_ever_less_than_nothing(history: History) -> None:
    account = history.account()
    assert account.credit_fen >= 0
    for row in [*account.line_rows, *(row for plan in account.plans.values() for row in plan.rows)]:
        unpaid = row.unpaid
        assert min(unpaid.principal, unpaid.interest, unpaid.fee, unpaid.late_charge) >= 0
    owed = owed_parts(account)
    assert min(owed.principal, owed.interest, owed.fee, owed.late_charge) >= 0
