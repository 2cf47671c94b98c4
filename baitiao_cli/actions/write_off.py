"""`write-off`: the claim itself is given up."""

from __future__ import annotations

import msgspec

from baitiao_cli.account.events import WrittenOff
from baitiao_cli.account.postings import LOAN_LOSSES
from baitiao_cli.account.verbs.write_off import decide_write_off
from baitiao_cli.actions.repay import PaymentAnswer, payment_answer
from baitiao_cli.actions.verb import Approval, Call, Verb
from baitiao_cli.ledger.store import WriteTransaction


class WriteOffAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which debt (a plan, or "" all of the account), and why."""

    account_id: str
    reason: str
    plan_id: str = ""


def act(tx: WriteTransaction, asked: WriteOffAsked, call: Call) -> PaymentAnswer:
    """Records the write-off on its day and tells what was given up; the parts sum to it."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    write_off = WrittenOff(plan_id=asked.plan_id, reason=asked.reason)
    event = book.record(decide_write_off(book.account(on), write_off), on, call.request_id)
    account = book.account(max(call.today, on))
    given_up_fen = sum(
        part.amount_fen
        for part in account.allocations
        if part.event_id == event.event_id and part.source == LOAN_LOSSES
    )
    return payment_answer(account, event.event_id, on, given_up_fen)


WRITE_OFF = Verb(
    "write-off", WriteOffAsked, PaymentAnswer, act, approval=Approval("write-off", lambda answer: answer.amount_fen)
)
