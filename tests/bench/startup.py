"""Measures what one call costs: instructions against a bare `python -I -c pass`, wall time in turn, and disk syncs.

    python -m tests.bench.startup [ROUNDS] [--no-instructions] [--markdown]

Instructions are counted by `valgrind --tool=callgrind`: they hardly depend on the machine or on what else it does. Wall
times are told as ratios of medians of runs that were taken in turn. What is printed as a table is printed on a terminal
(a pseudo-terminal, 80 columns). Syncs of the disk are counted by `strace`. Peers are `sqlite-utils` (extra `bench`) and
`hledger`; what is not installed is left out.
"""

from __future__ import annotations

import argparse
import os
import pty
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from baitiao_cli.cli.completing import TABLE
from baitiao_cli.cli.completion_table import table_of_commands

PYTHON = sys.executable
POSTINGS = 1_000
# A write of one row as a ledger does it, with nothing around it: so often the disk must be asked.
BARE_WRITE = """\
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = TRUNCATE")
connection.execute("PRAGMA synchronous = EXTRA")
connection.execute("CREATE TABLE IF NOT EXISTS kept (at INTEGER PRIMARY KEY) STRICT")
connection.execute("BEGIN IMMEDIATE")
connection.execute("INSERT INTO kept DEFAULT VALUES")
connection.execute("COMMIT")
"""
# What pip has written for `[project.scripts]` since version 25; before, it also imported `re`.
LAUNCHER = """\
import sys
from baitiao_cli.__main__ import main
if __name__ == "__main__":
    sys.argv[0] = sys.argv[0].removesuffix(".exe")
    sys.exit(main())
"""


class Case(NamedTuple):
    """One command line: its words, whether its output is a terminal, and whether it writes to the ledger."""

    words: list[str]
    on_terminal: bool = False
    writes: bool = False


class Measured(NamedTuple):
    """What a case took: median seconds, instructions, and syncs of the disk (0: not counted)."""

    seconds: float
    instructions: int = 0
    syncs: int = 0


def cases(folder: Path) -> dict[str, Case]:
    """All that is measured, by name; the first is what the others are ratios to."""
    program = [PYTHON, str(folder / "baitiao")]
    day = ["--today", "2026-02-20"]
    quote = [*program, "quote", "1000", "--installments", "12", "--fee", "0.6%", "--on", "2024-01-12"]
    ledger, journal = str(folder / "ledger.db"), str(folder / "book.journal")
    found = {
        "python -I -c pass": Case([PYTHON, "-I", "-c", "pass"]),
        "import typer": Case([PYTHON, "-I", "-c", "import typer"]),
        "import msgspec, sqlite3": Case([PYTHON, "-I", "-c", "import msgspec, sqlite3"]),
        "--version": Case([*program, "--version"]),
        "show, a table": Case([*program, "show", "A1", *day], on_terminal=True),
        "show, in a pipe": Case([*program, "show", "A1", *day]),
        "repay": Case([*program, "repay", "A1", "0.01", *day], on_terminal=True, writes=True),
        "a row by sqlite3": Case([PYTHON, "-I", "-c", BARE_WRITE, str(folder / "bare.db")], writes=True),
        "statement": Case([*program, "statement", "A1", *day]),
        "list": Case([*program, "list", *day]),
        "quote": Case(quote, writes=True),
        "quote --json": Case([*quote, "--json"]),
        "a refusal": Case([*program, "quote", "1e3"]),
        "--help": Case([*program, "--help"]),
        "charge --help": Case([*program, "charge", "--help"]),
        "TAB behind show": Case([*program, "__complete", "bash", "baitiao show A"]),
    }
    if beside := shutil.which("sqlite-utils", path=str(Path(PYTHON).parent)):
        found["sqlite-utils rows"] = Case([PYTHON, beside, "rows", ledger, "accounts", "--table"], on_terminal=True)
    if hledger := shutil.which("hledger"):
        found["hledger bal"] = Case([hledger, "-f", journal, "bal"], on_terminal=True)
    return found


@contextmanager
def prepared() -> Iterator[tuple[Path, dict[str, str]]]:
    """A folder with what the cases need, and their environment: byte code kept, as an installed program has it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "baitiao").write_text(LAUNCHER)
        write_journal(folder / "book.journal")
        environment = surroundings(folder)
        make_ledger(folder, environment)
        yield folder, environment


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of every case: a ledger of its own, 80 columns, this program."""
    unwanted = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"}
    environment = {name: text for name, text in os.environ.items() if name not in unwanted}
    # What the script of a shell hands in at every TAB.
    shell = {TABLE: table_of_commands()}
    terminal = {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "40"}
    return {
        **environment, **shell, **terminal, "PYTHONHASHSEED": "0", "BAITIAO_LEDGER": str(folder / "ledger.db"),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }  # fmt: skip


def make_ledger(folder: Path, environment: dict[str, str]) -> None:
    """A small account: a phone in 12 installments, a purchase on the bill, a bill, a payment."""
    for line in (
        "init",
        "open --name Li --limit 20000 --today 2026-01-05",
        "charge A1 5999 --installments 12 --today 2026-01-08",
        "charge A1 400 --today 2026-01-21",
        "accrue --today 2026-02-03",
        "repay A1 575.90 --today 2026-02-10",
    ):
        words = [PYTHON, str(folder / "baitiao"), *line.split()]
        subprocess.run(words, env=environment, stdout=subprocess.DEVNULL, check=True)


def write_journal(path: Path) -> None:
    """A book of so many postings, two a transaction, for `hledger bal`."""
    path.write_text(
        "".join(
            f"2026-{at % 12 + 1:02d}-{at % 28 + 1:02d} purchase {at}\n"
            f"    assets:receivable:A{at % 50}  {at}.50 CNY\n    liabilities:merchants\n\n"
            for at in range(POSTINGS // 2)
        )
    )


@contextmanager
def output_of(case: Case) -> Iterator[int]:
    """Where the case writes: a terminal whose text is thrown away, or nowhere."""
    if not case.on_terminal:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            yield nowhere
        finally:
            os.close(nowhere)
        return
    reader, terminal = pty.openpty()
    emptying = threading.Thread(target=_read_all, args=(reader,))
    emptying.start()
    try:
        yield terminal
    finally:
        os.close(terminal)
        emptying.join()
        os.close(reader)


def _read_all(reader: int) -> None:
    try:
        while os.read(reader, 65536):
            pass
    except OSError:  # nobody has the other end open any more
        pass


def run(case: Case, environment: dict[str, str], under: list[str] | None = None) -> str:
    """Runs a case once, `under` another program if that is to watch it; what it said on stderr."""
    with output_of(case) as stdout:
        done = subprocess.run(
            [*(under or []), *case.words],
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=environment,
        )
    return done.stderr


def seconds(case: Case, environment: dict[str, str]) -> float:
    """The wall time of one run."""
    begin = time.perf_counter()
    run(case, environment)
    return time.perf_counter() - begin


def instructions(case: Case, environment: dict[str, str]) -> int:
    """How many instructions one run takes, by valgrind."""
    said = run(case, environment, ["valgrind", "--tool=callgrind", f"--callgrind-out-file={os.devnull}"])
    found = re.search(r"Collected : (\d+)", said)
    return int(found[1]) if found else 0


def syncs(case: Case, environment: dict[str, str]) -> int:
    """How often one run makes the disk keep what it has, by strace."""
    with tempfile.NamedTemporaryFile("r") as calls:
        run(case, environment, ["strace", "-f", "-qq", "-e", "trace=fsync,fdatasync", "-o", calls.name])
        return sum("sync(" in line for line in calls)


def measure(rounds: int, asked: dict[str, Case], environment: dict[str, str], counted: bool) -> dict[str, Measured]:
    """All cases, their wall times taken in turn."""
    taken: dict[str, list[float]] = {name: [] for name in asked}
    for case in asked.values():
        seconds(case, environment)  # the first run compiles and fills the cache of the disk
    counting, tracing = (counted and shutil.which(tool) is not None for tool in ("valgrind", "strace"))
    # Before the others, for each `repay` adds to the account.
    counts = {name: instructions(case, environment) if counting else 0 for name, case in asked.items()}
    for _ in range(rounds):
        for name, case in asked.items():
            taken[name].append(seconds(case, environment))
    return {
        name: Measured(
            statistics.median(taken[name]),
            counts[name],
            syncs(case, environment) if tracing and case.writes else 0,
        )
        for name, case in asked.items()
    }


def told(measured: dict[str, Measured], as_markdown: bool) -> str:
    """A table with a line a case; ratios are to the first."""
    first = next(iter(measured.values()))
    lines = [["case", "ms", "time", "instructions", "ratio", "syncs"]]
    for name, one in measured.items():
        ratio = f"{one.instructions / first.instructions:.2f}" if first.instructions else "-"
        counted = f"{one.instructions / 1e6:,.1f} M" if one.instructions else "-"
        time_ratio = f"{one.seconds / first.seconds:.2f}"
        lines.append([name, f"{one.seconds * 1000:.0f}", time_ratio, counted, ratio, str(one.syncs or "-")])
    if as_markdown:
        rows = [f"| {' | '.join(cells)} |" for cells in ([f"`{name}`", *rest] for name, *rest in lines[1:])]
        return "\n".join([f"| {' | '.join(lines[0])} |", "|---|---:|---:|---:|---:|---:|", *rows])
    return "\n".join(f"{cells[0]:<24}" + "".join(f"{cell:>14}" for cell in cells[1:]) for cells in lines)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description="Measures what one call costs.")
    parser.add_argument("rounds", type=int, nargs="?", default=11, help="how often each case is timed")
    parser.add_argument("--no-instructions", action="store_true", help="wall times alone, which is quick")
    parser.add_argument("--markdown", action="store_true", help="a table as docs/speed.md has it")
    given = parser.parse_args()
    with prepared() as (folder, environment):
        measured = measure(given.rounds, cases(folder), environment, not given.no_instructions)
    print(told(measured, given.markdown))


if __name__ == "__main__":
    main()
