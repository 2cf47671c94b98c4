"""The start-up script prints a ratio for each case; how large it is depends on the machine and is not asserted.

But for one: a shell asks at every TAB, and is answered in less than 150% of a plain start (it takes about 40%).
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

from tests.bench.startup import COMPLETION, PROGRAM, make_ledger, seconds, surroundings


def test_the_script_prints_ratios():
    script = Path(__file__).with_name("startup.py")
    run = subprocess.run([sys.executable, script, "1", "--no-instructions"], capture_output=True, text=True, check=True)
    heading, *lines = run.stdout.splitlines()
    assert heading.split() == ["case", "ms", "time", "instructions", "ratio"]
    assert all(float(line.split()[-1]) > 0 for line in lines)
    assert any(line.startswith("--version") for line in lines)


def test_a_shell_is_answered_sooner_than_the_program_starts(tmp_path):
    environment = surroundings(tmp_path)
    make_ledger(environment)
    plain = [*PROGRAM, "--version"]
    pairs = [(seconds(COMPLETION, environment), seconds(plain, environment)) for _ in range(6)][1:]
    asked, started = (statistics.median(side) for side in zip(*pairs, strict=True))
    assert asked < 1.5 * started
