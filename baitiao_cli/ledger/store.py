"""The ledger: made, opened, read as one snapshot, written as one transaction. Nothing above knows how it is stored."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from baitiao_cli.account.events import Event, Opened
from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger import merchants, people, requests
from baitiao_cli.ledger.book import Book, refuse_second_account
from baitiao_cli.ledger.chain import GENESIS
from baitiao_cli.ledger.codec import event_of
from baitiao_cli.ledger.connection import (
    PRAGMAS,
    SCHEMA_VERSION,
    check_identity,
    commit,
    open_connection,
    roll_back,
    schema_version,
    set_pragmas,
    telling,
)
from baitiao_cli.ledger.knowledge import (
    EVERYTHING,
    Knowledge,
    KnownAt,
    account_of_plan_then,
    knowledge_at,
    not_known_yet,
)
from baitiao_cli.ledger.lock import held
from baitiao_cli.ledger.merchants import Merchant
from baitiao_cli.ledger.people import Person
from baitiao_cli.ledger.search import Match, search
from baitiao_cli.ledger.views import AccountRow, account_row
from baitiao_cli.ledger.writing import Writing

if TYPE_CHECKING:
    from baitiao_cli.account.quote import Shown  # imported where it is used: most commands have no quote
    from baitiao_cli.ledger.books import Booked
    from baitiao_cli.ledger.settlement import MerchantDues, MerchantLine, Span

__all__ = ["AccountRow", "Book", "Knowledge", "KnownAt", "Ledger", "ReadTransaction", "WriteTransaction"]


class Ledger:
    """A ledger file. It holds no connection: each transaction opens its own, so that it may be kept and forked."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @staticmethod
    def create(path: Path, *, now: str) -> Ledger:
        """Makes a ledger at `path` (file 0600, new folders 0700), whole or not at all.

        Errors: `ledger-exists` when anything is there, `ledger-read-only`, `ledger-full`, `ledger-failed`.
        """
        from baitiao_cli.ledger.creation import create

        create(path, now)
        return Ledger(path)

    @staticmethod
    def open(path: Path) -> Ledger:
        """The ledger at `path`, proved to be one, and brought up to this version of the tables if it is older.

        Errors: `ledger-missing`, `ledger-empty`, `ledger-foreign`, `ledger-newer`, `ledger-damaged`, `ledger-busy`,
        `ledger-failed`; `ledger-read-only` and `ledger-full` when it must be written.
        """
        with closing(open_connection(path)) as connection, telling(path):
            version = schema_version(connection)
        if version < SCHEMA_VERSION:
            from baitiao_cli.ledger.creation import upgrade

            upgrade(path)
        return Ledger(path)

    @contextmanager
    def read(self, *, known_at: KnownAt | None = None) -> Iterator[ReadTransaction]:
        """One snapshot: all that is read in the block was so at one moment.

        With `known_at` every answer is the one that the ledger would have given then, from the events that it knew;
        only the people are as they are now, for nothing is kept of what was corrected. Errors: as for `knowledge_at`.
        """
        with closing(open_connection(self.path)) as connection, telling(self.path):
            connection.execute("BEGIN")
            try:
                self._check_version(connection)
                yield ReadTransaction(connection, None if known_at is None else knowledge_at(connection, known_at))
            finally:
                roll_back(connection)

    @contextmanager
    def read_copy(self, *, known_at: KnownAt | None = None) -> Iterator[ReadTransaction]:
        """Like `read`, of a copy: for long looks, since nobody can commit while one is reading the ledger itself.

        The copy is a file without a name in SQLite's folder for temporary files, gone with the connection.
        """
        with closing(sqlite3.connect("", isolation_level=None)) as copy, telling(self.path):
            with self.read() as tx:
                tx.connection.backup(copy)
            copy.row_factory = sqlite3.Row
            set_pragmas(copy, self.path, PRAGMAS)
            yield ReadTransaction(copy, None if known_at is None else knowledge_at(copy, known_at))

    @contextmanager
    def write(self, *, today: date, now: str, operator: str, dry_run: bool = False) -> Iterator[WriteTransaction]:
        """One transaction: at the end of the block everything is committed, or on an exception or `dry_run` nothing.

        Waits for its turn at the lock file first. Errors: as for opening; `ledger-busy` when the turn does not come;
        `outcome-unknown` when the commit failed and may have taken place all the same.
        """
        with closing(open_connection(self.path)) as connection, held(self.path), telling(self.path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                self._check_version(connection)
                tx = WriteTransaction(connection, Writing(connection, today=today, now=now, operator=operator))
                yield tx
                tx.seal()
                if not dry_run:
                    commit(connection, self.path)
            finally:
                roll_back(connection)

    def _check_version(self, connection: sqlite3.Connection) -> None:
        """Looks again inside the transaction: while this one waited, another may have replaced or upgraded the file."""
        check_identity(connection, self.path)
        if schema_version(connection) < SCHEMA_VERSION:
            raise BaitiaoError("ledger-damaged", path=self.path, reason="user_version")


class ReadTransaction:
    """What can be asked of a ledger at one moment: now, or with what was `known` of its events earlier."""

    def __init__(self, connection: sqlite3.Connection, known: Knowledge | None = None) -> None:
        self.connection = connection
        self.known = known
        self.last_sequence = known.sequence if known else EVERYTHING

    def book(self, account_id: str) -> Book:
        """The account's events and their fold; `account-unknown`, `not-known-yet`."""
        return Book(self.connection, account_id, self._events_of(account_id))

    def _events_of(self, account_id: str) -> list[Event]:
        events = self._events(account_id, self.last_sequence)
        if not events:
            raise self._unknown("account-unknown", "account_id", account_id, f"{account_id}E1")
        return events

    def _events(self, account_id: str, last_sequence: int) -> list[Event]:
        rows = self.connection.execute(
            "SELECT * FROM events WHERE account_id = ? AND sequence <= ? ORDER BY number",
            (_asked(account_id), last_sequence),
        )
        return [event_of(row) for row in rows.fetchall()]

    def sequence_at(self, known_at: KnownAt) -> int:
        """How many events the ledger had at a moment; errors as for `knowledge_at`."""
        return knowledge_at(self.connection, known_at).sequence

    def _unknown(self, code: str, name: str, asked: str, event_id: str) -> BaitiaoError:
        """The refusal of what is not there, or was not yet when only the event `event_id` brought it."""
        row = self.connection.execute("SELECT sequence FROM events WHERE event_id = ?", (_asked(event_id),)).fetchone()
        if row is not None and self.known is not None:
            return not_known_yet(asked, self.known, row["sequence"])
        return BaitiaoError(code, **{name: shortened(asked)})

    def account_ids(self, *, boundary_through: date | None = None) -> list[str]:
        """All accounts, or those that have something to settle by that day, in the order of their numbers."""
        if self.known:
            assert boundary_through is None, "what is to be settled is a question of now"
            rows = self.connection.execute(
                "SELECT account_id FROM events WHERE number = 1 AND sequence <= ? ORDER BY sequence",
                (self.last_sequence,),
            )
        elif boundary_through is None:
            rows = self.connection.execute("SELECT account_id FROM accounts ORDER BY number")
        else:
            rows = self.connection.execute(
                "SELECT account_id FROM accounts WHERE next_boundary_on <= ? ORDER BY number",
                (boundary_through.isoformat(),),
            )
        return [row["account_id"] for row in rows.fetchall()]

    def accounts(self) -> list[AccountRow]:
        """Every account in brief, as of the day that it is settled through, in the order of their numbers.

        The views are today's: an account as it was known earlier is folded through the last day of its facts.
        """
        if self.known:
            return [self._row_then(account_id) for account_id in self.account_ids()]
        rows = self.connection.execute("SELECT * FROM accounts ORDER BY number").fetchall()
        return [msgspec.convert(dict(row), AccountRow) for row in rows]

    def accounts_with(self, kinds: Sequence[str]) -> set[str]:
        """The accounts in whose events one of these kinds is, reversed or not."""
        marks = ", ".join("?" * len(kinds))
        found = self.connection.execute(f"SELECT DISTINCT account_id FROM events WHERE kind IN ({marks})", kinds)  # noqa: S608
        return {row["account_id"] for row in found}

    def _row_then(self, account_id: str) -> AccountRow:
        book = self.book(account_id)
        through = max(event.effective_on for event in book.events)
        return msgspec.convert(account_row(book.account(through)), AccountRow)

    def account_of_plan(self, plan_id: str) -> str:
        """The account that has the plan; `plan-unknown`, also when its purchase was reversed, `not-known-yet`."""
        if self.known:
            return account_of_plan_then(self._events(plan_id.partition("P")[0], EVERYTHING), plan_id, self.known)
        row = self.connection.execute("SELECT account_id FROM plans WHERE plan_id = ?", (_asked(plan_id),)).fetchone()
        if row is None:
            raise BaitiaoError("plan-unknown", plan_id=shortened(plan_id))
        return str(row["account_id"])

    def account_of_hold(self, hold_id: str) -> str:
        """The account whose name the hold bears; `hold-unknown` when there is no such account."""
        account_id = _asked(hold_id).rpartition("H")[0]
        if not self.connection.execute("SELECT 1 FROM accounts WHERE account_id = ?", (account_id,)).fetchone():
            raise BaitiaoError("hold-unknown", hold_id=shortened(hold_id))
        return account_id

    def account_of_event(self, event_id: str) -> str:
        """The account that has the event; `event-unknown`, `not-known-yet`."""
        row = self.connection.execute(
            "SELECT account_id FROM events WHERE event_id = ? AND sequence <= ?", (_asked(event_id), self.last_sequence)
        ).fetchone()
        if row is None:
            raise self._unknown("event-unknown", "event_id", event_id, event_id)
        return str(row["account_id"])

    def booked(self, as_of: date, account_id: str = "") -> Booked:
        """The journal up to a day, of one account or all."""
        from baitiao_cli.ledger.books import Booked

        return Booked(self.connection, as_of, _asked(account_id), self.known)

    def search(self, asked: str, on: date) -> Iterator[Match]:
        """Every account that fits `asked` and was open on a day, with why; see `ledger.search`."""
        return search(self.connection, asked, on, self.last_sequence)

    def quote(self, quote_id: str) -> Shown:
        """A quote that was kept; `quote-unknown`."""
        from baitiao_cli.ledger import quotes

        return quotes.find_quote(self.connection, _asked(quote_id))

    def has_quote(self, quote: Shown) -> bool:
        """Whether this very quote is kept."""
        from baitiao_cli.ledger import quotes

        return quotes.is_kept(self.connection, quote)

    def merchant(self, name: str, on: date) -> Merchant | None:
        """The registered merchant of that very name as of a day, if there is one."""
        return merchants.merchant_named(self.connection, name, on)

    def merchants(self, on: date) -> list[Merchant]:
        """Every merchant that is registered by a day, as of then, in the order of their numbers."""
        return merchants.merchants_on(self.connection, on)

    def dues_by_merchant(self, from_on: date, through_on: date) -> list[MerchantDues]:
        """What became due to and from every merchant in those days; see `ledger.settlement`."""
        from baitiao_cli.ledger import settlement

        return settlement.dues_by_merchant(self.connection, self._span(from_on, through_on))

    def lines_of_merchant(self, merchant: str, from_on: date, through_on: date) -> list[MerchantLine]:
        """What became due to and from one merchant in those days, line by line."""
        from baitiao_cli.ledger import settlement

        return list(settlement.lines_of_merchant(self.connection, merchant, self._span(from_on, through_on)))

    def _span(self, from_on: date, through_on: date) -> Span:
        from baitiao_cli.ledger.settlement import Span

        return Span(from_on=from_on, through_on=through_on, last_sequence=self.last_sequence)

    def has_bought_at(self, merchant: str) -> bool:
        """Whether any purchase that is known, reversed or not, names the merchant."""
        from baitiao_cli.ledger import settlement

        return settlement.has_bought(self.connection, merchant, self.last_sequence)

    def person(self, person_id: str) -> Person:
        """The person behind an account; `person-unknown`."""
        return people.find_person(self.connection, person_id)

    def accounts_of_person(self, person_id: str) -> list[str]:
        """The person's accounts, closed ones too, in the order of their opening."""
        rows = self.connection.execute(
            "SELECT account_id FROM events WHERE number = 1 AND sequence <= ?"
            " AND json_extract(body, '$.person_id') = ? ORDER BY sequence",
            (self.last_sequence, person_id),
        )
        return [row["account_id"] for row in rows.fetchall()]

    def head(self) -> str:
        """The hash that stands for all facts in the ledger; zeros while there are none.

        Earlier it was that of the last transaction whose events were all known.
        """
        row = self.connection.execute(
            "SELECT hash FROM seals WHERE last_sequence <= ? ORDER BY number DESC LIMIT 1", (self.last_sequence,)
        ).fetchone()
        return str(row["hash"]) if row else GENESIS


def _asked(name: str) -> str:
    """An id as it can be looked up: text that no id has, such as half a character, becomes one that is not there."""
    return name if name.isascii() else ""


class WriteTransaction(ReadTransaction):
    """A transaction that may add facts; every book in it is the same one each time it is asked for."""

    def __init__(self, connection: sqlite3.Connection, writing: Writing) -> None:
        super().__init__(connection)
        self._writing = writing
        self._books: dict[str, Book] = {}

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
            events = self._events_of(account_id)
            self._books[account_id] = Book(self.connection, account_id, events, self._writing, self.book)
        return self._books[account_id]

    def earlier_answer(self, request_id: str, inputs: dict[str, object]) -> dict[str, Any] | None:
        """The answer that this request got before; `None` if it is new, `request-id-reused` if its inputs differ."""
        return requests.earlier_answer(self.connection, request_id, inputs)

    def keep_answer(self, request_id: str, inputs: dict[str, object], answer: dict[str, Any]) -> None:
        """Keeps the answer of a request (JSON types) for those who repeat it."""
        requests.keep_answer(self.connection, request_id, inputs, answer, self.now)

    def keep_quote(self, quote: Shown) -> None:
        """Keeps a quote as it was shown, to be accepted by its id."""
        from baitiao_cli.ledger import quotes

        quotes.keep_quote(self.connection, quote, self.now)

    def register_merchant(self, name: str, discount_ppb: int | None, on: date) -> Merchant:
        """Registers a merchant, or another discount of one, from a day on; `merchant-registered`."""
        return merchants.register_merchant(self.connection, name, discount_ppb, on, self.now)

    def find_or_add_person(self, name: str, phone: str, id_number: str) -> Person:
        """The person with that ID number, as first recorded, or a new one ("" for what is not known)."""
        return people.find_or_add_person(self.connection, name, phone, id_number, self.now)

    def correct_person(self, person: Person, corrected: Mapping[str, str]) -> None:
        """Corrects what is known of a person, by field; `id-number-used`. The caller records that it was done."""
        people.correct_person(self.connection, person, corrected)

    def open_account(self, opened: Opened, effective_on: date, request_id: str = "") -> Book:
        """Opens a line under the next account number; `person-has-account` names the one that the person has open."""
        self.person(opened.person_id)
        refuse_second_account(self.connection, opened.person_id, self.book)
        row = self.connection.execute("SELECT coalesce(max(number), 0) + 1 AS number FROM accounts").fetchone()
        book = Book(self.connection, f"A{row['number']}", [], self._writing, self.book)
        book.record(opened, effective_on, request_id)
        self._books[book.account_id] = book
        return book

    def seal(self) -> None:
        """Issues the bills that are due and closes the chain over all; the ledger calls it before it commits."""
        for book in self._books.values():
            book.issue_bills()
        self._writing.seal()
