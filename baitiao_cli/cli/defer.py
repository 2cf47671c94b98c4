"""`baitiao defer`: a bill falls due later."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.defer import DEFER, DeferAsked
from baitiao_cli.cli.values import argument, free_text, option, whole
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.show.defer import defer_document


@verb_command(DEFER, defer_document)
def defer(
    account_id: Annotated[str, argument("ACCOUNT")],
    bill: Annotated[int | None, option("--bill", whole, "NUMBER")] = None,
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> DeferAsked:
    """Moves the due date of a bill that is not due yet, once, at a daily rate."""
    return DeferAsked(account_id=account_id, bill_number=bill, reason=reason or "")
