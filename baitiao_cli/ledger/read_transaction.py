"""What can be asked of a ledger at one moment."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

import msgspec

from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.audit import AuditLog, Deed
from baitiao_cli.ledger.book import Book
from baitiao_cli.ledger.chain import GENESIS
from baitiao_cli.ledger.knowledge import (
    EVERYTHING,
    KnownAt,
    account_of_plan_then,
    knowledge_at,
    not_known_yet,
    recorded_by,
)
from baitiao_cli.ledger.past import Past, read_past
from baitiao_cli.ledger.people import Person, refuse_erased
from baitiao_cli.ledger.views import EASING, AccountRow, account_row

if TYPE_CHECKING:
    from _typeshed import StrPath

    from baitiao_cli.account.quote import Shown  # imported where it is used: most commands have no quote
    from baitiao_cli.account.views.bands import Standing
    from baitiao_cli.desk.facts import DeskEntry
    from baitiao_cli.ledger.books import Booked
    from baitiao_cli.ledger.kept_bands import KeptBands
    from baitiao_cli.ledger.merchants import Merchant
    from baitiao_cli.ledger.notes import Notes
    from baitiao_cli.ledger.people.register import People
    from baitiao_cli.ledger.search import Match
    from baitiao_cli.ledger.settlement import MerchantDues, MerchantLine, Span
    from baitiao_cli.ledger.sittings import Sitting
    from baitiao_cli.ledger.trail import Asked, Entry


class ReadTransaction:
    """What can be asked of a ledger at one moment: now, or with what was `known` of its events earlier."""

    def __init__(self, connection: sqlite3.Connection, path: StrPath, known_at: KnownAt | None = None) -> None:
        """A transaction of now, or of a moment; errors as for `knowledge_at`."""
        self.connection, self._path = connection, path
        self.known = known = None if known_at is None else knowledge_at(connection, known_at)
        instant = known_at.isoformat() if isinstance(known_at, datetime) else known and known.recorded_at
        self._known_by = instant or ""
        self.last_sequence = known.sequence if known else EVERYTHING

    def book(self, account_id: str) -> Book:
        """The account's events and their fold; `account-unknown`, `not-known-yet`."""
        return Book(self.connection, account_id, self._past_of(account_id))

    def noted_book(self, account_id: str, notes: Notes) -> Book:
        """The account's book with all that settling takes, writing into notes: it asks the ledger nothing more."""
        book = Book(self.connection, account_id, self._past_of(account_id), notes)
        book.load()
        return book

    def _past_of(self, account_id: str) -> Past:
        past = read_past(self.connection, _asked(account_id), self.last_sequence)
        if not past.events:
            raise self._unknown("account-unknown", "account_id", account_id, f"{account_id}E1")
        return past

    def at_desk(self, through: date, subject: str | None = None, kinds: Collection[type] = ()) -> Iterator[DeskEntry]:
        """The facts of the desk that count by a day, in the order recorded: of a subject or all, of some kinds or all.

        They have no place among the events, so the clock decides what was known of the desk at an earlier moment: what
        was recorded by the time that was asked for, or by that of the last event where an event or a number was.
        """
        from baitiao_cli.ledger import desk

        return desk.entries(self.connection, through, subject, kinds, self._known_by)

    def is_known_at_desk(self, subject: str) -> bool:
        """Whether the desk has any fact about a subject."""
        return bool(self.connection.execute("SELECT 1 FROM desk_facts WHERE subject = ?", (subject,)).fetchone())

    def desk_record(self, record_id: str) -> DeskEntry:
        """The fact of the desk by its id (D12); `desk-record-unknown`, also when it was not known yet."""
        from baitiao_cli.ledger import desk

        entry = desk.entry(self.connection, record_id)
        if self._known_by and not recorded_by(entry.recorded_at, self._known_by):
            raise BaitiaoError("desk-record-unknown", record_id=shortened(record_id))
        return entry

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

    def to_fold_on(self, as_of: date) -> list[str]:
        """The accounts that must be folded to know their books on a day; those of the others are their journal.

        These are all of them if one is settled through a later day, or what is asked about is what was `known`; else
        those on which something has happened by then, or runs by the night.
        """
        last = self.connection.execute("SELECT max(settled_through) FROM accounts").fetchone()[0]
        if self.known or (last or "") > as_of.isoformat():
            return self.account_ids()
        rows = self.connection.execute(
            "SELECT account_id, number FROM accounts WHERE runs_by_night IS NOT 0"
            " UNION SELECT account_id, number FROM accounts WHERE next_boundary_on <= ?",
            (as_of.isoformat(),),
        )  # asked for in order, SQLite would look at all accounts in that order
        return [row["account_id"] for row in sorted(rows, key=itemgetter("number"))]

    def kept_bands(self, as_of: date, ends: Sequence[date]) -> KeptBands:
        """What is known of bands on a day and at some month ends without folding; nothing of what was `known` once."""
        from baitiao_cli.ledger.kept_bands import KeptBands, kept_bands

        if self.known:
            return KeptBands({}, {}, self.account_ids(), [])
        return kept_bands(self.connection, as_of, ends)

    def kept_in_band(self, as_of: date, name: str) -> Iterator[Standing]:
        """The accounts of a band on a day that are not among those of `unknown_bands_on`, in any order."""
        from baitiao_cli.ledger.kept_bands import kept_in_band

        return iter(()) if self.known else kept_in_band(self.connection, as_of, name)

    def unknown_bands_on(self, as_of: date) -> list[str]:
        """The accounts that must be folded to know their bands on a day, in the order of their numbers."""
        from baitiao_cli.ledger.kept_bands import unknown_on

        return self.account_ids() if self.known else unknown_on(self.connection, as_of)

    def account_count(self) -> int:
        """How many accounts there are."""
        if self.known:
            return len(self.account_ids())
        return int(self.connection.execute("SELECT count(*) FROM accounts").fetchone()[0])

    def accounts(self, maybe_overdue_on: date | None = None) -> list[AccountRow]:
        """Every account in brief, as of the day that it is settled through, in the order of their numbers.

        Or only those of which it is not known that nothing is overdue on a day. The views are today's: an account as it
        was known earlier is folded through the last day of its facts.
        """
        if self.known:
            return [self._row_then(account_id) for account_id in self.account_ids()]
        rows = self.connection.execute(
            "SELECT * FROM accounts WHERE :on IS NULL OR oldest_unpaid_due_on IS NOT NULL OR next_boundary_on <= :on"
            " OR settled_through > :on ORDER BY number",
            {"on": maybe_overdue_on and maybe_overdue_on.isoformat()},
        )
        return [msgspec.convert(dict(row), AccountRow) for row in rows.fetchall()]

    def eased_accounts(self) -> set[str]:
        """The accounts of which a plan was ever extended or restructured, reversed or not."""
        rows = self.connection.execute(f"SELECT DISTINCT account_id FROM events WHERE {EASING}")  # noqa: S608
        return {row["account_id"] for row in rows}

    def _row_then(self, account_id: str) -> AccountRow:
        book = self.book(account_id)
        through = max(event.effective_on for event in book.events)
        return msgspec.convert(account_row(book.account(through)), AccountRow)

    def account_of_plan(self, plan_id: str) -> str:
        """The account that has the plan; `plan-unknown`, also when its purchase was reversed, `not-known-yet`."""
        if self.known:
            events = read_past(self.connection, _asked(plan_id.partition("P")[0])).events
            return account_of_plan_then(events, plan_id, self.known)
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

    def sittings(self, account_id: str) -> list[Sitting]:
        """The transactions that recorded the account's events, with their days; see `ledger.sittings`."""
        from baitiao_cli.ledger.sittings import sittings

        return sittings(self.connection, self._past_of(account_id).events)

    def booked(self, as_of: date, account_id: str = "") -> Booked:
        """The journal up to a day, of one account or all."""
        from baitiao_cli.ledger.books import Booked

        return Booked(self.connection, as_of, _asked(account_id), self.known)

    def search(self, asked: str, on: date) -> Iterator[Match]:
        """Every account that fits `asked` and was open on a day, with why; see `ledger.search`."""
        from baitiao_cli.ledger.search import search

        return search(self.connection, self.people, asked, on, self.last_sequence)

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
        from baitiao_cli.ledger.merchants import merchant_named

        return merchant_named(self.connection, name, on)

    def merchants(self, on: date) -> list[Merchant]:
        """Every merchant that is registered by a day, as of then, in the order of their numbers."""
        from baitiao_cli.ledger.merchants import merchants_on

        return merchants_on(self.connection, on)

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

    def deeds(self, subject: str = "") -> list[Deed]:
        """What the audit log says of one subject, or ("") of all."""
        return self.audit.deeds(subject)

    @property
    def audit(self) -> AuditLog:
        """The audit log, to ask for particular deeds."""
        return AuditLog(self.connection)

    def trail(self, span: Asked) -> Iterator[Entry]:
        """Who did what when, from the newest back."""
        from baitiao_cli.ledger.trail import newest_entries

        return newest_entries(self.connection, span)

    @cached_property
    def people(self) -> People:
        """The register of people; nothing is decrypted before somebody is asked for."""
        from baitiao_cli.ledger.people.register import People

        return People(self.connection, self._path)

    def refuse_erased(self, person_id: str) -> None:
        """`person-erased` for a person whose data were erased."""
        refuse_erased(self.connection, person_id)

    def erased_people(self) -> set[str]:
        """The people whose data were erased, by now or by what was known."""
        rows = self.connection.execute("SELECT person_id, erased_at FROM people WHERE erased_at IS NOT NULL")
        by = self._known_by
        return {row["person_id"] for row in rows if not by or recorded_by(row["erased_at"], by)}

    @property
    def key_refusal(self) -> BaitiaoError | None:
        """Why somebody who was asked for could not be read for want of the key; `None` if nobody was, or could be."""
        return self.people.key_refusal if "people" in self.__dict__ else None

    def person(self, person_id: str) -> Person:
        """The person behind an account; `person-unknown`, `person-erased`, and what is wrong with the key."""
        return self.people.find(person_id)

    def accounts_of_person(self, person_id: str) -> list[str]:
        """The person's accounts, closed ones too, in the order of their opening."""
        rows = self.connection.execute(
            "SELECT account_id FROM events WHERE number = 1 AND sequence <= ?"
            " AND account_id IN (SELECT account_id FROM accounts WHERE person_id = ?) ORDER BY sequence",
            (self.last_sequence, person_id),
        )
        return [row["account_id"] for row in rows.fetchall()]

    def event_count(self) -> int:
        """How many events there are."""
        row = self.connection.execute("SELECT count(*) FROM events WHERE sequence <= ?", (self.last_sequence,))
        return int(row.fetchone()[0])

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
