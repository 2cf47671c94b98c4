"""The person behind an account, as others may see them: enough to recognise, not enough to identify."""

from __future__ import annotations

import msgspec

from baitiao_cli.ledger.people import Person


class MaskedPerson(msgspec.Struct, frozen=True, kw_only=True):
    """A person with the middle of everything personal hidden."""

    person_id: str
    name: str
    phone: str
    id_number: str


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


def masked_text(text: str, start: int, end: int) -> str:
    """`text` with all but its first `start` and last `end` characters hidden; short text is hidden altogether.

    >>> masked_text("13812345678", 3, 4), masked_text("李雷", 1, 0), masked_text("123", 3, 4)
    ('138****5678', '李*', '***')
    """
    hidden = len(text) - start - end
    if hidden <= 0:
        return "*" * len(text)
    return text[:start] + "*" * hidden + text[len(text) - end :]
