"""The start-up script prints a ratio for each case; how large it is depends on the machine and is not asserted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_the_script_prints_ratios():
    script = Path(__file__).with_name("startup.py")
    run = subprocess.run([sys.executable, script, "1", "--no-instructions"], capture_output=True, text=True, check=True)
    heading, *lines = run.stdout.splitlines()
    assert heading.split() == ["case", "ms", "time", "instructions", "ratio"]
    assert all(float(line.split()[-1]) > 0 for line in lines)
    assert any(line.startswith("--version") for line in lines)
