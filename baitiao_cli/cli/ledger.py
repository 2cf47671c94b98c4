"""`baitiao init`, `accrue`: the ledger file."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated

from baitiao_cli.actions.accrue import ACCRUE, AccrueAsked, accrue_all
from baitiao_cli.actions.init import init as make_ledger
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, day, option
from baitiao_cli.cli.verbs import builders, run_verb
from baitiao_cli.show.document import Document
from baitiao_cli.show.ledger import accrue_document, init_document


@command("init")
def init(request: Request) -> Document:
    """Makes a ledger."""
    return init_document(make_ledger(request.ledger_path, request.now), request.today)


def accrue_asked(
    account_id: Annotated[str | None, argument("ACCOUNT")] = None,
    through: Annotated[date | None, option("--through", day, "DATE")] = None,
) -> AccrueAsked:
    """What a run is asked with."""
    return AccrueAsked(account_id=account_id or "", through=through)


builders[ACCRUE.name] = accrue_asked


@command("accrue", write=True)
def accrue(
    request: Request,
    account_id: Annotated[str | None, argument("ACCOUNT")] = None,
    through: Annotated[date | None, option("--through", day, "DATE")] = None,
) -> Document:
    """Brings one account, or all, to a day."""
    asked = accrue_asked(account_id, through)
    if account_id or request.dry_run or request.request_id or request.branch:  # in one transaction
        return run_verb(request, ACCRUE, asked, accrue_document)
    ledger = request.ledger
    if not sys.stderr.isatty():
        return accrue_document(accrue_all(ledger, asked, request.call), request.today)
    from baitiao_cli.show.progress import progress_bar

    with progress_bar(request.language) as progress:
        return accrue_document(accrue_all(ledger, asked, request.call, progress), request.today)
