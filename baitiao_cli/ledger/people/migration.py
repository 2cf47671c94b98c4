"""The people of an older ledger, who stood in the clear: taken out before the tables change, and sealed after."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

from baitiao_cli.ledger.people.keys import make_key, set_up_keys
from baitiao_cli.ledger.people.person import FIELDS, Person
from baitiao_cli.ledger.people.register import People
from baitiao_cli.ledger.requests import keyed

CLEAR_UNTIL = 3
"""The last version of the tables in which people stood in the clear."""


class TakenOut(NamedTuple):
    """What stood in the clear: the people, and the requests, whose hashes can be tried with names and numbers."""

    people: list[sqlite3.Row]
    requests: list[sqlite3.Row]


def take_out(connection: sqlite3.Connection) -> TakenOut:
    """Everything that the tables of an older version hold in the clear."""
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return TakenOut(
        *(
            connection.execute(f"SELECT * FROM {table}").fetchall() if table in tables else []  # noqa: S608
            for table in ("people", "requests")
        )
    )


def put_in(connection: sqlite3.Connection, path: Path, taken: TakenOut) -> None:
    """Writes what was taken out into the new tables, sealed. The key file is on the disk before; it is used again if a
    try was cut short."""
    keys = set_up_keys(connection, make_key(path))
    people = People(connection, path)
    for row in taken.people:
        person = Person(person_id=row["person_id"], **{field: row[field] for field in FIELDS})
        people.add(person, row["number"], row["added_at"])
    connection.executemany(
        "INSERT INTO requests (request_id, inputs_hash, answer, recorded_at) VALUES (?, ?, ?, ?)",
        [
            (row["request_id"], keyed(keys.requests, row["inputs_hash"]), row["answer"], row["recorded_at"])
            for row in taken.requests
        ],
    )
