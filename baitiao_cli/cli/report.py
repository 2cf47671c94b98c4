"""`baitiao report ...`: the whole ledger in figures."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated

from baitiao_cli.actions.purchases import BY, By, report_purchases
from baitiao_cli.actions.trial_balance import trial_balance
from baitiao_cli.cli.progress import shown_progress
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, day, one_of, option
from baitiao_cli.cli.views import FEW_ACCOUNTS, look
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.messages.books import ADDING_UP
from baitiao_cli.messages.reports import more_of
from baitiao_cli.show.books import trial_balance_document
from baitiao_cli.show.document import Document
from baitiao_cli.show.purchases import purchases_document


@command("report trial-balance", view=True)
def show_trial_balance(request: Request, account_id: Annotated[str | None, argument("ACCOUNT")] = None) -> Document:
    """Shows debits and credits of every ledger account on a day."""

    def answer(tx: ReadTransaction) -> Document:
        with shown_progress(request.language, ADDING_UP) as progress:
            told = trial_balance(tx, request.as_of, account_id or "", progress)
        return trial_balance_document(told, request.as_of)

    return look(request, answer, on_copy=not account_id and _is_long(request))


def _is_long(request: Request) -> bool:
    """Whether many accounts must be folded: others had to wait, and a copy is made instead."""
    with request.ledger.read(known_at=request.known_at) as tx:
        return len(tx.to_fold_on(request.as_of)) > FEW_ACCOUNTS


@command("report purchases", known=True, more=more_of("purchases"))
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
