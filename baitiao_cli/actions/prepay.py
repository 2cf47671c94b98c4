"""`prepay`: a part of a plan's principal ahead of time, for a shorter term or lower payments."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import Prepaid, PrepaymentEffect
from baitiao_cli.account.verbs.prepay import decide_prepayment
from baitiao_cli.account.views.figures import Figures
from baitiao_cli.account.views.prepayment import PlanOutlook, PrepaymentQuote, quote_prepayment
from baitiao_cli.actions.repay import PaidPart, payment_answer
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction


class PrepayAsked(msgspec.Struct, frozen=True, kw_only=True):
    """How much is paid ahead on which plan, and what that changes."""

    plan_id: str
    amount_fen: int
    effect: PrepaymentEffect
    means: str = ""
    note: str = ""


class PrepayAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Where the money went, the plan without it and with it, and the account after it."""

    account_id: str
    plan_id: str
    event_id: str
    effective_on: date
    amount_fen: int
    effect: PrepaymentEffect
    due_fen: int
    interest_fen: int
    principal_fen: int
    parts: list[PaidPart]
    outlooks: list[PlanOutlook]
    account: Figures


def quote(tx: ReadTransaction, plan_id: str, amount_fen: int, as_of: date) -> PrepaymentQuote:
    """What a prepayment on a day would do, in each way that is offered."""
    account = tx.book(tx.account_of_plan(plan_id)).account(as_of)
    return quote_prepayment(account, plan_id, amount_fen, as_of)


def act(tx: WriteTransaction, asked: PrepayAsked, call: Call) -> PrepayAnswer:
    """Records the prepayment; the answer tells what the quote of the day told."""
    on = call.effective_on
    book = tx.book(tx.account_of_plan(asked.plan_id))
    account = book.account(on)
    prepayment = Prepaid(
        plan_id=asked.plan_id, amount_fen=asked.amount_fen, effect=asked.effect, means=asked.means, note=asked.note
    )
    decided = decide_prepayment(account, prepayment, on)
    told = quote_prepayment(account, asked.plan_id, asked.amount_fen, on)
    event = book.record(decided, on, call.request_id)
    paid = payment_answer(book.account(max(call.today, on)), event.event_id, on, asked.amount_fen)
    return PrepayAnswer(
        account_id=book.account_id,
        plan_id=asked.plan_id,
        event_id=event.event_id,
        effective_on=on,
        amount_fen=asked.amount_fen,
        effect=asked.effect,
        due_fen=told.parts.due_fen,
        interest_fen=told.parts.interest_fen,
        principal_fen=told.parts.principal_fen,
        parts=paid.parts,
        outlooks=[outlook for outlook in told.outlooks if outlook.effect in ("none", asked.effect)],
        account=paid.account,
    )


PREPAY = Verb("prepay", PrepayAsked, PrepayAnswer, act)
