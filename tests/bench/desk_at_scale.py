"""How long every command of the desk takes over a generated portfolio, and how much memory, each in its own process.

    python -m tests.bench.desk_at_scale [ACCOUNTS]      10,000 accounts take the better part of an hour

So many accounts (1,000 unless said otherwise) are generated over 12 months. Each command runs on a terminal, as people
run it; processor time is told, for that depends least on what else the machine does. `folds` is it beside the time of
folding each account once to the last day, which is the least that most of them must do. `bar` says whether progress was
shown, `lines` how many lines stood on the terminal at the end.
"""

from __future__ import annotations

import os
import pty
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from baitiao_cli.actions.desk.every_account import folded
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.scenario.days import clock
from tests.conftest import STEERING

DAY = date(2026, 6, 30)
LAST = DAY.isoformat()
GENERATE = "scenario generate --accounts {} --months 12 --seed 1 --keep ledger.db"
COMMANDS = (
    *("list", "list --overdue"),
    *("report aging", "report classes", "report limits", "report forecast", "report vintages", "report profit"),
    *("report lifecycle", "report merchants", "report purchases --by merchant", "report trial-balance"),
    *("early-warning", "remind --out outbox", "cases open", "cases", "contacts", "promises", "tickets"),
    *("score --all", "score keep --all", "score test --scored-on 2025-12-31"),
    *("limits review --all", "limits apply --all"),
    *("risk --all", "risk scan --all", "queue"),
    *("compliance check", "bureau export", "bureau notices"),
    *("merchants", "merchant M1", "merchant-settle M1 --through 2026-06-30"),
    *("funder 样例资金方", "fund inst F1=70%,F0=30% --from 2025-01-01", "report funding"),
    *("funder-statement F1", "funder-settle F1 --through 2026-06-30"),
)
"""Every command of the desk that looks at a whole portfolio, in an order in which each has something to tell."""

FINDING = 6
"""The exit status of a check that found something."""


class Run(NamedTuple):
    """What a command took and left: seconds of the processor and by the clock, memory in MB, what was shown."""

    status: int
    cpu: float
    wall: float
    memory: int
    shown: str

    @property
    def has_bar(self) -> bool:
        """Whether a bar of progress was drawn."""
        return "\x1b[?25l" in self.shown

    @property
    def line_count(self) -> int:
        """How many lines stand on the terminal when it is over, without the bar."""
        return STEERING.sub("", self.shown.rpartition("\x1b[?25h")[2]).count("\n")


def run(folder: Path, command: str) -> Run:
    """Runs a command on a terminal of 100 columns, on the last day of the portfolio."""
    settings = {"TERM": "xterm", "COLUMNS": "100", "BAITIAO_LEDGER": "ledger.db", "BAITIAO_TODAY": LAST}
    started = time.perf_counter()
    process, terminal = pty.fork()
    if not process:
        os.chdir(folder)
        os.environ.update(settings)
        os.execv(sys.executable, [sys.executable, "-m", "baitiao_cli", *command.split()])
    shown = b"".join(iter(lambda: _read(terminal), b""))
    _, status, used = os.wait4(process, 0)
    os.close(terminal)
    return Run(
        status=os.waitstatus_to_exitcode(status),
        cpu=used.ru_utime + used.ru_stime,
        wall=time.perf_counter() - started,
        memory=used.ru_maxrss // 1024,
        shown=shown.decode("utf-8", "replace"),
    )


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux tells that the other side of a terminal was closed
        return b""


def fold_seconds(folder: Path) -> float:
    """Processor time of folding each account once to the last day."""
    started = time.process_time()
    with Ledger.open(folder / "ledger.db").write(today=DAY, now=clock(DAY), operator="bench", dry_run=True) as tx:
        assert sum(1 for _ in folded(tx, DAY))
    return time.process_time() - started


def measured(folder: Path, accounts: int) -> dict[str, Run]:
    """Each command with what it took; what fails ends the run with what it said."""
    done = {}
    for command in (GENERATE.format(accounts), *COMMANDS):
        done[command] = run(folder, command)
        if done[command].status not in (0, FINDING):
            raise SystemExit(f"{command}: {done[command].status}\n{done[command].shown[-800:]}")
    return done


def main() -> None:
    accounts = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with TemporaryDirectory(prefix="desk-at-scale-") as name:
        folder = Path(name)
        done = measured(folder, accounts)
        folds = fold_seconds(folder)
    print(f"{accounts} accounts x 12 months, each folded once in {folds:.1f} s")
    print(f"{'command':54} {'cpu s':>7} {'wall s':>7} {'folds':>6} {'MB':>5} {'bar':>4} {'lines':>6}")
    for command, took in done.items():
        bar = "yes" if took.has_bar else "-"
        seconds = f"{took.cpu:7.1f} {took.wall:7.1f} {took.cpu / folds:6.2f}"
        print(f"{command.partition(' --keep')[0]:54} {seconds} {took.memory:5} {bar:>4} {took.line_count:6}")


if __name__ == "__main__":
    main()
