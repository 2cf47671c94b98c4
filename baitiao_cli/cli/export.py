"""`baitiao export`: the journal for other programs."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Annotated

from baitiao_cli.actions.export import journal, refuse_unsound
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, one_of, option, path
from baitiao_cli.cli.views import as_known
from baitiao_cli.cli.written import as_file, write_whole
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.copies.target import refuse_taken
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.messages.books import EXPORT_MORE
from baitiao_cli.show.books import export_document
from baitiao_cli.show.document import Document
from baitiao_cli.show.journal import FORMATS, written

CHECKS = {"hledger": "hledger check --strict -f", "beancount": "bean-check"}


@command("export", view=True, more=EXPORT_MORE)
def export(
    request: Request,
    account_id: Annotated[str | None, argument("ACCOUNT")] = None,
    form: Annotated[str | None, option("--format", one_of(*FORMATS), "|".join(FORMATS))] = None,
    output: Annotated[Path | None, option("--output", path, "FILE", short="-o")] = None,
    force: Annotated[bool, option("--force")] = False,
) -> Document | None:
    """Writes the journal for hledger, for beancount, as CSV or as JSON."""
    form = form or (request.form if request.form in FORMATS else None)
    if form is None:
        raise BaitiaoError("option-missing", option="--format", command=f"baitiao {request.command}")
    if output is None and request.form in FORMATS and request.form != form:
        raise BaitiaoError("options-exclusive", options=[f"--format {form}", f"--{request.form}"])
    if output is None and force:
        raise BaitiaoError("option-needs", option="--force", needed="--output")
    if output is not None:
        refuse_taken(output, replace=force, ledger=request.ledger_path)
    with Ledger.open(request.ledger_path).read_copy(known_at=request.known_at) as tx:
        books = journal(tx, request.as_of, account_id or "", today=request.today)
        if form == "json" and books.document:
            refuse_unsound(tx)
        pieces = written(books, form, request.language)
        if output is None:
            as_file()
            sys.stdout.writelines(pieces)
            return None
        write_whole(output, pieces, replace=force, ledger=request.ledger_path)
        check = f"{CHECKS[form]} {shlex.quote(str(output))}" if form in CHECKS else ""
        document = export_document(output, form, books, check)
        return as_known(document, tx.known) if tx.known else document
