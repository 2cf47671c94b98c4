"""`baitiao person`: who is behind an account, masked, and correcting it."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from baitiao_cli.actions.person import PERSON, PersonAsked, masked_corrections, show_person
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.secret import Secret
from baitiao_cli.cli.unmasking import Unmask, unmasked
from baitiao_cli.cli.values import argument, free_text, identity_number, option, phone_number, words
from baitiao_cli.cli.verbs import builders, run_verb
from baitiao_cli.cli.views import look
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.show.document import Document
from baitiao_cli.show.person import corrected_document, person_document


def person_asked(
    account_id: Annotated[str, argument("ACCOUNT")],
    reason: Annotated[str, option("--reason", free_text, "TEXT")],
    name: Annotated[str | None, option("--name", Secret("--name", words), "NAME")] = None,
    phone: Annotated[str | None, option("--phone", Secret("--phone", phone_number), "PHONE")] = None,
    id_number: Annotated[str | None, option("--id-number", Secret("--id-number", identity_number), "NUMBER")] = None,
) -> PersonAsked:
    """What a correction is asked with."""
    return PersonAsked(
        account_id=account_id, reason=reason, name=name or "", phone=phone or "", id_number=id_number or ""
    )


builders[PERSON.name] = person_asked


@command("person", write=True)
def person(
    request: Request,
    account_id: Annotated[str, argument("ACCOUNT")],
    name: Annotated[str | None, option("--name", Secret("--name", words), "NAME")] = None,
    phone: Annotated[str | None, option("--phone", Secret("--phone", phone_number), "PHONE")] = None,
    id_number: Annotated[str | None, option("--id-number", Secret("--id-number", identity_number), "NUMBER")] = None,
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
    unmask: Unmask = False,
) -> Document:
    """Shows what is known of the person of an account, masked; corrects what is given."""
    given = {"--name": name, "--phone": phone, "--id-number": id_number}
    corrected = [option for option, value in given.items() if value is not None]
    of_writes = {"--dry-run": request.dry_run or None, "--request-id": request.request_id, "--on": request.given_on}
    for other in (*corrected, *(each for each, value in of_writes.items() if value is not None)):
        if unmask:  # each look is one of its own, now: a retry of an earlier one would not be recorded
            raise BaitiaoError("options-exclusive", options=["--unmask", other])
    if unmask:
        seen = unmasked(request, account_id, reason, None)
        return look(request, lambda tx: person_document(show_person(tx, account_id, seen), request.today))
    if corrected:
        if reason is None:
            raise BaitiaoError("option-needs", option=corrected[0], needed="--reason")
        asked = person_asked(account_id, reason, name, phone, id_number)
        return run_verb(request, PERSON, asked, partial(corrected_document, values=masked_corrections(asked)))
    for option_name, value in (("--reason", reason), ("--request-id", request.request_id), ("--on", request.given_on)):
        if value is not None:
            raise BaitiaoError("option-needs", option=option_name, needed=", ".join([*given, "--unmask"]))
    return look(request, lambda tx: person_document(show_person(tx, account_id), request.today))
