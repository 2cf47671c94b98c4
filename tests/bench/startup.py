"""Measures how long the program takes to start, as ratios to an empty Typer program, all in one interleaved run.

    python tests/bench/startup.py [ROUNDS]

Seconds differ from machine to machine and from minute to minute; ratios of medians that were taken in turn do not.
Where valgrind is installed, its counts of instructions are printed too: they are exact.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from baitiao_cli.cli.completing import TABLE
from baitiao_cli.cli.completion import table_of_commands

BASE = ["-c", "import sqlite3, typer"]
PROGRAM = ["-m", "baitiao_cli"]
QUOTE = [*PROGRAM, "quote", "1000", "--installments", "12", "--fee", "0.6%", "--on", "2024-01-12"]
COMPLETION = [*PROGRAM, "__complete", "bash", "baitiao show A"]
CASES = {
    "import sqlite3, typer": BASE,
    "--version": [*PROGRAM, "--version"],
    "--help": [*PROGRAM, "--help"],
    "quote --help": [*PROGRAM, "quote", "--help"],
    "quote": QUOTE,
    "quote --json": [*QUOTE, "--json"],
    "products": [*PROGRAM, "products"],
    "charge --help": [*PROGRAM, "charge", "--help"],
    "show": [*PROGRAM, "show", "A1", "--today", "2026-02-20"],
    "statement": [*PROGRAM, "statement", "A1", "--today", "2026-02-20"],
    "list": [*PROGRAM, "list", "--today", "2026-02-20"],
    "repay": [*PROGRAM, "repay", "A1", "0.01", "--today", "2026-02-20"],
    "a refusal": [*PROGRAM, "quote", "1e3"],
    "TAB behind show": COMPLETION,
}


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of every case: a ledger of its own, and byte code kept as an installed program has it."""
    environment = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    # What the script of a shell hands in at every TAB.
    shell = {TABLE: table_of_commands()}
    return {**environment, **shell, "PYTHONHASHSEED": "0", "BAITIAO_LEDGER": str(folder / "ledger.db")}


def make_ledger(environment: dict[str, str]) -> None:
    """A small account: a phone in 12 installments, a purchase on the bill, a bill, a payment."""
    for line in (
        "init",
        "open --name Li --limit 20000 --today 2026-01-05",
        "charge A1 5999 --installments 12 --today 2026-01-08",
        "charge A1 400 --today 2026-01-21",
        "accrue --today 2026-02-03",
        "repay A1 575.90 --today 2026-02-10",
    ):
        subprocess.run(
            [sys.executable, *PROGRAM, *line.split()], env=environment, stdout=subprocess.DEVNULL, check=True
        )


def seconds(arguments: list[str], environment: dict[str, str]) -> float:
    """The wall time of one run of Python with these arguments."""
    begin = time.perf_counter()
    quiet = subprocess.DEVNULL
    subprocess.run([sys.executable, *arguments], stdout=quiet, stderr=quiet, check=False, env=environment)
    return time.perf_counter() - begin


def instructions(arguments: list[str], environment: dict[str, str]) -> int:
    """How many instructions one run of Python takes, by valgrind."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={Path(folder, 'out')}", sys.executable]
        run = subprocess.run([*command, *arguments], capture_output=True, text=True, check=False, env=environment)
    found = re.search(r"Collected : (\d+)", run.stderr)
    return int(found[1]) if found else 0


def measure(rounds: int, environment: dict[str, str]) -> dict[str, float]:
    """The median seconds of each case, the cases taken in turn."""
    taken: dict[str, list[float]] = {name: [] for name in CASES}
    for arguments in CASES.values():
        seconds(arguments, environment)  # the first run compiles and fills the cache of the disk
    for _ in range(rounds):
        for name, arguments in CASES.items():
            taken[name].append(seconds(arguments, environment))
    return {name: statistics.median(times) for name, times in taken.items()}


def main() -> None:
    """Prints one line a case: ratio of time, and ratio of instructions if they can be counted."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    counted = shutil.which("valgrind") is not None and "--no-instructions" not in sys.argv
    with tempfile.TemporaryDirectory() as folder:
        environment = surroundings(Path(folder))
        make_ledger(environment)
        medians = measure(rounds, environment)
        counts = {name: instructions(arguments, environment) for name, arguments in CASES.items()} if counted else {}
    first = next(iter(CASES))
    print(f"{'case':<24}{'ms':>8}{'time':>8}{'instructions':>16}{'ratio':>8}")
    for name, median in medians.items():
        line = f"{name:<24}{median * 1000:>8.1f}{median / medians[first]:>8.2f}"
        if counts:
            line += f"{counts[name]:>16,}{counts[name] / counts[first]:>8.2f}"
        print(line)


if __name__ == "__main__":
    main()
