"""The ledger in which joint lending is tried."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def desk(run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Runs a command line on a day in a ledger with the funders East (F1) and West (F2) and one account."""
    monkeypatch.setenv("BAITIAO_LEDGER", str(tmp_path / "desk.db"))

    def on(today: str, *arguments: str) -> Any:
        return run(*arguments, "--today", today)

    on("2026-07-01", "init")
    on("2026-07-01", "open", "--name", "x", "--limit", "20000")
    on("2026-07-01", "funder", "East")
    on("2026-07-01", "funder", "West")
    return on
