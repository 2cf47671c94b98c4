"""`approve` and `decline`: a second person agrees to what one proposed, and it is done; or it is not."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from baitiao_cli.actions.approval import refuse_outdated
from baitiao_cli.actions.batch import VERBS
from baitiao_cli.actions.desk.limits_apply import LIMITS_APPLY
from baitiao_cli.actions.operator import refuse_other_day
from baitiao_cli.actions.privacy import PRIVACY_EXPORT
from baitiao_cli.actions.proposals import Proposal, find_proposal
from baitiao_cli.actions.roles import name_key, require
from baitiao_cli.actions.unmask import UNMASK
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.audit import APPROVED, DECLINED
from baitiao_cli.ledger.store import WriteTransaction

LOOKS = (UNMASK, PRIVACY_EXPORT)
"""The verbs of which a second person only allows that they are asked for again: they show somebody in the clear."""

PROPOSABLE: dict[str, Verb] = {verb.name: verb for verb in (*VERBS.values(), LIMITS_APPLY, *LOOKS) if verb.approval}
"""The verbs that may wait for a second person."""


class ApproveAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which proposal."""

    proposal_id: str


class ApproveAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What was done: the verb's own answer, with who asked for it and who agreed."""

    proposal_id: str
    verb: str
    account_id: str
    event_id: str
    proposed_by: str
    approved_by: str
    result: dict[str, Any]


def approve(tx: WriteTransaction, asked: ApproveAsked, call: Call) -> ApproveAnswer:
    """Does what was proposed, as the one who asked would have done it today, with every refusal of the verb.

    Errors, in this order: `deed-has-no-day`; `proposal-unknown`, `proposal-decided`; `own-proposal`; `role-needed` when
    no role of who approves covers the verb; what the verb refuses; `proposal-outdated` when it would be more than what
    was proposed. Refused, it goes on waiting.
    """
    refuse_other_day(call)
    proposal = find_proposal(tx, asked.proposal_id)
    if name_key(proposal.operator) == name_key(call.operator):
        raise BaitiaoError("own-proposal", proposal_id=proposal.proposal_id, operator=proposal.operator)
    require(tx, call.operator, proposal.verb)
    verb = PROPOSABLE[proposal.verb]
    their = msgspec.structs.replace(
        call,
        operator=proposal.operator,
        on=proposal.on,
        request_id=proposal.request_id,
        proposal_id=proposal.proposal_id,
    )
    with tx.acting_as(proposal.operator):
        answer = verb.act(tx, msgspec.convert(proposal.asked, verb.asked), their)
        refuse_outdated(tx, proposal, verb, answer)
    event_id, result = getattr(answer, "event_id", ""), msgspec.to_builtins(answer)
    kept = {"answer": result} if proposal.request_id else {}
    tx.note(APPROVED, proposal.proposal_id, **_about(proposal), event_id=event_id, **kept)
    return ApproveAnswer(
        proposal_id=proposal.proposal_id,
        verb=proposal.verb,
        account_id=proposal.account_id,
        event_id=event_id,
        proposed_by=proposal.operator,
        approved_by=call.operator,
        result=result,
    )


class DeclineAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which proposal, and why."""

    proposal_id: str
    reason: str


class DeclineAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What is not done, who asked for it, and who declined it."""

    proposal_id: str
    verb: str
    account_id: str
    amount_fen: int
    proposed_by: str
    declined_by: str
    declined_on: date
    reason: str


def decline(tx: WriteTransaction, asked: DeclineAsked, call: Call) -> DeclineAnswer:
    """Ends a proposal undone; who made it may take it back, of others it takes a role that could approve it."""
    refuse_other_day(call)
    proposal = find_proposal(tx, asked.proposal_id)
    if name_key(proposal.operator) != name_key(call.operator):
        require(tx, call.operator, "approve")
    tx.note(DECLINED, proposal.proposal_id, **_about(proposal), reason=asked.reason)
    return DeclineAnswer(
        proposal_id=proposal.proposal_id,
        verb=proposal.verb,
        account_id=proposal.account_id,
        amount_fen=proposal.amount_fen,
        proposed_by=proposal.operator,
        declined_by=call.operator,
        declined_on=call.today,
        reason=asked.reason,
    )


def _about(proposal: Proposal) -> dict[str, str]:
    return {"verb": proposal.verb, "account_id": proposal.account_id, "proposed_by": proposal.operator}


APPROVE = Verb("approve", ApproveAsked, ApproveAnswer, approve)
DECLINE = Verb("decline", DeclineAsked, DeclineAnswer, decline)
