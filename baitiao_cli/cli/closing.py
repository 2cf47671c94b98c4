"""`baitiao close`, `reopen`: the end of a line, and a new beginning."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, get_args

from msgspec.structs import replace

from baitiao_cli.account.events import ClosedBy
from baitiao_cli.account.terms import Tier
from baitiao_cli.actions.close import CLOSE, CloseAsked, check_closing
from baitiao_cli.actions.reopen import REOPEN, ReopenAsked
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, last_four, money, one_of, option, words
from baitiao_cli.cli.verbs import builders, run_verb, verb_command
from baitiao_cli.cli.verification import asked_on_terminal, refuse_digits_in_a_dry_run
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.show.closing import close_document, closing_check_document, reopen_document
from baitiao_cli.show.document import Document

PARTIES = get_args(ClosedBy)


def close_asked(
    account_id: Annotated[str, argument("ACCOUNT")],
    by: Annotated[ClosedBy | None, option("--by", one_of(*PARTIES), "customer|operator")] = None,
    reason: Annotated[str | None, option("--reason", words, "TEXT")] = None,
) -> CloseAsked:
    """What a closing is asked with in a batch, which verifies nobody."""
    return CloseAsked(account_id=account_id, by=by or "customer", reason=reason or "")


builders[CLOSE.name] = close_asked


@command("close", write=True)
def close(
    request: Request,
    account_id: Annotated[str, argument("ACCOUNT")],
    phone_digits: Annotated[str | None, option("--phone-digits", last_four, "DIGITS")] = None,
    id_digits: Annotated[str | None, option("--id-digits", last_four, "DIGITS")] = None,
    by: Annotated[ClosedBy | None, option("--by", one_of(*PARTIES), "customer|operator")] = None,
    reason: Annotated[str | None, option("--reason", words, "TEXT")] = None,
    check: Annotated[bool, option("--check")] = False,
) -> Document:
    """Closes an account on which nothing is owed; with `--check` names all that stands in the way."""
    asked = replace(close_asked(account_id, by, reason), phone_digits=phone_digits or "", id_digits=id_digits or "")
    digits = {"--phone-digits": phone_digits, "--id-digits": id_digits}
    if not check:
        refuse_digits_in_a_dry_run(request, asked)
        if by == "operator":
            _refuse_beside("--by operator", digits)
        else:
            asked = asked_on_terminal(request, asked, lambda tx: check_closing(tx, account_id, request.on).can_close)
        return run_verb(request, CLOSE, asked, close_document)
    _refuse_beside("--check", {**digits, "--by": by, "--reason": reason, "--request-id": request.request_id})
    with Ledger.open(request.ledger_path).read() as tx:
        return closing_check_document(check_closing(tx, account_id, request.on))


def _refuse_beside(option_name: str, given: Mapping[str, str | None]) -> None:
    for name, value in given.items():
        if value:
            raise BaitiaoError("options-exclusive", options=[option_name, name])


@verb_command(REOPEN, reopen_document)
def reopen(
    account_id: Annotated[str, argument("ACCOUNT")],
    limit_fen: Annotated[int, option("--limit", money, "YUAN")],
    tier: Annotated[Tier | None, option("--tier", one_of("A", "B", "C", "D"), "TIER")] = None,
    product: Annotated[str | None, option("--product", words, "PRODUCT")] = None,
    reason: Annotated[str | None, option("--reason", words, "TEXT")] = None,
) -> ReopenAsked:
    """Begins a closed line again."""
    return ReopenAsked(
        account_id=account_id, limit_fen=limit_fen, tier=tier, product_id=product or "", reason=reason or ""
    )
