"""`verify`: the ends of the phone and the ID number, compared with what the ledger knows of the person.

A stand-in for the real thing: whoever knows eight characters passes. What is given is compared and forgotten; only
which fields it was about, and whether it was right, is recorded.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hmac import compare_digest
from typing import ClassVar

import msgspec

from baitiao_cli.account.events import VerificationFailed, Verified
from baitiao_cli.account.verbs.verify import decide_verification
from baitiao_cli.actions.verb import Call, Refusal, Verb
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.people import Person
from baitiao_cli.ledger.store import Book, ReadTransaction, WriteTransaction

OPTIONS = {"phone": "--phone-digits", "id_number": "--id-digits"}
"""What can be asked for, by field of the person, and the option that gives it."""

SECRETS = ("phone_digits", "id_digits")
LAST = 4


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody named: the last characters of the phone and of the ID number, "" for not asked or not given."""

    verb: ClassVar[str] = "verify"

    account_id: str
    phone_digits: str = ""
    id_digits: str = ""

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.account_id!r})"  # a log or a traceback must not tell what was given

    @property
    def by_field(self) -> dict[str, str]:
        """What was given, by field of the person."""
        return {"phone": self.phone_digits, "id_number": self.id_digits}


class VerifyAsked(Given, frozen=True, kw_only=True):
    """Whose person, and what was named."""


class VerifyAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The verification: which fields were right."""

    account_id: str
    event_id: str
    effective_on: date
    fields: list[str]


def asked_of(tx: ReadTransaction, account_id: str) -> list[str]:
    """The fields of the account's person that a verification asks for: those that are known."""
    return [field for field, end in _ends(tx.person(tx.book(account_id).account_person)).items() if end]


def command_asking(verb: str, account_id: str, fields: Iterable[str]) -> str:
    """The command with the options of these fields, `-` for each: asked for on a terminal, else read from a line.

    >>> command_asking("close", "A1", ["phone"])
    'baitiao close A1 --phone-digits -'
    """
    return " ".join(["baitiao", verb, account_id, *(f"{OPTIONS[field]} -" for field in fields)])


def _ends(person: Person) -> dict[str, str]:
    digits = "".join(char for char in person.phone if char.isdigit())
    return {"phone": digits[-LAST:], "id_number": person.id_number[-LAST:].upper()}


def verification(tx: WriteTransaction, book: Book, given: Given, call: Call) -> tuple[str, ...] | Refusal:
    """The fields that were verified, or the refusal of a failed attempt, which is recorded.

    In a dry run nothing is compared: nobody may guess without being counted. Error: `verification-needed` when
    something that is known was not given; such an attempt is none. An attempt is made when it is made, whatever day it
    is about: dated back before the last one that did not fail, it would not be counted.
    """
    needed = tuple(asked_of(tx, book.account_id))
    if call.dry_run:
        return needed
    missing = [OPTIONS[field] for field in needed if not given.by_field[field]]
    if missing:
        command = command_asking(given.verb, book.account_id, needed)
        raise BaitiaoError("verification-needed", account_id=book.account_id, options=missing, command=command)
    ends = _ends(tx.person(book.account_person))
    wrong = tuple(
        field for field in needed if not compare_digest(ends[field].encode(), given.by_field[field].upper().encode())
    )
    if not wrong:
        return needed
    book.record(VerificationFailed(what=wrong), call.today, call.request_id)
    account = book.account(call.today)
    count, most = len(account.failed_on), account.line.suspend_after_failures
    lifting = command_asking("verify", book.account_id, needed) if most and count >= most else ""
    details: dict[str, str | int] = {"account_id": book.account_id, "count": count, "lifted_by": lifting}
    return Refusal(code="verification-failed", details=details)


def act(tx: WriteTransaction, asked: VerifyAsked, call: Call) -> VerifyAnswer | Refusal:
    """Records that the customer was verified, or that it failed. Error: `verification-has-no-day` for another day."""
    if call.on is not None and call.on != call.today:
        raise BaitiaoError("verification-has-no-day")
    book = tx.book(asked.account_id)
    account = book.account(call.today)
    decide_verification(account, Verified(what=tuple(asked_of(tx, asked.account_id))))
    verified = verification(tx, book, asked, call)
    if isinstance(verified, Refusal):
        return verified
    event = book.record(Verified(what=verified), call.today, call.request_id)
    return VerifyAnswer(
        account_id=asked.account_id, event_id=event.event_id, effective_on=call.today, fields=list(verified)
    )


def fits(tx: WriteTransaction, given: Given, call: Call) -> bool:
    """Whether what is given is right, for a request that was answered before; what is wrong is counted here, too."""
    again = msgspec.structs.replace(call, request_id="")
    return not isinstance(verification(tx, tx.book(given.account_id), given, again), Refusal)


VERIFY = Verb("verify", VerifyAsked, VerifyAnswer, act, SECRETS, fits)
