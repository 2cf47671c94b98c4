"""`extend`: the due dates of a plan that have not come yet move later, by months."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import Extended
from baitiao_cli.account.verbs.extend import decide_extension, months_until, most_months
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.account.views.replanned import plan_picture
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import WriteTransaction


class ExtendAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The plan, by how many months or until which last due date (`months` 0), and why."""

    plan_id: str
    months: int = 0
    until_on: date | None = None
    reason: str = ""


class MovedInstallment(msgspec.Struct, frozen=True, kw_only=True):
    """One installment before and after it was moved, when it is paid on its due date, late charges apart, in fen."""

    number: int
    due_before_on: date
    due_on: date
    before_fen: int
    after_fen: int
    change_fen: int


class ExtendAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The installments before and after it, what it costs in all, and the months that the plan could still be extended.

    `extended_months` are those of all its extensions.
    """

    account_id: str
    plan_id: str
    event_id: str
    effective_on: date
    months: int
    extended_months: int
    months_left: int
    reason: str
    installments: list[MovedInstallment]
    cost_change_fen: int
    account: Figures


def act(tx: WriteTransaction, asked: ExtendAsked, call: Call) -> ExtendAnswer:
    """Records the extension; the installments are compared as of today, also when it counts from a day before."""
    on = call.effective_on
    book = tx.book(tx.account_of_plan(asked.plan_id))
    then, before = book.account(on), plan_picture(book.account(max(call.today, on)), asked.plan_id)
    months = asked.months if asked.until_on is None else months_until(then, asked.plan_id, asked.until_on, on)
    extension = Extended(plan_id=asked.plan_id, months=months, reason=asked.reason)
    event = book.record(decide_extension(then, extension, on), on, call.request_id)
    after = book.account(max(call.today, on))
    plan, now = after.plans[asked.plan_id], plan_picture(after, asked.plan_id)
    moved = [
        MovedInstallment(
            due_before_on=before.rows[change.number].due_on if change.number in before.rows else change.due_on,
            **msgspec.structs.asdict(change),
        )
        for change in before.compared(now)
    ]
    return ExtendAnswer(
        account_id=book.account_id,
        plan_id=asked.plan_id,
        event_id=event.event_id,
        effective_on=on,
        months=months,
        extended_months=plan.extended_months,
        months_left=most_months(plan) - plan.extended_months,
        reason=asked.reason,
        installments=moved,
        cost_change_fen=now.cost_fen - before.cost_fen,
        account=figures(after),
    )


EXTEND = Verb("extend", ExtendAsked, ExtendAnswer, act)
