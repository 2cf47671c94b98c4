"""How long writers wait for each other: many processes on one ledger, each with one verb after the other.

    python -m tests.bench.writers [SECONDS]

Told are the transactions of all, the longest that one waited for its turn, and how many the one with the fewest did for
each of the one with the most. The ledger lies where temporary files do (TMPDIR); with fewer processors than writers
what they share is those as well, so the longest wait depends on what else the machine does.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from baitiao_cli.actions.open import OPEN, OpenAsked
from baitiao_cli.actions.perform import perform, perform_in
from baitiao_cli.actions.repay import REPAY, RepayAsked
from baitiao_cli.actions.verb import Call
from baitiao_cli.ledger.store import Ledger
from tests.harness.processes import at_once

DAY = date(2026, 1, 5)
CALL = Call(today=DAY, now="2026-01-05T00:00:00.000000Z", operator="bench")
WRITERS = (8, 32)


class Share(NamedTuple):
    """What came of so many writers: a writer that met an error would have ended the run."""

    writers: int
    transactions: int
    longest_wait_seconds: float
    least_of_most: float


def write_until(path: Path, account_id: str, until: float) -> dict[str, float]:
    """One writer: a fen is paid, in a transaction of its own, again and again."""
    ledger, longest, count = Ledger(path), 0.0, 0
    while (asked_at := time.monotonic()) < until:
        with ledger.write(today=DAY, now=CALL.now, operator=CALL.operator) as tx:
            longest = max(longest, time.monotonic() - asked_at)
            perform_in(tx, REPAY, RepayAsked(account_id=account_id, amount_fen=1), CALL)
        count += 1
    return {"count": count, "longest": longest}


def shared(writers: int, seconds: float) -> Share:
    """So many writers for so long, each with an account of its own on one ledger."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        ledger = Ledger.create(path, now=CALL.now)
        accounts = [
            perform(ledger, OPEN, OpenAsked(name=f"W{number}", limit_fen=100_000), CALL).account_id
            for number in range(writers)
        ]
        until = time.monotonic() + seconds
        works: list[Callable[[], dict[str, float]]] = [partial(write_until, path, one, until) for one in accounts]
        told = at_once(works)
    assert not [each["raised"] for each in told if "raised" in each]
    counts = [int(each["count"]) for each in told]
    return Share(writers, sum(counts), max(each["longest"] for each in told), min(counts) / max(*counts, 1))


def main() -> None:
    """Prints a line for each number of writers."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 5.0
    print(f"{'writers':>8}{'a second':>10}{'longest wait':>14}{'in rounds':>11}{'least/most':>12}")
    for one in (shared(writers, seconds) for writers in WRITERS):
        rate = one.transactions / seconds
        rounds = one.longest_wait_seconds * rate / one.writers  # 1: the time in which each has one turn, on average
        told = f"{one.writers:>8}{rate:>10.0f}{one.longest_wait_seconds:>12.2f} s"
        print(f"{told}{rounds:>11.1f}{one.least_of_most:>12.2f}")


if __name__ == "__main__":
    main()
