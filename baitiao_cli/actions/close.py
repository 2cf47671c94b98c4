"""`close`: the end of a line."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import Closed
from baitiao_cli.account.verbs.close import Blocker, Loss, closing_blockers, closing_losses, decide_closing
from baitiao_cli.account.verbs.standing import check_open
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction


class CloseAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which account, and why."""

    account_id: str
    reason: str = ""


class CloseAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The closing."""

    account_id: str
    event_id: str
    effective_on: date
    limit_fen: int


class ClosingCheck(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the way of closing the account on a day, and what would be lost."""

    account_id: str
    on: date
    can_close: bool
    blockers: list[Blocker]
    losses: list[Loss]


def check_closing(tx: ReadTransaction, account_id: str, on: date) -> ClosingCheck:
    """Names every blocker of a closing on `on`; writes nothing. Refuses a closed account."""
    account = tx.book(account_id).account(on)
    check_open(account)
    blockers = closing_blockers(account)
    return ClosingCheck(
        account_id=account_id, on=on, can_close=not blockers, blockers=blockers, losses=closing_losses(account)
    )


def act(tx: WriteTransaction, asked: CloseAsked, call: Call) -> CloseAnswer:
    """Closes the account when nothing is owed and no credit is left; the first thing in the way is named."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    account = book.account(on)
    event = book.record(decide_closing(account, Closed(reason=asked.reason)), on, call.request_id)
    return CloseAnswer(
        account_id=asked.account_id, event_id=event.event_id, effective_on=on, limit_fen=account.limit_fen
    )


CLOSE = Verb("close", CloseAsked, CloseAnswer, act)
