"""`baitiao close`, `reopen`: the end of a line, how the customer takes it back, and a new beginning."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Annotated, get_args

from msgspec.structs import replace

from baitiao_cli.account.events import ClosedBy
from baitiao_cli.account.terms import Tier
from baitiao_cli.actions.close import CLOSE, CloseAsked, check_closing
from baitiao_cli.actions.reopen import REOPEN, ReopenAsked
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.secret import Secret
from baitiao_cli.cli.values import argument, free_text, last_four, money, one_of, option, price_tier, words
from baitiao_cli.cli.verbs import builders, run_verb, verb_command
from baitiao_cli.cli.verification import asked_on_terminal, is_on_terminal, refuse_digits_in_a_dry_run
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import filled, labels
from baitiao_cli.show.closing import (
    close_document,
    closing_check_document,
    closing_effects_document,
    reopen_document,
)
from baitiao_cli.show.document import Document
from baitiao_cli.show.output import write_document

PARTIES = get_args(ClosedBy)


def close_asked(
    account_id: Annotated[str, argument("ACCOUNT")],
    by: Annotated[ClosedBy | None, option("--by", one_of(*PARTIES), "customer|operator")] = None,
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
    withdraw: Annotated[bool, option("--withdraw")] = False,
) -> CloseAsked:
    """What a closing is asked with in a batch, which verifies nobody."""
    if withdraw:
        _refuse_beside("--withdraw", {"--by": by})
    return CloseAsked(account_id=account_id, by=by or "customer", reason=reason or "", withdraw=withdraw)


builders[CLOSE.name] = close_asked


@command("close", write=True)
def close(
    request: Request,
    account_id: Annotated[str, argument("ACCOUNT")],
    phone_digits: Annotated[str | None, option("--phone-digits", Secret("--phone-digits", last_four), "DIGITS")] = None,
    id_digits: Annotated[str | None, option("--id-digits", Secret("--id-digits", last_four), "DIGITS")] = None,
    by: Annotated[ClosedBy | None, option("--by", one_of(*PARTIES), "customer|operator")] = None,
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
    check: Annotated[bool, option("--check")] = False,
    withdraw: Annotated[bool, option("--withdraw")] = False,
) -> Document:
    """Closes an account on which nothing is owed; with `--check` names all that stands in the way."""
    asked = close_asked(account_id, by, reason, withdraw)
    asked = replace(asked, phone_digits=phone_digits or "", id_digits=id_digits or "")
    digits = {"--phone-digits": phone_digits, "--id-digits": id_digits}
    if check:
        given = {**digits, "--by": by, "--reason": reason, "--request-id": request.request_id}
        _refuse_beside("--check", given | {"--withdraw": withdraw})
        with request.ledger.read() as tx:
            return closing_check_document(check_closing(tx, account_id, request.on))
    refuse_digits_in_a_dry_run(request, asked)
    if withdraw or by == "operator":
        _refuse_beside("--withdraw" if withdraw else "--by operator", digits)
    if not withdraw:
        _confirm(request, asked)
    if not withdraw and asked.by == "customer":
        asked = asked_on_terminal(request, asked, lambda tx: check_closing(tx, account_id, request.on).can_close)
    return run_verb(request, CLOSE, asked, close_document)


def _confirm(request: Request, asked: CloseAsked) -> None:
    """On a terminal tells what closing loses and keeps, and asks; in a pipe the command itself is the decision.

    What the verb refuses is not asked about first.
    """
    if request.yes or request.dry_run or not is_on_terminal():
        return
    try:
        with request.ledger.read() as tx:
            found = check_closing(tx, asked.account_id, request.on)
    except BaitiaoError:
        return  # the verb says what is wrong
    if asked.by == "operator":
        found = replace(found, cooling_days=0, kept=[code for code in found.kept if code != "repayments"])
    if found.can_close and (asked.by == "operator" or not found.closing):
        write_document(closing_effects_document(found), "auto", request.language, sys.stderr)
        request.confirm(filled(labels.ASK_TO_CLOSE, account_id=asked.account_id))


def _refuse_beside(option_name: str, given: Mapping[str, object]) -> None:
    for name, value in given.items():
        if value:
            raise BaitiaoError("options-exclusive", options=[option_name, name])


@verb_command(REOPEN, reopen_document)
def reopen(
    account_id: Annotated[str, argument("ACCOUNT")],
    limit_fen: Annotated[int, option("--limit", money, "YUAN")],
    tier: Annotated[Tier | None, option("--tier", price_tier, "TIER")] = None,
    product: Annotated[str | None, option("--product", words, "PRODUCT")] = None,
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> ReopenAsked:
    """Begins a closed line again."""
    return ReopenAsked(
        account_id=account_id, limit_fen=limit_fen, tier=tier, product_id=product or "", reason=reason or ""
    )
