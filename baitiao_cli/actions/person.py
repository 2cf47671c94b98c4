"""`person`: who is behind an account, as others may see them (enough to recognise, not to identify), and corrected."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Literal

import msgspec

from baitiao_cli.account.events import Opened, PersonCorrected
from baitiao_cli.account.verbs.person import decide_correction
from baitiao_cli.actions.verb import Call, Verb, always
from baitiao_cli.calc.identity import check_age
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.people import FIELDS, Person
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction

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


class KnownField(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that may be known of a person: masked ("" if it is not known), since when, and by which event."""

    field: str
    value: str
    since_on: date | None
    event_id: str

    def __repr__(self) -> str:
        return f"KnownField({self.field!r})"  # a log or a traceback must not tell who it is


class PersonView(msgspec.Struct, frozen=True, kw_only=True):
    """The person behind an account, masked; `accounts` are all that the person has or had."""

    account_id: str
    person: MaskedPerson
    fields: list[KnownField]
    accounts: list[str]


def show_person(tx: ReadTransaction, account_id: str, unmasked: Collection[str] = ()) -> PersonView:
    """What is known of the person, and since which opening or correction, on whichever of their accounts."""
    opening = tx.book(account_id).events[0].fact
    assert isinstance(opening, Opened)
    shown = told(tx, opening.person_id, unmasked)
    account_ids = tx.accounts_of_person(opening.person_id)
    books = [tx.book(each) for each in account_ids]
    sources = dict.fromkeys(FIELDS, books[0].events[0])
    for event in sorted((event for book in books for event in book.events), key=lambda event: event.sequence):
        if isinstance(event.fact, PersonCorrected):
            sources |= dict.fromkeys(event.fact.fields, event)
    fields = [
        KnownField(field=field, value=getattr(shown, field), since_on=source.effective_on, event_id=source.event_id)
        if getattr(shown, field)
        else KnownField(field=field, value="", since_on=None, event_id="")
        for field, source in sources.items()
    ]
    return PersonView(account_id=account_id, person=shown, fields=fields, accounts=account_ids)


class PersonAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What is true of the person of an account ("" where nothing is corrected), and why it is corrected."""

    account_id: str
    reason: str
    name: str = ""
    phone: str = ""
    id_number: str = ""

    def __repr__(self) -> str:
        return f"PersonAsked({self.account_id!r})"  # a log or a traceback must not tell who it is


class PersonAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Which fields were corrected; the answer is kept with its request, so nothing personal is in it."""

    account_id: str
    person_id: str
    event_id: str
    effective_on: date
    fields: list[str]


def masked_corrections(asked: PersonAsked) -> dict[str, str]:
    """What was given for a correction, by field, as others may see it."""
    given = Person(person_id="", name=asked.name, phone=asked.phone, id_number=asked.id_number)
    shown = masked(given)
    return {field: getattr(shown, field) for field in FIELDS}


def act(tx: WriteTransaction, asked: PersonAsked, call: Call) -> PersonAnswer:
    """Corrects what differs from what is known, and records on the account which fields those were.

    An ID number by which the person was not of age when the line was opened is refused: `person-under-age`.
    """
    on = call.effective_on
    book = tx.book(asked.account_id)
    account = book.account(on)
    person = tx.person(account.person_id)
    given = {field: getattr(asked, field) for field in FIELDS}
    corrected = {field: value for field, value in given.items() if value and value != getattr(person, field)}
    correction = decide_correction(account, PersonCorrected(fields=tuple(corrected), reason=asked.reason))
    check_age(corrected.get("id_number", ""), account.opened_on)
    tx.correct_person(person, corrected)
    event = book.record(correction, on, call.request_id)
    return PersonAnswer(
        account_id=asked.account_id,
        person_id=person.person_id,
        event_id=event.event_id,
        effective_on=on,
        fields=list(corrected),
    )


PERSON = Verb("person", PersonAsked, PersonAnswer, act, is_personal=always)
