"""`baitiao hardship`, `decide-hardship`: relief that is asked for, and the decision on it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from baitiao_cli.actions.hardship import DECIDE_HARDSHIP, HARDSHIP, DecideHardshipAsked, HardshipAsked
from baitiao_cli.cli.limit import given_decision
from baitiao_cli.cli.values import argument, day, free_text, option
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.show.hardship import decide_hardship_document, hardship_document


@verb_command(HARDSHIP, hardship_document)
def hardship(
    account_id: Annotated[str, argument("ACCOUNT")],
    reason: Annotated[str, option("--reason", free_text, "TEXT")],
    until: Annotated[date | None, option("--until", day, "DATE")] = None,
) -> HardshipAsked:
    """Records that the customer cannot pay as agreed and asks for relief."""
    return HardshipAsked(account_id=account_id, reason=reason, until_on=until)


@verb_command(DECIDE_HARDSHIP, decide_hardship_document)
def decide_hardship(
    account_id: Annotated[str, argument("ACCOUNT")],
    reason: Annotated[str, option("--reason", free_text, "TEXT")],
    grant: Annotated[bool, option("--grant")] = False,
    refuse: Annotated[bool, option("--refuse")] = False,
    withdraw: Annotated[bool, option("--withdraw")] = False,
) -> DecideHardshipAsked:
    """Decides on the relief that the customer asked for."""
    decision = given_decision(account_id, grant=grant, refuse=refuse, withdraw=withdraw)
    return DecideHardshipAsked(account_id=account_id, decision=decision, reason=reason)
