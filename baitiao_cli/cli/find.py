"""`baitiao find`: the right account from what a caller can tell."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.find import find as find_accounts
from baitiao_cli.cli.request import Request
from baitiao_cli.cli.values import argument
from baitiao_cli.cli.views import view_command
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.show.document import Document
from baitiao_cli.show.find import find_document


@view_command("find")
def find(request: Request, tx: ReadTransaction, query: Annotated[str, argument("QUERY")]) -> Document:
    """Finds accounts by an id, a name, the end of a phone or ID number, an order or a merchant."""
    return find_document(find_accounts(tx, query, request.as_of), request.as_of)
