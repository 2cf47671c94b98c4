"""`baitiao funder-statement`, `funder-settle`, `report funding`: what is due to funders and from them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from baitiao_cli.actions.desk.funder_money import FUNDER_SETTLE, SettleAsked, funder_statement, reconcile
from baitiao_cli.cli.desk.funding import funder_number
from baitiao_cli.cli.progress import shown_progress
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, day, option
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.cli.views import look, view_command
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.messages.desk.funding import SUMMING
from baitiao_cli.show.desk.funder_money import reconciliation_document, settlement_document, statement_document
from baitiao_cli.show.document import Document


@command("funder-statement", paper=True, known=True)
def statement(
    request: Request,
    funder_id: Annotated[str, argument("FUNDER", funder_number)],
    from_on: Annotated[date | None, option("--from", day, "DATE")] = None,
    through: Annotated[date | None, option("--through", day, "DATE")] = None,
) -> Document:
    """Shows what customers owe a funder, what came in for it and what it has earned."""

    def answer(tx: ReadTransaction) -> Document:
        with shown_progress(request.language, SUMMING) as progress:
            return statement_document(funder_statement(tx, funder_id, from_on, through or request.today, progress))

    return look(request, answer, on_copy=True)


@verb_command(FUNDER_SETTLE, settlement_document)
def settle(
    funder_id: Annotated[str, argument("FUNDER", funder_number)],
    through: Annotated[date, option("--through", day, "DATE")],
) -> SettleAsked:
    """Settles with a funder up to a day."""
    return SettleAsked(funder_id=funder_id, through_on=through)


@view_command("report funding", on_copy=True)
def report_funding(request: Request, tx: ReadTransaction) -> Document:
    """Proves that the shares of all funders sum to the journal."""
    with shown_progress(request.language, SUMMING) as progress:
        return reconciliation_document(reconcile(tx, request.as_of, progress), request.as_of)
