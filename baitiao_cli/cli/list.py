"""`baitiao list`: asked for often, and so apart from what opens a line, with all that takes."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.list import list_accounts
from baitiao_cli.cli.request import Request
from baitiao_cli.cli.values import one_of, option
from baitiao_cli.cli.views import view_command
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.show.accounts import list_document
from baitiao_cli.show.document import Document

STATUSES = ("open", "locked", "suspended", "charged-off", "written-off", "closing", "closed")


@view_command("list")
def list_all(
    request: Request,
    tx: ReadTransaction,
    status: Annotated[str | None, option("--status", one_of(*STATUSES), "STATUS")] = None,
    overdue: Annotated[bool, option("--overdue")] = False,
) -> Document:
    """Lists the accounts."""
    lines = list_accounts(tx, request.as_of, status or "", overdue)
    return list_document(lines, request.as_of, is_filtered=bool(status) or overdue)
