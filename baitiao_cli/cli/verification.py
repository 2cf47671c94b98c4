"""`baitiao verify`, and how a person who must be verified is asked: by options, or on a terminal."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import msgspec

from baitiao_cli.actions.verify import OPTIONS, VERIFY, Given, VerifyAsked, asked_of
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.secret import Secret
from baitiao_cli.cli.values import argument, last_four, option
from baitiao_cli.cli.verbs import run_verb
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import Branch, ReadTransaction
from baitiao_cli.messages import filled, labels
from baitiao_cli.show.closing import verify_document
from baitiao_cli.show.document import Document

FIELDS = {"phone": "phone_digits", "id_number": "id_digits"}


def is_on_terminal() -> bool:
    """Whether somebody can be asked: elsewhere what is not given is missing."""
    return bool(sys.stdin) and sys.stdin.isatty()


def refuse_digits_in_a_dry_run(request: Request, given: Given) -> None:
    """Refuses digits where nothing is kept: nobody may guess without being counted."""
    for field, value in given.by_field.items():
        if value and (request.dry_run or isinstance(request.branch, Branch)):
            raise BaitiaoError("digits-not-compared", option=OPTIONS[field])


def asked_on_terminal(request: Request, given: Any, may: Any = None) -> Any:
    """What was given, and on a terminal what was asked for there because it was not; elsewhere as it is.

    `may` looks whether the verb would go that far: what it refuses is not asked for first.
    """
    if request.dry_run or not request.may_ask or not is_on_terminal():
        return given
    try:
        with request.ledger.read() as tx:
            fields = _fields(tx, given, request, may)
    except BaitiaoError:
        return given  # the verb says what is wrong
    for field in fields:
        if not given.by_field[field]:
            question = filled(labels.LAST_FOUR_OF, field=labels.PERSON_FIELDS[field])
            from typer import prompt

            text = prompt(question.in_language(request.language), hide_input=True, err=True)
            given = msgspec.structs.replace(given, **{FIELDS[field]: last_four(text)})
    return given


def _fields(tx: ReadTransaction, given: Given, request: Request, may: Any) -> list[str]:
    return asked_of(tx, given.account_id) if may is None or may(tx) else []


@command("verify", write=True)
def verify(
    request: Request,
    account_id: Annotated[str, argument("ACCOUNT")],
    phone_digits: Annotated[str | None, option("--phone-digits", Secret("--phone-digits", last_four), "DIGITS")] = None,
    id_digits: Annotated[str | None, option("--id-digits", Secret("--id-digits", last_four), "DIGITS")] = None,
) -> Document:
    """Verifies the customer by the ends of the phone and the ID number, and counts what fails."""
    asked = VerifyAsked(account_id=account_id, phone_digits=phone_digits or "", id_digits=id_digits or "")
    refuse_digits_in_a_dry_run(request, asked)
    return run_verb(request, VERIFY, asked_on_terminal(request, asked), verify_document)
