"""Crowd: many who write at once all get their turn soon, no limit is passed, and nobody reads half a transaction."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from baitiao_cli.actions.show import show
from baitiao_cli.actions.trial_balance import trial_balance
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.store import Ledger, ReadTransaction, WriteTransaction

from .deeds import ledger_of_version_0
from .processes import at_once
from .record import BrokenPromiseError, Record, Size
from .workload import FIRST_DAY, Customers, do, findings, folder_in_memory, new_ledger

WRITERS = 32
SECONDS: dict[Size, int] = {"short": 15, "long": 60}
COMMANDS: dict[Size, int] = {"short": 32, "long": 64}
FIRST_RUNS: dict[Size, int] = {"short": 3, "long": 30}
ACCOUNTS = 120
LIMIT_FEN = 200_000  # one or two purchases: it is met again and again
LONGEST_WAIT_SECONDS = 5.0
# Not `limit` and `reverse`: after those more may be used than the limit, and no purchase did it.
VERBS = (
    *("charge", "repay", "refund", "prepay", "payoff", "credit", "hold", "capture", "release", "lock", "unlock"),
    *("accrue", "batch", "person"),
)


class Crowd(Record, frozen=True, kw_only=True):
    """What the crowd met. Whoever was turned away, or a total that was torn, would leave no record."""

    promise: ClassVar[str] = "Crowd"
    tried: ClassVar[str] = (
        "writers at once on one ledger with mixed verbs, and readers beside them (show, check, trial balance); command"
        " lines at once; many first runs at once, of a new ledger and of one to be brought up to date"
    )

    writers: int
    seconds: int
    transactions: int
    longest_wait_ms: int
    longest_commit_ms: int
    purchases_refused_for_the_limit: int
    reads: int
    command_lines_at_once: int
    first_runs: int
    turned_away: int
    limits_passed: int
    torn_totals: int


class Timed(Ledger):
    """A ledger that notes how long its writers wait: for their turn, and for readers when they commit."""

    longest_wait_seconds = longest_commit_seconds = 0.0

    @contextmanager
    def write(self, *, today: date, now: str, operator: str, dry_run: bool = False) -> Iterator[WriteTransaction]:
        asked_at = time.monotonic()
        with super().write(today=today, now=now, operator=operator, dry_run=dry_run) as tx:
            self.longest_wait_seconds = max(self.longest_wait_seconds, time.monotonic() - asked_at)
            yield tx
            done_at = time.monotonic()
        self.longest_commit_seconds = max(self.longest_commit_seconds, time.monotonic() - done_at)


def crowd_round(size: Size, seed: int) -> Crowd:
    """A crowd of writers and readers, then one of command lines, then many first runs."""
    found = write_at_once(SECONDS[size], seed)
    for _ in range(FIRST_RUNS[size]):
        open_first_at_once(seed)
    return Crowd(
        writers=WRITERS,
        seconds=SECONDS[size],
        transactions=found["transactions"],
        longest_wait_ms=found["longest_wait_ms"],
        longest_commit_ms=found["longest_commit_ms"],
        purchases_refused_for_the_limit=found["limit-exceeded"],
        reads=found["reads"],
        command_lines_at_once=command_at_once(COMMANDS[size], seed),
        first_runs=FIRST_RUNS[size] * 2 * FIRST_RUNNERS,
        turned_away=0,
        limits_passed=0,
        torn_totals=0,
    )


def write_at_once(seconds: float, seed: int) -> Counter[str]:
    """Writers and readers on one ledger for so long; raises when a promise is broken."""
    with folder_in_memory() as folder:
        ledger = new_ledger(folder / "ledger.db")
        opened = open_accounts(ledger)
        until = time.monotonic() + seconds
        writers = [lambda number=number: write_until(ledger.path, until, (seed, number)) for number in range(WRITERS)]
        readers = [lambda look=look: read_until(ledger, until, look) for look in (looks_at_sums, looks_around, checks)]
        told = at_once([*writers, *readers])
        counts: Counter[str] = Counter()
        for each in told:
            if "raised" in each:
                raise BrokenPromiseError(each["raised"], seed)
            for name in ("longest_wait_ms", "longest_commit_ms"):
                longest = max(counts[name], each.pop(name, 0))
                _demand(longest < LONGEST_WAIT_SECONDS * 1_000, f"{name} {longest}", seed)
                counts[name] = longest
            counts.update(each)
        with ledger.read() as tx:
            looks_at_sums(tx)
            kept = tx.connection.execute("SELECT count(*) FROM requests").fetchone()[0]
        _demand(kept == counts["answers"] + opened, f"{kept} requests are kept, {counts['answers']} answered", seed)
        _demand((found := findings(ledger)) == [], f"check finds {found}", seed)
        return counts


def open_accounts(ledger: Ledger) -> int:
    """Opens the accounts of the crowd; returns how many requests that were."""
    customers = Customers("opening", days=False)
    for number in range(ACCOUNTS):
        job = customers.next_job(("open",))
        job.asked["limit_fen"] = LIMIT_FEN
        assert do(ledger, job).answer, number
        customers.accounts.clear()
    return ACCOUNTS


def write_until(path: Path, until: float, seed: object) -> dict[str, int]:
    """One writer: verbs on all accounts until the time is over."""
    counts: Counter[str] = Counter()
    ledger = Timed(path)
    customers = Customers(seed, days=False, whole_ledger=False)
    customers.accounts = [f"A{number + 1}" for number in range(ACCOUNTS)]
    while time.monotonic() < until:
        job = customers.next_job(VERBS)
        outcome = do(ledger, job)
        customers.learn(outcome)
        counts["transactions"] += 1
        counts[outcome.refused or "answers"] += 1
        counts["answers"] += len(job.asked.get("lines", [])) if outcome.answer else 0
    counts["longest_wait_ms"] = round(ledger.longest_wait_seconds * 1_000)
    counts["longest_commit_ms"] = round(ledger.longest_commit_seconds * 1_000)
    return dict(counts)


def read_until(ledger: Ledger, until: float, look: Any) -> dict[str, int]:
    """One reader: looks, and pauses for a moment, until the time is over."""
    counts: Counter[str] = Counter()
    while time.monotonic() < until:
        if look is checks:
            checks(ledger)
            time.sleep(1)
        else:
            with ledger.read() as tx:
                look(tx)
            time.sleep(0.02)
        counts["reads"] += 1
    return dict(counts)


def looks_at_sums(tx: ReadTransaction) -> None:
    """The journal sums to zero, the accounts say what it says, and no limit is passed."""
    sum_fen = tx.connection.execute("SELECT coalesce(sum(amount_fen), 0) FROM postings").fetchone()[0]
    assert sum_fen == 0, f"postings sum to {sum_fen}"
    torn = tx.connection.execute(
        "SELECT account_id, used_fen, sum(amount_fen) AS posted_fen FROM accounts"
        " JOIN posting_groups USING (account_id) JOIN postings USING (group_number)"
        " WHERE ledger_account = 'principal' GROUP BY account_id HAVING used_fen <> posted_fen"
    ).fetchall()
    assert not torn, f"torn: {[tuple(row) for row in torn]}"
    passed = tx.connection.execute("SELECT * FROM accounts WHERE used_fen + held_fen > limit_fen").fetchall()
    assert not passed, f"limit passed: {[row['account_id'] for row in passed]}"


def looks_around(tx: ReadTransaction) -> None:
    """The trial balance of an account has equal totals, and so has the account that `show` shows."""
    for account_id in ("A1", f"A{ACCOUNTS}"):
        view = show(tx, account_id, FIRST_DAY)
        assert view.figures.used_fen <= LIMIT_FEN, f"limit passed: {view}"
        lines = trial_balance(tx, FIRST_DAY, account_id).booked
        assert sum(line.debit_fen - line.credit_fen for line in lines) == 0, f"torn: {lines}"


def checks(ledger: Ledger) -> None:
    """The program's own check, without being asked for all."""
    assert check_ledger(ledger) == []


def command_at_once(count: int, seed: int) -> int:
    """So many command lines at once: verbs, and every fourth a view or a check; none is turned away."""
    with folder_in_memory() as folder:
        ledger = new_ledger(folder / "ledger.db")
        for _ in range(4):
            open_one(ledger)
        lines = [_line(number) for number in range(count)]
        common = ["--ledger", str(ledger.path), "--today", str(FIRST_DAY), "--json"]
        running = [
            subprocess.Popen(
                [sys.executable, "-m", "baitiao_cli", *line, *common], stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
            for line in lines
        ]
        events = []
        for line, command in zip(lines, running, strict=True):
            out, err = command.communicate(timeout=120)
            _demand(command.returncode == 0, f"{line}: status {command.returncode}: {err.decode()}", seed)
            data = json.loads(out)["data"]
            events += [data["event_id"]] if "event_id" in data else []
        _demand(len(set(events)) == len(events) == count - count // 4, f"{len(events)} events of {count}", seed)
        with ledger.read() as tx:
            looks_at_sums(tx)
        _demand((found := findings(ledger)) == [], f"check finds {found}", seed)
    return count


def open_one(ledger: Ledger) -> None:
    """One more account, with a limit that the command lines use up to its last fen."""
    job = Customers(time.monotonic_ns(), days=False).next_job(("open",))
    job.asked["limit_fen"] = 10_000_00
    assert do(ledger, job).answer


def _line(number: int) -> list[str]:
    account_id = f"A{number // 4 % 4 + 1}"
    views = (["show", account_id], ["check"], ["report", "trial-balance"])
    return (
        ["charge", account_id, "20"],
        ["repay", account_id, "5"],
        ["hold", account_id, "10"],
        views[number // 4 % len(views)],
    )[number % 4]


FIRST_RUNNERS = 8


def open_first_at_once(seed: int) -> None:
    """Many make the same ledger: one does; many open one that is older: all do, and it is whole."""
    with folder_in_memory() as folder:
        path, old = folder / "new" / "ledger.db", folder / "old.db"
        told = at_once([lambda: _made(path)] * FIRST_RUNNERS)
        _demand(sorted(told) == ["ledger-exists"] * (FIRST_RUNNERS - 1) + ["made"], f"first runs: {told}", seed)
        ledger_of_version_0(old)
        opened = at_once([lambda: str(Ledger.open(old).path)] * FIRST_RUNNERS)
        _demand(opened == [str(old)] * FIRST_RUNNERS, f"first runs: {opened}", seed)
        for each in (path, old):
            _demand((found := findings(Ledger(each))) == [], f"check finds {found}", seed)


def _made(path: Path) -> str:
    try:
        new_ledger(path)
    except BaitiaoError as error:
        return error.code
    return "made"


def _demand(kept: bool, what: str, seed: int) -> None:
    if not kept:
        raise BrokenPromiseError(what, seed)
