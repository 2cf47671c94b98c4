"""The register of people in one transaction: found, added, corrected, looked up, erased; decrypted nowhere else."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.people.index import (
    DIGITS,
    ID_NUMBER,
    ID_TAIL,
    PHONE_TAIL,
    TAIL,
    digits_of,
    national,
    token,
    tokens_of,
)
from baitiao_cli.ledger.people.keys import Keys, keys_of
from baitiao_cli.ledger.people.person import FIELDS, Person, folded

if TYPE_CHECKING:
    from _typeshed import StrPath

    from baitiao_cli.ledger.people.cipher import PersonCipher  # imported where somebody is read or written


class NameMatch(msgspec.Struct, frozen=True):
    """By what a person was found (name, phone, id-number), and whether it was told whole."""

    person_id: str
    code: str
    is_whole: bool


class People:
    """The people of a ledger in one transaction. The key file is read when it is needed first.

    Whatever reads or writes somebody refuses with `key-missing`, `key-wrong`, `key-open` or `key-unusable` when the
    ledger's key is not to be had, and with `person-unknown` or `person-erased` when there is nobody to read.
    """

    def __init__(self, connection: sqlite3.Connection, ledger: StrPath) -> None:
        self._connection, self._ledger = connection, ledger
        self.key_refusal: BaitiaoError | None = None
        """Why somebody could not be read for want of the key, if that was so."""

    @cached_property
    def keys(self) -> Keys:
        """The keys of this ledger."""
        try:
            return keys_of(self._connection, self._ledger)
        except BaitiaoError as error:
            self.key_refusal = error
            raise

    def find(self, person_id: str) -> Person:
        """The person with that id."""
        return self._opened(self._row(person_id))

    def _row(self, person_id: str) -> sqlite3.Row:
        row: sqlite3.Row | None = self._connection.execute(
            "SELECT people.*, wrapped_key FROM people LEFT JOIN person_keys USING (person_id) WHERE person_id = ?",
            (person_id,),
        ).fetchone()
        if row is None:
            raise BaitiaoError("person-unknown", person_id=shortened(person_id))
        return row

    def _opened(self, row: sqlite3.Row) -> Person:
        cipher, person_id = self._cipher_of(row), str(row["person_id"])
        return Person(person_id=person_id, **{field: cipher.open(field, row[field]) for field in FIELDS})

    def _cipher_of(self, row: sqlite3.Row) -> PersonCipher:
        if row["erased_at"] is not None:
            raise BaitiaoError("person-erased", person_id=row["person_id"])
        if row["wrapped_key"] is None:
            raise BaitiaoError("ledger-damaged", path=self._ledger, reason="people")
        keys = self.keys
        from baitiao_cli.ledger.people.cipher import PersonCipher

        return PersonCipher.of(keys.wrapping, row["person_id"], row["wrapped_key"])

    def find_or_add(self, name: str, phone: str, id_number: str, added_at: str) -> Person:
        """The person with that ID number, as first recorded, or a new one. Without an ID number everyone is new."""
        known_id = self._with_id_number(id_number)
        if known_id is not None:
            return self.find(known_id)
        number = self._connection.execute("SELECT coalesce(max(number), 0) + 1 FROM people").fetchone()[0]
        person = Person(person_id=f"P{number}", name=name, phone=phone, id_number=id_number)
        self.add(person, number, added_at)
        return person

    def add(self, person: Person, number: int, added_at: str) -> None:
        """Adds somebody with a new key of their own."""
        keys = self.keys
        from baitiao_cli.ledger.people.cipher import PersonCipher

        cipher, wrapped = PersonCipher.of_new(keys.wrapping, person.person_id)
        sealed = [cipher.seal(field, getattr(person, field)) for field in FIELDS]
        self._connection.execute(
            f"INSERT INTO people (person_id, number, added_at, {', '.join(FIELDS)}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608
            (person.person_id, number, added_at, *sealed),
        )
        self._connection.execute("INSERT INTO person_keys VALUES (?, ?)", (person.person_id, wrapped))
        self._index(person)

    def _index(self, person: Person) -> None:
        self._connection.execute("DELETE FROM person_index WHERE person_id = ?", (person.person_id,))
        self._connection.executemany(
            "INSERT INTO person_index (person_id, kind, token) VALUES (?, ?, ?)",
            [(person.person_id, kind, value) for kind, value in tokens_of(self.keys.index, person)],
        )

    def _with_id_number(self, id_number: str) -> str | None:
        if not id_number:
            return None
        found = self._having(ID_NUMBER, folded(id_number))
        return found[0] if found else None

    def _having(self, kind: str, text: str) -> list[str]:
        rows = self._connection.execute(
            "SELECT person_id FROM person_index WHERE token = ? AND kind = ?",
            (token(self.keys.index, kind, text), kind),
        )
        return [str(row[0]) for row in rows.fetchall()]

    def correct(self, person: Person, corrected: Mapping[str, str]) -> None:
        """Puts the corrected values, by field, in place of what was known.

        Error: `id-number-used` if another person has that number; it does not say who.
        """
        assert set(corrected) <= set(FIELDS)
        taken = self._with_id_number(corrected.get("id_number", ""))
        if taken not in (None, person.person_id):
            raise BaitiaoError("id-number-used")
        row = self._connection.execute(
            "SELECT person_id, erased_at, wrapped_key FROM people LEFT JOIN person_keys USING (person_id)"
            " WHERE person_id = ?",
            (person.person_id,),
        ).fetchone()
        cipher = self._cipher_of(row)
        for field, value in corrected.items():
            self._connection.execute(
                f"UPDATE people SET {field} = ? WHERE person_id = ?",  # noqa: S608
                (cipher.seal(field, value), person.person_id),
            )
        self._index(msgspec.structs.replace(person, **corrected))

    def matches(self, query: str, number: str | None) -> Iterator[NameMatch]:
        """Who fits a query (folded): a part of the name is enough, of a phone or an ID number its last four characters.

        Any other part of a `number` fits nobody: with longer ends the rest could be tried out, digit by digit.

        A number is looked up in the index, and whatever has a digit in the names that have one; other queries in every
        name.
        """
        if re.search("[0-9]", query):
            tail = number[-TAIL:] if number else ""
            kinds = ((PHONE_TAIL, tail), (ID_TAIL, tail), (DIGITS, "")) if number else ((DIGITS, ""),)
            likely = dict.fromkeys(person_id for kind, text in kinds for person_id in self._having(kind, text))
            people = self._readable(self._row(person_id) for person_id in likely)
        else:
            people = self._everybody()
        for person in people:
            name = folded(person.name)
            if query in name:
                yield NameMatch(person.person_id, "name", query == name)
            for code, text in (("phone", digits_of(person.phone)), ("id-number", folded(person.id_number))):
                is_whole = number is not None and national(number) == national(text)
                if is_whole or (number is not None and len(number) == TAIL and text.endswith(number)):
                    yield NameMatch(person.person_id, code, is_whole)

    def _everybody(self) -> Iterator[Person]:
        rows = self._connection.execute(
            "SELECT people.*, wrapped_key FROM people JOIN person_keys USING (person_id) ORDER BY number"
        )
        return self._readable(rows)

    def _readable(self, rows: Iterable[sqlite3.Row]) -> Iterator[Person]:
        """Those who can be read: `check` names who was damaged, and the others are found all the same."""
        for row in rows:
            try:
                yield self._opened(row)
            except BaitiaoError as error:
                if error.code != "ledger-damaged":
                    raise

    def index_again(self) -> tuple[int, int]:
        """Makes the index of everybody who can be read again, where it is not what is known of them makes it.

        Returns how many of its rows were put, and how many removed.
        """
        wrong, put_count, removed_count = [], 0, 0
        for person in self._everybody():
            rows = self._connection.execute(
                "SELECT kind, token FROM person_index WHERE person_id = ?", (person.person_id,)
            )
            found, wanted = {tuple(row) for row in rows}, {*tokens_of(self.keys.index, person)}
            if found != wanted:
                wrong.append(person)
                put_count, removed_count = put_count + len(wanted - found), removed_count + len(found - wanted)
        for person in wrong:  # all of them first: one may hold a number of another
            self._connection.execute("DELETE FROM person_index WHERE person_id = ?", (person.person_id,))
        for person in wrong:
            self._index(person)
        return put_count, removed_count

    def erase(self, person_id: str, erased_at: str) -> None:
        """Destroys a person's key, and all that is kept of them: what older copies hold cannot be read with this file.

        The keys of all others are written anew, for SQLite moves rows about in its pages and only a page that is given
        up is sure to be overwritten whole.
        """
        connection = self._connection
        connection.execute(
            "UPDATE people SET name = x'', phone = x'', id_number = x'', erased_at = ? WHERE person_id = ?",
            (erased_at, person_id),
        )
        for table in ("person_index", "person_keys"):
            others = connection.execute(f"SELECT * FROM {table} WHERE person_id <> ?", (person_id,)).fetchall()  # noqa: S608
            connection.execute(f"DELETE FROM {table}")  # noqa: S608
            for row in others:
                marks = ", ".join("?" * len(row))
                connection.execute(f"INSERT INTO {table} VALUES ({marks})", tuple(row))  # noqa: S608
