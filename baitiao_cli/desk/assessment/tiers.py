"""The tier that a kept score gives: whether it is to be set, and if not, what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from baitiao_cli.account.account import Account
from baitiao_cli.desk.facts import DeskEntry, Fired, ScoreTaken

Obstacle = Literal["closed", "no-score", "score-too-old", "same-tier", "tier-changed-since"]

BY_SCORE, BY_AGE = "scored-tier", "score-age"
"""The rules by which a tier is set, by the names of their definitions."""


def latest_scores(entries: Iterable[DeskEntry]) -> dict[str, DeskEntry]:
    """The kept score of each account that holds: of the latest day, and of one day the one that was kept last."""
    scores = [entry for entry in entries if isinstance(entry.fact, ScoreTaken)]
    return {entry.subject: entry for entry in sorted(scores, key=lambda entry: (entry.effective_on, entry.number))}


def obstacle(account: Account, kept: DeskEntry | None, valid_days: int) -> Obstacle | None:
    """What keeps the tier of the latest score from being set on the day that the account is folded to: the first of

    the account is closed; it has no score by that day; that is older than `valid_days` (as old is not too old); it is
    in the tier that the score gives; it has another tier than when it was scored, for whoever set that knew more.
    """
    if account.closed_on:
        return "closed"
    if kept is None:
        return "no-score"
    assert isinstance(kept.fact, ScoreTaken)
    if age_days(kept, account.through) > valid_days:
        return "score-too-old"
    if kept.fact.scored_tier == account.tier:
        return "same-tier"
    return "tier-changed-since" if kept.fact.tier != account.tier else None


def age_days(kept: DeskEntry, on: date) -> int:
    """How many days before a day a score was taken."""
    return (on - kept.effective_on).days


def why(kept: DeskEntry, on: date, valid_days: int) -> tuple[Fired, ...]:
    """What a tier rests on: the points with the tier that they give, and the age of the score."""
    assert isinstance(kept.fact, ScoreTaken)
    return (
        Fired(rule=BY_SCORE, observed=str(kept.fact.points), effect=kept.fact.scored_tier),
        Fired(rule=BY_AGE, observed=str(age_days(kept, on)), limit=str(valid_days)),
    )
