"""What a book would write, noted instead, so that one process can work out what another one writes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol

import msgspec

from baitiao_cli.account.events import AnyFact, Event
from baitiao_cli.ledger.journal import Group
from baitiao_cli.ledger.views import Changes


class Pen(Protocol):
    """What a book writes with: into the ledger, or into notes."""

    today: date

    def append(self, account_id: str, number: int, fact: AnyFact, effective_on: date, request_id: str) -> Event:
        """Adds an event."""

    def book(self, account_id: str, groups: Iterable[Group], posted_on: date) -> None:
        """Adds groups of postings."""

    def update_views(self, changes: Changes) -> None:
        """Makes the views say what changed."""


class Notes:
    """The notes on one account: what is to be written, call by call."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.calls: list[tuple[str, tuple[Any, ...]]] = []

    def append(self, account_id: str, number: int, fact: AnyFact, effective_on: date, request_id: str) -> Event:
        """Notes an event; it has no place in the ledger yet."""
        self.calls.append(("append", (account_id, number, fact, effective_on, request_id)))
        return Event(
            event_id=f"{account_id}E{number}",
            account_id=account_id,
            number=number,
            effective_on=effective_on,
            fact=fact,
            request_id=request_id,
        )

    def book(self, account_id: str, groups: Iterable[Group], posted_on: date) -> None:
        """Notes groups of postings."""
        self.calls.append(("book", (account_id, [*groups], posted_on)))

    def update_views(self, changes: Changes) -> None:
        """Notes what changes in the views."""
        self.calls.append(("update_views", (changes,)))


class Prepared(msgspec.Struct, frozen=True):
    """What was noted on an account that had so many events and was settled through a day."""

    account_id: str
    event_count: int
    settled_through: date
    calls: list[tuple[str, tuple[Any, ...]]]
