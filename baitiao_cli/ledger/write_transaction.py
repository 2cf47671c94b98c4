"""What can be asked of a ledger and added to it in one transaction: all of it or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from baitiao_cli.account.entries import Entries
from baitiao_cli.account.events import Opened
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger import requests
from baitiao_cli.ledger.book import Book
from baitiao_cli.ledger.only_once import refuse_second_account
from baitiao_cli.ledger.past import Past
from baitiao_cli.ledger.people import Person
from baitiao_cli.ledger.read_transaction import ReadTransaction
from baitiao_cli.ledger.writing import Writing

if TYPE_CHECKING:
    from _typeshed import StrPath

    from baitiao_cli.account.quote import Shown  # imported where it is used: most commands have no quote
    from baitiao_cli.desk.facts import AnyDeskFact, DeskEntry
    from baitiao_cli.ledger.merchants import Merchant
    from baitiao_cli.ledger.notes import Prepared

MOST_BOOKS = 256
"""How many books a transaction that goes on for long keeps at hand, unless it is told otherwise."""


class WriteTransaction(ReadTransaction):
    """A transaction that may add facts; every book in it is the same one each time it is asked for."""

    def __init__(self, connection: sqlite3.Connection, path: StrPath, writing: Writing) -> None:
        super().__init__(connection, path)
        self._writing = writing
        self._books: dict[str, Book] = {}
        self._unsealed: dict[str, Book] = {}
        self._touched: set[str] = set()
        self._trial_count = 0
        self.most_books = MOST_BOOKS

    @property
    def today(self) -> date:
        """The day of the program."""
        return self._writing.today

    @property
    def now(self) -> str:
        """The instant that is noted with what is written (UTC, ISO text)."""
        return self._writing.now

    @property
    def operator(self) -> str:
        """Who writes."""
        return self._writing.operator

    def book(self, account_id: str) -> Book:
        """The account's book, open for recording; `account-unknown`."""
        if account_id not in self._books:
            past = self._past_of(account_id)
            self._books[account_id] = Book(self.connection, account_id, past, self._writing, self.book)
        elif account_id not in self._unsealed:
            self._books[account_id].go_on()
        self._unsealed[account_id] = self._books[account_id]
        self._touched.add(account_id)
        return self._books[account_id]

    def write_prepared(self, prepared: Prepared) -> bool:
        """Writes what was noted on an account, if it is still as it was then; otherwise nothing, and says so."""
        row = self.connection.execute(
            "SELECT settled_through, (SELECT max(number) FROM events WHERE account_id = :account_id)"
            " FROM accounts WHERE account_id = :account_id",
            {"account_id": prepared.account_id},
        ).fetchone()
        if row is None or tuple(row) != (prepared.settled_through.isoformat(), prepared.event_count):
            return False
        for name, arguments in prepared.calls:
            getattr(self._writing, name)(*arguments)
        self._books.pop(prepared.account_id, None)
        return True

    def earlier_answer(self, request_id: str, inputs: dict[str, object]) -> dict[str, Any] | None:
        """The answer that this request got before; `None` if it is new, `request-id-reused` if its inputs differ."""
        return requests.earlier_answer(self.connection, request_id, inputs, self._request_key)

    def keep_answer(
        self, request_id: str, inputs: dict[str, object], answer: dict[str, Any], *, is_personal: bool = False
    ) -> None:
        """Keeps the answer of a request (JSON types) for those who repeat it; nobody can try who was in its inputs."""
        key = self._request_key if is_personal else None
        row = requests.request_row(self.connection, request_id, inputs, answer, self.now, key)
        self._writing.put("requests", row)

    def _request_key(self) -> bytes:
        return self.people.keys.requests

    def keep_quote(self, quote: Shown) -> None:
        """Keeps a quote as it was shown, to be accepted by its id; one that is there already stays as it is."""
        from baitiao_cli.ledger import quotes

        if not self.has_quote(quote):
            self._writing.put("quotes", quotes.quote_row(quote, self.now))

    def note(self, deed: str, subject: str, **details: object) -> int:
        """Adds a deed of the operator to the audit log, with its figures; nothing personal may be in it."""
        return self._writing.note(deed, subject, details)

    @contextmanager
    def acting_as(self, operator: str) -> Iterator[None]:
        """What is recorded in the block is what another operator asked for."""
        own, self._writing.operator = self._writing.operator, operator
        try:
            yield
        finally:
            self._writing.operator = own

    @contextmanager
    def trial(self) -> Iterator[Callable[[], None]]:
        """A block whose writes can be undone by calling what it gives, if nothing was recorded before it."""
        # A name of its own: what is refused in a trial within a trial leaves its savepoint to the outer one to undo.
        self._trial_count += 1
        name = f"trial_{self._trial_count}"
        self.connection.execute(f"SAVEPOINT {name}")

        def undo() -> None:
            self.connection.execute(f"ROLLBACK TO {name}")
            for account_id in self._touched | self._unsealed.keys():
                self._books.pop(account_id, None)
            self._unsealed.clear()
            self._writing.start_over()

        yield undo
        self.connection.execute(f"RELEASE {name}")

    def register_merchant(self, name: str, discount_ppb: int | None, on: date) -> Merchant:
        """Registers a merchant, or another discount of one, from a day on; `merchant-registered`."""
        put = self._writing.put
        from baitiao_cli.ledger.merchants import register_merchant

        return register_merchant(self.connection, name, discount_ppb, on, self.now, put)

    def record_at_desk(self, subject: str, fact: AnyDeskFact, effective_on: date, request_id: str = "") -> DeskEntry:
        """Keeps a fact of the desk about a subject; nothing personal may be in it. `date-in-future`."""
        from baitiao_cli.desk.facts import DeskEntry
        from baitiao_cli.ledger import desk

        if effective_on > self.today:
            raise BaitiaoError("date-in-future", on=effective_on, today=self.today)
        number = 1 + int(self.connection.execute("SELECT coalesce(max(number), 0) FROM desk_facts").fetchone()[0])
        entry = DeskEntry(
            number=number,
            subject=subject,
            effective_on=effective_on,
            fact=fact,
            recorded_at=self.now,
            operator=self.operator,
            request_id=request_id,
        )
        self._writing.put("desk_facts", desk.row_of(entry))
        return entry

    def find_or_add_person(self, name: str, phone: str, id_number: str) -> Person:
        """The person with that ID number, as first recorded, or a new one ("" for what is not known)."""
        return self.people.find_or_add(name, phone, id_number, self.now)

    def correct_person(self, person: Person, corrected: Mapping[str, str]) -> None:
        """Corrects what is known of a person, by field; `id-number-used`. The caller records that it was done."""
        self.people.correct(person, corrected)

    def erase_person(self, person_id: str) -> None:
        """Erases for ever who a person is; the caller records that it was done."""
        self.people.erase(person_id, self.now)

    def open_account(self, opened: Opened, effective_on: date, request_id: str = "") -> Book:
        """Opens a line under the next account number; `person-has-account` names the one that the person has open."""
        self.person(opened.person_id)
        refuse_second_account(self.connection, opened.person_id, self.book)
        row = self.connection.execute("SELECT coalesce(max(number), 0) + 1 AS number FROM accounts").fetchone()
        book = Book(self.connection, f"A{row['number']}", Past(Entries()), self._writing, self.book)
        book.record(opened, effective_on, request_id)
        self._books[book.account_id] = self._unsealed[book.account_id] = book
        self._touched.add(book.account_id)
        return book

    def go_on(self, *, today: date, now: str, operator: str) -> None:
        """Goes on behind the seal at another moment, as if this were the next transaction."""
        self._writing.go_on(today=today, now=now, operator=operator)
        self._touched.clear()
        if len(self._books) > self.most_books:
            self._books.clear()

    def seal(self) -> None:
        """Issues the bills that are due and closes the chain over all; the ledger calls it before it commits."""
        for book in self._unsealed.values():
            book.issue_bills()
            book.keep_snapshot()
        self._unsealed.clear()
        self._writing.seal()
