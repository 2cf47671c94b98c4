"""`baitiao bill-day`: bills on another day of the month."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.bill_day import BILL_DAY, BillDayAsked
from baitiao_cli.cli.values import argument, free_text, option, whole
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.show.bill_day import bill_day_document


@verb_command(BILL_DAY, bill_day_document)
def bill_day(
    account_id: Annotated[str, argument("ACCOUNT")],
    day: Annotated[int, argument("DAY", whole)],
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> BillDayAsked:
    """Changes the day of the month on which bills come."""
    return BillDayAsked(account_id=account_id, bill_day=day, reason=reason or "")
