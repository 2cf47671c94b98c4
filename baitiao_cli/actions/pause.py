"""`pause`: nights of a plan that bear no interest and no fee."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import Paused
from baitiao_cli.account.verbs.pause import decide_pause
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.account.views.replanned import InstallmentChange, plan_picture
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.calc.rate_steps import bearing_nights
from baitiao_cli.ledger.store import WriteTransaction


class PauseAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The plan, the day on which interest begins again, and why."""

    plan_id: str
    until_on: date
    reason: str = ""


class PauseAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The nights of `[effective_on, until_on)`, how many of them were not paused before, and what that changes."""

    account_id: str
    plan_id: str
    event_id: str
    effective_on: date
    until_on: date
    nights_count: int
    installments: list[InstallmentChange]
    cost_change_fen: int
    account: Figures


def act(tx: WriteTransaction, asked: PauseAsked, call: Call) -> PauseAnswer:
    """Records the pause; the installments are compared as of today, also when it counts from a day before."""
    on = call.effective_on
    book = tx.book(tx.account_of_plan(asked.plan_id))
    then, before = book.account(on), plan_picture(book.account(max(call.today, on)), asked.plan_id)
    paused = decide_pause(then, Paused(plan_id=asked.plan_id, until_on=asked.until_on, reason=asked.reason), on)
    nights_count = bearing_nights(then.plans[asked.plan_id].schedule.pauses, on, asked.until_on)
    event = book.record(paused, on, call.request_id)
    after = book.account(max(call.today, on))
    now = plan_picture(after, asked.plan_id)
    return PauseAnswer(
        account_id=book.account_id,
        plan_id=asked.plan_id,
        event_id=event.event_id,
        effective_on=on,
        until_on=asked.until_on,
        nights_count=nights_count,
        installments=before.compared(now),
        cost_change_fen=now.cost_fen - before.cost_fen,
        account=figures(after),
    )


PAUSE = Verb("pause", PauseAsked, PauseAnswer, act)
