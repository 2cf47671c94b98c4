"""`limits apply`: what a review proposed is set, by the verb `limit`, with a notice for the customer."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from baitiao_cli.account.limits import ANYTHING
from baitiao_cli.actions.limit import LIMIT, LimitAnswer, LimitAsked
from baitiao_cli.actions.limit import act as set_limit
from baitiao_cli.actions.perform import perform_in
from baitiao_cli.actions.verb import Approval, Call, Verb
from baitiao_cli.desk.facts import DeskEntry, LimitApplied, LimitProposed
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import WriteTransaction


class LimitsApplyAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which proposal is applied, by its record; "" for the latest of each account that was not applied."""

    proposal_id: str = ""


class AppliedLimit(msgspec.Struct, frozen=True, kw_only=True):
    """A limit that was set, by which proposal and event, what it was before, and the most by which that raises it."""

    record_id: str
    proposal_id: str
    account_id: str
    event_id: str
    before_fen: int
    limit_fen: int
    until_on: date | None
    raised_fen: int = 0


class LimitsApplyAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The limits that were set, and the proposals that were left because the account is another since."""

    effective_on: date
    applied: list[AppliedLimit]
    stale: list[str]

    @property
    def account_id(self) -> str:
        """The account of the one that was set; "" of several."""
        return self.applied[0].account_id if len(self.applied) == 1 else ""

    @property
    def event_id(self) -> str:
        """The event of the one that was set; "" of several."""
        return self.applied[0].event_id if len(self.applied) == 1 else ""


def act(tx: WriteTransaction, asked: LimitsApplyAsked, call: Call) -> LimitsApplyAnswer:
    """Sets the limits on the day that it counts: all of them or, when one is refused, none.

    A proposal is applied once, whichever day that counts from. Errors, for one by its record: `desk-record-unknown`,
    `proposal-not-of-limit`, `proposal-applied`, `proposal-not-made-yet` on a day before it, `proposal-stale`; and those
    of `limit`. Above an amount that takes a second person one alone waits, several are refused.
    """
    on, applied, stale = call.effective_on, [], []
    for entry in _asked_for(tx, asked, on):
        if not _still_holds(tx, entry, on):
            if asked.proposal_id:
                raise BaitiaoError("proposal-stale", record_id=entry.record_id, account_id=entry.subject)
            stale.append(entry.record_id)
            continue
        applied.append(_apply(tx, entry, call, is_alone=bool(asked.proposal_id)))
    return LimitsApplyAnswer(effective_on=on, applied=applied, stale=stale)


def _asked_for(tx: WriteTransaction, asked: LimitsApplyAsked, on: date) -> list[DeskEntry]:
    done = {
        entry.fact.proposal_id
        for entry in tx.at_desk(date.max, kinds=(LimitApplied,))
        if isinstance(entry.fact, LimitApplied)
    }
    if not asked.proposal_id:
        latest = {entry.subject: entry for entry in tx.at_desk(on, kinds=(LimitProposed,))}
        return [entry for entry in latest.values() if entry.record_id not in done]
    entry = tx.desk_record(asked.proposal_id)
    if not isinstance(entry.fact, LimitProposed):
        raise BaitiaoError("proposal-not-of-limit", record_id=entry.record_id)
    if entry.record_id in done:
        raise BaitiaoError("proposal-applied", record_id=entry.record_id, account_id=entry.subject)
    if on < entry.effective_on:
        raise BaitiaoError("proposal-not-made-yet", record_id=entry.record_id, made_on=entry.effective_on, on=on)
    return [entry]


def _still_holds(tx: WriteTransaction, entry: DeskEntry, on: date) -> bool:
    """Whether the account is open with the limit that the proposal was made for, and not what it wants set by hand."""
    assert isinstance(entry.fact, LimitProposed)
    wanted, account = entry.fact, tx.book(entry.subject).account(on)
    is_over = wanted.until_on is not None and wanted.until_on < on
    there = account.limits.temporary_on(ANYTHING, on) if wanted.until_on else None
    is_there = there is not None and (there.limit_fen, there.until_on) == (wanted.proposed_fen, wanted.until_on)
    is_as_then = not account.closed_on and account.limits.lasting[ANYTHING] == wanted.limit_fen
    return is_as_then and not is_over and not is_there


def _apply(tx: WriteTransaction, entry: DeskEntry, call: Call, *, is_alone: bool) -> AppliedLimit:
    assert isinstance(entry.fact, LimitProposed)
    wanted = entry.fact
    limit = LimitAsked(
        account_id=entry.subject,
        limit_fen=wanted.proposed_fen,
        until_on=wanted.until_on,
        reason=f"{entry.record_id}: {wanted.fired[0].rule}",
    )
    once = msgspec.structs.replace(call, request_id="")
    # One alone waits as this verb, so that who approves it records besides that it was applied. Of several none waits.
    answer: LimitAnswer = (
        set_limit(tx, limit, once)
        if is_alone
        else perform_in(tx, LIMIT, limit, msgspec.structs.replace(once, is_alone=False)).answer
    )
    fact = LimitApplied(proposal_id=entry.record_id, event_id=answer.event_id)
    kept = tx.record_at_desk(entry.subject, fact, call.effective_on, call.request_id)
    return AppliedLimit(
        record_id=kept.record_id,
        proposal_id=entry.record_id,
        account_id=entry.subject,
        event_id=answer.event_id,
        before_fen=wanted.limit_fen,
        limit_fen=wanted.proposed_fen,
        until_on=wanted.until_on,
        raised_fen=answer.raised_fen,
    )


def _raised_fen(answer: Any) -> int | None:
    return max((one.raised_fen for one in answer.applied), default=0) or None


LIMITS_APPLY = Verb(
    "limits apply", LimitsApplyAsked, LimitsApplyAnswer, act, approval=Approval("limit-raise", _raised_fen)
)
