"""`baitiao check`: proves the ledger."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.check import check as prove
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import option
from baitiao_cli.show.check import check_document
from baitiao_cli.show.document import Document


@command("check")
def check(request: Request, full: Annotated[bool, option("--full")] = False) -> Document:
    """Proves the ledger: file, chain, sums and views."""
    findings, head = prove(request.ledger_path, full)
    return check_document(findings, head, request.today)
