"""`recover`: money for a debt that was charged off or written off."""

from __future__ import annotations

import msgspec

from baitiao_cli.account.events import Recovered
from baitiao_cli.account.verbs.recover import decide_recovery
from baitiao_cli.actions.repay import PaymentAnswer, payment_answer
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import WriteTransaction


class RecoverAsked(msgspec.Struct, frozen=True, kw_only=True):
    """How much came in, for which lost plan if one is named, by which means."""

    account_id: str
    amount_fen: int
    plan_id: str = ""
    means: str = ""
    note: str = ""


def act(tx: WriteTransaction, asked: RecoverAsked, call: Call) -> PaymentAnswer:
    """Takes the money on its day and tells where it went: parts + credit = money."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    recovery = Recovered(amount_fen=asked.amount_fen, plan_id=asked.plan_id, means=asked.means, note=asked.note)
    event = book.record(decide_recovery(book.account(on), recovery), on, call.request_id)
    return payment_answer(book.account(max(call.today, on)), event.event_id, on, asked.amount_fen)


RECOVER = Verb("recover", RecoverAsked, PaymentAnswer, act)
