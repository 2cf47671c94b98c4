"""`tier`: the prices and terms of what is bought from now on."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import TierChanged
from baitiao_cli.account.terms import Tier
from baitiao_cli.account.verbs.tier import decide_tier
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.desk.facts import ScoreTaken
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import WriteTransaction


class TierAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The new tier, why, and the record of the score that it follows ("" for none)."""

    account_id: str
    tier: Tier
    score_id: str = ""
    reason: str = ""


class TierAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The tier before and after, and how many plans go on as they were agreed."""

    account_id: str
    event_id: str
    effective_on: date
    tier_before: Tier
    tier: Tier
    score_id: str
    reason: str
    open_plan_count: int


def act(tx: WriteTransaction, asked: TierAsked, call: Call) -> TierAnswer:
    """Records the change on the day that it counts.

    Errors, in this order: those of finding the account; `desk-record-unknown`, `record-not-score` and
    `tier-not-scored` for a score that is not this account's or gives another tier; those of `decide_tier`.
    """
    on = call.effective_on
    book = tx.book(asked.account_id)
    if asked.score_id:
        _check_score(tx, asked)
    account = book.account(on)
    tier_before = account.tier
    change = TierChanged(tier=asked.tier, score_id=asked.score_id, reason=asked.reason)
    event = book.record(decide_tier(account, change), on, call.request_id)
    return TierAnswer(
        account_id=asked.account_id,
        event_id=event.event_id,
        effective_on=on,
        tier_before=tier_before,
        tier=asked.tier,
        score_id=asked.score_id,
        reason=asked.reason,
        open_plan_count=len(book.account(max(call.today, on)).open_plans),
    )


def _check_score(tx: WriteTransaction, asked: TierAsked) -> None:
    entry = tx.desk_record(asked.score_id)
    if not isinstance(entry.fact, ScoreTaken) or entry.subject != asked.account_id:
        raise BaitiaoError("record-not-score", record_id=entry.record_id, account_id=asked.account_id)
    if entry.fact.scored_tier != asked.tier:
        raise BaitiaoError(
            "tier-not-scored",
            record_id=entry.record_id,
            account_id=asked.account_id,
            tier=asked.tier,
            scored_tier=entry.fact.scored_tier,
        )


TIER = Verb("tier", TierAsked, TierAnswer, act)
