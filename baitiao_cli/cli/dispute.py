"""`baitiao dispute`, `resolve`: purchases that a customer contests."""

from __future__ import annotations

from typing import Annotated, get_args

from baitiao_cli.account.events import DisputeCause
from baitiao_cli.actions.dispute import DISPUTE, RESOLVE, DisputeAsked, Outcome, ResolveAsked
from baitiao_cli.cli.values import argument, free_text, money, one_of, option
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.show.dispute import dispute_document, resolve_document


@verb_command(DISPUTE, dispute_document)
def dispute(
    plan_id: Annotated[str, argument("PLAN")],
    cause: Annotated[DisputeCause, option("--cause", one_of(*get_args(DisputeCause)), "CODE")],
    amount_fen: Annotated[int | None, argument("AMOUNT", money)] = None,
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> DisputeAsked:
    """Contests a purchase, or a part of it."""
    return DisputeAsked(plan_id=plan_id, cause=cause, amount_fen=amount_fen, reason=reason or "")


@verb_command(RESOLVE, resolve_document)
def resolve(
    dispute_id: Annotated[str, argument("EVENT")],
    outcome: Annotated[Outcome, argument("OUTCOME", one_of(*get_args(Outcome)))],
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> ResolveAsked:
    """Decides a dispute."""
    return ResolveAsked(dispute_id=dispute_id, outcome=outcome, reason=reason or "")
