"""Facts of an assessment: what a person agreed to, and what they say they earn."""

from __future__ import annotations

from datetime import date
from typing import Literal

from baitiao_cli.account.events.fact import Fact
from baitiao_cli.account.terms import Tier
from baitiao_cli.desk.facts.decision import Decision

ConsentPurpose = Literal["credit-check", "bureau-report", "offers"]


class ConsentStated(Fact, frozen=True, tag="consent-stated"):
    """A person (the subject) agrees to something, or withdraws that; `how` is where it can be looked up."""

    purpose: ConsentPurpose
    is_given: bool
    how: str = ""


class IncomeDeclared(Fact, frozen=True, tag="income-declared"):
    """What a person (the subject) says to earn a month and to pay elsewhere a month, in fen: declared, never proved."""

    monthly_income_fen: int
    monthly_payments_fen: int = 0


class ScoreTaken(Decision, frozen=True, kw_only=True, tag="score-taken"):
    """The score of an account (the subject): its points, the tier that it had, and the one that the points give."""

    points: int
    tier: Tier
    scored_tier: Tier


class TierApplied(Decision, frozen=True, kw_only=True, tag="tier-applied"):
    """The tier that a kept score of an account (the subject) gives was set, by which event of the account."""

    score_id: str
    event_id: str
    tier_before: Tier
    tier: Tier


class LimitProposed(Decision, frozen=True, kw_only=True, tag="limit-proposed"):
    """Another limit for an account (the subject), lasting or until a day; nothing changes until it is applied."""

    limit_fen: int
    proposed_fen: int
    until_on: date | None = None


class LimitApplied(Fact, frozen=True, tag="limit-applied"):
    """The limit that a record proposed was set, by which event of the account."""

    proposal_id: str
    event_id: str
