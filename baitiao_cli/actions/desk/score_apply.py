"""`score apply`: the tier that the kept score of an account gives is set, by the verb `tier`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.terms import Tier
from baitiao_cli.actions.desk.every_account import Progress, books
from baitiao_cli.actions.perform import perform_in
from baitiao_cli.actions.roles import require
from baitiao_cli.actions.short_transactions import in_short_transactions
from baitiao_cli.actions.tier import TIER, TierAsked
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.desk.assessment.scorecard import Scorecard
from baitiao_cli.desk.assessment.tiers import Obstacle, latest_scores, obstacle, why
from baitiao_cli.desk.facts import DeskEntry, ScoreTaken, TierApplied
from baitiao_cli.ledger.store import Ledger, ReadTransaction, WriteTransaction


class ScoreApplyAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Whose tier is set ("" all accounts), by which scorecard, which says how old a score may be."""

    account_id: str = ""
    rules: str
    card: Scorecard


class AppliedTier(msgspec.Struct, frozen=True, kw_only=True):
    """A tier that was set, by which score, record and event, and what it was before."""

    record_id: str
    account_id: str
    event_id: str
    score_id: str
    points: int
    tier_before: Tier
    tier: Tier


class TierLeft(msgspec.Struct, frozen=True, kw_only=True):
    """An account that was left out, in its tier, and why; "" and `None` where it has no score."""

    account_id: str
    score_id: str
    tier: Tier
    scored_tier: Tier | None
    obstacle: Obstacle


class ScoreApplyAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The tiers that were set, and the accounts that were left out."""

    effective_on: date
    applied: list[AppliedTier]
    left: list[TierLeft]
    rules: str
    rules_version: int


def act(tx: WriteTransaction, asked: ScoreApplyAsked, call: Call, progress: Progress | None = None) -> ScoreApplyAnswer:
    """Sets the tiers on the day that it counts, in one transaction.

    Errors: `date-in-future`, `account-unknown`, `account-not-open-yet`, and those of `tier`.
    """
    waiting, left = _look(tx, asked, call, progress)
    return _answer(asked, call, [_apply(tx, entry, asked, call) for entry in waiting], left)


def apply_all(ledger: Ledger, asked: ScoreApplyAsked, call: Call, progress: Progress | None = None) -> ScoreApplyAnswer:
    """Sets the tiers of all accounts, in transactions of a fraction of a second.

    Each account is looked at once more as its tier is set. A run that was stopped goes on where it stopped, for an
    account whose tier was set is in it.
    """
    with ledger.read_copy() as read:
        require(read, call.operator, SCORE_APPLY.name)
        waiting, left = _look(read, asked, call, progress)
    applied: list[AppliedTier] = []

    def set_tier(tx: WriteTransaction, account_id: str) -> None:
        kept = latest_scores(tx.at_desk(call.effective_on, account_id, (ScoreTaken,))).get(account_id)
        account = tx.book(account_id).account(call.effective_on)
        found = obstacle(account, kept, asked.card.valid_days)
        if kept and not found:
            applied.append(_apply(tx, kept, asked, call))
        elif found:
            left.append(_left(account, kept, found))

    in_short_transactions(ledger, call, [[entry.subject for entry in waiting]], set_tier)
    return _answer(asked, call, applied, left)


def _look(
    tx: ReadTransaction, asked: ScoreApplyAsked, call: Call, progress: Progress | None
) -> tuple[list[DeskEntry], list[TierLeft]]:
    """The scores whose tiers are to be set, and the accounts that are left out, in the order of their numbers."""
    on = call.checked_on()
    scores = latest_scores(tx.at_desk(on, asked.account_id or None, (ScoreTaken,)))
    waiting, left = list[DeskEntry](), list[TierLeft]()
    for account in _accounts(tx, asked, on, scores, progress):
        kept = scores.get(account.account_id)
        found = obstacle(account, kept, asked.card.valid_days)
        if found:
            left.append(_left(account, kept, found))
        elif kept:
            waiting.append(kept)
    return waiting, left


def _accounts(
    tx: ReadTransaction, asked: ScoreApplyAsked, on: date, scores: Mapping[str, DeskEntry], progress: Progress | None
) -> Iterator[Account]:
    """The account that is asked for; or all that are open on the day, and those that were scored before they ended."""
    if asked.account_id:
        yield tx.book(asked.account_id).account(on)
        return
    for book in books(tx, on, progress):
        account = book.account(on)
        if not account.closed_on or account.account_id in scores:
            yield account


def _left(account: Account, kept: DeskEntry | None, found: Obstacle) -> TierLeft:
    return TierLeft(
        account_id=account.account_id,
        score_id=kept.record_id if kept else "",
        tier=account.tier,
        scored_tier=kept.fact.scored_tier if kept and isinstance(kept.fact, ScoreTaken) else None,
        obstacle=found,
    )


def _apply(tx: WriteTransaction, kept: DeskEntry, asked: ScoreApplyAsked, call: Call) -> AppliedTier:
    assert isinstance(kept.fact, ScoreTaken)
    tier = TierAsked(account_id=kept.subject, tier=kept.fact.scored_tier, score_id=kept.record_id)
    done = perform_in(tx, TIER, tier, msgspec.structs.replace(call, request_id="")).answer
    fact = TierApplied(
        rules=asked.rules,
        rules_version=asked.card.rules_version,
        fired=why(kept, call.effective_on, asked.card.valid_days),
        score_id=kept.record_id,
        event_id=done.event_id,
        tier_before=done.tier_before,
        tier=done.tier,
    )
    entry = tx.record_at_desk(kept.subject, fact, call.effective_on, call.request_id)
    return AppliedTier(
        record_id=entry.record_id,
        account_id=kept.subject,
        event_id=done.event_id,
        score_id=kept.record_id,
        points=kept.fact.points,
        tier_before=done.tier_before,
        tier=done.tier,
    )


def _answer(asked: ScoreApplyAsked, call: Call, applied: list[AppliedTier], left: list[TierLeft]) -> ScoreApplyAnswer:
    return ScoreApplyAnswer(
        effective_on=call.effective_on,
        applied=applied,
        left=left,
        rules=asked.rules,
        rules_version=asked.card.rules_version,
    )


SCORE_APPLY = Verb("score apply", ScoreApplyAsked, ScoreApplyAnswer, act)
