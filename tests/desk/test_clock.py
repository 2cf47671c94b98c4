"""Times of the day: spans with their ends, over midnight too."""

from __future__ import annotations

import msgspec
import pytest

from baitiao_cli.desk.clock import TimeOfDay, is_within


@pytest.mark.parametrize(
    ("at", "evening", "day"),
    [
        ("07:59", True, False), ("08:00", True, True), ("08:59", True, True), ("09:00", False, True),
        ("12:00", False, True), ("20:59", False, True), ("21:00", True, True), ("21:59", True, True),
        ("22:00", True, False), ("00:00", True, False), ("23:59", True, False),
    ],
)  # fmt: skip
def test_the_begin_is_in_it_and_the_end_is_not(at, evening, day) -> None:
    assert is_within(at, "21:00", "09:00") is evening
    assert is_within(at, "08:00", "22:00") is day


@pytest.mark.parametrize("text", ["22:00\n", "\n22:00", "24:00", "9:00", "22:00 ", "２２:00"])
def test_what_is_no_time_is_refused_in_a_rule_file_too(text) -> None:
    assert msgspec.convert("22:00", TimeOfDay) == "22:00"
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(text, TimeOfDay)
