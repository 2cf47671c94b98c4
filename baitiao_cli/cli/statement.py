"""`baitiao statement`: bills."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.statement import show_statement
from baitiao_cli.cli.request import Request
from baitiao_cli.cli.values import argument, option, whole
from baitiao_cli.cli.views import view_command
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.show.document import Document
from baitiao_cli.show.statement import statement_document


@view_command("statement")
def statement(
    request: Request,
    tx: ReadTransaction,
    account_id: Annotated[str, argument("ACCOUNT")],
    bill: Annotated[int | None, option("--bill", whole, "NUMBER")] = None,
) -> Document:
    """Shows the latest bill, or one by its number."""
    return statement_document(show_statement(tx, account_id, request.as_of, bill), request.as_of)
