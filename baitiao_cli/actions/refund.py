"""`refund`: the merchant gives money back for a purchase."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import Refunded
from baitiao_cli.account.verbs.refund import decide_refund
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.actions.repay import PaidPart, paid_parts
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import WriteTransaction


class RefundAsked(msgspec.Struct, frozen=True, kw_only=True):
    """For which plan's purchase, how much, and why."""

    plan_id: str
    amount_fen: int
    reason: str = ""


class RefundPart(PaidPart, frozen=True, kw_only=True):
    """What a part of a refund was for: a debt, the credit balance, or (`kind` "returned") the means of a payment.

    `number` 0 of a plan stands for its rows that are not billed; `means` "" for means that were not named.
    """

    payment_id: str = ""
    means: str = ""


class RefundAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Where the refund went, part by part, the fees that fell with it, and the account after it.

    `fees_returned_fen` (fees and interest) is in the parts besides the refund.
    """

    account_id: str
    plan_id: str
    event_id: str
    effective_on: date
    amount_fen: int
    fees_dropped_fen: int
    fees_returned_fen: int
    parts: list[RefundPart]
    account: Figures


def act(tx: WriteTransaction, asked: RefundAsked, call: Call) -> RefundAnswer:
    """Records the refund and tells where it went; the parts sum to it. What goes back is noted, not really paid."""
    on = call.effective_on
    book = tx.book(tx.account_of_plan(asked.plan_id))
    refund = Refunded(plan_id=asked.plan_id, amount_fen=asked.amount_fen, reason=asked.reason)
    event = book.record(decide_refund(book.account(on), refund, book.events), on, call.request_id)
    account = book.account(max(call.today, on))
    return RefundAnswer(
        account_id=account.account_id,
        plan_id=asked.plan_id,
        event_id=event.event_id,
        effective_on=on,
        amount_fen=asked.amount_fen,
        fees_dropped_fen=sum(one.fees_dropped_fen for one in account.refunds if one.event_id == event.event_id),
        fees_returned_fen=sum(one.fees_returned_fen for one in account.refunds if one.event_id == event.event_id),
        parts=list(refund_parts(account, event.event_id)),
        account=figures(account),
    )


def refund_parts(account: Account, event_id: str) -> Iterator[RefundPart]:
    """Where an event that takes a purchase back put the money: debts, the credit balance, the means of payments."""
    for part in paid_parts(account, event_id):
        yield RefundPart(plan_id=part.plan_id, number=part.number, kind=part.kind, amount_fen=part.amount_fen)
    for refund in account.refunds:
        for back in refund.returns if refund.event_id == event_id else ():
            yield RefundPart(
                plan_id="",
                number=0,
                kind="returned",
                amount_fen=back.amount_fen,
                payment_id=back.payment_id,
                means=back.means,
            )


REFUND = Verb("refund", RefundAsked, RefundAnswer, act)
