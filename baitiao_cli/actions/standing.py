"""What the verbs answer that lock, suspend or free a line."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import Event
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.actions.verb import Call
from baitiao_cli.ledger.store import Book


class StandingAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What was recorded, and the account after it; its status tells whether anything may be bought.

    `causes` are those of the suspensions that there are now, `cause` the one that the verb spoke of.
    """

    account_id: str
    event_id: str
    effective_on: date
    account: Figures
    is_locked: bool
    causes: list[str]
    cause: str = ""
    lift_condition: str = ""
    reason: str = ""


def standing_answer(book: Book, event: Event, call: Call) -> StandingAnswer:
    """The answer for a fact that has been recorded in `book`."""
    fact, account = event.fact, book.account(max(call.today, event.effective_on))
    return StandingAnswer(
        account_id=book.account_id,
        event_id=event.event_id,
        effective_on=event.effective_on,
        account=figures(account),
        is_locked=account.lock is not None,
        causes=list(account.suspensions_in_force),
        cause=getattr(fact, "cause", ""),
        lift_condition=getattr(fact, "lift_condition", ""),
        reason=getattr(fact, "reason", ""),
    )
