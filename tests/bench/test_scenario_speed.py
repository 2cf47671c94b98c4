"""The script prints ratios; and one transaction for all steps costs less than one for each."""

from __future__ import annotations

import sys

from tests.bench import scenario_speed


def test_the_script_prints_ratios(capsys, monkeypatch) -> None:
    monkeypatch.setattr(sys, "argv", ["scenario_speed", "20"])
    scenario_speed.main()
    heading, columns, *lines = capsys.readouterr().out.splitlines()
    assert heading == "266 steps"  # 20 openings, 6 months of 20 purchases and payments, and an end of the month
    assert columns.split() == ["way", "cpu", "s", "steps/s", "ratio"]
    told = {line[:16].strip(): line[16:].split() for line in lines}
    assert list(told) == ["one transaction", "a commit each", "folds alone"]
    assert float(told["a commit each"][2]) > 1.2
