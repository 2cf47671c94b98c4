"""Every command of the desk answers over a portfolio of some accounts; the script tells what each took."""

from __future__ import annotations

import sys

import pytest

from tests.bench import desk_at_scale


@pytest.mark.long
def test_every_command_answers_and_is_told(capsys, monkeypatch) -> None:
    monkeypatch.setattr(sys, "argv", ["desk_at_scale", "30"])
    desk_at_scale.main()
    heading, columns, *lines = capsys.readouterr().out.splitlines()
    assert heading.startswith("30 accounts x 12 months, each folded once in ")
    assert columns.split() == ["command", "cpu", "s", "wall", "s", "folds", "MB", "bar", "lines"]
    told = {line[:54].strip(): line[54:].split() for line in lines}
    assert list(told)[1:] == list(desk_at_scale.COMMANDS)
    for command, (_, _, _, memory, _, shown) in told.items():
        assert int(memory) < 200, command
        assert 0 < int(shown) < 250, command
