"""`baitiao statement`: bills."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.statement import show_statement
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.unmasking import Operator, Reason, Unmask, refuse_needless, unmasked
from baitiao_cli.cli.values import argument, one_of, option, whole
from baitiao_cli.cli.views import look
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages.papers import PAPER_MORE
from baitiao_cli.show.document import Document
from baitiao_cli.show.statement import CSV_TABLES, statement_document


@command("statement", view=True, paper=True, more=PAPER_MORE)
def statement(
    request: Request,
    account_id: Annotated[str, argument("ACCOUNT")],
    bill: Annotated[int | None, option("--bill", whole, "NUMBER")] = None,
    csv_of: Annotated[str | None, option("--table", one_of(*CSV_TABLES), "|".join(CSV_TABLES))] = None,
    unmask: Unmask = False,
    reason: Reason = None,
    operator: Operator = None,
) -> Document:
    """Shows the latest bill, or one by its number."""

    if csv_of and request.form != "csv":
        raise BaitiaoError("option-needs", option="--table", needed="--csv")

    def told(seen: set[str]) -> Document:
        as_of = request.as_of
        return look(
            request, lambda tx: statement_document(show_statement(tx, account_id, as_of, bill, seen), as_of, csv_of)
        )

    masked = told(set())  # whatever is refused is refused before a look is recorded
    if unmask:
        return told(unmasked(request, account_id, reason, operator))
    refuse_needless(reason)
    return masked
