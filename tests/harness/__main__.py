"""Tries what the ledger promises: it does not lose, double or leak.

    python -m tests.harness [PROMISE ...] [--long] [--seed N]

Each promise has a module here whose function runs one round: short as in CI, or long as docs/promises.md tells of.
What the rounds found is written as the table there. A promise that is broken stops the run and tells the seed.
"""

from __future__ import annotations

import argparse
import os
import secrets
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.harness.backup import backup_round
from tests.harness.bad_input import bad_input_round
from tests.harness.crash import crash_round
from tests.harness.crowd import crowd_round
from tests.harness.damage import damage_round
from tests.harness.io_errors import io_round
from tests.harness.mutants import mutants_round
from tests.harness.personal_data import personal_data_round
from tests.harness.power import power_round
from tests.harness.record import TABLE_HEAD, Round, Size, table_row
from tests.harness.same_request import same_request_round
from tests.harness.surroundings import surroundings_round

# One line a promise.
ROUNDS: dict[str, Round] = {
    "crash": crash_round,
    "power": power_round,
    "io-errors": io_round,
    "crowd": crowd_round,
    "same-request": same_request_round,
    "backup": backup_round,
    "bad-input": bad_input_round,
    "damage": damage_round,
    "surroundings": surroundings_round,
    "personal-data": personal_data_round,
    "mutants": mutants_round,
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the rounds that were asked for, or all, and prints their table; progress goes to stderr."""
    parser = argparse.ArgumentParser(prog="python -m tests.harness", description="Tries what the ledger promises.")
    parser.add_argument("promises", nargs="*", metavar="PROMISE", help=f"of: {', '.join(ROUNDS)}; default: all")
    parser.add_argument("--long", action="store_true", help="the long rounds, which take an hour")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6), help="of what is random")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.promises) - set(ROUNDS):
        parser.error(f"no such promise: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory() as folder:
        # One key for all ledgers of a run, so that a ledger can be copied about without its key file.
        os.environ["BAITIAO_KEY_FILE"] = str(Path(folder) / "people.key")
        run_rounds(asked.promises or list(ROUNDS), "long" if asked.long else "short", asked.seed)


def run_rounds(promises: Sequence[str], size: Size, seed: int) -> None:
    """Runs a round of each promise and prints its row of the table as it ends."""
    print(TABLE_HEAD, flush=True)
    for name in promises:
        sys.stderr.write(f"{name} (seed {seed}) ... ")
        sys.stderr.flush()
        started = time.monotonic()
        record = ROUNDS[name](size, seed)
        sys.stderr.write(f"{time.monotonic() - started:.0f} s\n")
        print(table_row(record), flush=True)


if __name__ == "__main__":
    main()
