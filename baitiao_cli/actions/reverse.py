"""`reverse`: an event was wrong."""

from __future__ import annotations

import msgspec

from baitiao_cli.account.events import Reversed
from baitiao_cli.account.verbs.reverse import decide_reversal
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import WriteTransaction


class ReverseAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which event, and why."""

    reversed_event_id: str
    reason: str = ""


class ReverseAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The reversal, and the account before and after it."""

    account_id: str
    event_id: str
    reversed_event_id: str
    before: Figures
    account: Figures


def act(tx: WriteTransaction, asked: ReverseAsked, call: Call) -> ReverseAnswer:
    """Undoes the event as if it had never been. It counts from the event's own day on, so no other day may be named."""
    if call.on is not None and call.on != call.today:
        raise BaitiaoError("reversal-has-no-day")
    book = tx.book(tx.account_of_event(asked.reversed_event_id))
    before = figures(book.account(call.today))
    reversal = Reversed(event_id=asked.reversed_event_id, reason=asked.reason)
    event = book.record(decide_reversal(book.events, reversal), call.today, call.request_id)
    return ReverseAnswer(
        account_id=book.account_id,
        event_id=event.event_id,
        reversed_event_id=asked.reversed_event_id,
        before=before,
        account=figures(book.account(call.today)),
    )


REVERSE = Verb("reverse", ReverseAsked, ReverseAnswer, act)
