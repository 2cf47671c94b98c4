"""Crash: after SIGKILL at any moment all that was acknowledged is there, and a retry gives the rest exactly once."""

from __future__ import annotations

import fcntl
import mmap
import os
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, ClassVar

import msgspec

from baitiao_cli.ledger.store import Ledger, WriteTransaction

from .processes import counted
from .record import BrokenPromiseError, Record, Size
from .workload import Customers, Job, Outcome, do, findings, folder_in_memory, new_ledger, remove_ledger

KILLS: dict[Size, int] = {"short": 2_000, "long": 10_000}
COMMAND_KILLS: dict[Size, int] = {"short": 100, "long": 1_000}
PARTS = 8  # at once
KILLS_A_LEDGER, KILLS_A_CHECK = 50, 50  # short histories fold quickly
LONGEST_LIFE_SECONDS = 0.030  # a few verbs; the shortest lives end before the first
PHASES = ("before", "inside", "committing", "after")
# A kill comes at any moment of a life, or within so long of the first time that a transaction is at a point: on a
# disk of memory a commit is over so soon that too few would meet it otherwise.
MOMENTS = (("before", LONGEST_LIFE_SECONDS), ("inside", 0.008), ("committing", 0.0004))


class Crash(Record, frozen=True, kw_only=True):
    """What the kills met; lost and doubled ones are always 0, or there would be no record."""

    promise: ClassVar[str] = "Crash"
    tried: ClassVar[str] = "SIGKILL at random moments of random verbs, in the engine and through the command line"

    engine_kills: int
    of_them_inside_a_transaction: int
    of_them_while_it_commits: int
    of_them_while_another_crash_is_repaired: int
    command_line_kills: int
    of_these_inside_a_transaction: int
    journals_left_to_be_rolled_back: int
    acknowledged_verbs: int
    retries_of_the_unacknowledged: int
    of_which_had_been_recorded: int
    lost: int
    doubled: int


def crash_round(size: Size, seed: int) -> Crash:
    """Kills so many processes and looks after each one at what it left."""
    from .crash_command import kill_commands  # which knows what is in this module

    kills, command_kills = KILLS[size] // PARTS, COMMAND_KILLS[size] // PARTS
    engines = [partial(kill_engines, kills, seed + part) for part in range(PARTS)]
    commands = [partial(kill_commands, command_kills, seed + part) for part in range(PARTS)]
    counts = counted([*engines, *commands], seed)
    return Crash(**{name: counts[name] for name in Crash.__struct_fields__})


class Watched(Ledger):
    """A ledger that tells in a byte of shared memory how far its write transaction is."""

    def __init__(self, path: Path, phase: mmap.mmap) -> None:
        super().__init__(path)
        self.phase = phase

    @contextmanager
    def write(self, *, today: date, now: str, operator: str, dry_run: bool = False) -> Iterator[WriteTransaction]:
        self.phase[0] = PHASES.index("before")
        with super().write(today=today, now=now, operator=operator, dry_run=dry_run) as tx:
            self.phase[0] = PHASES.index("inside")
            yield tx
            self.phase[0] = PHASES.index("committing")
        self.phase[0] = PHASES.index("after")


def kill_engines(kills: int, seed: int) -> Counter[str]:
    """Kills processes that do verbs on one ledger after the other; raises at the first promise that is broken."""
    counts: Counter[str] = Counter()
    with folder_in_memory() as folder:
        for number in range(0, kills, KILLS_A_LEDGER):
            scene = Scene(folder / "ledger.db", (seed, number), counts)
            for killed in range(min(KILLS_A_LEDGER, kills - number)):
                scene.kill(recover_first=scene.random.random() < 0.2)
                scene.look(full=(killed + 1) % KILLS_A_CHECK == 0)
            remove_ledger(scene.ledger.path)
    return counts


class Scene:
    """One ledger, the customers that use it, and what was acknowledged to them."""

    def __init__(self, path: Path, seed: object, counts: Counter[str]) -> None:
        self.ledger = new_ledger(path)
        self.seed, self.counts = seed, counts
        self.random = Random(repr(seed))
        self.customers = Customers(seed)
        self.phase = mmap.mmap(-1, 1)
        self.acknowledged: list[tuple[Job, Outcome]] = []
        self.unacknowledged: list[Job] = []

    def kill(self, *, recover_first: bool) -> None:
        """Lets a process live for a while; with `recover_first` another one, too, that has only begun to open it."""
        told = self._run_and_kill(self._do_verbs, *self.random.choice(MOMENTS))
        self._count_kill()
        for job, outcome in told:
            if outcome is None:
                self.unacknowledged.append(job)
            else:
                self.acknowledged.append((job, outcome))
                self.counts["acknowledged_verbs"] += 1
        if recover_first and self.has_journal():
            self._run_and_kill(self._open, "before", 0.002)
            self.counts["engine_kills"] += 1
            self.counts["of_them_while_another_crash_is_repaired"] += 1

    def _count_kill(self) -> None:
        self.counts["engine_kills"] += 1
        self.counts["journals_left_to_be_rolled_back"] += self.has_journal()
        phase = PHASES[self.phase[0]]
        if phase == "inside":
            self.counts["of_them_inside_a_transaction"] += 1
        elif phase == "committing":
            self.counts["of_them_while_it_commits"] += 1

    def has_journal(self) -> bool:
        """Whether something is to be undone: the journal is cut to nothing by a commit."""
        journal = Path(f"{self.ledger.path}-journal")
        return journal.exists() and journal.stat().st_size > 0

    def _run_and_kill(
        self, work: Callable[[int], None], phase: str, longest_seconds: float
    ) -> list[tuple[Job, Outcome | None]]:
        """Forks, kills within so long of a phase; the jobs that the child began, and what it told of them."""
        reader, writer = os.pipe()
        fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 1 << 20)  # so that nobody waits for this process to read
        self.phase[0] = PHASES.index("before")
        child = os.fork()
        if not child:
            try:
                os.close(reader)
                work(writer)
                os._exit(0)
            except BaseException as problem:
                os.write(writer, b"!" + repr(problem).encode() + b"\n")
            finally:
                os._exit(1)
        os.close(writer)
        try:
            self._await(PHASES.index(phase))
            time.sleep(self.random.uniform(0, longest_seconds))
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        with os.fdopen(reader, "rb") as pipe:
            return self._told(pipe.read())

    def _await(self, phase: int) -> None:
        deadline = time.monotonic() + LONGEST_LIFE_SECONDS
        while self.phase[0] != phase and time.monotonic() < deadline:
            time.sleep(0.00005)

    def _told(self, said: bytes) -> list[tuple[Job, Outcome | None]]:
        told: list[tuple[Job, Outcome | None]] = []
        for line in said.split(b"\n")[:-1]:  # what has no end was not said
            if line.startswith(b"!"):
                raise BrokenPromiseError(line.decode(), self.number)
            if line.startswith(b"?"):
                told.append((msgspec.json.decode(line[1:], type=Job), None))
            else:
                told[-1] = told[-1][0], msgspec.json.decode(line, type=Outcome)
        return told

    @property
    def number(self) -> int:
        """The seed of the round."""
        return int(self.seed[0]) if isinstance(self.seed, tuple) else 0

    def _do_verbs(self, pipe: int) -> None:
        """The child: says what it will do, does it, acknowledges it, until it is killed."""
        ledger = Watched(self.ledger.path, self.phase)
        while True:
            job = self.customers.next_job()
            os.write(pipe, b"?" + msgspec.json.encode(job) + b"\n")
            outcome = do(ledger, job)
            os.write(pipe, msgspec.json.encode(outcome) + b"\n")
            self.customers.learn(outcome)

    def _open(self, _: int) -> None:
        with self.ledger.read() as tx:
            tx.head()

    def look(self, *, full: bool) -> None:
        """Looks at what the killed left: all that was acknowledged, nothing else; then asks for the rest again."""
        with self.ledger.read() as tx:
            self._prove(tx.connection)
            for job, outcome in self.acknowledged:
                self._prove_kept(tx.connection, job, outcome)
        again = self.random.sample(self.acknowledged, min(1, len(self.acknowledged)))
        for job, outcome in again:
            if outcome.answer is not None:
                self._demand(do(self.ledger, job) == msgspec.structs.replace(outcome, is_repeated=True), job, "retry")
        for job, outcome in self.acknowledged:
            self._go_on(job, outcome)
        for job in self.unacknowledged:
            self._go_on(job, self._retry(job))
        self.acknowledged, self.unacknowledged = [], []
        if full and (found := findings(self.ledger)):
            raise BrokenPromiseError(f"check finds {found}", self.number)

    def _go_on(self, job: Job, outcome: Outcome) -> None:
        """Brings the customers to where those of the killed process were, for that one had a copy of them."""
        assert self.customers.next_job() == job
        self.customers.learn(outcome)

    def _retry(self, job: Job) -> Outcome:
        """Asks again for what was not acknowledged: it is done now, or it was and the answer is that of then."""
        before = self._recorded(job)
        outcome = do(self.ledger, job)
        self.counts["retries_of_the_unacknowledged"] += 1
        self.counts["of_which_had_been_recorded"] += outcome.is_repeated
        self._demand(outcome.is_repeated == before.is_kept, job, "a retry that is none")
        after = self._recorded(job)
        if outcome.is_repeated or outcome.refused:
            self._demand(after.events == before.events, job, "doubled")
        if outcome.event_id:
            self._demand(after.of_request == [outcome.event_id], job, "doubled")
        return outcome

    def _recorded(self, job: Job) -> Recorded:
        with self.ledger.read() as tx:
            return recorded(tx.connection, job.request_id)

    def _prove(self, connection: sqlite3.Connection) -> None:
        """The quick proof after each kill; the program's own check follows every so many."""
        problems = connection.execute("PRAGMA integrity_check").fetchall()
        self._demand([row[0] for row in problems] == ["ok"], None, f"damaged: {problems}")
        sum_fen, events, sealed = connection.execute(
            "SELECT (SELECT coalesce(sum(amount_fen), 0) FROM postings),"
            " (SELECT coalesce(max(sequence), 0) FROM events),"
            " (SELECT coalesce(max(last_sequence), 0) FROM seals)"
        ).fetchone()
        self._demand(sum_fen == 0 and events == sealed, None, f"torn: {sum_fen=} {events=} {sealed=}")

    def _prove_kept(self, connection: sqlite3.Connection, job: Job, outcome: Outcome) -> None:
        found = recorded(connection, job.request_id)
        self._demand(found.answer == outcome.answer, job, "lost")
        if outcome.event_id:
            self._demand(found.of_request == [outcome.event_id], job, "lost")

    def _demand(self, kept: bool, job: Job | None, what: str) -> None:
        if not kept:
            raise BrokenPromiseError(f"{what}: {job}", self.number)


class Recorded(msgspec.Struct, frozen=True):
    """What a ledger holds of a request: its answer if there is one, its events; and how many events there are."""

    answer: dict[str, Any] | None
    of_request: list[str]
    events: int

    @property
    def is_kept(self) -> bool:
        """Whether the request was answered."""
        return self.answer is not None


def recorded(connection: sqlite3.Connection, request_id: str) -> Recorded:
    """What the tables say of a request."""
    row = connection.execute("SELECT answer FROM requests WHERE request_id = ?", (request_id,)).fetchone()
    events = connection.execute("SELECT event_id FROM events WHERE request_id = ?", (request_id,)).fetchall()
    count = connection.execute("SELECT count(*) FROM events").fetchone()[0]
    return Recorded(msgspec.json.decode(row["answer"]) if row else None, [event["event_id"] for event in events], count)
