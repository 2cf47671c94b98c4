"""`baitiao extend`: relief for who cannot pay as agreed."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.extend import EXTEND, ExtendAsked
from baitiao_cli.cli.values import argument, option, whole, words
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.show.relief import extend_document


@verb_command(EXTEND, extend_document)
def extend(
    plan_id: Annotated[str, argument("PLAN")],
    months: Annotated[int, option("--months", whole, "N")],
    reason: Annotated[str | None, option("--reason", words, "TEXT")] = None,
) -> ExtendAsked:
    """Moves the due dates of a plan that have not come yet later, by months."""
    return ExtendAsked(plan_id=plan_id, months=months, reason=reason or "")
