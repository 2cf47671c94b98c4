"""The examples are run as a reader would run them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def play(tmp_path: Path) -> Callable[..., str]:
    """Runs a script of `examples/` with the program as `baitiao` on the path; gives what it printed."""
    program = tmp_path / "bin" / "baitiao"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m baitiao_cli "$@"\n', "utf-8")
    program.chmod(0o755)
    environment = {**os.environ, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}

    def run(name: str, *arguments: str, refused: bool = False) -> str:
        command = ["sh", str(EXAMPLES / name), *arguments]
        script = subprocess.run(command, capture_output=True, env=environment, check=False, timeout=300)
        assert (script.returncode != 0) == refused, script.stderr.decode()
        return script.stdout.decode()

    return run
