"""How a ledger is edited behind its back, by SQL or by one who makes the hashes anew, with the guards put away."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from baitiao_cli.ledger.chain import EVENT_FIELDS, GENESIS, SEAL_FIELDS, digest
from baitiao_cli.ledger.codec import canonical

OTHER_HASH = "1" * 64
SEAL = "(SELECT min(number) FROM seals WHERE last_sequence >= 5)"
SEAL_OF_GROUP = "(SELECT min(number) FROM seals WHERE last_group_number >= 2)"
SEAL_OF_FIRST_GROUP = "(SELECT min(number) FROM seals WHERE last_group_number >= 1)"
LAST_SEAL = "(SELECT max(number) FROM seals)"
LAST_DEED = "(SELECT max(number) FROM audit)"
LAST_EVENT = "(SELECT max(sequence) FROM events)"
COPY_OF_EVENT = (
    "INSERT INTO events SELECT {sequence}, account_id || 'E' || {number}, account_id, {number}, kind, effective_on,"
    " recorded_at, operator, request_id, body, hash_before, hash FROM events WHERE event_id = '{event_id}'"
)
COPY_OF_GROUP = (
    "INSERT INTO postings SELECT 1000 + posting_number, 1000, plan_id, ledger_account, amount_fen FROM postings"
    " WHERE group_number = 1",
    "INSERT INTO posting_groups SELECT 1000, account_id, cause, effective_on, posted_on FROM posting_groups"
    " WHERE group_number = 1",
)


class Edit(NamedTuple):
    """SQL statements, or a function that edits; and what `check` says of the first bad row: a code and where.

    Where is what it begins with, or the SQL that finds it in the ledger before the edit.
    """

    made: tuple[str, ...] | Callable[[sqlite3.Connection], None]
    code: str
    where: str
    is_of_guards: bool = False

    def first_bad_row(self, path: Path) -> str:
        """What the first finding is to name, in the ledger at `path` before the edit."""
        if not self.where.startswith("SELECT"):
            return self.where
        with closing(sqlite3.connect(path)) as connection:
            return str(connection.execute(self.where).fetchone()[0])


def sql(*statements: str, code: str, where: str) -> Edit:
    """An edit by SQL."""
    return Edit(statements, code, where)


def guard(*statements: str, where: str) -> Edit:
    """An edit of the guards themselves, which are not put back then."""
    return Edit(statements, "check-schema", where, is_of_guards=True)


def event(change: str, where: str = "A1E3") -> Edit:
    """A change of one event."""
    return sql(f"UPDATE events SET {change} WHERE event_id = 'A1E3'", code="check-event", where=where)


def seal(change: str) -> Edit:
    """A change of one seal."""
    return sql(f"UPDATE seals SET {change} WHERE number = {SEAL}", code="check-seal", where=f"SELECT 'seal ' || {SEAL}")


def swap(table: str, key: str, columns: tuple[str, ...], one: object, other: object) -> tuple[str, ...]:
    """Two rows that change places in some columns."""
    sets = ", ".join(
        f"{column} = (SELECT {column} FROM kept WHERE {key} = iif({table}.{key} = {one!r}, {other!r}, {one!r}))"
        for column in columns
    )
    return (
        f"CREATE TEMP TABLE kept AS SELECT * FROM {table}",
        f"UPDATE {table} SET {sets} WHERE {key} IN ({one!r}, {other!r})",
    )


def cut_tail(connection: sqlite3.Connection) -> None:
    """The last events go, with the seals over them: what is left is whole, and only a head kept elsewhere tells."""
    last = connection.execute("SELECT max(number) - 3 FROM seals").fetchone()[0]
    sequence, group = connection.execute(
        "SELECT last_sequence, last_group_number FROM seals WHERE number = ?", (last,)
    ).fetchone()
    for statement in (
        f"DELETE FROM events WHERE sequence > {sequence}",
        f"DELETE FROM postings WHERE group_number > {group}",
        f"DELETE FROM posting_groups WHERE group_number > {group}",
    ):
        connection.execute(statement)


def rehash_events(connection: sqlite3.Connection) -> None:
    """An amount is changed and the account's events are hashed anew, but not the seals."""
    connection.execute("UPDATE events SET body = replace(body, '599900', '499900') WHERE event_id = 'A1E2'")
    rehash_account(connection, "A1")


def rehash_all(connection: sqlite3.Connection) -> None:
    """The same, with the seals made anew, too: the chain holds, but views and journal are not what the events make."""
    rehash_events(connection)
    reseal(connection)


def rehash_account(connection: sqlite3.Connection, account_id: str) -> None:
    """Makes the hashes of an account's events anew."""
    head = GENESIS
    for row in connection.execute(
        "SELECT * FROM events WHERE account_id = ? ORDER BY number", (account_id,)
    ).fetchall():
        changed = {**dict(row), "hash_before": head}
        head = digest(changed, EVENT_FIELDS)
        connection.execute(
            "UPDATE events SET hash_before = ?, hash = ? WHERE sequence = ?",
            (changed["hash_before"], head, row["sequence"]),
        )


def reseal(connection: sqlite3.Connection) -> None:
    """Makes the heads of the accounts in the seals anew, and the chain of the seals."""
    head, sequence = GENESIS, 0
    for row in connection.execute("SELECT * FROM seals ORDER BY number").fetchall():
        heads = dict(connection.execute("SELECT key, value FROM json_each(?)", (row["heads"],)).fetchall())
        touched = connection.execute(
            "SELECT account_id, hash FROM events WHERE sequence > ? AND sequence <= ? ORDER BY sequence",
            (sequence, row["last_sequence"]),
        )
        heads |= dict(touched.fetchall())
        changed = {**dict(row), "heads": canonical(heads), "hash_before": head}
        head, sequence = digest(changed, SEAL_FIELDS), row["last_sequence"]
        connection.execute(
            "UPDATE seals SET heads = ?, hash_before = ?, hash = ? WHERE number = ?",
            (changed["heads"], changed["hash_before"], head, row["number"]),
        )


def make(edit: Edit, path: Path) -> None:
    """Makes the edit in the ledger at `path`, without the guards, which are back afterwards unless it is of them."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA ignore_check_constraints = on")
        guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        if edit.is_of_guards:
            guards = []
        for guard in guards:
            connection.execute(f"DROP TRIGGER {guard['name']}")
        if callable(edit.made):
            edit.made(connection)
        else:
            for statement in edit.made:
                connection.execute(statement)
        for guard in guards:
            connection.execute(guard["sql"])
