"""`dispute`: the customer contests a purchase; `resolve`: the dispute is decided."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.dispute import Dispute
from baitiao_cli.account.events import DisputeCause, DisputeLost, DisputeOpened, DisputeWon
from baitiao_cli.account.verbs.dispute import decide_dispute, find_dispute, terms_owed_again
from baitiao_cli.account.verbs.refund import find_purchase, refundable_fen
from baitiao_cli.account.verbs.standing import check_open
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.account.views.forecast import RowOutlook, row_outlooks
from baitiao_cli.actions.refund import RefundPart, refund_parts
from baitiao_cli.actions.repay import PaidPart, paid_parts
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import WriteTransaction

Outcome = Literal["won", "lost"]


class DisputeAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which plan's purchase, how much of it (`None` all that can be), for which cause, and in which words."""

    plan_id: str
    cause: DisputeCause
    amount_fen: int | None = None
    reason: str = ""


class DisputeAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What is set aside, part by part, and the account after it; the dispute's id is that of the event.

    `paid_fen` of the amount had been paid; if the dispute is won, that goes back, of a purchase `on_bill` only as far
    as nothing else is unpaid of purchases on bills. `fees_dropped_fen` fell with what is set aside.
    """

    account_id: str
    plan_id: str
    event_id: str
    effective_on: date
    cause: str
    reason: str
    amount_fen: int
    set_aside_fen: int
    paid_fen: int
    fees_dropped_fen: int
    parts: list[PaidPart]
    account: Figures
    on_bill: bool = False


class ResolveAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which dispute, by the event that opened it, how it ended, and why."""

    dispute_id: str
    outcome: Outcome
    reason: str = ""


class ResolveAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """How the dispute ended, and the account after it.

    Won, `parts` tell where what had been paid went; what was set aside stays off. Lost, `owed_again_as` is the plan
    ("" when nothing was set aside) by which it is owed again, in `rows`, for `cost_fen` of interest and fees. Of
    `fees_dropped_fen` so much as `fees_dropped_before_fen` fell when the dispute was opened.
    """

    account_id: str
    dispute_id: str
    plan_id: str
    event_id: str
    effective_on: date
    outcome: Outcome
    reason: str
    amount_fen: int
    set_aside_fen: int
    fees_dropped_fen: int
    fees_returned_fen: int
    parts: list[RefundPart]
    owed_again_as: str
    cost_fen: int
    rows: list[RowOutlook]
    account: Figures
    fees_dropped_before_fen: int = 0


def dispute(tx: WriteTransaction, asked: DisputeAsked, call: Call) -> DisputeAnswer:
    """Opens the dispute and tells what of it need not be paid until it is decided."""
    on = call.effective_on
    book = tx.book(tx.account_of_plan(asked.plan_id))
    then, amount_fen = book.account(on), asked.amount_fen
    if amount_fen is None:
        check_open(then)
        amount_fen = refundable_fen(then, find_purchase(then, asked.plan_id, book.events))
    opened = DisputeOpened(plan_id=asked.plan_id, amount_fen=amount_fen, cause=asked.cause, reason=asked.reason)
    event = book.record(decide_dispute(then, opened, book.events), on, call.request_id)
    account = book.account(max(call.today, on))
    made = account.disputes[event.event_id]
    return DisputeAnswer(
        account_id=account.account_id,
        plan_id=made.plan_id,
        event_id=made.dispute_id,
        effective_on=on,
        cause=made.cause,
        reason=made.reason,
        amount_fen=made.amount_fen,
        set_aside_fen=made.set_aside_fen,
        paid_fen=made.paid_fen,
        fees_dropped_fen=made.fees_dropped_fen,
        parts=paid_parts(account, made.dispute_id),
        account=figures(account),
        on_bill=account.plans[made.plan_id].terms.revolving,
    )


def resolve(tx: WriteTransaction, asked: ResolveAsked, call: Call) -> ResolveAnswer:
    """Decides the dispute: it is refunded, or owed again on the terms of its plan."""
    on = call.effective_on
    book = tx.book(tx.account_of_event(asked.dispute_id))
    then = book.account(on)
    found = find_dispute(then, asked.dispute_id)
    fact: DisputeWon | DisputeLost
    if asked.outcome == "won":
        fact = DisputeWon(dispute_id=found.dispute_id, plan_id=found.plan_id, reason=asked.reason)
    else:
        terms, plan_id = terms_owed_again(then, found, on), f"{book.account_id}P{book.next_plan_number}"
        fact = DisputeLost(dispute_id=found.dispute_id, plan_id=plan_id, terms=terms, reason=asked.reason)
    event = book.record(fact, on, call.request_id)
    return _answer(book.account(max(call.today, on)), asked, event.event_id, on)


def _answer(account: Account, asked: ResolveAsked, event_id: str, on: date) -> ResolveAnswer:
    made = account.disputes[asked.dispute_id]
    rows = _rows(account, made)
    refunds = [refund for refund in account.refunds if refund.event_id == event_id]
    return ResolveAnswer(
        account_id=account.account_id,
        dispute_id=made.dispute_id,
        plan_id=made.plan_id,
        event_id=event_id,
        effective_on=on,
        outcome=asked.outcome,
        reason=asked.reason,
        amount_fen=made.amount_fen,
        set_aside_fen=made.set_aside_fen,
        fees_dropped_fen=sum(refund.fees_dropped_fen for refund in refunds),
        fees_returned_fen=sum(refund.fees_returned_fen for refund in refunds),
        parts=list(refund_parts(account, event_id)),
        owed_again_as=made.owed_again_as,
        cost_fen=sum(row.interest_fen + row.fee_fen for row in rows),
        rows=rows,
        account=figures(account),
        fees_dropped_before_fen=made.fees_dropped_fen if refunds else 0,
    )


def _rows(account: Account, made: Dispute) -> list[RowOutlook]:
    if not made.owed_again_as:
        return []
    return row_outlooks(account.plans[made.owed_again_as], account, account.through)


DISPUTE = Verb("dispute", DisputeAsked, DisputeAnswer, dispute)
RESOLVE = Verb("resolve", ResolveAsked, ResolveAnswer, resolve)
