"""What was acknowledged survives SIGKILL, and what was not is done exactly once by its retry: the short round."""

from __future__ import annotations

import pytest

from .crash import COMMAND_KILLS, KILLS, kill_engines
from .crash_command import kill_commands

PARTS = range(4)


@pytest.mark.parametrize("part", PARTS)
def test_killed_engines_lose_and_double_nothing(part: int) -> None:
    kills = KILLS["short"] // len(PARTS)
    counts = kill_engines(kills, seed=part)
    assert counts["engine_kills"] >= kills
    # They were killed where it matters.
    assert counts["of_them_inside_a_transaction"] > kills // 10
    assert counts["of_them_while_it_commits"] > 0
    assert counts["journals_left_to_be_rolled_back"] > kills // 20
    assert counts["acknowledged_verbs"] > kills // 10


@pytest.mark.parametrize("part", PARTS)
def test_killed_commands_lose_and_double_nothing(part: int) -> None:
    kills = COMMAND_KILLS["short"] // len(PARTS)
    counts = kill_commands(kills, seed=part)
    assert counts["command_line_kills"] == kills
    assert counts["retries_of_the_unacknowledged"] > 0
