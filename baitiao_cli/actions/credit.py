"""`credit`: money from the lender for goodwill."""

from __future__ import annotations

import msgspec

from baitiao_cli.account.events import CreditGranted
from baitiao_cli.account.verbs.credit import decide_credit
from baitiao_cli.actions.repay import PaymentAnswer, payment_answer
from baitiao_cli.actions.verb import Approval, Call, Verb
from baitiao_cli.ledger.store import WriteTransaction


class CreditAsked(msgspec.Struct, frozen=True, kw_only=True):
    """How much is given, and why."""

    account_id: str
    amount_fen: int
    reason: str


def act(tx: WriteTransaction, asked: CreditAsked, call: Call) -> PaymentAnswer:
    """Records the credit on its day and tells what it paid; parts + credit balance = credit given."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    credit = CreditGranted(amount_fen=asked.amount_fen, reason=asked.reason)
    event = book.record(decide_credit(book.account(on), credit), on, call.request_id)
    return payment_answer(book.account(max(call.today, on)), event.event_id, on, asked.amount_fen)


CREDIT = Verb("credit", CreditAsked, PaymentAnswer, act, approval=Approval("waiver", lambda answer: answer.amount_fen))
