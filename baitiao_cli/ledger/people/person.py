"""A person as the ledger knows them."""

from __future__ import annotations

import sqlite3
import unicodedata

import msgspec

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


def folded(text: str) -> str:
    """Text as it is compared: without case, full-width forms as the usual ones.

    >>> folded("Ｔ-1001")
    't-1001'
    """
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


def refuse_erased(connection: sqlite3.Connection, person_id: str) -> None:
    """Refuses a person whose data were erased; that is told without the key."""
    row = connection.execute("SELECT erased_at FROM people WHERE person_id = ?", (person_id,)).fetchone()
    if row is not None and row["erased_at"] is not None:
        raise BaitiaoError("person-erased", person_id=person_id)
