"""`person`: who is behind an account, as others may see them (enough to recognise, not to identify), and corrected."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import msgspec

from baitiao_cli.account.events import Opened, PersonCorrected
from baitiao_cli.account.verbs.person import decide_correction
from baitiao_cli.actions.masking import MaskedPerson, masked, told
from baitiao_cli.actions.verb import Call, Verb, always
from baitiao_cli.calc.identity import check_age
from baitiao_cli.ledger.people import FIELDS, Person
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction


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
