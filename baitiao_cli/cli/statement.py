"""`baitiao statement`: bills."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.statement import show_statement
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, option, whole
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.show.document import Document
from baitiao_cli.show.statement import statement_document


@command("statement", view=True)
def statement(
    request: Request,
    account_id: Annotated[str, argument("ACCOUNT")],
    bill: Annotated[int | None, option("--bill", whole, "NUMBER")] = None,
) -> Document:
    """Shows the latest bill, or one by its number."""
    with Ledger.open(request.ledger_path).read() as tx:
        return statement_document(show_statement(tx, account_id, request.as_of, bill), request.as_of)
