"""A small ledger that the tests of the commands begin with, each with a copy of its own.

A1, opened 2026-01-05 with 20,000.00, bill day 3, tier B (0.6% a period):
A1E2 on 2026-01-08  A1P1  a phone, 5,999.00 in 12 installments, order T-1001
A1E3 on 2026-01-21  A1P2  groceries, 400.00, on the next bill
A1E4 on 2026-02-03  bill no. 1, due 2026-02-12
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from baitiao_cli.cli.main import main

STORY = """
2026-01-05 init
2026-01-05 open --name 李雷 --limit 20000 --phone 13800001234 --id-number 000000199009011234
2026-01-08 charge A1 5999 --installments 12 --merchant 手机店 --order T-1001
2026-01-21 charge A1 400 --merchant 超市
2026-02-03 accrue
"""


@pytest.fixture(scope="session")
def story_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("story") / "ledger.db"
    with redirect_stdout(io.StringIO()):
        for line in STORY.strip().splitlines():
            today, *arguments = line.split()
            assert main([*arguments, "--today", today, "--ledger", str(path)]) == 0
    return path


@pytest.fixture
def ledger(story_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of a copy of the story's ledger, which commands use without being told."""
    path = tmp_path / "ledger.db"
    shutil.copyfile(story_ledger, path)
    monkeypatch.setenv("BAITIAO_LEDGER", str(path))
    return path


@pytest.fixture
def at(run: Callable[..., Any], ledger: Path) -> Callable[..., Any]:
    """Runs a command line in the story's ledger on a day: `at("2026-02-05", "repay", "A1", "100")`."""
    return lambda today, *arguments, stdin="": run(*arguments, "--today", today, stdin=stdin)


@pytest.fixture
def head(run: Callable[..., Any], ledger: Path) -> Callable[[], str]:
    """The hash that stands for all facts in the story's ledger, and that the check passes."""

    def head_of() -> str:
        result = run("check", "--json")
        assert result.data["findings"] == []
        return str(result.data["head"])

    return head_of


@pytest.fixture(scope="session")
def paper_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.harness.papers import make_ledger

    path = tmp_path_factory.mktemp("papers") / "ledger.db"
    make_ledger(path)
    return path


@pytest.fixture
def on_paper(run: Callable[..., Any], paper_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs a command on a copy of the ledger of tests/harness/papers.py, on its day, in a folder of its own."""
    from tests.harness.papers import TODAY

    shutil.copyfile(paper_ledger, tmp_path / "ledger.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BAITIAO_LEDGER", "ledger.db")
    return lambda *arguments: run(*arguments, "--today", TODAY)
