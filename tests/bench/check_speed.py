"""How long a check of a large ledger takes, and how much memory, beside a plain scan of the rows that it must see.

    python -m tests.bench.check_speed [EVENTS]

The scan fetches every event, seal, group and posting in the order of its key and does nothing with them. Each runs in a
process of its own; processor time is compared, for that depends least on what else the machine does.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from baitiao_cli.ledger.check import prove
from baitiao_cli.ledger.store import Ledger
from tests.bench.large_ledger import FACTS, make_ledger


def scan(path: Path) -> None:
    """Fetches every row of the facts."""
    connection = sqlite3.connect(path)
    for table in FACTS:
        for _ in connection.execute(f"SELECT * FROM {table} ORDER BY rowid"):
            pass


def check(path: Path) -> None:
    """The check as the command does it."""
    assert prove(Ledger.open(path)).findings == []


def measured(work: Callable[[Path], None], path: Path) -> tuple[float, float, float]:
    """Seconds by the clock and of the processor, and the most memory in MB, of a child that does the work."""
    started = time.perf_counter()
    child = os.fork()
    if child == 0:
        try:
            work(path)
            os._exit(0)
        finally:
            os._exit(1)  # whatever happened: it must not go on as a second parent
    _, status, used = os.wait4(child, 0)
    assert status == 0
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / unit


def main() -> None:
    """Prints a line for the scan and one for the check."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        count = make_ledger(path, events)
        print(f"{count:,} events, {path.stat().st_size / 2**20:,.0f} MB")
        print(f"{'case':8}{'s':>8}{'cpu s':>8}{'ratio':>8}{'MB':>8}")
        base = 0.0
        for name, work in (("scan", scan), ("check", check)):
            clock, cpu, memory = measured(work, path)
            base = base or cpu
            print(f"{name:8}{clock:8.2f}{cpu:8.2f}{cpu / base:8.2f}{memory:8.0f}")


if __name__ == "__main__":
    main()
