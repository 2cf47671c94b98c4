"""`baitiao report ...`: the whole ledger in figures."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated

from baitiao_cli.actions.purchases import BY, By, report_purchases
from baitiao_cli.actions.trial_balance import trial_balance
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, day, one_of, option
from baitiao_cli.cli.views import look, view_command
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.messages.books import ADDING_UP
from baitiao_cli.show.books import trial_balance_document
from baitiao_cli.show.document import Document
from baitiao_cli.show.purchases import purchases_document


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


@command("report purchases", known=True)
def show_purchases(
    request: Request,
    by: Annotated[By, option("--by", one_of(*BY), "WHAT")],
    from_on: Annotated[date | None, option("--from", day, "DATE")] = None,
    through: Annotated[date | None, option("--through", day, "DATE")] = None,
) -> Document:
    """Sums what was bought, by merchant, category, brand, scene or product."""

    def answer(tx: ReadTransaction) -> Document:
        days = (from_on, through or request.today)
        if not sys.stderr.isatty():
            return purchases_document(report_purchases(tx, by, *days))
        from baitiao_cli.show.progress import progress_bar

        with progress_bar(request.language, ADDING_UP) as progress:
            return purchases_document(report_purchases(tx, by, *days, progress=progress))

    return look(request, answer, on_copy=True)
