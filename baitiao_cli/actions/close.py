"""`close`: the end of a line."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec.structs import replace

from baitiao_cli.account.events import Closed, ClosedBy
from baitiao_cli.account.verbs.close import Blocker, Loss, closing_blockers, closing_losses, decide_closing
from baitiao_cli.account.verbs.standing import check_open
from baitiao_cli.actions.verb import Call, Refusal, Verb
from baitiao_cli.actions.verify import SECRETS, Given, asked_of, verification
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction


class CloseAsked(Given, frozen=True, kw_only=True):
    """Which account, who ends it and why, and what the customer named to be verified."""

    by: ClosedBy = "customer"
    reason: str = ""


class CloseAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The closing."""

    account_id: str
    event_id: str
    effective_on: date
    limit_fen: int
    by: ClosedBy = "customer"
    verified: list[str] = []
    reason: str = ""


class ClosingCheck(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the way of closing the account on a day, what would be lost, what the customer is asked for."""

    account_id: str
    on: date
    can_close: bool
    blockers: list[Blocker]
    losses: list[Loss]
    asked: list[str]


def check_closing(tx: ReadTransaction, account_id: str, on: date) -> ClosingCheck:
    """Names every blocker of a closing on `on`; writes nothing. Refuses a closed account."""
    account = tx.book(account_id).account(on)
    check_open(account)
    blockers = closing_blockers(account)
    return ClosingCheck(
        account_id=account_id,
        on=on,
        can_close=not blockers,
        blockers=blockers,
        losses=closing_losses(account),
        asked=asked_of(tx, account_id),
    )


def act(tx: WriteTransaction, asked: CloseAsked, call: Call) -> CloseAnswer | Refusal:
    """Closes the account when nothing is owed and no credit is left; the first thing in the way is named.

    The customer is verified when nothing stands in the way; the operator decides with a reason.
    """
    on = call.effective_on
    book = tx.book(asked.account_id)
    account = book.account(on)
    limit_fen = account.limit_fen
    closing = decide_closing(account, Closed(reason=asked.reason, by=asked.by))
    verified = () if asked.by == "operator" else verification(tx, book, asked, call)
    if isinstance(verified, Refusal):
        return verified
    event = book.record(replace(closing, verified=verified), on, call.request_id)
    return CloseAnswer(
        account_id=asked.account_id,
        event_id=event.event_id,
        effective_on=on,
        limit_fen=limit_fen,
        by=asked.by,
        verified=list(verified),
        reason=asked.reason,
    )


CLOSE = Verb("close", CloseAsked, CloseAnswer, act, SECRETS)
