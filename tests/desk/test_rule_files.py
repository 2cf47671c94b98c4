"""Rule files: strict, bounded, with a version; what is wrong in one is told with its place, in both languages."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import pytest

from baitiao_cli.desk.rule_files import Misfit, RuleFile, read_rules, shipped
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text
from baitiao_cli.show.errors import describe_error
from baitiao_cli.toml_file import LARGEST_FILE

Points = Annotated[int, msgspec.Meta(ge=-100, le=100)]


class ScoreLine(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of a scorecard: for so many days late at most so many points."""

    at_most_days: int
    points: Points


class Card(RuleFile, frozen=True, kw_only=True):
    """A kind of rules that has each kind of thing that may be in one."""

    title: str = ""
    rule: Literal["2023", "card"]
    lines: tuple[ScoreLine, ...]

    def misfits(self) -> Iterator[Misfit]:
        for number, (before, line) in enumerate(zip(self.lines, self.lines[1:], strict=False), start=1):
            if line.at_most_days <= before.at_most_days:
                yield Misfit(f"$.lines[{number}].at_most_days", Text("Limit"))  # any text of ours


GOOD = """
rules_version = 3
rule = "card"
[[lines]]
at_most_days = 0
points = 20
[[lines]]
at_most_days = 30
points = -10
"""


@pytest.fixture
def file(tmp_path: Path):
    """Writes a rule file and gives its path."""

    def write(text: str | bytes) -> Path:
        path = tmp_path / "card.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def refused(path: Path) -> BaitiaoError:
    with pytest.raises(BaitiaoError) as caught:
        read_rules(path, Card)
    return caught.value


def test_a_good_one_is_read_with_its_version(file) -> None:
    card = read_rules(file(GOOD), Card)
    assert (card.rules_version, card.rule) == (3, "card")
    assert card.lines == (ScoreLine(at_most_days=0, points=20), ScoreLine(at_most_days=30, points=-10))


@pytest.mark.parametrize(
    ("old", "new", "problem", "place"),
    [
        ("rules_version = 3", "", "missing required field `rules_version`", ""),
        ("rules_version = 3", "rules_version = 0", "Expected `int` >= 1", "$.rules_version"),
        ("rules_version = 3", "rules_version = 3.0", "Expected `int`, got `float`", "$.rules_version"),
        ("rules_version = 3", "rules_version = true", "Expected `int`, got `bool`", "$.rules_version"),
        ("rules_version = 3", "rules_version = 3\nrule_version = 3", "unknown field `rule_version`", ""),
        ('rule = "card"', 'rule = "cards"', "Invalid enum value 'cards'", "$.rule"),
        ("points = 20", "points = 101", "Expected `int` <= 100", "$.lines[0].points"),
        ("points = -10", 'points = "-10"', "Expected `int`, got `str`", "$.lines[1].points"),
        ("points = -10", "points = -10\nreason = 1", "unknown field `reason`", "$.lines[1]"),
        ("at_most_days = 30", "at_most_days = 0", "Limit", "$.lines[1].at_most_days"),
        ("points = 20", "points = ", "Invalid value", "at line 6"),
        ("points = 20", "points = 20\npoints = 20", "Cannot overwrite a value", "at line 7"),
        ("[[lines]]", "[[lines]", "Expected ']]'", "at line 4"),
        ('rule = "card"', 'rule = "card', "Illegal character", "at line 3"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_in_both_languages(file, old, new, problem, place) -> None:
    assert old in GOOD
    error = refused(file(GOOD.replace(old, new, 1)))
    assert error.code == "rules-invalid"
    english, chinese = (describe_error(error, language)[0] for language in ("en", "zh"))
    assert "card.toml" in english
    assert problem in english
    assert place in english
    assert chinese.startswith("规则文件 card.toml 不合要求: ")
    assert place in chinese or place.startswith("at line")
    assert re.search("[\u4e00-\u9fff]", chinese.partition(": ")[2]), "the problem is told in Chinese, too"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"\0",
        b"[" * 5_000,
        b"a" * (LARGEST_FILE + 1),
        b"a = " + b"[" * 9_000,
        b"rules_version = 1" * 9,
    ],
)
def test_whatever_the_bytes_are_the_file_is_named(file, content: bytes) -> None:
    assert refused(file(content)).details["file"] == "card.toml"


@pytest.mark.parametrize("make", [None, Path.mkdir, os.mkfifo], ids=["nothing", "a folder", "a pipe"])
def test_what_is_no_file_is_unreadable(tmp_path: Path, make) -> None:
    path = tmp_path / "card.toml"
    if make:
        make(path)
    error = refused(path)
    assert (error.code, error.details["file"]) == ("rules-unreadable", str(path))


def test_the_files_of_the_program_are_beside_its_rules() -> None:
    assert shipped("scorecard").name == "scorecard.toml"
    assert shipped("scorecard").parent.parts[-3:] == ("baitiao_cli", "desk", "rules")
