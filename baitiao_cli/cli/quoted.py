"""`baitiao quoted`: a quote shown again."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, quote_id
from baitiao_cli.show.document import Document
from baitiao_cli.show.quote import quote_document


@command("quoted", paper=True)
def quoted(request: Request, quote_name: Annotated[str, argument("QUOTE", quote_id)]) -> Document:
    """Shows a quote that was kept, as it was shown."""
    with request.ledger.read() as tx:
        return quote_document(tx.quote(quote_name))
