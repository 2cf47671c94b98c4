"""`lock` and `unlock`: the customer wants no more purchases, and wants them again."""

from __future__ import annotations

import msgspec

from baitiao_cli.account.events import Locked, Unlocked
from baitiao_cli.account.verbs.lock import decide_lock, decide_unlock
from baitiao_cli.actions.standing import StandingAnswer, standing_answer
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import WriteTransaction


class LockAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which account, and why."""

    account_id: str
    reason: str = ""


def lock(tx: WriteTransaction, asked: LockAsked, call: Call) -> StandingAnswer:
    """Locks the account at the customer's wish; repayments and captures of holds go on."""
    on, book = call.effective_on, tx.book(asked.account_id)
    fact = decide_lock(book.account(on), Locked(reason=asked.reason))
    return standing_answer(book, book.record(fact, on, call.request_id), call)


def unlock(tx: WriteTransaction, asked: LockAsked, call: Call) -> StandingAnswer:
    """Lifts the customer's lock; a suspension stays."""
    on, book = call.effective_on, tx.book(asked.account_id)
    fact = decide_unlock(book.account(on), Unlocked(reason=asked.reason))
    return standing_answer(book, book.record(fact, on, call.request_id), call)


LOCK = Verb("lock", LockAsked, StandingAnswer, lock)
UNLOCK = Verb("unlock", LockAsked, StandingAnswer, unlock)
