"""`reprice`: another rate for a plan from a day on."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import Repriced
from baitiao_cli.account.verbs.reprice import decide_reprice, rate_of_plan
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.account.views.replanned import InstallmentChange, plan_picture
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.calc.rates import Per, format_rate
from baitiao_cli.ledger.store import WriteTransaction


class RepriceAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The plan and its new rate, without a unit in that of the present one; and why."""

    plan_id: str
    rate_ppb: int
    rate_per: Per | None = None
    reason: str = ""


class RepriceAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The rate before and after, what that makes of the installments, and the account after it."""

    account_id: str
    plan_id: str
    event_id: str
    effective_on: date
    rate_before: str
    rate: str
    installments: list[InstallmentChange]
    cost_change_fen: int
    account: Figures


def act(tx: WriteTransaction, asked: RepriceAsked, call: Call) -> RepriceAnswer:
    """Records the change; the installments are compared as of today, also when it counts from a day before."""
    on = call.effective_on
    book = tx.book(tx.account_of_plan(asked.plan_id))
    then, before = book.account(on), plan_picture(book.account(max(call.today, on)), asked.plan_id)
    rate = rate_of_plan(then, asked.plan_id, asked.rate_ppb, asked.rate_per, on)
    decided = decide_reprice(then, Repriced(plan_id=asked.plan_id, rate=rate, reason=asked.reason), on)
    event = book.record(decided, on, call.request_id)
    after = book.account(max(call.today, on))
    now = plan_picture(after, asked.plan_id)
    return RepriceAnswer(
        account_id=book.account_id,
        plan_id=asked.plan_id,
        event_id=event.event_id,
        effective_on=on,
        rate_before=format_rate(after.plans[asked.plan_id].repriced_from[event.event_id]),
        rate=format_rate(rate),
        installments=before.compared(now),
        cost_change_fen=now.cost_fen - before.cost_fen,
        account=figures(after),
    )


REPRICE = Verb("reprice", RepriceAsked, RepriceAnswer, act)
