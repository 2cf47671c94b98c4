"""`reverse`: an event was wrong."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from baitiao_cli.account.events import Reversed
from baitiao_cli.account.verbs.reverse import decide_reversal
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.actions.raised import LimitsKept
from baitiao_cli.actions.reversal import moved_fen, reopens, target_of, worth_fen
from baitiao_cli.actions.roles import require
from baitiao_cli.actions.verb import Approval, Call, Verb
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import WriteTransaction


class ReverseAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which event, and why."""

    reversed_event_id: str
    reason: str = ""


class ReverseAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The reversal, and the account before and after it.

    `reversed_fen` is how much it is about: the amount of the reversed event, whatever that still changes, or what the
    reversal changes limits, use, debt or credit by, if that is more. `raised_fen` is by how much limits rise by it, and
    `done_again` the verb whose event it brings back ("" none: it takes one away).
    """

    account_id: str
    event_id: str
    reversed_event_id: str
    before: Figures
    account: Figures
    reversed_fen: int = 0
    raised_fen: int = 0
    done_again: str = ""


def act(tx: WriteTransaction, asked: ReverseAsked, call: Call) -> ReverseAnswer:
    """Undoes the event as if it had never been. It counts from the event's own day on, so no other day may be named.

    Who may not do or undo such an event otherwise may not reverse it: `role-needed`. It is weighed by what is known up
    to now, whichever day it is said to be today.
    """
    if call.on is not None and call.on != call.today:
        raise BaitiaoError("reversal-has-no-day")
    book = tx.book(tx.account_of_event(asked.reversed_event_id))
    reversal = decide_reversal(book.events, Reversed(event_id=asked.reversed_event_id, reason=asked.reason))
    target = target_of(book.events, asked.reversed_event_id)
    if not call.proposal_id:  # whether who asked may do it was decided then
        for verb in target.verbs:
            require(tx, call.operator, verb)
    on = target.event.effective_on
    account, limits = book.account_now(), LimitsKept(book, on)
    before = figures(account)
    worth_before_fen = worth_fen(book.account(on), target.event)
    event = book.record(reversal, call.today, call.request_id)
    now = book.account_now()
    after = figures(now)
    is_reopened = reopens(account, now)
    if is_reopened and not call.proposal_id:
        require(tx, call.operator, "reopen")
    weights = (
        now.limit_fen if is_reopened else 0,
        worth_before_fen,
        worth_fen(book.account(on), target.event),
        limits.raised_fen(),
        limits.lowered_fen(),
        moved_fen(before, after),
    )
    return ReverseAnswer(
        account_id=book.account_id,
        event_id=event.event_id,
        reversed_event_id=asked.reversed_event_id,
        before=before,
        account=after,
        reversed_fen=max(weights),
        raised_fen=limits.raised_fen(),
        done_again=target.verbs[0] if target.comes_back else "",
    )


def _again_fen(*verbs: str) -> Callable[[ReverseAnswer], int | None]:
    return lambda answer: answer.reversed_fen if answer.done_again in verbs else None


REVERSE = Verb(
    "reverse",
    ReverseAsked,
    ReverseAnswer,
    act,
    approval=Approval("reversal", lambda answer: answer.reversed_fen),
    also=(
        Approval("limit-raise", lambda answer: answer.raised_fen or None),
        Approval("waiver", _again_fen("waive", "credit")),
        Approval("write-off", _again_fen("write-off", "charge-off")),
    ),
)
