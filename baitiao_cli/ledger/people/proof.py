"""Proof of the people: each has a key of their own or was erased, and with the ledger's key can be read and found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.finding import Finding
from baitiao_cli.ledger.people.index import tokens_of
from baitiao_cli.ledger.people.keys import Keys, keys_of
from baitiao_cli.ledger.people.register import People


def people_findings(connection: sqlite3.Connection, path: Path, each: bool) -> Iterator[Finding]:
    """Who has no key, or has one though they were erased; and, if `each`, who cannot be read or looked up.

    Without the ledger's key nobody can be read, which is nothing wrong with the ledger.
    """
    rows = connection.execute(
        "SELECT person_id, erased_at IS NULL AS is_known, wrapped_key IS NOT NULL AS has_key FROM people"
        " LEFT JOIN person_keys USING (person_id) ORDER BY number"
    )
    keys = _keys(connection, path) if each else None
    people = People(connection, path)
    for row in rows:
        person_id = row["person_id"]
        if row["is_known"] != row["has_key"]:
            yield _finding(person_id, "key")
        elif row["is_known"] and keys:
            yield from _reading(connection, people, keys, person_id)


def _keys(connection: sqlite3.Connection, path: Path) -> Keys | None:
    try:
        return keys_of(connection, path)
    except BaitiaoError as error:
        if error.code.startswith("key-"):
            return None
        raise


def _reading(connection: sqlite3.Connection, people: People, keys: Keys, person_id: str) -> Iterator[Finding]:
    try:
        person = people.find(person_id)
    except BaitiaoError:
        yield _finding(person_id, "encryption")
        return
    rows = connection.execute("SELECT kind, token FROM person_index WHERE person_id = ?", (person_id,))
    if {row["kind"]: row["token"] for row in rows} != dict(tokens_of(keys.index, person)):
        yield Finding("check-person-index", person_id, {"person_id": person_id})


def _finding(person_id: str, problem: str) -> Finding:
    return Finding("check-person", person_id, {"person_id": person_id, "problem": problem})
