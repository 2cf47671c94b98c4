"""`baitiao proposals`, `approve`, `decline`: what waits for a second person."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.approve import APPROVE, DECLINE, ApproveAsked, DeclineAsked
from baitiao_cli.actions.proposals import waiting_proposals
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, free_text, option, some_id
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.cli.views import look
from baitiao_cli.show.approvals import approve_document, decline_document, proposals_document
from baitiao_cli.show.document import Document

Id = Annotated[str, argument("PROPOSAL", some_id)]


@command("proposals")
def proposals(request: Request) -> Document:
    """Lists what waits for a second person."""
    return look(request, lambda tx: proposals_document(waiting_proposals(tx, request.today), request.today))


@verb_command(APPROVE, approve_document)
def approve(proposal_id: Id) -> ApproveAsked:
    """Agrees to what another operator proposed: it is done now."""
    return ApproveAsked(proposal_id=proposal_id.upper())


@verb_command(DECLINE, decline_document)
def decline(proposal_id: Id, reason: Annotated[str, option("--reason", free_text, "TEXT")]) -> DeclineAsked:
    """Ends a proposal undone."""
    return DeclineAsked(proposal_id=proposal_id.upper(), reason=reason)
