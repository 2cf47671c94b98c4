"""`baitiao lock`, `unlock`, `suspend`, `resume`: what may be bought."""

from __future__ import annotations

from typing import Annotated, get_args

from baitiao_cli.account.events import SuspensionCause
from baitiao_cli.actions.lock import LOCK, UNLOCK, LockAsked
from baitiao_cli.actions.suspend import RESUME, SUSPEND, ResumeAsked, SuspendAsked
from baitiao_cli.cli.values import argument, free_text, one_of, option
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.show.line import standing_document, suspend_document

CAUSES = get_args(SuspensionCause)


@verb_command(LOCK, standing_document)
def lock(
    account_id: Annotated[str, argument("ACCOUNT")],
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> LockAsked:
    """Locks a line at the customer's wish."""
    return LockAsked(account_id=account_id, reason=reason or "")


@verb_command(UNLOCK, standing_document)
def unlock(
    account_id: Annotated[str, argument("ACCOUNT")],
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> LockAsked:
    """Lifts the customer's lock."""
    return LockAsked(account_id=account_id, reason=reason or "")


@verb_command(SUSPEND, suspend_document)
def suspend(
    account_id: Annotated[str, argument("ACCOUNT")],
    cause: Annotated[SuspensionCause, option("--cause", one_of(*CAUSES), "CODE")],
    lift: Annotated[str | None, option("--lift", free_text, "TEXT")] = None,
) -> SuspendAsked:
    """Suspends a line for a cause."""
    return SuspendAsked(account_id=account_id, cause=cause, lift_condition=lift or "")


@verb_command(RESUME, standing_document)
def resume(
    account_id: Annotated[str, argument("ACCOUNT")],
    cause: Annotated[str | None, option("--cause", one_of(*CAUSES), "CODE")] = None,
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> ResumeAsked:
    """Lifts a suspension."""
    return ResumeAsked(account_id=account_id, cause=cause or "", reason=reason or "")
