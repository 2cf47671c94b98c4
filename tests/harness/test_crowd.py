"""Many at once: nobody is turned away or waits long, no limit is passed, no total is torn: the short round."""

from __future__ import annotations

from .crowd import COMMANDS, FIRST_RUNS, SECONDS, command_at_once, open_first_at_once, write_at_once


def test_writers_and_readers_at_once() -> None:
    counts = write_at_once(SECONDS["short"], seed=1)
    assert counts["transactions"] > 500
    assert counts["limit-exceeded"] > 0
    assert counts["reads"] > 20


def test_command_lines_at_once() -> None:
    assert command_at_once(COMMANDS["short"], seed=1) == COMMANDS["short"]


def test_first_runs_at_once() -> None:
    for _ in range(FIRST_RUNS["short"]):
        open_first_at_once(seed=1)
