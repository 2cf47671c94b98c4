"""`repay`: money from the customer."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import Repaid
from baitiao_cli.account.verbs.repay import decide_repayment
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import WriteTransaction


class RepayAsked(msgspec.Struct, frozen=True, kw_only=True):
    """How much is paid, for which plan if one is named, by which means."""

    account_id: str
    amount_fen: int
    plan_id: str = ""
    means: str = ""
    note: str = ""


class PaidPart(msgspec.Struct, frozen=True, kw_only=True):
    """What a part of a payment paid: a kind of debt on a row of a plan ("" the line's own), or the credit balance."""

    plan_id: str
    number: int
    kind: str
    amount_fen: int


class PaymentAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Where the money went, and the account after it."""

    account_id: str
    event_id: str
    effective_on: date
    amount_fen: int
    parts: list[PaidPart]
    account: Figures


def act(tx: WriteTransaction, asked: RepayAsked, call: Call) -> PaymentAnswer:
    """Takes the money on its day and tells what it paid: parts + credit = payment."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    repayment = Repaid(amount_fen=asked.amount_fen, plan_id=asked.plan_id, means=asked.means, note=asked.note)
    event = book.record(decide_repayment(book.account(on), repayment), on, call.request_id)
    return payment_answer(book.account(max(call.today, on)), event.event_id, on, asked.amount_fen)


def paid_parts(account: Account, event_id: str) -> list[PaidPart]:
    """What the money of an event went to, in the order in which it did."""
    return [
        PaidPart(plan_id=part.plan_id, number=part.number, kind=part.kind, amount_fen=part.amount_fen)
        for part in account.allocations
        if part.event_id == event_id
    ]


def payment_answer(account: Account, event_id: str, on: date, amount_fen: int) -> PaymentAnswer:
    """The answer for a payment that has been recorded; `account` is folded with it."""
    return PaymentAnswer(
        account_id=account.account_id,
        event_id=event_id,
        effective_on=on,
        amount_fen=amount_fen,
        parts=paid_parts(account, event_id),
        account=figures(account),
    )


REPAY = Verb("repay", RepayAsked, PaymentAnswer, act)
