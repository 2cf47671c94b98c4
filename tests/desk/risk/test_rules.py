"""The file of the rules on risk: strict, with the place of what is wrong in it."""

from __future__ import annotations

import pytest

from baitiao_cli.desk.risk.rules import RiskRules
from baitiao_cli.desk.rule_files import read_rules, shipped
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.show.errors import describe_error

GOOD = """
rules_version = 7
look_back_days = 30
[[rules]]
name = "velocity"
window_days = 1
threshold = 5
action = "hold"
[[rules]]
name = "unusual-hour"
window_days = 1
threshold = 2
from_hour = 23
until_hour = 5
action = "note"
"""


def test_the_rules_of_the_program_are_read_and_so_are_ones_own(tmp_path) -> None:
    assert len(read_rules(shipped("risk"), RiskRules).rules) == 10
    path = tmp_path / "mine.toml"
    path.write_text(GOOD)
    assert [rule.name for rule in read_rules(path, RiskRules).rules] == ["velocity", "unusual-hour"]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (('"velocity"', '"speed"'), "$.rules[0]"),
        (("threshold = 5", "threshold = 0"), "$.rules[0].threshold"),
        (("window_days = 1", "window_days = 367"), "$.rules[0].window_days"),
        (('action = "hold"', 'action = "stop"'), "$.rules[0].action"),
        (('action = "hold"', 'action = "hold"\nwarning = "beware"'), "$.rules[0].warning"),
        (("threshold = 5", "threshold = 5\nsmall_yuan = 50"), "$.rules[0]"),
        (("from_hour = 23\n", ""), "$.rules[1]"),
        (("until_hour = 5", "until_hour = 25"), "$.rules[1].until_hour"),
        (("until_hour = 5", "until_hour = 23"), "$.rules[1].until_hour"),
        (("look_back_days = 30\n", ""), "look_back_days"),
        (('"unusual-hour"', '"velocity"'), "$.rules[1]"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path, change, place: str) -> None:
    path = tmp_path / "mine.toml"
    assert change[0] in GOOD
    path.write_text(GOOD.replace(*change, 1))
    with pytest.raises(BaitiaoError, match="rules-invalid") as refused:
        read_rules(path, RiskRules)
    assert place in describe_error(refused.value, "en")[0]


def test_a_rule_that_is_there_twice_is_refused(tmp_path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(GOOD + '[[rules]]\nname = "velocity"\nwindow_days = 7\nthreshold = 9\naction = "note"\n')
    with pytest.raises(BaitiaoError, match="rules-invalid") as refused:
        read_rules(path, RiskRules)
    assert "the rule is there twice - at `$.rules[2].name`" in describe_error(refused.value, "en")[0]
