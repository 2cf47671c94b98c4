"""`approval`: above which amounts a second person must agree; and how a verb is then kept as a proposal."""

from __future__ import annotations

from typing import Any, Literal, get_args

import msgspec

from baitiao_cli.actions.operator import refuse_other_day
from baitiao_cli.actions.proposals import Proposal, waiting
from baitiao_cli.actions.verb import APPROVAL_NEEDED, Call, Refusal, Verb
from baitiao_cli.calc.dates import shanghai_day
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.audit import PROPOSED
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction

Kind = Literal["limit-raise", "waiver", "write-off", "reversal", "unmask"]
KINDS: tuple[Kind, ...] = get_args(Kind)
WITHOUT_AMOUNT: tuple[Kind, ...] = ("unmask",)
"""Kinds that have no amount: a second person agrees always, or never."""

GROWING: tuple[Kind, ...] = ("write-off", "reversal")
"""Kinds whose amount grows by itself, by the interest of the nights that a proposal waits."""

APPROVAL_SET = "approval-set"
"""The deed that sets what takes two people of a kind (its subject)."""


class Rule(msgspec.Struct, frozen=True):
    """Whether a second person must agree to deeds of a kind, and above which amount; 0 means to all of them."""

    is_on: bool = False
    above_fen: int = 0

    def needs_two(self, amount_fen: int | None) -> bool:
        """Whether a second person must agree to a deed of that amount; `None` is none of the kind."""
        return self.is_on and amount_fen is not None and (amount_fen > self.above_fen or not self.above_fen)


class ApprovalAsked(Rule, frozen=True, kw_only=True):
    """The rule for a kind from now on."""

    kind: Kind


class ApprovalAnswer(Rule, frozen=True, kw_only=True):
    """The rule for a kind now, and the one before."""

    kind: Kind
    before: Rule


def rule_of(tx: ReadTransaction, kind: str) -> Rule:
    """What takes two people of a kind."""
    deed = tx.audit.last(APPROVAL_SET, kind)
    return deed.said(Rule) if deed else Rule()


def act(tx: WriteTransaction, asked: ApprovalAsked, call: Call) -> ApprovalAnswer:
    """Sets the rule; what waits goes on waiting. Errors: `deed-has-no-day`, `approval-unchanged`."""
    refuse_other_day(call)
    before, rule = rule_of(tx, asked.kind), Rule(asked.is_on, asked.above_fen)
    if rule == before:
        raise BaitiaoError("approval-unchanged", approval_kind=asked.kind)
    tx.note(APPROVAL_SET, asked.kind, **msgspec.structs.asdict(rule))
    return ApprovalAnswer(kind=asked.kind, before=before, is_on=asked.is_on, above_fen=asked.above_fen)


APPROVAL = Verb("approval", ApprovalAsked, ApprovalAnswer, act)


def act_or_propose(tx: WriteTransaction, verb: Verb, asked: msgspec.Struct, call: Call) -> Any:
    """Does the verb if one person may do as much; else keeps it as a proposal and returns the refusal.

    How much it is about is told by what it does: it is done and undone, so nothing is proposed that would be refused.
    Asked for again while it waits, it is the same proposal. Where nothing can be kept, in a dry run or a batch, it is
    refused: `approval-not-kept`.
    """
    rules = [(approval, rule_of(tx, approval.kind)) for approval in verb.approvals]
    if not any(rule.is_on for _, rule in rules):
        return verb.act(tx, asked, call)
    with tx.trial() as undo:
        answer = verb.act(tx, asked, call)
        broken = ((approval, rule) for approval, rule in rules if rule.needs_two(approval.amount_fen(answer)))
        approval, rule = next(broken, (None, Rule()))
        if approval is None:
            return answer
        amount_fen = approval.amount_fen(answer)
        amounts: dict[str, str | int] = {}
        if amount_fen is not None and approval.kind not in WITHOUT_AMOUNT:
            amounts = {"amount_fen": amount_fen, "above_fen": rule.above_fen}
        if call.dry_run or not call.is_alone:
            raise BaitiaoError("approval-not-kept", approval_kind=approval.kind, **amounts)
        undo()
    assert not verb.secrets, "what may not be kept cannot wait"
    details = {"approval_kind": approval.kind, **amounts}
    kept = msgspec.to_builtins(asked)
    measured = (approval.kind, amounts.get("amount_fen", 0), approval.acts_on(answer))
    if waits := _the_same_waiting(tx, verb, kept, measured, call):
        return Refusal(code=APPROVAL_NEEDED, details={"proposal_id": waits, **details})
    proposal_id = f"W{tx.audit.count(PROPOSED) + 1}"
    tx.note(
        PROPOSED,
        proposal_id,
        verb=verb.name,
        kind=approval.kind,
        account_id=getattr(answer, "account_id", ""),
        **amounts,
        acts_on=approval.acts_on(answer),
        on=call.on,
        request_id=call.request_id,
        asked=kept,
    )
    return Refusal(code=APPROVAL_NEEDED, details={"proposal_id": proposal_id, **details})


def _the_same_waiting(
    tx: WriteTransaction, verb: Verb, asked: dict[str, Any], measured: tuple[str, str | int, str], call: Call
) -> str:
    """The proposal of this operator of today that waits for the same, so that asking twice proposes it once; or "".

    One that has become more or less since, or would act on something else, is another, and so is one that waits by
    the rule of another kind. A request with an id is one of its own: its first call is always kept, and its
    retries are told of that one.
    """
    if call.request_id:
        return ""
    today = shanghai_day(call.now)
    same = (call.operator, verb.name, asked, call.on, "", *measured)
    return next(
        (
            one.proposal_id
            for one in waiting(tx)
            if (one.operator, one.verb, one.asked, one.on, one.request_id, one.kind, one.amount_fen, one.acts_on)
            == same
            and shanghai_day(one.proposed_at) == today
        ),
        "",
    )


def refuse_outdated(tx: ReadTransaction, proposal: Proposal, verb: Verb, answer: Any) -> None:
    """Refuses what was done now if it is more than what was proposed, or is done to something else.

    Nobody agrees to more than they were shown: `proposal-outdated`. What grows by the night may have grown by as much
    as one person might do alone.
    """
    for approval in verb.approvals:
        amount_fen = approval.amount_fen(answer)
        if approval.kind != proposal.kind and not rule_of(tx, approval.kind).needs_two(amount_fen):
            continue
        amount_fen = amount_fen or 0
        most_fen = proposal.amount_fen + (proposal.above_fen if approval.kind in GROWING else 0)
        if amount_fen > most_fen or approval.acts_on(answer) != proposal.acts_on:
            raise BaitiaoError(
                "proposal-outdated",
                proposal_id=proposal.proposal_id,
                proposed_fen=proposal.amount_fen,
                amount_fen=amount_fen,
            )
