"""The people behind the accounts, apart from the facts: events carry a `person_id` only, and nothing here is hashed."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

import msgspec

from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A person as the ledger knows them; "" for what is not known."""

    person_id: str
    name: str
    phone: str = ""
    id_number: str = ""

    def __repr__(self) -> str:
        return f"Person({self.person_id!r})"  # a log or a traceback must not tell who it is


FIELDS = ("name", "phone", "id_number")
"""What may be known of a person, and corrected."""

_COLUMNS = "person_id, name, phone, id_number"


def find_person(connection: sqlite3.Connection, person_id: str) -> Person:
    """The person with that id; `person-unknown` if there is none."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM people WHERE person_id = ?", (person_id,)).fetchone()  # noqa: S608
    if row is None:
        raise BaitiaoError("person-unknown", person_id=shortened(person_id))
    return Person(**dict(row))


def correct_person(connection: sqlite3.Connection, person: Person, corrected: Mapping[str, str]) -> None:
    """Puts the corrected values, by field, in place of what was known.

    Error: `id-number-used` if another person has that number; it does not say who.
    """
    taken = connection.execute(
        "SELECT 1 FROM people WHERE id_number = ? AND id_number <> '' AND person_id <> ?",
        (corrected.get("id_number", ""), person.person_id),
    ).fetchone()
    if taken:
        raise BaitiaoError("id-number-used")
    assert set(corrected) <= set(FIELDS)
    for field, value in corrected.items():
        connection.execute(f"UPDATE people SET {field} = ? WHERE person_id = ?", (value, person.person_id))  # noqa: S608


def find_or_add_person(connection: sqlite3.Connection, name: str, phone: str, id_number: str, added_at: str) -> Person:
    """The person with that ID number, as first recorded, or a new one. Without an ID number everyone is new."""
    if id_number:
        row = connection.execute(
            f"SELECT {_COLUMNS} FROM people WHERE id_number = ? AND id_number <> ''",  # noqa: S608
            (id_number,),
        ).fetchone()
        if row is not None:
            return Person(**dict(row))
    number = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM people").fetchone()[0]
    person = Person(person_id=f"P{number}", name=name, phone=phone, id_number=id_number)
    connection.execute(
        "INSERT INTO people (person_id, number, name, phone, id_number, added_at) VALUES (?, ?, ?, ?, ?, ?)",
        (person.person_id, number, name, phone, id_number, added_at),
    )
    return person
