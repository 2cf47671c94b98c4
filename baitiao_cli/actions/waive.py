"""`waive`: the lender gives up charges that are owed."""

from __future__ import annotations

import msgspec

from baitiao_cli.account.events import Waived, WaivedCharge
from baitiao_cli.account.verbs.waive import decide_waiver
from baitiao_cli.actions.repay import PaymentAnswer, payment_answer
from baitiao_cli.actions.verb import Approval, Call, Verb
from baitiao_cli.ledger.store import WriteTransaction


class WaiveAsked(msgspec.Struct, frozen=True, kw_only=True):
    """How much is given up and why; of which kind of charge ("" any) and which plan ("" wherever)."""

    account_id: str
    amount_fen: int
    reason: str
    charge: WaivedCharge = ""
    plan_id: str = ""


def act(tx: WriteTransaction, asked: WaiveAsked, call: Call) -> PaymentAnswer:
    """Records the waiver on its day and tells what it took off; the parts sum to it."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    waiver = Waived(amount_fen=asked.amount_fen, charge=asked.charge, plan_id=asked.plan_id, reason=asked.reason)
    event = book.record(decide_waiver(book.account(on), waiver, on), on, call.request_id)
    return payment_answer(book.account(max(call.today, on)), event.event_id, on, asked.amount_fen)


WAIVE = Verb("waive", WaiveAsked, PaymentAnswer, act, approval=Approval("waiver", lambda answer: answer.amount_fen))
