"""`baitiao close`, `reopen`: the end of a line, and a new beginning."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.account.terms import Tier
from baitiao_cli.actions.close import CLOSE, CloseAsked, check_closing
from baitiao_cli.actions.reopen import REOPEN, ReopenAsked
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, money, one_of, option, words
from baitiao_cli.cli.verbs import builders, run_verb, verb_command
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.show.closing import close_document, closing_check_document, reopen_document
from baitiao_cli.show.document import Document


def close_asked(
    account_id: Annotated[str, argument("ACCOUNT")],
    reason: Annotated[str | None, option("--reason", words, "TEXT")] = None,
) -> CloseAsked:
    """What a closing is asked with."""
    return CloseAsked(account_id=account_id, reason=reason or "")


builders[CLOSE.name] = close_asked


@command("close", write=True)
def close(
    request: Request,
    account_id: Annotated[str, argument("ACCOUNT")],
    reason: Annotated[str | None, option("--reason", words, "TEXT")] = None,
    check: Annotated[bool, option("--check")] = False,
) -> Document:
    """Closes an account on which nothing is owed; with `--check` names all that stands in the way."""
    if not check:
        return run_verb(request, CLOSE, close_asked(account_id, reason), close_document)
    for name, value in (("--reason", reason), ("--request-id", request.request_id)):
        if value:
            raise BaitiaoError("options-exclusive", options=["--check", name])
    with Ledger.open(request.ledger_path).read() as tx:
        return closing_check_document(check_closing(tx, account_id, request.on))


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
