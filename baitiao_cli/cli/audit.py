"""`baitiao audit`: who did what when."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from baitiao_cli.actions.audit import show_audit
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, day, option, some_id, whole
from baitiao_cli.cli.views import look
from baitiao_cli.show.audit import audit_document
from baitiao_cli.show.document import Document

USUAL_COUNT, LARGEST_COUNT = 50, 100_000
"""How many entries are shown, and at most: they are told at once."""


@command("audit")
def audit(
    request: Request,
    about: Annotated[str | None, argument("ACCOUNT|OPERATOR|PROPOSAL", some_id)] = None,
    from_on: Annotated[date | None, option("--from", day, "DATE")] = None,
    through: Annotated[date | None, option("--through", day, "DATE")] = None,
    last: Annotated[int | None, option("--last", whole, "NUMBER")] = None,
) -> Document:
    """Shows who did what when, the newest last."""
    count = min(USUAL_COUNT if last is None else max(last, 1), LARGEST_COUNT)
    return look(
        request, lambda tx: audit_document(show_audit(tx, about or "", from_on, through, count), request.today, count)
    )
