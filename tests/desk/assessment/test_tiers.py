"""What keeps the tier of a kept score from being set, at the ends of its ranges."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.terms import Tier
from baitiao_cli.desk.assessment.tiers import latest_scores, obstacle, why
from baitiao_cli.desk.facts import DeskEntry, Fired, ScoreTaken
from baitiao_cli.messages.definitions import definition_of
from tests.laws.history import History

TAKEN = date(2024, 2, 10)


def score(
    number: int = 1, on: date = TAKEN, tier: Tier = "B", scored_tier: Tier = "C", subject: str = "A1"
) -> DeskEntry:
    fact = ScoreTaken(rules="scorecard", rules_version=1, points=59, tier=tier, scored_tier=scored_tier)
    return DeskEntry(
        number=number, subject=subject, effective_on=on, fact=fact, recorded_at="", operator="", request_id=""
    )


def history(on: date = TAKEN) -> History:
    told = History()
    told.today = on
    return told


def test_a_score_sets_a_tier_for_45_days_and_not_for_46() -> None:
    # February 2024 has 29 days: 45 days after the 10th is 26 March.
    assert obstacle(history(date(2024, 3, 26)).account(), score(), 45) is None
    assert obstacle(history(date(2024, 3, 27)).account(), score(), 45) == "score-too-old"


def test_the_days_of_the_example() -> None:
    assert date(2026, 3, 27) - date(2026, 2, 10) == date(2024, 3, 26) - TAKEN
    assert "until 2026-03-27, and none from 2026-03-28 on" in definition_of("score", "score-age").example.in_language(
        "en"
    )


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        (None, "no-score"),
        (score(scored_tier="B"), "same-tier"),
        (score(tier="A", scored_tier="B"), "same-tier"),
        (score(tier="A", scored_tier="C"), "tier-changed-since"),
        (score(), None),
        (score(on=date(2023, 1, 1), scored_tier="B"), "score-too-old"),
    ],
)
def test_what_stands_in_the_way(kept: DeskEntry | None, told: str | None) -> None:
    assert obstacle(history().account(), kept, 45) == told


def test_a_closed_account_is_left_whatever_its_score() -> None:
    told = history()
    told.close()
    assert obstacle(told.account(), score(), 45) == "closed"


def test_the_score_of_the_latest_day_holds_and_of_one_day_the_last() -> None:
    kept = [score(1), score(2, date(2024, 2, 12)), score(3, date(2024, 2, 12)), score(4), score(5, subject="A2")]
    assert {account_id: entry.number for account_id, entry in latest_scores(kept).items()} == {"A1": 3, "A2": 5}


def test_what_it_rests_on() -> None:
    assert why(score(), date(2024, 2, 13), 45) == (
        Fired(rule="scored-tier", observed="59", effect="C"),
        Fired(rule="score-age", observed="3", limit="45"),
    )
