"""The journal read back: its entries in order and their sums, up to a day, now or as it was known earlier."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from baitiao_cli.account.events import DisputeWon, Event, Purchased, Refunded
from baitiao_cli.ledger.codec import event_of, kind_of
from baitiao_cli.ledger.day_sums import sums_through
from baitiao_cli.ledger.knowledge import Knowledge


class Line(NamedTuple):
    """One line of an entry, in whole fen: a debit (positive) or credit (negative); `plan_id` is "" for the line."""

    plan_id: str
    ledger_account: str
    amount_fen: int


class Entry(NamedTuple):
    """Journal lines that were booked together and sum to zero.

    `kind` is that of the event which made it, or "due", "bill" or "settled" for what came by itself; `event_id` is ""
    then. `merchant` is the one that sold or refunded ("" for other entries, and where none was named).
    """

    number: int
    account_id: str
    effective_on: date
    posted_on: date
    kind: str
    event_id: str
    merchant: str
    lines: tuple[Line, ...]


class Booked(NamedTuple):
    """What was booked and counts up to `as_of`, of one account ("" all); only what was `known`, if that is given."""

    connection: sqlite3.Connection
    as_of: date
    account_id: str = ""
    known: Knowledge | None = None

    def sums(self) -> dict[str, int]:
        """The balance of each ledger account that was ever posted to, in whole fen; debits are positive."""
        if not self.account_id and not self.known:
            return sums_through(self.connection, self.as_of)
        rows = self._select("ledger_account, sum(amount_fen) AS amount_fen", "GROUP BY ledger_account")
        return {row["ledger_account"]: row["amount_fen"] for row in rows}

    def extent(self) -> tuple[int, date | None]:
        """How many entries there are, and the day of the first one."""
        row = self._select("count(DISTINCT group_number) AS count, min(effective_on) AS first_on").fetchone()
        return row["count"], date.fromisoformat(row["first_on"]) if row["count"] else None

    def entries(self) -> Iterator[Entry]:
        """The entries by the day on which they count, then in the order booked; one in memory at a time."""
        columns = "group_number, account_id, cause, effective_on, posted_on, plan_id, ledger_account, amount_fen"
        rows = self._select(columns, "ORDER BY effective_on, group_number, posting_number")
        for number, of_one in groupby(rows, itemgetter("group_number")):
            yield _entry(self.connection, number, list(of_one))

    def _select(self, columns: str, rest: str = "") -> sqlite3.Cursor:
        """The postings that are asked for.

        At an earlier moment the journal had what was sealed with the last event known, less what later events of the
        same transaction booked: nothing that is booked later changes that.
        """
        conditions = ["posting_groups.effective_on <= :as_of"]
        if self.account_id:
            conditions.append("posting_groups.account_id = :account_id")
        if self.known:
            conditions += [
                "group_number <= (SELECT last_group_number FROM seals WHERE last_sequence >= :sequence"
                " ORDER BY number LIMIT 1)",
                "NOT EXISTS (SELECT 1 FROM events WHERE event_id = cause AND sequence > :sequence)",
            ]
        return self.connection.execute(
            f"SELECT {columns} FROM posting_groups JOIN postings USING (group_number)"  # noqa: S608
            f" WHERE {' AND '.join(conditions)} {rest}",
            {
                "as_of": self.as_of.isoformat(),
                "account_id": self.account_id,
                "sequence": self.known.sequence if self.known else 0,
            },
        )


def _entry(connection: sqlite3.Connection, number: int, rows: list[sqlite3.Row]) -> Entry:
    first = rows[0]
    found = connection.execute("SELECT * FROM events WHERE event_id = ?", (first["cause"],)).fetchone()
    event = event_of(found) if found else None
    return Entry(
        number=number,
        account_id=first["account_id"],
        effective_on=date.fromisoformat(first["effective_on"]),
        posted_on=date.fromisoformat(first["posted_on"]),
        kind=kind_of(event.fact) if event else first["cause"].partition(" ")[0],
        event_id=event.event_id if event else "",
        merchant=_merchant(connection, event) if event else "",
        lines=tuple(Line(row["plan_id"], row["ledger_account"], row["amount_fen"]) for row in rows),
    )


def _merchant(connection: sqlite3.Connection, event: Event) -> str:
    """The merchant that an event has made a claim of or on: that of its purchase, or of the one refunded."""
    if isinstance(event.fact, Purchased):
        return event.fact.merchant
    if not isinstance(event.fact, Refunded | DisputeWon):
        return ""
    plan_id = event.fact.plan_id
    purchases = connection.execute(
        "SELECT * FROM events WHERE account_id = ? AND kind = ? ORDER BY number",
        (event.account_id, Purchased.__struct_config__.tag),
    )
    made = (event_of(row).fact for row in purchases.fetchall())
    return next((fact.merchant for fact in made if isinstance(fact, Purchased) and fact.plan_id == plan_id), "")
