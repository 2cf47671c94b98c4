"""`defer`: a bill falls due later."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.billing import find_bill_of
from baitiao_cli.account.events import BillDeferred
from baitiao_cli.account.meter import NightMeter
from baitiao_cli.account.verbs.defer import decide_deferral, deferrable_debts
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.account.views.statement import find_bill
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import WriteTransaction


class DeferAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which bill (`None` the latest), and why."""

    account_id: str
    bill_number: int | None = None
    reason: str = ""


class DeferAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The due date before and now, what of the bill it is about, and what it costs at most until then, in whole fen."""

    account_id: str
    event_id: str
    effective_on: date
    bill_number: int
    billed_on: date
    due_before_on: date
    due_on: date
    daily_ppb: int
    deferred_fen: int
    cost_fen: int
    account: Figures


def act(tx: WriteTransaction, asked: DeferAsked, call: Call) -> DeferAnswer:
    """Records the deferral by the days and at the rate of the account's terms.

    Refusals, in this order: no such bill (`no-bill-yet`, `bill-unknown`), then those of `decide_deferral`.
    """
    on = call.effective_on
    book = tx.book(asked.account_id)
    then = book.account(on)
    document = find_bill(book.events, on, asked.bill_number).document
    line = then.line
    deferral = BillDeferred(
        billed_on=document.billed_on, days=line.defer_days, daily_ppb=line.defer_daily_ppb, reason=asked.reason
    )
    decide_deferral(then, deferral, on)
    bill = find_bill_of(then, document.billed_on)
    assert bill is not None
    rows = [debt.row for debt in deferrable_debts(then, bill)]
    bearing_fen = sum(row.unpaid_fen - row.unpaid.late_charge for row in rows if not row.carried)
    deferred_fen, due_before_on = sum(row.unpaid_fen for row in rows), bill.due_on
    event = book.record(deferral, on, call.request_id)
    after = book.account(max(call.today, on))
    due_on = next(other.due_on for other in after.bills if other.billed_on == document.billed_on)
    meter = NightMeter(due_before_on)
    meter.run(due_on, bearing_fen, deferral.daily_ppb)
    return DeferAnswer(
        account_id=asked.account_id,
        event_id=event.event_id,
        effective_on=on,
        bill_number=document.number,
        billed_on=document.billed_on,
        due_before_on=due_before_on,
        due_on=due_on,
        daily_ppb=deferral.daily_ppb,
        deferred_fen=deferred_fen,
        cost_fen=meter.rounded_fen(line.rounding),
        account=figures(after),
    )


DEFER = Verb("defer", DeferAsked, DeferAnswer, act)
