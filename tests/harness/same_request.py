"""The same request id raced by many: one wins, all get its answer, and whoever asks for something else is refused."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import ClassVar

import msgspec

from baitiao_cli.ledger.store import Ledger

from .crash import recorded
from .record import BrokenPromiseError, Record, Size
from .workload import Customers, Job, Outcome, do, findings, folder_in_memory, new_ledger

ROUNDS: dict[Size, int] = {"short": 30, "long": 300}
RACERS = 16
# Verbs that seldom are refused: a refusal is nothing to race for.
VERBS = ("charge", "repay", "hold", "credit", "accrue", "batch", "open", "person")


class SameRequest(Record, frozen=True, kw_only=True):
    """What became of the races; a second event or another answer would leave no record."""

    promise: ClassVar[str] = "Same request id"
    tried: ClassVar[str] = f"raced by {RACERS} processes, in every other round with other inputs by half of them"

    rounds: int
    first_answers: int
    answers_given_again: int
    other_inputs_refused: int
    refused_by_a_rule: int
    events_recorded_twice: int


def same_request_round(size: Size, seed: int) -> SameRequest:
    """So many races, each of a new request."""
    return race(ROUNDS[size], seed)


class Racer:
    """A process that waits for a job, does it, and tells what came of it."""

    def __init__(self, ledger: Ledger) -> None:
        jobs, self.jobs = os.pipe()
        self.outcomes, outcomes = os.pipe()
        self.process = os.fork()
        if not self.process:
            try:
                os.close(self.jobs)
                while said := os.read(jobs, 1 << 16):
                    outcome = do(ledger, msgspec.json.decode(said, type=Job))
                    os.write(outcomes, msgspec.json.encode(outcome))
            finally:
                os._exit(0)
        os.close(jobs)
        os.close(outcomes)

    def tell(self, job: Job) -> None:
        os.write(self.jobs, msgspec.json.encode(job))

    def hear(self) -> Outcome:
        """What came of the job; an answer is shorter than a pipe is wide."""
        return msgspec.json.decode(os.read(self.outcomes, 1 << 16), type=Outcome)

    def end(self) -> None:
        os.close(self.jobs)
        os.close(self.outcomes)
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


@contextmanager
def racers(ledger: Ledger) -> Iterator[list[Racer]]:
    """Processes that wait for jobs on a ledger; gone with the block."""
    running: list[Racer] = []
    try:
        for _ in range(RACERS):
            running.append(Racer(ledger))
        yield running
    finally:
        for racer in running:
            racer.end()


def race(rounds: int, seed: int) -> SameRequest:
    """Races so many requests; raises at the first that is done twice or answered differently."""
    first = again = others = refused = 0
    random = Random(seed)
    customers = Customers((seed, "race"))
    with folder_in_memory() as folder:
        ledger = new_ledger(folder / "ledger.db")
        with racers(ledger) as all_racers:
            for number in range(rounds):
                job = customers.next_job(VERBS)
                rival = other_inputs(job) if number % 2 else job
                asked = [job] * (RACERS // 2) + [rival] * (RACERS // 2)
                random.shuffle(asked)
                for racer, each in zip(all_racers, asked, strict=True):
                    racer.tell(each)
                outcomes = [racer.hear() for racer in all_racers]
                won = judge(ledger, asked, outcomes, seed)
                customers.learn(won)
                first += won.answer is not None
                again += sum(outcome.is_repeated for outcome in outcomes)
                others += sum(outcome.refused == "request-id-reused" for outcome in outcomes)
                refused += won.answer is None
        if found := findings(ledger):
            raise BrokenPromiseError(f"check finds {found}", seed)
    return SameRequest(
        rounds=rounds,
        first_answers=first,
        answers_given_again=again,
        other_inputs_refused=others,
        refused_by_a_rule=refused,
        events_recorded_twice=0,
    )


def other_inputs(job: Job) -> Job:
    """The same request id for something else."""
    return msgspec.structs.replace(job, verb="open", asked={"name": "Somebody else", "limit_fen": 123_400})


def judge(ledger: Ledger, asked: list[Job], outcomes: list[Outcome], seed: int) -> Outcome:
    """Demands that one was first, and that all others got its answer or were refused; returns what the first got."""
    firsts = [place for place, outcome in enumerate(outcomes) if outcome.answer and not outcome.is_repeated]
    told = f"{asked[0].request_id}: {outcomes}"
    if not firsts:
        if not all(outcome.refused for outcome in outcomes):
            raise BrokenPromiseError(f"an answer that nobody got first: {told}", seed)
        return outcomes[0]
    won = outcomes[firsts[0]]
    for place, (job, outcome) in enumerate(zip(asked, outcomes, strict=True)):
        # Before anybody had won, other inputs may have been refused by a rule of credit.
        same = msgspec.structs.replace(won, is_repeated=place != firsts[0])
        if (outcome != same) if job == asked[firsts[0]] else not outcome.refused:
            raise BrokenPromiseError(f"not one answer for all: {told}", seed)
    with ledger.read() as tx:
        kept = recorded(tx.connection, asked[0].request_id)
    if kept.answer != won.answer or (won.event_id and kept.of_request != [won.event_id]):
        raise BrokenPromiseError(f"recorded otherwise: {kept} {told}", seed)
    return won
