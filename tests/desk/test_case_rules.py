"""Stages at the ends of their ranges, what is next, and the file of the rules."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.desk.collection.cases import CaseRules, Waiting, next_step, opening, stage_of
from baitiao_cli.desk.rule_files import read_rules, shipped
from baitiao_cli.errors import BaitiaoError

RULES = read_rules(shipped("collection"), CaseRules)
EARLY = RULES.stages[0]


@pytest.mark.parametrize(
    ("days", "stage"),
    [
        (0, None), (1, "early"), (30, "early"), (31, "mid"), (90, "mid"), (91, "late"), (180, "late"), (181, "legal"),
        (4000, "legal"),
    ],
)  # fmt: skip
def test_a_stage_begins_on_its_day(days, stage) -> None:
    found = stage_of(RULES, days)
    assert (found.name if found else None) == stage
    opens = opening(RULES, days)
    assert (opens[1].effect if opens else None) == stage


@pytest.mark.parametrize(
    ("stage", "waiting", "step"),
    [
        (EARLY, Waiting(), "call"),
        (EARLY, Waiting(promise_state="open"), "wait-for-promise"),
        (EARLY, Waiting(promise_state="broken"), "ask-about-promise"),
        (EARLY, Waiting(promise_state="kept"), "call"),
        (EARLY, Waiting(date(2026, 2, 20), "broken"), "decide-hardship"),
        (None, Waiting(promise_state="broken"), "close-case"),
        (None, Waiting(date(2026, 2, 20)), "decide-hardship"),
        (RULES.stages[3], Waiting(), "legal-review"),
    ],
)
def test_what_is_next_is_the_first_that_applies(stage, waiting, step) -> None:
    assert next_step(stage, waiting) == step


@pytest.mark.parametrize(
    ("line", "other"),
    [("from_days = 31", "from_days = 1"), ('name = "mid"', 'name = "early"'), ("from_days = 91", "from_days = 31")],
)
def test_stages_out_of_order_are_refused_with_their_place(tmp_path, line, other) -> None:
    (tmp_path / "mine.toml").write_text(shipped("collection").read_text("utf-8").replace(line, other), "utf-8")
    with pytest.raises(BaitiaoError, match=r"\$\.stages\[[12]\]"):
        read_rules(tmp_path / "mine.toml", CaseRules)
