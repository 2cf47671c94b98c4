"""The developer's fixture in `examples/`: its tests pass, and run as a program it prints what it holds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FIXTURE = Path(__file__).parents[2] / "examples" / "fixture.py"


def test_its_tests_pass(tmp_path):
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        f"--rootdir={tmp_path}",
    ]
    done = subprocess.run(
        [*command, "-c", "/dev/null", str(FIXTURE)], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "6 passed" in done.stdout


def test_it_prints_what_it_holds():
    printed = subprocess.run([sys.executable, str(FIXTURE)], capture_output=True, text=True, check=True).stdout
    # 5,999.00 and the fee of 35.99, less the first installment of 535.90.
    assert "2026-02-10  A1E4  repayment-received     5,499.09" in printed
    assert "head " in printed
