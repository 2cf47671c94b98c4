"""`baitiao check`: proves the ledger."""

from __future__ import annotations

import sys
from typing import Annotated

from baitiao_cli.actions.check import check as prove
from baitiao_cli.cli.invocation import Finished
from baitiao_cli.cli.progress import shown_progress
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import head_hash, option
from baitiao_cli.errors import CHECK_FAILED
from baitiao_cli.messages import copies
from baitiao_cli.show.check import check_document, head_document
from baitiao_cli.show.document import Document
from baitiao_cli.show.output import write_document


@command("check", more=copies.CHECK_MORE)
def check(
    request: Request,
    full: Annotated[bool, option("--full")] = False,
    head: Annotated[bool, option("--head")] = False,
    against: Annotated[str | None, option("--against", head_hash, "HASH")] = None,
) -> Document:
    """Proves the ledger: file, chain, sums and views."""
    with shown_progress(request.language, copies.CHECKING) as progress:
        proved = prove(request.ledger_path, full, against or "", progress)
    if not head:
        return check_document(proved, request.today)
    if not proved.findings:
        return head_document(proved, request.today)
    # Heads are gathered in files: what is not a head never goes where one is expected.
    write_document(check_document(proved, request.today), request.form, request.language, sys.stderr)
    raise Finished(CHECK_FAILED)
