"""The README tells the truth: its output is what the commands print, its table names every command, its lines run."""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from readme_blocks import README, rendered

from baitiao_cli.cli.group import MODULES
from baitiao_cli.messages.commands import COMMANDS

TEXT = README.read_text(encoding="utf-8")
ROOT = README.parent


def test_the_output_shown_is_the_output_printed(tmp_path):
    assert rendered(TEXT, tmp_path) == TEXT


def test_the_table_has_a_row_for_every_command_with_its_help_and_its_test():
    table = TEXT.split("\n## Commands\n")[1].split("\n## ")[0]
    rows = [line for line in table.splitlines() if line.startswith("| `")]
    told = {row.split("`")[1]: row for row in rows}
    assert list(told) == list(MODULES)
    for name, row in told.items():
        assert COMMANDS[name].help.en in row
        test = row.split("](")[1].split(")")[0]
        called = ", ".join(f'"{word}"' for word in name.split())
        assert called in (ROOT / test).read_text(encoding="utf-8")


def test_the_python_shown_runs():
    blocks = re.findall(r"^```python\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        exec(block, {})


def test_make_check_is_what_ci_runs():
    assert "check:\n\tbash .ci/run\n" in (ROOT / "Makefile").read_text(encoding="utf-8")
