"""`baitiao report ...`: the whole ledger in figures."""

from __future__ import annotations

import sys
from typing import Annotated

from baitiao_cli.actions.trial_balance import trial_balance
from baitiao_cli.cli.request import Request
from baitiao_cli.cli.values import argument
from baitiao_cli.cli.views import view_command
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.messages.books import ADDING_UP
from baitiao_cli.show.books import trial_balance_document
from baitiao_cli.show.document import Document


@view_command("report trial-balance", on_copy=True)
def show_trial_balance(
    request: Request, tx: ReadTransaction, account_id: Annotated[str | None, argument("ACCOUNT")] = None
) -> Document:
    """Shows debits and credits of every ledger account on a day."""
    if account_id or not sys.stderr.isatty():
        return trial_balance_document(trial_balance(tx, request.as_of, account_id or ""), request.as_of)
    from baitiao_cli.show.progress import progress_bar

    with progress_bar(request.language, ADDING_UP) as progress:
        return trial_balance_document(trial_balance(tx, request.as_of, progress=progress), request.as_of)
