"""What the stories of the command line share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Result


@pytest.fixture
def tell(run: Callable[..., Result], tmp_path: Path) -> Callable[..., Result]:
    """Runs the program in a ledger of its own, on a day."""
    ledger = ["--ledger", str(tmp_path / "ledger.db")]

    def told(today: str, *arguments: str) -> Result:
        if not Path(ledger[1]).exists():
            assert run("init", *ledger, "--today", today).status == 0
        return run(*arguments, *ledger, "--today", today)

    return told
