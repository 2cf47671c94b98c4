"""Whether the tests notice a mutant: it is put in place in a forked process, and the tests that reach its line are run.

All tests are collected once. One forked process runs them all and tells which test reaches which line, and how long
each takes; then each mutant gets a fork of its own, where the tests of its line are run until one
fails: first those that killed another mutant of the function, then those of the module of the same name, then the quick
ones. Nothing is written and nothing is imported again, so a mutant costs little more than the tests that it takes.
"""

from __future__ import annotations

import gc
import os
import pickle
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, NoReturn

import coverage
import msgspec
import pytest
from _pytest.runner import runtestprotocol

from .mutation import Mutant, Statements, install

Fate = Literal["killed", "survived", "timeout", "not reached"]
_KILLED, _SURVIVED = 1, 0
_FORK_SECONDS = 0.02
"""What any test costs besides its own time, so that the worth of a very quick one is not without end."""
_SPARE_BYTES = 1 << 30
"""What a mutant may take of memory beyond what its parent has."""

# What running one set of tests again and again needs: no cache, no second process, no pictures of failures.
_ARGUMENTS = ("-qq", "-s", "-p", "no:cacheprovider", "-p", "no:xdist", "--assert=plain", "--tb=native")


class Verdict(msgspec.Struct, frozen=True):
    """What became of a mutant."""

    mutant: Mutant
    fate: Fate
    tests: int
    """How many tests reach its line."""
    seconds: float
    look: int = 1
    """At the second look, with more patience, it had passed what killed most at the first."""


def judge(
    mutants: Sequence[Mutant],
    tests: Sequence[str],
    jobs: int,
    patience: tuple[float, float],
    told: Callable[[Verdict], None],
    minutes: float = 0,
) -> None:
    """Tells the fate of every mutant, as it is known, after running `tests` on it, which are told as pytest takes them.

    Of the tests that reach a line, those are run that kill most for their time and together take up to so many seconds
    of `patience` without a mutant; on what survives them, when all have been tried, as many more as its second figure
    has room for (none if it is no larger). After `minutes`, if any, the rest is left.
    """
    os.environ["HYPOTHESIS_PROFILE"] = "mutation"
    with tempfile.TemporaryDirectory() as folder:
        judged = _Judge(mutants, jobs, patience, told, minutes)
        arguments = [*_ARGUMENTS, f"--basetemp={folder}/tests", "-o", "tmp_path_retention_policy=none", *tests]
        status = pytest.main(arguments, plugins=[judged])
    if not judged.done:
        raise RuntimeError(f"the tests could not be collected: pytest ended with {status}")


class _Reach(msgspec.Struct):
    """What a run without mutants showed."""

    seconds: dict[str, float]
    tests_by_line: dict[str, dict[int, list[str]]]
    failing: list[str]


class _Judge:
    """The plugin that takes the place of pytest's own loop over the tests."""

    def __init__(
        self,
        mutants: Sequence[Mutant],
        jobs: int,
        patience: tuple[float, float],
        told: Callable[[Verdict], None],
        minutes: float,
    ) -> None:
        self.done = False
        self._mutants, self._jobs, self._patience, self._told = mutants, jobs, patience, told
        self._seconds = 60 * minutes
        self._killers: dict[tuple[str, str], dict[str, int]] = {}
        self._kills: dict[str, int] = {}
        self._running: dict[int, _Trial] = {}
        self._survived: dict[tuple[str, str, str, str], _Trial] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:
            return True
        session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
        gc.collect()
        gc.freeze()
        reach = _in_child(lambda: _reach(session.items, {mutant.path for mutant in self._mutants}))
        for test in reach.failing:  # it would kill every mutant that it reaches
            sys.stderr.write(f"left out, for it fails without a mutant: {test}\n")
        items = {item.nodeid: item for item in session.items}
        statements = {path: Statements(path) for path in {mutant.path for mutant in self._mutants}}
        began = time.monotonic()
        for look, patience in enumerate(self._patience, start=1):
            for mutant in self._mutants if look == 1 else self._left():
                if self._seconds and time.monotonic() - began > self._seconds:
                    break
                lines = reach.tests_by_line.get(mutant.path, {})
                reaching = {
                    test for line in statements[mutant.path].around(mutant.line) for test in lines.get(line, ())
                }
                reaching -= set(reach.failing)
                if not reaching:
                    self._told(Verdict(mutant, "not reached", 0, 0))
                    continue
                before = self._survived.pop(mutant.change, None)
                ranked = self._ranked(mutant, reaching.difference(before.chosen if before else ()), reach.seconds)
                chosen = list(_within(ranked, reach.seconds, patience - (before.patience if before else 0)))
                self._try(_Trial(mutant, chosen, len(reaching), look, patience), items, reach.seconds)
            while self._running:
                self._await()
        for left in self._survived.values():
            self._tell(left, "survived")
        self.done = True
        return True

    def _left(self) -> list[Mutant]:
        """What has survived and can be looked at once more."""
        first, second = self._patience
        return [left.mutant for left in self._survived.values() if second > first and len(left.chosen) < left.reaching]

    def _try(self, trial: _Trial, items: dict[str, pytest.Item], seconds: dict[str, float]) -> None:
        """Runs the tests that were chosen for a mutant in a process of their own, once one is free."""
        if len(self._running) == self._jobs:
            self._await()
        trial.told, tells = os.pipe()
        trial.began = time.monotonic()
        child = os.fork()
        if not child:
            most = 10 + 5 * sum(map(seconds.__getitem__, trial.chosen))
            _try(trial.mutant, [items[test] for test in trial.chosen], most, tells)
        os.close(tells)
        self._running[child] = trial

    def _ranked(self, mutant: Mutant, reaching: set[str], seconds: dict[str, float]) -> list[str]:
        killers = self._killers.get((mutant.path, mutant.function), {})
        own = f"test_{Path(mutant.path).stem}.py"

        def place(test: str) -> tuple[int, bool, float, float]:
            worth = self._kills.get(test, 0) / (seconds[test] + _FORK_SECONDS)
            return -killers.get(test, 0), own not in test, -worth, seconds[test]

        return sorted(reaching, key=place)

    def _await(self) -> None:
        child, status = os.wait()
        trial = self._running.pop(child)
        with os.fdopen(trial.told) as told:
            killer = told.read()
        if killer:
            of_function = self._killers.setdefault((trial.mutant.path, trial.mutant.function), {})
            test = trial.chosen[int(killer)]
            of_function[test] = of_function.get(test, 0) + 1
            self._kills[test] = self._kills.get(test, 0) + 1
        if (fate := _fate(status)) == "survived":
            self._survived[trial.mutant.change] = trial
        else:
            self._tell(trial, fate)

    def _tell(self, trial: _Trial, fate: Fate) -> None:
        seconds = round(time.monotonic() - trial.began, 3)
        self._told(Verdict(trial.mutant, fate, trial.reaching, seconds, trial.look))


class _Trial(msgspec.Struct):
    """A mutant and the tests that it is tried with."""

    mutant: Mutant
    chosen: list[str]
    reaching: int
    look: int
    patience: float
    told: int = 0
    began: float = 0


def _fate(status: int) -> Fate:
    if os.WIFEXITED(status):
        return "survived" if os.WEXITSTATUS(status) == _SURVIVED else "killed"
    return "timeout" if os.WTERMSIG(status) in (signal.SIGPROF, signal.SIGALRM) else "killed"


def _within(tests: Sequence[str], seconds: dict[str, float], patience: float) -> Iterator[str]:
    """The first of the tests that together take up to `patience` seconds; one at least."""
    spent = 0.0
    for number, test in enumerate(tests):
        spent += seconds[test]
        if number and spent > patience:
            return
        yield test


def _reach(items: Sequence[pytest.Item], paths: set[str]) -> _Reach:
    """Runs every test and notes which lines it reaches."""
    reach = _Reach({}, {path: {} for path in paths}, [])
    seen = coverage.Coverage(data_file=None, include=[str(Path(path).resolve()) for path in paths], config_file=False)
    seen.start()
    for number, item in enumerate(items):
        seen.switch_context(item.nodeid)
        began = time.process_time()
        following = items[number + 1] if number + 1 < len(items) else None
        if _fails(item, following):
            reach.failing.append(item.nodeid)
        reach.seconds[item.nodeid] = time.process_time() - began
    seen.stop()
    for path in paths:
        contexts = seen.get_data().contexts_by_lineno(str(Path(path).resolve()))
        reach.tests_by_line[path] = {line: [test for test in tests if test] for line, tests in contexts.items()}
    return reach


def _fails(item: pytest.Item, following: pytest.Item | None) -> bool:
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))


def _try(mutant: Mutant, items: Sequence[pytest.Item], seconds: float, tells: int) -> NoReturn:
    """In the child: installs the mutant and runs the tests; `tells` is told the place of the one that fails."""
    status = _KILLED
    try:
        _confine()
        # Time of the processor, so that a busy machine kills no mutant; the other clock ends one that waits for ever.
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, 60 + 20 * seconds)
        install(mutant)
        for at, (item, following) in enumerate(zip(items, [*items[1:], None], strict=True)):
            if _fails(item, following):
                os.write(tells, str(at).encode())
                break
        else:
            status = _SURVIVED
    finally:
        os._exit(status)


def _confine() -> None:
    """Lets this process say nothing, and take so much memory only; what a test needs beyond that fails it.

    So the run without mutants is confined, too: a test that fails for this alone notices nothing.
    """
    quiet = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(quiet, stream)
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + _SPARE_BYTES, resource.RLIM_INFINITY))


def _in_child(work: Callable[[], Any]) -> Any:
    """What `work` gives, worked out in a forked process: whatever it fills or changes is forgotten."""
    with tempfile.TemporaryFile() as answer:
        child = os.fork()
        if not child:
            try:
                _confine()
                answer.write(pickle.dumps(msgspec.to_builtins(work())))
                answer.flush()
                os._exit(0)
            finally:
                os._exit(1)
        _, status = os.waitpid(child, 0)
        if status:
            raise RuntimeError("the run without mutants ended early")
        answer.seek(0)
        return msgspec.convert(pickle.loads(answer.read()), _Reach, strict=False)
