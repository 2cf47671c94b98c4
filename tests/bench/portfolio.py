"""What a large portfolio takes, each row as a ratio to the least that could be done, all in one run.

    python -m tests.bench.portfolio [ACCOUNTS] [CASE ...]

So many accounts are open (100,000 unless said otherwise), their bill days spread over the month, all settled but the
last day. Everything runs in a process of its own, one after another, and processor time is compared: it depends least
on what else the machine does. `MB` is the most memory that the case took.
"""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from baitiao_cli.actions.accrue import AccrueAsked, accrue_all
from baitiao_cli.actions.trial_balance import trial_balance
from baitiao_cli.actions.verb import Call
from baitiao_cli.cli.playing import play_in
from baitiao_cli.ledger.check import prove
from baitiao_cli.ledger.side_by_side import core_count
from baitiao_cli.ledger.store import Ledger, ReadTransaction
from baitiao_cli.reports.aging import aging
from tests.bench.large_ledger import FACTS, SETTLED_ON, add_long_life, make_ledger, make_portfolio
from tests.bench.same_rows import rows_since, set_aside, write_plainly
from tests.bench.scenario_speed import scenario_of

FEW = 1_000
"""Of so many accounts what is measured day by day."""

NEXT_DAY = SETTLED_ON + timedelta(days=1)
LATER = "2027-09-01"
"""When even the longest history is over."""


class Used(NamedTuple):
    """What a piece of work took: seconds by the clock and of the processor, the most memory in MB.

    `own_cpu` is without the processes that it started.
    """

    clock: float
    cpu: float
    own_cpu: float
    memory: float


class Row(NamedTuple):
    """A line of the table: a case beside its base; `target` is what the ratio should be at most ("" none)."""

    case: str
    base: str
    used: Used
    ratio: float
    target: str


def cpu_seconds(who: int) -> float:
    """The processor time of this process, or of its children that have ended."""
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def used_by(work: Callable[[], object]) -> Used:
    """What the work takes in a child, its own children counted in."""
    reading, writing = os.pipe()
    began = time.perf_counter()
    child = os.fork()
    if child == 0:
        try:
            before = cpu_seconds(resource.RUSAGE_SELF)
            work()
            own = cpu_seconds(resource.RUSAGE_SELF) - before
            os.write(writing, f"{own} {cpu_seconds(resource.RUSAGE_CHILDREN)}".encode())
            os._exit(0)
        finally:
            os._exit(1)  # whatever happened: it must not go on as a second parent
    _, status, used = os.wait4(child, 0)
    clock = time.perf_counter() - began
    assert status == 0
    os.close(writing)
    with os.fdopen(reading) as told:
        own, of_others = map(float, told.read().split())
    return Used(clock, own + of_others, own, used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))


def shared_out(used: Used) -> float:
    """The seconds by the clock on cores that nobody else uses, if what others do is shared out evenly among them."""
    return used.own_cpu + (used.cpu - used.own_cpu) / (core_count() or 1)


def call(today: date) -> Call:
    """The circumstances of a run on a day."""
    return Call(today=today, now=f"{today}T02:00:00Z", operator="bench")


def accrued(path: Path, today: date) -> int:
    """How many accounts a run over the whole ledger settled through a day."""
    return accrue_all(Ledger.open(path), AccrueAsked(), call(today)).account_count


def scan(path: Path) -> None:
    """One sum over a column of all accounts."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("SELECT sum(used_fen) FROM accounts").fetchone()


def hashed(path: Path) -> None:
    """The SHA-256 of the bytes of the file."""
    sum_ = sha256()
    with path.open("rb") as file:
        while block := file.read(2**20):
            sum_.update(block)


def fetched(path: Path) -> None:
    """Every row of the facts, fetched in the order of its key, and nothing done with it."""
    with closing(sqlite3.connect(path)) as connection:
        for table in FACTS:
            deque(connection.execute(f"SELECT * FROM {table} ORDER BY rowid"), maxlen=0)


def nothing_due(folder: Path, count: int) -> Iterator[Row]:
    """`accrue` on a day on which nothing happens."""
    path = portfolio(folder, count)
    base = used_by(lambda: scan(path))
    done = used_by(lambda: accrued(path, SETTLED_ON))
    yield Row("accrue, nothing due", "one SUM over accounts", done, done.cpu / base.cpu, "4")


def one_day(folder: Path, count: int) -> Iterator[Row]:
    """`accrue` on a day on which 1 in 28 is billed, and what 1 in 28 owes falls due."""
    path, aside = portfolio(folder, count), folder / "aside.db"
    set_aside(path, aside)
    done = used_by(lambda: accrued(path, NEXT_DAY))
    written = rows_since(aside, path)
    base = write_plainly(written, folder / "plain.db")
    for gone in (path, aside, folder / "plain.db"):
        gone.unlink()
    yield Row(f"accrue a day, {written.count:,} rows", "executemany", done, done.cpu / base, "40")
    yield Row("  of it by the one that writes", "executemany", done, done.own_cpu / base, "10")


def a_year(folder: Path, count: int) -> Iterator[Row]:
    """`accrue` 365 days at once, and day by day."""
    at_once, daily = folder / "at-once.db", folder / "daily.db"
    make_portfolio(at_once, min(count, FEW))
    shutil.copy(at_once, daily)
    days = [SETTLED_ON + timedelta(days=day) for day in range(1, 366)]
    base = used_by(lambda: [accrued(daily, day) for day in days])
    done = used_by(lambda: accrued(at_once, days[-1]))
    yield Row("accrue 365 days at once", "the same day by day", done, done.cpu / base.cpu, "1")


def books(folder: Path, count: int) -> Iterator[Row]:
    """The trial balance of the day that all accounts are settled through."""
    yield _report(folder, count, "trial-balance", trial_balance)


def bands(folder: Path, count: int) -> Iterator[Row]:
    """The bands of that day, with the rolls of the months before; the whole command, beside that of nobody."""
    yield _report(folder, count, "aging", aging)
    path, nobody = portfolio(folder, count), folder / "nobody.db"
    Ledger.create(nobody, now="2000-01-01T00:00:00Z")
    given = [sys.executable, "-m", "baitiao_cli", "report", "aging", "--today", str(SETTLED_ON), "--ledger"]
    taken = [
        used_by(partial(subprocess.run, [*given, str(place)], check=True, capture_output=True))
        for place in (nobody, path)
    ]
    yield Row("`report aging`, as a command", "the same of nobody", taken[1], taken[1].cpu / taken[0].cpu, "2")
    nobody.unlink()


def _report(folder: Path, count: int, name: str, report: Callable[[ReadTransaction, date], object]) -> Row:
    path = portfolio(folder, count)

    def told() -> None:
        with Ledger.open(path).read() as tx:
            report(tx, SETTLED_ON)

    base, done = used_by(lambda: scan(path)), used_by(told)
    return Row(f"report {name}", "one SUM over accounts", done, done.cpu / base.cpu, "4")


def checks(folder: Path, count: int) -> Iterator[Row]:
    """`check` of as many events as there are accounts, and with `--full` of ten thousand."""
    path, small = ledger_of_events(folder, count), folder / "few-events.db"
    base, scanned = used_by(lambda: hashed(path)), used_by(lambda: fetched(path))
    done = used_by(lambda: prove(Ledger.open(path)))
    free = f"  on {core_count() or 1} free cores"
    yield Row(f"check, {count:,} events", "SHA-256 of the file", done, done.cpu / base.cpu, "10")
    yield Row(free, "the same", done, shared_out(done) / base.cpu, "10")
    yield Row("  all processors", "each row of facts fetched", done, done.cpu / scanned.cpu, "")
    few = make_ledger(small, min(count, 10 * FEW))
    alone = used_by(lambda: prove(Ledger.open(small), full=True, is_alone=True))
    full = used_by(lambda: prove(Ledger.open(small), full=True))
    yield Row(f"check --full: {few / full.cpu:,.0f} events/s", "check", full, full.cpu / done.cpu * count / few, "")
    rate = f"{few / shared_out(full):,.0f} events/s"
    yield Row(f"{free}: {rate}", "one process alone", full, shared_out(full) / alone.cpu, "")
    small.unlink()


def history(folder: Path, count: int) -> Iterator[Row]:
    """`show` and `statement` of an account with a long history in a large ledger, beside a small one."""
    large, small = ledger_of_events(folder, count), folder / "small.db"
    make_ledger(small, 1)
    events = min(count // 10, 10_000)
    long = add_long_life(large, events)
    for view in ("show", "statement"):
        taken = []
        for path, account_id in ((small, "A1"), (large, "A1"), (large, long)):
            words = [sys.executable, "-m", "baitiao_cli", view, account_id, "--ledger", str(path), "--today", LATER]
            taken.append(used_by(partial(subprocess.run, words, check=True, capture_output=True)))
        for name, used in zip(("in a large ledger", f"of {events:,} events"), taken[1:], strict=True):
            yield Row(f"{view} {name}", "in a small ledger", used, used.cpu / taken[0].cpu, "1.3")
    large.unlink()


def verbs(folder: Path, count: int) -> Iterator[Row]:
    """A thousand verbs and more in one scenario."""
    path, aside = folder / "scenario.db", folder / "before.db"
    Ledger.create(folder / "empty.db", now="2000-01-01T00:00:00Z")
    set_aside(folder / "empty.db", aside)
    scenario = scenario_of(min(count, 100))
    done = used_by(lambda: play_in(path, scenario, "en", is_kept=True))
    written = rows_since(aside, path)
    base = write_plainly(written, folder / "plain-scenario.db")
    yield Row(f"scenario, {written.count:,} rows", "executemany", done, done.cpu / base, "10")


CASES: dict[str, Callable[[Path, int], Iterator[Row]]] = {
    "nothing-due": nothing_due,
    "trial-balance": books,
    "aging": bands,
    "one-day": one_day,  # the last one of the portfolio: it changes it
    "year": a_year,
    "check": checks,
    "history": history,
    "scenario": verbs,
}


def portfolio(folder: Path, count: int) -> Path:
    """The ledger of so many accounts, made when it is first asked for."""
    path = folder / "portfolio.db"
    if not path.exists():
        make_portfolio(path, count)
    return path


def ledger_of_events(folder: Path, count: int) -> Path:
    """The ledger of so many events, made when it is first asked for."""
    path = folder / "events.db"
    if not path.exists():
        make_ledger(path, count)
    return path


def main() -> None:
    """Prints a line for each case."""
    arguments = sys.argv[1:] or ["100000"]
    count, names = int(arguments[0]), arguments[1:] or [*CASES]
    print(f"{count:,} accounts")
    print(f"{'case':36}{'base':26}{'cpu s':>8}{'s':>8}{'MB':>6}{'ratio':>9}{'target':>8}")
    with TemporaryDirectory(prefix="baitiao-bench-") as folder:
        for name in names:
            for row in CASES[name](Path(folder), count):
                figures = f"{row.used.cpu:8.2f}{row.used.clock:8.2f}{row.used.memory:6.0f}{row.ratio:9.2f}"
                print(f"{row.case:36}{row.base:26}{figures}{row.target:>8}", flush=True)


if __name__ == "__main__":
    main()
