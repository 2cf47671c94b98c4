"""The examples of the page `score` that are figures alone, worked by hand; the tests of `score` have those of lines."""

from __future__ import annotations

from datetime import date

from baitiao_cli.desk.assessment.behaviour import full_months
from baitiao_cli.desk.assessment.scorecard import Scorecard, tier_of
from baitiao_cli.desk.assessment.separation import Trial, auc, ks
from baitiao_cli.desk.rule_files import read_rules, shipped
from baitiao_cli.messages.definitions import definition_of

TRIALS = [Trial(50, "C", False), Trial(40, "C", True), Trial(50, "C", True)]


def example(name: str) -> str:
    return definition_of("score", name).example.in_language("en")


def test_months_are_full_ones() -> None:
    opened_on = date(2026, 1, 5)
    assert [full_months(opened_on, date(2026, 4, day)) for day in (4, 5)] == [2, 3]
    assert full_months(date(2026, 2, 12), date(2026, 5, 12)) == 3
    assert full_months(date(2026, 4, 3), date(2026, 5, 12)) == 1
    assert "2 full months old on 2026-04-04 and 3 on 2026-04-05" in example("months-on-book")


def test_points_give_tiers() -> None:
    tier_from = read_rules(shipped("scorecard"), Scorecard).tier_from
    assert [tier_of(points, tier_from) for points in (75, 74, 61, 60, 59, 40, 39)] == list("ABBBCCD")
    assert example("scored-tier") == "61 points are B, 59 are C, 39 are D."


def test_ks_and_auc_of_three_accounts() -> None:
    assert (float(ks(TRIALS)), float(auc(TRIALS))) == (0.5, 0.75)
    assert "50%" in example("ks") and "75%" in example("auc")
    assert ks(TRIALS[:1]) is auc(TRIALS[1:]) is None
