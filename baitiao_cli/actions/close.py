"""`close`: the end of a line, at once or when its cooling period is over, and how the customer takes that back."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import msgspec
from msgspec.structs import replace

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import Closed, ClosedBy, ClosingRequested, ClosingWithdrawn, Verified
from baitiao_cli.account.standing import Cooling
from baitiao_cli.account.verbs.close import (
    Blocker,
    Loss,
    closing_blockers,
    closing_losses,
    decide_closing,
    decide_closing_request,
    decide_withdrawal,
)
from baitiao_cli.account.verbs.standing import check_open
from baitiao_cli.actions.verb import Call, Refusal, Verb
from baitiao_cli.actions.verify import SECRETS, Given, asked_of, fits, verification
from baitiao_cli.calc.dates import step
from baitiao_cli.ledger.store import Book, ReadTransaction, WriteTransaction


class CloseAsked(Given, frozen=True, kw_only=True):
    """Which account, who ends it and why, and what the customer named to be verified; or that it is taken back."""

    verb: ClassVar[str] = "close"

    by: ClosedBy = "customer"
    reason: str = ""
    withdraw: bool = False


class CloseAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The closing, or that it was taken back: how the account stands now, what is lost and what is kept.

    `ends_on` is when the line is closed: `None` at once.
    """

    account_id: str
    event_id: str
    effective_on: date
    limit_fen: int
    by: ClosedBy = "customer"
    verified: list[str] = []
    reason: str = ""
    status: str = "closed"
    ends_on: date | None = None
    withdrawn: bool = False
    losses: list[Loss] = []
    kept: list[str] = []


class ClosingCheck(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the way of closing the account on a day, what would be lost, what the customer is asked for.

    Asked for on that day by the customer, it would be closed on `closes_on`, after `cooling_days`. `closing` is what
    the customer asked for already.
    """

    account_id: str
    on: date
    can_close: bool
    blockers: list[Blocker]
    losses: list[Loss]
    asked: list[str]
    cooling_days: int
    closes_on: date
    kept: list[str]
    closing: Cooling | None


def check_closing(tx: ReadTransaction, account_id: str, on: date) -> ClosingCheck:
    """Names every blocker of a closing on `on`; writes nothing. Refuses a closed account, and who was erased."""
    book = tx.book(account_id)
    tx.refuse_erased(book.account_person)
    account = book.account(on)
    check_open(account)
    blockers = closing_blockers(account)
    cooling_days = account.line.cooling_days
    return ClosingCheck(
        account_id=account_id,
        on=on,
        can_close=not blockers,
        blockers=blockers,
        losses=closing_losses(account),
        asked=asked_of(tx, account_id),
        cooling_days=cooling_days,
        closes_on=account.cooling.ends_on if account.cooling else step(on, cooling_days, "days"),
        kept=_kept(cooling_days),
        closing=account.cooling,
    )


def _kept(cooling_days: int) -> list[str]:
    """What goes on after a closing, by code; "repayments" while it can be taken back."""
    return ["records", *(["repayments"] if cooling_days else []), "corrections"]


def act(tx: WriteTransaction, asked: CloseAsked, call: Call) -> CloseAnswer | Refusal:
    """Closes the account when nothing is owed and no credit is left; the first thing in the way is named.

    The customer is verified when nothing stands in the way; the operator decides with a reason. Where the terms of the
    line have a cooling period, it begins, and the account is closed when it is over. Who is verified for a closing on
    a day that is over is verified today all the same.
    """
    on = call.effective_on
    book = tx.book(asked.account_id)
    tx.refuse_erased(book.account_person)  # not told to reopen an account that cannot be
    account = book.account(on)
    if asked.withdraw:
        return _withdraw(book, asked, call)
    limit_fen, losses = account.limit_fen, closing_losses(account)
    decided = _decide(account, asked, on)
    verified = () if asked.by == "operator" else verification(tx, book, asked, call)
    if isinstance(verified, Refusal):
        return verified
    if verified and on != call.today:
        book.record(Verified(what=verified), call.today)
    event = book.record(replace(decided, verified=verified), on, call.request_id)
    ends_on = decided.ends_on if isinstance(decided, ClosingRequested) else None
    return CloseAnswer(
        account_id=asked.account_id,
        event_id=event.event_id,
        effective_on=on,
        limit_fen=limit_fen,
        by=asked.by,
        verified=list(verified),
        reason=asked.reason,
        status=_status_now(book, call),
        ends_on=ends_on,
        losses=losses,
        kept=_kept(0 if ends_on is None else account.line.cooling_days),
    )


def _withdraw(book: Book, asked: CloseAsked, call: Call) -> CloseAnswer:
    on = call.effective_on
    account = book.account(on)
    decided = decide_withdrawal(account, ClosingWithdrawn(reason=asked.reason))
    limit_fen = account.limit_fen
    event = book.record(decided, on, call.request_id)
    return CloseAnswer(
        account_id=asked.account_id,
        event_id=event.event_id,
        effective_on=on,
        limit_fen=limit_fen,
        reason=asked.reason,
        status=_status_now(book, call),
        withdrawn=True,
    )


def _status_now(book: Book, call: Call) -> str:
    return book.account(max(call.today, call.effective_on)).status


def _decide(account: Account, asked: CloseAsked, on: date) -> Closed | ClosingRequested:
    """The closing at once, or the customer's wish where the line has a cooling period."""
    if asked.by == "customer" and account.line.cooling_days:
        ends_on = step(on, account.line.cooling_days, "days")
        return decide_closing_request(account, ClosingRequested(ends_on=ends_on, reason=asked.reason))
    return decide_closing(account, Closed(reason=asked.reason, by=asked.by))


def closing_fits(tx: WriteTransaction, asked: CloseAsked, call: Call) -> bool:
    """Whether what is given to be verified is right, where somebody is: for a closing that was answered before."""
    return asked.withdraw or asked.by == "operator" or fits(tx, asked, call)


CLOSE = Verb("close", CloseAsked, CloseAnswer, act, SECRETS, closing_fits)
