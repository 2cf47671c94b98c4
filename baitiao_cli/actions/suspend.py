"""`suspend` and `resume`: the lender allows no more purchases for a cause, and allows them again."""

from __future__ import annotations

import msgspec

from baitiao_cli.account.events import Resumed, Suspended, SuspensionCause
from baitiao_cli.account.verbs.suspend import decide_resumption, decide_suspension
from baitiao_cli.actions.standing import StandingAnswer, standing_answer
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import WriteTransaction


class SuspendAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which account, for which cause, and what lifts it ("" what usually lifts a suspension for that cause)."""

    account_id: str
    cause: SuspensionCause
    lift_condition: str = ""


class ResumeAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which account, the cause that is no more ("" the only one), and why."""

    account_id: str
    cause: str = ""
    reason: str = ""


def suspend(tx: WriteTransaction, asked: SuspendAsked, call: Call) -> StandingAnswer:
    """Suspends the account; repayments and captures of holds go on."""
    on, book = call.effective_on, tx.book(asked.account_id)
    fact = decide_suspension(book.account(on), Suspended(cause=asked.cause, lift_condition=asked.lift_condition))
    return standing_answer(book, book.record(fact, on, call.request_id), call)


def resume(tx: WriteTransaction, asked: ResumeAsked, call: Call) -> StandingAnswer:
    """Lifts one suspension; others and the customer's lock stay."""
    on, book = call.effective_on, tx.book(asked.account_id)
    fact = decide_resumption(book.account(on), Resumed(cause=asked.cause, reason=asked.reason))
    return standing_answer(book, book.record(fact, on, call.request_id), call)


SUSPEND = Verb("suspend", SuspendAsked, StandingAnswer, suspend)
RESUME = Verb("resume", ResumeAsked, StandingAnswer, resume)
