"""A story told again in a ledger: in order, with one event recorded last, with one reversed, or with one left out."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from baitiao_cli.account.events import BillIssued, Event, Opened, Purchased, Reversed
from baitiao_cli.account.verbs.reverse import decide_reversal
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.journal import posted_sums
from baitiao_cli.ledger.store import Ledger
from tests.laws.facts import economics_of

ACCOUNT = "A1"


class Outcome(msgspec.Struct):
    """What a story came to by a day: every economic figure, what is posted, and the bills that were sent, by day."""

    economics: dict[str, Any]
    posted: dict[tuple[str, str], int]
    bills: dict[date, BillIssued]


class Retelling:
    """One ledger in which a story's facts are recorded one by one, each on its day, as if nobody knew what comes."""

    def __init__(self, path: Path, events: Sequence[Event]) -> None:
        self.ledger = Ledger.create(path, now="2020-01-01T00:00:00Z")
        self.ids: dict[str, str] = {}
        opening, self.today = events[0], events[0].effective_on
        assert isinstance(opening.fact, Opened)
        with self._write() as tx:
            person = tx.find_or_add_person("x", "", "")
            tx.open_account(msgspec.structs.replace(opening.fact, person_id=person.person_id), self.today)
        self.ids[opening.event_id] = f"{ACCOUNT}E1"

    def copied(self, path: Path) -> Retelling:
        """One that goes on by itself from what is recorded so far."""
        copy = object.__new__(Retelling)
        copy.ledger = Ledger(shutil.copyfile(self.ledger.path, path))
        copy.ids, copy.today = dict(self.ids), self.today
        return copy

    def _write(self) -> Any:
        return self.ledger.write(today=self.today, now=f"{self.today}T08:00:00Z", operator="teller")

    def record(self, told: Iterable[Event]) -> None:
        """Records facts in this order: each on its own day, or later when it is later already."""
        for event in told:
            self.settle(event.effective_on)
            with self._write() as tx:
                book = tx.book(ACCOUNT)
                fact = self._renamed(event.fact)
                if isinstance(fact, Reversed):
                    decide_reversal(book.events, fact)
                recorded = book.record(fact, event.effective_on)
            self.ids[event.event_id] = recorded.event_id

    def reverse(self, event: Event) -> None:
        """Reverses an event of the story today, as a person would."""
        reversal = Reversed(event_id=event.event_id)
        self.record([msgspec.structs.replace(event, event_id=f"reversal of {event.event_id}", fact=reversal)])

    def _renamed(self, fact: Any) -> Any:
        """The fact with the ids that its events have here: bills that were sent in between have some, too."""
        named = {
            name: self.ids[value]
            for name, value in msgspec.structs.asdict(fact).items()
            if isinstance(value, str) and value in self.ids
        }
        if isinstance(fact, Purchased):
            named |= {"quote_id": "", "quote_hash": ""}  # what was shown before it stays in the story's own ledger
        return msgspec.structs.replace(fact, **named)

    def settle(self, through: date) -> None:
        """Lets the days pass: what is due is booked, bills are sent."""
        self.today = max(self.today, through)
        with self._write() as tx:
            tx.book(ACCOUNT).settle(self.today)

    def outcome(self) -> Outcome:
        """What there is today; the whole ledger is proved."""
        assert check_ledger(self.ledger, full=True) == []
        with self.ledger.read() as tx:
            book = tx.book(ACCOUNT)
            bills = [event.fact for event in book.events if isinstance(event.fact, BillIssued)]
            return Outcome(
                economics=economics_of(book.account(self.today)),
                posted={key: fen for key, fen in posted_sums(tx.connection, ACCOUNT).items() if fen},
                bills={bill.billed_on: bill for bill in bills},
            )
