"""`baitiao show`: what is asked for most, and so imports nothing that other commands need.

The annotations are evaluated: to read what a command takes off text, each would be compiled.
"""

from typing import Annotated

from baitiao_cli.actions.show import show as show_account
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.unmasking import Operator, Reason, Unmask, refuse_needless, unmasked
from baitiao_cli.cli.values import argument
from baitiao_cli.cli.views import look
from baitiao_cli.show.account import show_document
from baitiao_cli.show.document import Document


@command("show", view=True)
def show(
    request: Request,
    account_id: Annotated[str, argument("ACCOUNT")],
    unmask: Unmask = False,
    reason: Reason = None,
    operator: Operator = None,
) -> Document:
    """Shows one account on one screen."""
    if unmask:
        seen = unmasked(request, account_id, reason, operator)
    else:
        refuse_needless(reason)
        seen = set()
    return look(request, lambda tx: show_document(show_account(tx, account_id, request.as_of, seen), request.as_of))
