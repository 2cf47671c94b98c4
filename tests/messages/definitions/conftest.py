"""A ledger in which the examples of the definitions are worked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def at(run: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Runs a command on a day in a ledger of its own, and gives what it answers: `at("2026-01-05", "init")`."""

    def run_at(today: str, *arguments: str) -> Any:
        done = run(*arguments, "--today", today, "--ledger", str(tmp_path / "ledger.db"), "--json")
        assert done.status == 0, done.err
        return done.data

    return run_at
