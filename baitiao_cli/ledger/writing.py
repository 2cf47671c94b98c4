"""What one write transaction adds: events and deeds with their hashes, groups of postings, and the seal over all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date

from baitiao_cli.account.events import AnyFact, Event, HoldPlaced, Purchased
from baitiao_cli.ledger import day_sums
from baitiao_cli.ledger.chain import (
    AUDIT_CHAIN,
    AUDIT_FIELDS,
    EVENT_FIELDS,
    GENESIS,
    GROUP_FIELDS,
    POSTING_FIELDS,
    SEAL_FIELDS,
    JournalHash,
    digest,
)
from baitiao_cli.ledger.codec import body_of, canonical, kind_of
from baitiao_cli.ledger.day_sums import DaySums
from baitiao_cli.ledger.journal import Group
from baitiao_cli.ledger.sealed import put_row
from baitiao_cli.ledger.views import Changes, update_views

_INSERT = {
    table: f"INSERT INTO {table} ({', '.join(fields)}) VALUES ({', '.join(f':{field}' for field in fields)})"  # noqa: S608
    for table, fields in {
        "audit": (*AUDIT_FIELDS, "hash"),
        "events": (*EVENT_FIELDS, "hash"),
        "posting_groups": GROUP_FIELDS,
        "postings": POSTING_FIELDS,
        "seals": (*SEAL_FIELDS, "hash"),
    }.items()
}


class Writing:
    """The appending side of one transaction; the clock and the operator are handed in."""

    def __init__(self, connection: sqlite3.Connection, *, today: date, now: str, operator: str) -> None:
        self.connection = connection
        self._look_up_numbers()
        self.go_on(today=today, now=now, operator=operator)

    def go_on(self, *, today: date, now: str, operator: str) -> None:
        """Goes on behind the last seal at another moment, as the next transaction would."""
        self.today, self.now, self.operator = today, now, operator
        self._begin()

    def _begin(self) -> None:
        """What the next seal closes begins here."""
        self.heads: dict[str, str] = {}
        self.journal = JournalHash()
        self.day_sums: DaySums = {}
        self.started_at = (self.sequence, self.group_number)

    def start_over(self) -> None:
        """Goes on where the last seal is: all that was written since was undone."""
        self._look_up_numbers()
        self._begin()

    def _look_up_numbers(self) -> None:
        self.sequence = self._last("sequence", "events")
        self.group_number = self._last("group_number", "posting_groups")
        self.posting_number = self._last("posting_number", "postings")

    def _last(self, column: str, table: str) -> int:
        found = self.connection.execute(f"SELECT coalesce(max({column}), 0) FROM {table}")  # noqa: S608
        return int(found.fetchone()[0])

    def append(self, account_id: str, number: int, fact: AnyFact, effective_on: date, request_id: str) -> Event:
        """Adds an event to the account's chain and to the ledger."""
        self.sequence += 1
        event = Event(
            event_id=f"{account_id}E{number}",
            account_id=account_id,
            number=number,
            effective_on=effective_on,
            fact=fact,
            sequence=self.sequence,
            recorded_at=self.now,
            operator=self.operator,
            request_id=request_id,
        )
        row = {
            "sequence": event.sequence,
            "event_id": event.event_id,
            "account_id": account_id,
            "number": number,
            "kind": kind_of(fact),
            "effective_on": effective_on.isoformat(),
            "recorded_at": self.now,
            "operator": self.operator,
            "request_id": request_id,
            "body": body_of(fact),
            "hash_before": self._head(account_id, number),
        }
        row["hash"] = digest(row, EVENT_FIELDS)
        self.connection.execute(_INSERT["events"], row)
        if isinstance(fact, Purchased | HoldPlaced):
            from baitiao_cli.ledger import purchase_index  # imported where it is used: most events are no purchases

            purchase_index.add(self.connection, event.sequence, fact)
        self.heads[account_id] = str(row["hash"])
        return event

    def _head(self, account_id: str, number: int) -> str:
        if account_id in self.heads or number == 1:
            return self.heads.get(account_id, GENESIS)
        found = self.connection.execute(
            "SELECT hash FROM events WHERE account_id = ? AND number = ?", (account_id, number - 1)
        )
        return str(found.fetchone()[0])

    def note(self, deed: str, subject: str, details: Mapping[str, object]) -> int:
        """Adds a deed to the audit log and returns its number; nothing personal may be in it."""
        before = self.connection.execute("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1").fetchone()
        row: dict[str, str | int] = {
            "number": before["number"] + 1 if before else 1,
            "recorded_at": self.now,
            "operator": self.operator,
            "deed": deed,
            "subject": subject,
            "details": canonical(details),
            "hash_before": before["hash"] if before else GENESIS,
        }
        row["hash"] = digest(row, AUDIT_FIELDS)
        self.connection.execute(_INSERT["audit"], row)
        self.heads[AUDIT_CHAIN] = str(row["hash"])
        return int(row["number"])

    def book(self, account_id: str, groups: Iterable[Group], posted_on: date) -> None:
        """Adds groups of postings; the group's row closes it, and the database refuses one that does not balance."""
        for group in groups:
            self.group_number += 1
            day = group.effective_on.isoformat()
            for (plan_id, ledger_account), amount_fen in group.sums.items():
                self.day_sums[day, ledger_account] = self.day_sums.get((day, ledger_account), 0) + amount_fen
                self.posting_number += 1
                posting: dict[str, str | int] = {
                    "posting_number": self.posting_number,
                    "group_number": self.group_number,
                    "plan_id": plan_id,
                    "ledger_account": ledger_account,
                    "amount_fen": amount_fen,
                }
                self._insert("postings", posting, POSTING_FIELDS)
            row: dict[str, str | int] = {
                "group_number": self.group_number,
                "account_id": account_id,
                "cause": group.cause,
                "effective_on": day,
                "posted_on": posted_on.isoformat(),
            }
            self._insert("posting_groups", row, GROUP_FIELDS)

    def update_views(self, changes: Changes) -> None:
        """Makes the views say what changed; they are under no hash."""
        update_views(self.connection, changes)

    def _insert(self, table: str, row: dict[str, str | int], fields: tuple[str, ...]) -> None:
        self.connection.execute(_INSERT[table], row)
        self.journal.add(row, fields)

    def put(self, table: str, row: Mapping[str, str | int], *, replaces: bool = False) -> None:
        """Writes a row of a table whose rows are sealed one by one, and notes it for the seal."""
        self.heads |= put_row(self.connection, table, row, replaces=replaces)

    def seal(self) -> None:
        """Closes the transaction's facts with a seal on the ledger's one chain; nothing new, no seal."""
        if (self.sequence, self.group_number) == self.started_at and not self.heads:
            return
        if self.day_sums:
            day_sums.add(self.connection, self.day_sums)
        before = self.connection.execute("SELECT number, hash FROM seals ORDER BY number DESC LIMIT 1").fetchone()
        row = {
            "number": before["number"] + 1 if before else 1,
            "sealed_at": self.now,
            "last_sequence": self.sequence,
            "last_group_number": self.group_number,
            "heads": canonical(self.heads),
            "journal_hash": self.journal.value,
            "hash_before": before["hash"] if before else GENESIS,
        }
        row["hash"] = digest(row, SEAL_FIELDS)
        self.connection.execute(_INSERT["seals"], row)
        self._begin()
