"""Who somebody is, as others may see them: enough to recognise, not to identify."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

import msgspec

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.people import FIELDS, Person
from baitiao_cli.ledger.store import ReadTransaction

Access = Literal["masked", "unmasked", "key-missing", "key-unusable", "erased", "damaged"]


class MaskedPerson(msgspec.Struct, frozen=True, kw_only=True):
    """A person with the middle of everything personal hidden, unless it was asked for unmasked and that recorded.

    `access` says so, or why nothing is told: everything is "" then.
    """

    person_id: str
    name: str
    phone: str
    id_number: str
    access: Access = "masked"

    def __repr__(self) -> str:
        return f"MaskedPerson({self.person_id!r})"  # a log or a traceback must not tell who it is


_ACCESS: dict[str, Access] = {
    "person-erased": "erased",
    "key-missing": "key-missing",
    "key-wrong": "key-unusable",
    "key-open": "key-unusable",
    "key-unusable": "key-unusable",
    "ledger-damaged": "damaged",
    "person-unknown": "damaged",
}
"""By the refusal of who cannot be read: what a view tells instead."""

LONG_PHONE = 11
"""A number this long still hides four digits when seven are shown; of a shorter one only the last two are."""


def masked(person: Person) -> MaskedPerson:
    """The person with the name cut to its first character, the phone to its ends, the ID number to its end."""
    return MaskedPerson(
        person_id=person.person_id,
        name=masked_text(person.name, 1, 0),
        phone=masked_text(person.phone, 3, 4) if len(person.phone) >= LONG_PHONE else masked_text(person.phone, 0, 2),
        id_number=masked_text(person.id_number, 0, 4),
    )


def told(tx: ReadTransaction, person_id: str, unmasked: Collection[str] = ()) -> MaskedPerson:
    """The person as a view tells them: masked, or as they are if they are among the `unmasked`.

    Views do without a person whose data were erased or damaged, or whose key is not to be had.
    """
    person, access = readable_person(tx, person_id)
    if person is None:
        return MaskedPerson(person_id=person_id, name="", phone="", id_number="", access=access)
    if person_id not in unmasked:
        return masked(person)
    return MaskedPerson(**{field: getattr(person, field) for field in ("person_id", *FIELDS)}, access="unmasked")


def readable_person(tx: ReadTransaction, person_id: str) -> tuple[Person | None, Access]:
    """The person as they are known, for rules that tell nobody who it is; `None` and why where they cannot be read."""
    try:
        return tx.person(person_id), "masked"
    except BaitiaoError as error:
        if error.code not in _ACCESS:
            raise
        return None, _ACCESS[error.code]


def masked_text(text: str, start: int, end: int) -> str:
    """`text` with all but its first `start` and last `end` characters hidden; short text is hidden altogether.

    >>> masked_text("13812345678", 3, 4), masked_text("李雷", 1, 0), masked_text("123", 3, 4)
    ('138****5678', '李*', '***')
    """
    hidden = len(text) - start - end
    if hidden <= 0:
        return "*" * len(text)
    return text[:start] + "*" * hidden + text[len(text) - end :]
