"""`limits apply`: what a review proposed is set, by the verb `limit`, with a notice for the customer."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.limits import ANYTHING
from baitiao_cli.actions.limit import LIMIT, LimitAsked
from baitiao_cli.actions.verb import Call, Refusal, Verb, perform_in
from baitiao_cli.desk.facts import DeskEntry, LimitApplied, LimitProposed
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import WriteTransaction


class LimitsApplyAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which proposal is applied, by its record; "" for the latest of each account that was not applied."""

    proposal_id: str = ""


class AppliedLimit(msgspec.Struct, frozen=True, kw_only=True):
    """A limit that was set, by which proposal and event, and what it was before."""

    record_id: str
    proposal_id: str
    account_id: str
    event_id: str
    before_fen: int
    limit_fen: int
    until_on: date | None


class LimitsApplyAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The limits that were set, and the proposals that were left because the account is another since."""

    effective_on: date
    applied: list[AppliedLimit]
    stale: list[str]


def act(tx: WriteTransaction, asked: LimitsApplyAsked, call: Call) -> LimitsApplyAnswer | Refusal:
    """Sets the limits on the day that it counts: all of them or, when one is refused, none.

    Errors: `desk-record-unknown`, `proposal-not-of-limit`, `proposal-applied`, `proposal-stale` for one by its record,
    and those of `limit`; above an amount that takes a second person one alone waits, several are refused.
    """
    on, applied, stale = call.effective_on, [], []
    for entry in _asked_for(tx, asked, on):
        if not _still_holds(tx, entry, on):
            if asked.proposal_id:
                raise BaitiaoError("proposal-stale", record_id=entry.record_id, account_id=entry.subject)
            stale.append(entry.record_id)
            continue
        done = _apply(tx, entry, msgspec.structs.replace(call, is_alone=call.is_alone and bool(asked.proposal_id)))
        if isinstance(done, Refusal):
            return done
        applied.append(done)
    return LimitsApplyAnswer(effective_on=on, applied=applied, stale=stale)


def _asked_for(tx: WriteTransaction, asked: LimitsApplyAsked, on: date) -> list[DeskEntry]:
    entries = list(tx.at_desk(on, kinds=(LimitProposed, LimitApplied)))
    done = {entry.fact.proposal_id for entry in entries if isinstance(entry.fact, LimitApplied)}
    if not asked.proposal_id:
        latest = {entry.subject: entry for entry in entries if isinstance(entry.fact, LimitProposed)}
        return [entry for entry in latest.values() if entry.record_id not in done]
    entry = tx.desk_record(asked.proposal_id)
    if not isinstance(entry.fact, LimitProposed):
        raise BaitiaoError("proposal-not-of-limit", record_id=entry.record_id)
    if entry.record_id in done:
        raise BaitiaoError("proposal-applied", record_id=entry.record_id, account_id=entry.subject)
    return [entry]


def _still_holds(tx: WriteTransaction, entry: DeskEntry, on: date) -> bool:
    """Whether the account is open with the limit that the proposal was made for, on a day from the proposal's on."""
    assert isinstance(entry.fact, LimitProposed)
    account = tx.book(entry.subject).account(on)
    is_over = entry.fact.until_on is not None and entry.fact.until_on < on
    return not account.closed_on and not is_over and account.limits.lasting[ANYTHING] == entry.fact.limit_fen


def _apply(tx: WriteTransaction, entry: DeskEntry, call: Call) -> AppliedLimit | Refusal:
    assert isinstance(entry.fact, LimitProposed)
    wanted = entry.fact
    limit = LimitAsked(
        account_id=entry.subject,
        limit_fen=wanted.proposed_fen,
        until_on=wanted.until_on,
        reason=f"{entry.record_id}: {wanted.fired[0].rule}",
    )
    answer = perform_in(tx, LIMIT, limit, msgspec.structs.replace(call, request_id="")).answer
    if isinstance(answer, Refusal):
        return answer
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
    )


LIMITS_APPLY = Verb("limits apply", LimitsApplyAsked, LimitsApplyAnswer, act)
