"""`limit`: more or less may be owed from now on."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import LimitChanged
from baitiao_cli.account.verbs.limit import decide_limit
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import WriteTransaction


class LimitAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The new limit, and why."""

    account_id: str
    limit_fen: int
    reason: str = ""


class LimitAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The limit before and after, and the account after it."""

    account_id: str
    event_id: str
    effective_on: date
    previous_limit_fen: int
    limit_fen: int
    reason: str
    account: Figures


def act(tx: WriteTransaction, asked: LimitAsked, call: Call) -> LimitAnswer:
    """Records the change; a back-dated cut that a later purchase would pass is refused with those events named."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    account = book.account(on)
    previous_fen = account.limit_fen
    change = decide_limit(account, LimitChanged(limit_fen=asked.limit_fen, reason=asked.reason))
    event = book.record(change, on, call.request_id)
    return LimitAnswer(
        account_id=asked.account_id,
        event_id=event.event_id,
        effective_on=on,
        previous_limit_fen=previous_fen,
        limit_fen=asked.limit_fen,
        reason=asked.reason,
        account=figures(book.account(max(call.today, on))),
    )


LIMIT = Verb("limit", LimitAsked, LimitAnswer, act)
