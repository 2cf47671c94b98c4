"""`check`: proves that the ledger is what its events make it."""

from __future__ import annotations

from pathlib import Path

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import Progress, Proved, prove
from baitiao_cli.ledger.store import Ledger


def check(path: Path, full: bool = False, against: str = "", progress: Progress | None = None) -> Proved:
    """All findings, and the head hash that the chain ends with; `full` folds every account again.

    Error: `ledger-uncheckable` when the file is damaged so far that it cannot even be looked at.
    `against` is a head that was kept elsewhere: it must be in the chain, or transactions were cut off since.
    """
    try:
        return prove(Ledger.open(path), full, against, progress)
    except BaitiaoError as error:
        if error.code != "ledger-damaged":
            raise
        raise BaitiaoError("ledger-uncheckable", **error.details) from error
