"""`baitiao say`: an account in spoken sentences."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.show import show as show_account
from baitiao_cli.cli.request import Request
from baitiao_cli.cli.values import argument
from baitiao_cli.cli.views import view_command
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.show.document import Document
from baitiao_cli.show.say import say_document


@view_command("say")
def say(request: Request, tx: ReadTransaction, account_id: Annotated[str, argument("ACCOUNT")]) -> Document:
    """Reads an account out in whole sentences."""
    return say_document(show_account(tx, account_id, request.as_of), request.as_of)
