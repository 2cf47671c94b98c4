"""Making the views again from the events alone, where they are not what those make them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

import msgspec

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger import day_sums, owed_sums, purchase_index
from baitiao_cli.ledger.check.chain import refuse_changed
from baitiao_cli.ledger.check.fold import account_ids_of, events_of, last_fact_on
from baitiao_cli.ledger.check.snapshots import take_out_wrong
from baitiao_cli.ledger.store import WriteTransaction
from baitiao_cli.ledger.views import (
    VIEWS,
    Row,
    changed_rows,
    changes_of,
    folded,
    rows_of,
    stored_rows,
    update_views,
)


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of one view that were not what the events of an account make them.

    `put_count` were wrong or missing, `removed_count` should not have been there.
    """

    view: str
    account_id: str
    put_count: int
    removed_count: int


def rebuild_views(tx: WriteTransaction) -> list[Change]:
    """Makes the views what the events make them, and says what was not so.

    Each account is folded through the day that it was settled through, where the old view gives one that can be true;
    otherwise through the last day of its facts, and the rest is left to the next settling. All rows of an account that
    has a wrong one are made again, for a wrong row of one may stand in the way of a right one of another. So
    is the index of the people, where the key is there. Error: `ledger-damaged` when the facts themselves were changed.
    """
    connection = tx.connection
    refuse_changed(connection)  # views that are made of those would say what never happened
    changes, wrong = [*_strays(connection)], {}
    sums = {table: owed_sums.kept(connection, table) for table in owed_sums.TABLES}
    for account_id in account_ids_of(connection):
        through = _through(connection, account_id, tx.today)
        found = [*_changes(connection, account_id, _wanted(connection, account_id, through))]
        if found:
            wrong[account_id] = through
            changes += found
    for account_id in wrong:
        for view in reversed(VIEWS):
            connection.execute(f"DELETE FROM {view.name} WHERE {view.of_account}", (account_id,))  # noqa: S608
    for account_id, through in wrong.items():
        wanted = _wanted(connection, account_id, through)
        update_views(connection, changes_of(wanted, stored_rows(connection, account_id)))
    sum_changes = [*_day_sum_changes(connection), *_owed_sum_changes(connection, sums)]
    taken_out = [
        Change(view="snapshots", account_id=account_id, put_count=0, removed_count=1)
        for account_id in take_out_wrong(connection)
    ]
    return [*changes, *sum_changes, *_purchase_changes(connection), *taken_out, *_index_changes(tx)]


def _day_sum_changes(connection: sqlite3.Connection) -> Iterator[Change]:
    """Makes the sums by day again, and says where they were others."""
    before = day_sums.kept(connection)
    day_sums.fill(connection)
    wrong = list(day_sums.differing(before, day_sums.kept(connection)))
    if wrong:
        gone = sum(booked is None for _, _, booked in wrong)
        yield Change(view="day_sums", account_id="", put_count=len(wrong) - gone, removed_count=gone)


def _purchase_changes(connection: sqlite3.Connection) -> Iterator[Change]:
    """Makes the index of the purchases again, if any of it is wrong."""
    wrong = list(purchase_index.differing(connection, purchase_index.rows_told(connection)))
    if wrong:
        purchase_index.fill(connection)
        gone = sum(wanted is None for _, _, wanted in wrong)
        yield Change(view="purchase_index", account_id="", put_count=len(wrong) - gone, removed_count=gone)


def _owed_sum_changes(connection: sqlite3.Connection, kept: dict[str, owed_sums.Sums]) -> Iterator[Change]:
    """Makes the sums of what is owed again, and says where they are not as they were `kept`."""
    owed_sums.fill(connection)
    for table, before in kept.items():
        after = owed_sums.kept(connection, table)
        put_count = sum(before.get(key) != sums for key, sums in after.items())
        gone = before.keys() - after.keys()
        if put_count or gone:
            yield Change(view=table, account_id="", put_count=put_count, removed_count=len(gone))


def _index_changes(tx: WriteTransaction) -> Iterator[Change]:
    """Makes the index of the people again; without the key it cannot be told whether it is right."""
    try:
        put_count, removed_count = tx.people.index_again()
    except BaitiaoError as error:
        if not error.code.startswith("key-"):
            raise
        return
    if put_count or removed_count:
        yield Change(view="person_index", account_id="", put_count=put_count, removed_count=removed_count)


def _strays(connection: sqlite3.Connection) -> Iterator[Change]:
    """Removes rows through which no account can be reached."""
    known = "(SELECT account_id FROM accounts UNION SELECT account_id FROM events)"
    for name, owner, owners in (
        ("installments", "plan_id", "(SELECT plan_id FROM plans)"),
        ("plans", "account_id", known),
        ("bills", "account_id", known),
        ("month_ends", "account_id", known),
    ):
        gone = connection.execute(f"DELETE FROM {name} WHERE {owner} NOT IN {owners}")  # noqa: S608
        if gone.rowcount:
            yield Change(view=name, account_id="", put_count=0, removed_count=gone.rowcount)


def _wanted(connection: sqlite3.Connection, account_id: str, through: date | None) -> dict[str, list[Row]]:
    """What the views should say of an account; nothing of one without events."""
    if through is None:
        return {view.name: [] for view in VIEWS}
    events = events_of(connection, account_id)
    return rows_of(folded(events, through), events)


def _changes(connection: sqlite3.Connection, account_id: str, wanted: dict[str, list[Row]]) -> Iterator[Change]:
    stored = stored_rows(connection, account_id)
    for view in VIEWS:
        gone, put = changed_rows(view, wanted[view.name], stored[view.name])
        if gone or put:
            yield Change(view=view.name, account_id=account_id, put_count=len(put), removed_count=len(gone))


def _through(connection: sqlite3.Connection, account_id: str, today: date) -> date | None:
    """The day to fold an account through; `None` without events."""
    earliest = last_fact_on(connection, account_id)
    if earliest is None:
        return None
    row = connection.execute("SELECT settled_through FROM accounts WHERE account_id = ?", (account_id,)).fetchone()
    try:
        day = date.fromisoformat(str(row["settled_through"])) if row else earliest
    except ValueError:
        return earliest
    return day if earliest <= day <= max(earliest, today) else earliest
