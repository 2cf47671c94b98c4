"""`check`: proves that the ledger is what its events make it."""

from __future__ import annotations

from pathlib import Path

from baitiao_cli.ledger.check import Finding, check_ledger
from baitiao_cli.ledger.store import Ledger


def check(path: Path, full: bool = False) -> tuple[list[Finding], str]:
    """All findings, and the head hash that the chain ends with; `full` folds every account again."""
    ledger = Ledger.open(path)
    findings = check_ledger(ledger, full)
    with ledger.read() as tx:
        return findings, tx.head()
