"""`baitiao privacy ...`: everything that is known of a person, and erasing it."""

from __future__ import annotations

from typing import Annotated

import msgspec

from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.privacy import PRIVACY_ERASE, PRIVACY_EXPORT, PrivacyAsked, export_person
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.unmasking import Operator, refuse_vain
from baitiao_cli.cli.values import argument, free_text, option
from baitiao_cli.cli.verbs import run_verb
from baitiao_cli.cli.views import look
from baitiao_cli.messages import filled, labels
from baitiao_cli.show.document import Document
from baitiao_cli.show.privacy import erased_document, export_document

Account = Annotated[str, argument("ACCOUNT")]
Reason = Annotated[str, option("--reason", free_text, "TEXT")]


@command("privacy export")
def export(request: Request, account_id: Account, reason: Reason, operator: Operator = None) -> Document:
    """Tells everything that is known of a person, in the clear, and records that."""
    refuse_vain(request, account_id)
    call = msgspec.structs.replace(request, given_operator=operator).call
    perform(request.ledger, PRIVACY_EXPORT, PrivacyAsked(account_id=account_id, reason=reason), call)
    return look(request, lambda tx: export_document(export_person(tx, account_id, request.today), request.today))


@command("privacy erase", write=True)
def erase(request: Request, account_id: Account, reason: Reason) -> Document:
    """Erases who the person of an account is, for ever; the accounts and the books stay as they are."""
    asked = PrivacyAsked(account_id=account_id, reason=reason)
    question = filled(labels.ERASE_FOR_EVER, account_id=account_id)
    return run_verb(request, PRIVACY_ERASE, asked, erased_document, question)
