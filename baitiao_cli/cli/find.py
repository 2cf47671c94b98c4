"""`baitiao find`: the right account from what a caller can tell."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.find import account_of_one
from baitiao_cli.actions.find import find as find_accounts
from baitiao_cli.cli.ids import narrow, plain_id
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.secret import Secret
from baitiao_cli.cli.unmasking import Operator, Reason, Unmask, needed_reason, refuse_needless, unmasked
from baitiao_cli.cli.values import argument, words
from baitiao_cli.cli.views import look
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.show.document import Document
from baitiao_cli.show.find import find_document


@command("find", view=True)
def find(
    request: Request,
    query: Annotated[str, argument("QUERY", Secret("QUERY", words))],
    unmask: Unmask = False,
    reason: Reason = None,
    operator: Operator = None,
) -> Document:
    """Finds accounts by an id, a name, the end of a phone or ID number, an order or a merchant."""
    seen: set[str] = set()
    asked, misheard = _asked(query)
    try:
        if unmask:
            needed_reason(reason)
            with request.ledger.read(known_at=request.known_at) as tx:
                account_id = account_of_one(find_accounts(tx, asked, request.as_of))
            seen = unmasked(request, account_id, reason, operator)
        else:
            refuse_needless(reason)
        return look(request, lambda tx: find_document(find_accounts(tx, asked, request.as_of, seen), request.as_of))
    except BaitiaoError as error:
        if misheard and error.code == "nothing-found":
            raise misheard from error
        raise


def _asked(query: str) -> tuple[tuple[str, ...], BaitiaoError | None]:
    """The ways to read what was told, and what is wrong with it as an id.

    An order number may look like an id with its check digit, right or wrong, so it is looked for as it stands, too.
    """
    try:
        plain = plain_id(narrow(query).strip())
    except BaitiaoError as error:
        return (query,), error
    return tuple(dict.fromkeys((plain, query))), None
