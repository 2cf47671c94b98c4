"""What is billed and by what it is paid: the bill, the means, auto-repay and its debits, a line each."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import BillIssued, DebitTried
from baitiao_cli.account.standing import Means
from baitiao_cli.account.views.statement import deferred_to


class BillLine(msgspec.Struct, frozen=True, kw_only=True):
    """The latest bill in brief, as it was sent; `deferred_to` is when its purchases are due if it was deferred."""

    number: int
    billed_on: date
    due_on: date
    amount_due_fen: int
    minimum_due_fen: int
    deferred_to: date | None = None


class AutoRepayLine(msgspec.Struct, frozen=True, kw_only=True):
    """The agreement that bills are paid by themselves."""

    means: str
    share: str
    since_on: date


class DebitLine(msgspec.Struct, frozen=True, kw_only=True):
    """A try to debit a means: what it asked, what it took or would take, and how that ended."""

    on: date
    means: str
    due_on: date
    attempt: int
    asked_fen: int
    taken_fen: int
    outcome: str


class MeansLine(msgspec.Struct, frozen=True, kw_only=True):
    """A means of the customer's; `funds_fen` is what it can pay, unless it pays whatever is asked of it."""

    means: str
    means_kind: str
    last_digits: str
    funds_fen: int
    is_unlimited: bool
    is_removed: bool
    since_on: date


def bill_line(account: Account, bill: BillIssued) -> BillLine:
    return BillLine(
        number=bill.number,
        billed_on=bill.billed_on,
        due_on=bill.due_on,
        amount_due_fen=bill.figures.amount_due_fen,
        minimum_due_fen=bill.figures.minimum_due_fen,
        deferred_to=deferred_to(account, bill),
    )


def debit_line(tried: tuple[date, DebitTried] | None) -> DebitLine | None:
    if tried is None:
        return None
    on, debit = tried
    return DebitLine(
        on=on,
        means=debit.means,
        due_on=debit.due_on,
        attempt=debit.attempt,
        asked_fen=debit.asked_fen,
        taken_fen=debit.taken_fen,
        outcome=debit.outcome,
    )


def means_line(means: Means) -> MeansLine:
    return MeansLine(
        means=means.name,
        means_kind=means.kind,
        last_digits=means.last_digits,
        funds_fen=means.funds_fen or 0,
        is_unlimited=means.funds_fen is None,
        is_removed=means.is_removed,
        since_on=means.since_on,
    )
