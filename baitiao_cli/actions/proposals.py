"""`proposals`: what waits for a second person, kept in the audit log with all that was asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from baitiao_cli.calc.dates import shanghai_day
from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.audit import APPROVED, DECLINED, PROPOSED, Deed
from baitiao_cli.ledger.store import ReadTransaction

if TYPE_CHECKING:
    from baitiao_cli.actions.verb import Refusal, Verb


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What the audit log keeps of a proposal: the verb with its inputs, and why it waits (0: no amount).

    `on` is the day that was given for it, `None` for the day on which it is approved; `acts_on` what it would act on
    that `asked` does not name.
    """

    verb: str
    kind: str
    account_id: str
    asked: dict[str, Any]
    amount_fen: int = 0
    above_fen: int = 0
    acts_on: str = ""
    on: date | None = None
    request_id: str = ""


class Proposal(Kept, frozen=True, kw_only=True):
    """What one person asked for and another has to agree to."""

    proposal_id: str
    operator: str
    proposed_at: str


class WaitingProposal(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list: what waits since when, how much it is about, who asked and why; all that was `asked`."""

    proposal_id: str
    verb: str
    kind: str
    account_id: str
    amount_fen: int
    proposed_on: date
    waiting_days: int
    operator: str
    reason: str
    asked: dict[str, Any]


def waiting_proposals(tx: ReadTransaction, today: date) -> list[WaitingProposal]:
    """Everything that waits, the longest first."""
    return [_waiting(proposal, today) for proposal in waiting(tx)]


def waiting(tx: ReadTransaction) -> list[Proposal]:
    """The proposals on which nobody has decided, in their order."""
    return [proposal_of(deed) for deed in tx.audit.unanswered(PROPOSED, (APPROVED, DECLINED))]


def _waiting(proposal: Proposal, today: date) -> WaitingProposal:
    proposed_on = shanghai_day(proposal.proposed_at)
    return WaitingProposal(
        proposal_id=proposal.proposal_id,
        verb=proposal.verb,
        kind=proposal.kind,
        account_id=proposal.account_id,
        amount_fen=proposal.amount_fen,
        proposed_on=proposed_on,
        waiting_days=max(0, (today - proposed_on).days),
        operator=proposal.operator,
        reason=str(proposal.asked.get("reason", "")),
        asked=proposal.asked,
    )


def proposal_of(deed: Deed) -> Proposal:
    """The proposal that a deed keeps."""
    kept = deed.said(Kept)
    return Proposal(
        proposal_id=deed.subject,
        operator=deed.operator,
        proposed_at=deed.recorded_at,
        **msgspec.structs.asdict(kept),
    )


def find_proposal(tx: ReadTransaction, proposal_id: str) -> Proposal:
    """A proposal that waits; `proposal-unknown`, `proposal-decided`."""
    deed = tx.audit.last(PROPOSED, proposal_id)
    if deed is None:
        raise BaitiaoError("proposal-unknown", proposal_id=shortened(proposal_id))
    if decided := decision_on(tx, proposal_id):
        raise BaitiaoError("proposal-decided", **said_of_decision(decided))
    return proposal_of(deed)


def decision_on(tx: ReadTransaction, proposal_id: str) -> Deed | None:
    """The deed that decided a proposal."""
    return tx.audit.last(APPROVED, proposal_id) or tx.audit.last(DECLINED, proposal_id)


def said_of_decision(decided: Deed) -> dict[str, str]:
    """Who decided a proposal, how, and on which day."""
    return {
        "proposal_id": decided.subject,
        "proposal_state": decided.deed,
        "operator": shortened(decided.operator),
        "decided_on": shanghai_day(decided.recorded_at).isoformat(),
    }


def what_became(tx: ReadTransaction, verb: Verb, refusal: Refusal) -> Any:
    """What a request that was refused until a second person has decided is told now: the verb's answer if it was done.

    It is with the approval, for an answer that was kept is never replaced.
    """
    decided = decision_on(tx, str(refusal.details["proposal_id"]))
    if decided is None:
        return refusal
    if decided.deed == APPROVED:
        return msgspec.convert(decided.details["answer"], verb.answer)
    return msgspec.structs.replace(refusal, code="proposal-decided", details={**said_of_decision(decided)})
