"""The journal added up while it is walked through, for the proof of the views that are sums of it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from baitiao_cli.ledger.check.facts import booked_groups
from baitiao_cli.ledger.check.fold import day_sum_findings, sum_findings
from baitiao_cli.ledger.finding import Finding

GROUPS_AT_ONCE = 50_000
"""So many are added up before the sums are put away: there may be as many plans and accounts as groups."""

_PUT = (
    "INSERT INTO temp.journal_sums VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET sum_fen = sum_fen + excluded.sum_fen"
)


class JournalSums:
    """What groups of postings sum to: on each day by ledger account, and of the limit and of each plan what is used."""

    def __init__(self) -> None:
        self.days: dict[str, dict[str, int]] = {}
        self.used: dict[str, int] = defaultdict(int)
        self.credit: dict[str, int] = defaultdict(int)
        self.plans: dict[str, int] = defaultdict(int)

    def add(self, group: tuple[Any, ...], postings: Sequence[tuple[Any, ...]]) -> int:
        """Adds the postings of a group, in whole fen; returns what they sum to."""
        _, account_id, _, effective_on, _ = group
        of_day = self.days.get(effective_on)
        if of_day is None:
            of_day = self.days[effective_on] = defaultdict(int)
        sum_fen = 0
        for _, _, plan_id, ledger_account, amount_fen in postings:
            sum_fen += amount_fen
            of_day[ledger_account] += amount_fen
            if ledger_account == "principal":
                self.used[account_id] += amount_fen
                self.plans[plan_id] += amount_fen
            elif ledger_account == "credit_balance":
                self.credit[account_id] -= amount_fen
        return sum_fen

    def rows(self) -> Iterator[tuple[str, str, str, int]]:
        """Each sum: of which view, key and column; without those of accounts and plans that are zero."""
        for day, of_day in self.days.items():
            yield from (("day_sums", day, ledger_account, fen) for ledger_account, fen in of_day.items())
        columns = (("accounts", "used_fen", self.used), ("accounts", "credit_fen", self.credit))
        for view, column, sums in (*columns, ("plans", "balance_fen", self.plans)):
            yield from ((view, key, column, fen) for key, fen in sums.items() if fen)

    def put_away(self, connection: sqlite3.Connection) -> None:
        """Adds them to a table of the connection's own: of all groups there may be very many."""
        connection.execute("SAVEPOINT journal_sums")
        connection.executemany(_PUT, self.rows())
        connection.execute("RELEASE journal_sums")


def begin_sums(connection: sqlite3.Connection) -> None:
    """Makes room for the sums, with nothing in it."""
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS journal_sums (view TEXT, row_key TEXT, of_what TEXT, sum_fen INTEGER,"
        " PRIMARY KEY (view, row_key, of_what)) STRICT, WITHOUT ROWID"
    )
    connection.execute("DELETE FROM temp.journal_sums")


def kept_sum_findings(connection: sqlite3.Connection, are_folded: bool) -> Iterator[Finding]:
    """Where views are not the sums that were put away; of accounts and plans only unless all accounts `are_folded`."""
    yield from day_sum_findings(connection)
    if not are_folded:
        yield from sum_findings(connection)


def walked_sum_findings(connection: sqlite3.Connection, are_folded: bool) -> Iterator[Finding]:
    """The same, after the journal was added up in a walk of its own."""
    begin_sums(connection)
    sums = JournalSums()
    for number, (group, postings) in enumerate(booked_groups(connection), start=1):
        if group is not None:
            sums.add(group, postings)
        if number % GROUPS_AT_ONCE == 0:
            sums.put_away(connection)
            sums = JournalSums()
    sums.put_away(connection)
    yield from kept_sum_findings(connection, are_folded)
