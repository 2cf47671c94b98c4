"""`why`: what changed on an account between two days, or between two states of knowledge, and what caused it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from baitiao_cli.account.events import Event
from baitiao_cli.account.views.statement import find_bill, statements
from baitiao_cli.account.views.why import Comparison, DueChange, between_days, between_states, compare_bills
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.knowledge import KnownAt
from baitiao_cli.ledger.store import ReadTransaction


class BillChange(msgspec.Struct, frozen=True, kw_only=True):
    """Two bills in brief, and what each thing contributes to the difference of their amounts due."""

    number_before: int
    number_after: int
    billed_before_on: date
    billed_after_on: date
    amount_before_fen: int
    amount_after_fen: int
    lines: list[DueChange]


class Reasons(msgspec.Struct, frozen=True, kw_only=True):
    """Why the figures of an account differ; `bills` compares the latest bill of each day, when they are two."""

    account_id: str
    comparison: Comparison
    bills: BillChange | None = None


def why_between_days(tx: ReadTransaction, account_id: str, before_on: date, after_on: date) -> Reasons:
    """What changed from the end of one day to the end of another; the earlier day counts as before."""
    before_on, after_on = sorted((before_on, after_on))
    events = tx.book(account_id).events
    return Reasons(
        account_id=account_id,
        comparison=between_days(events, before_on, after_on),
        bills=_bills(events, before_on, after_on),
    )


def why_between_states(tx: ReadTransaction, account_id: str, before: KnownAt, after: KnownAt, on: date) -> Reasons:
    """What the ledger learned between two of its moments about the account as of a day; the earlier counts as before.

    Raises `account-not-known-then` when the account was not open by the first of them.
    """
    known_before, known_after = sorted((tx.sequence_at(before), tx.sequence_at(after)))
    events = [event for event in tx.book(account_id).events if event.sequence <= known_after]
    if not any(event.sequence <= known_before for event in events):
        raise BaitiaoError("account-not-known-then", account_id=account_id, known=known_before)
    return Reasons(account_id=account_id, comparison=between_states(events, known_before, on))


def _bills(events: Sequence[Event], before_on: date, after_on: date) -> BillChange | None:
    """The latest bill of each day compared; `None` when there is none on the first day, or it is the same."""
    if not statements(events, before_on):
        return None
    before, after = find_bill(events, before_on), find_bill(events, after_on)
    if before.document.number == after.document.number:
        return None
    return BillChange(
        number_before=before.document.number,
        number_after=after.document.number,
        billed_before_on=before.document.billed_on,
        billed_after_on=after.document.billed_on,
        amount_before_fen=before.document.figures.amount_due_fen,
        amount_after_fen=after.document.figures.amount_due_fen,
        lines=compare_bills(before, after),
    )
