"""Tests would notice: of the mutants of the rooms `calc` and `account`, at least 95 of 100 make a test fail.

    python -m tests.harness.mutants [--sample N --seed S] [--kind KIND ...] [--only TEXT ...] [--again FILE] ...

tells the mutants that survive, and a table by room and kind. A survivor that no test can tell from the original stands
in `equivalent_mutants.toml` with the reason; one that changes arithmetic or a comparison and does not stand there
breaks the promise. Needs the extra `mutation`.
"""

from __future__ import annotations

import argparse
import os
import random
import shlex
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import msgspec

from .record import BrokenPromiseError, Record, Size

if TYPE_CHECKING:  # both need the extra `mutation`, which the other rounds do without
    from .killing import Verdict
    from .mutation import Mutant

EQUIVALENT = Path(__file__).with_name("equivalent_mutants.toml")
LEAST_PERCENT = {"short": 90, "long": 95}
"""A sample of 150 out of a room where 95 of 100 are killed has 90 or more with hardly an exception."""
_SHORT_SAMPLE = 150
_PATIENCE = (10.0, 60.0)
"""Seconds of tests on one mutant, as they are measured (which takes about twice as long): at first, and in all."""


class Noticed(Record, frozen=True, kw_only=True):
    """What became of the mutants of a round; those that equal the original are not counted."""

    promise: ClassVar[str] = "Tests would notice"
    tried: ClassVar[str] = "mutants of `calc/` and `account/`, as mutmut makes them, and of their properties"

    mutants: int
    killed: int
    killed_at_second_look: int
    survived: int
    percent: str


class Equivalent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A change that no test can tell from the original, and why."""

    path: str
    function: str
    was: str
    now: str
    why: str

    @property
    def change(self) -> tuple[str, str, str, str]:
        return self.path, self.function, self.was, self.now


def mutants_round(size: Size, seed: int) -> Noticed:
    """Judges all mutants, or a sample; raises when too many survive, or one of arithmetic without a known reason.

    All of them take hours. Needs the extra `mutation`.
    """
    chosen, of = chosen_mutants(sample=_SHORT_SAMPLE if size == "short" else 0, seed=seed)
    known = {one.change for one in equivalents()}
    verdicts = [one for one in judged(chosen, jobs=os.cpu_count() or 1) if one.mutant.change not in known]
    survivors = [one for one in verdicts if one.fate in ("survived", "not reached")]
    left = [one.mutant for one in survivors]
    share = 100 * (len(verdicts) - len(left)) / len(verdicts)
    figures = [f"{mutant.name}: {mutant.now}" for mutant in left if mutant.kind == "figure"]
    if share < LEAST_PERCENT[size] or (figures and size == "long"):
        raise BrokenPromiseError(f"{share:.1f}% of {len(verdicts)} of {of} mutants were killed; left: {figures}", seed)
    return Noticed(
        mutants=len(verdicts),
        killed=len(verdicts) - len(left),
        killed_at_second_look=sum(one.look > 1 for one in verdicts) - sum(one.look > 1 for one in survivors),
        survived=len(left),
        percent=f"killed {share:.1f}",
    )


def equivalents() -> list[Equivalent]:
    """Those that are known, in the order of the file."""
    table = tomllib.loads(EQUIVALENT.read_text("utf-8"))
    return msgspec.convert(table["equivalent"], list[Equivalent])


def tests() -> list[str]:
    """The tests that are to notice: `pytest_add_cli_args_test_selection` of `[tool.mutmut]`."""
    settings = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    return [str(path) for path in settings["pytest_add_cli_args_test_selection"]]


def chosen_mutants(
    sample: int, seed: int, kinds: Sequence[str] = (), only: Sequence[str] = (), again: Path | None = None
) -> tuple[list[Mutant], int]:
    """So many (0: all) of the mutants that are asked for, and of how many; `again` are results of an earlier run."""
    from .mutation import files, mutants_of

    paths = [path for path in files() if all(text in str(path) for text in only if "/" in text)]
    found = [mutant for path in paths for mutant in mutants_of(path, kinds)]
    found = [mutant for mutant in found if all(text in mutant.name for text in only)]
    if again:
        left = {verdict.mutant.change for verdict in read(again) if verdict.fate in ("survived", "not reached")}
        found = [mutant for mutant in found if mutant.change in left]
    # In any order, so that what is known early is a fair sample of the rest.
    return random.Random(seed).sample(found, min(len(found), sample or len(found))), len(found)


def judged(
    chosen: Sequence[Mutant],
    *,
    jobs: int = 1,
    by: Sequence[str] = (),
    patience: tuple[float, float] = _PATIENCE,
    minutes: float = 0,
    results: Path | None = None,
) -> list[Verdict]:
    """The verdicts, as far as `minutes` go; each is added to `results` as a line of JSON as soon as it is known."""
    from .killing import judge

    verdicts: list[Verdict] = []
    began = time.monotonic()

    def told(verdict: Verdict) -> None:
        verdicts.append(verdict)
        if results:
            with results.open("ab") as lines:
                lines.write(msgspec.json.encode(verdict) + b"\n")
        if len(verdicts) % 100 == 0:
            fates = dict(Counter(verdict.fate for verdict in verdicts))
            sys.stderr.write(f"{len(verdicts):,} of {len(chosen):,} in {time.monotonic() - began:.0f} s: {fates}\n")

    judge(chosen, by or tests(), jobs, patience, told, minutes)
    return verdicts


def read(results: Path) -> list[Verdict]:
    """The last verdict on each mutant."""
    from .killing import Verdict

    lines = results.read_bytes().splitlines()
    verdicts = [msgspec.json.decode(line, type=Verdict) for line in lines]
    return list({verdict.mutant.change: verdict for verdict in verdicts}.values())


def table(verdicts: Iterable[Verdict]) -> str:
    """Counts by room and kind."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for verdict in verdicts:
        room = verdict.mutant.path.split("/")[1]
        fate = f"{verdict.fate} at a second look" if verdict.look > 1 and verdict.fate == "killed" else verdict.fate
        for key in ((room, verdict.mutant.kind), (room, "all"), ("both", "all")):
            counts.setdefault(key, Counter())[fate] += 1
    return "\n".join(
        f"{room:8} {kind:11} {fates.total():6,} mutants: "
        + ", ".join(f"{count:,} {fate}" for fate, count in sorted(fates.items()))
        + f" ({100 * (fates.total() - fates['survived'] - fates['not reached']) / fates.total():.1f}%)"
        for (room, kind), fates in sorted(counts.items())
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Judges the mutants that were asked for, or all, and prints what survived and a table by room."""
    parser = argparse.ArgumentParser(prog="python -m tests.harness.mutants", description="Who notices a mutant?")
    parser.add_argument("--sample", type=int, default=0, help="so many, drawn over all modules; default: all")
    parser.add_argument("--seed", type=int, default=0, help="of the sample, and of the order")
    parser.add_argument("--kind", action="append", help="figure, logic, argument, text, assignment or other")
    parser.add_argument("--only", action="append", help="part of a path or of the name of a function")
    parser.add_argument("--again", type=Path, help="results of an earlier run: what was not killed there")
    parser.add_argument("--results", type=Path, help="where each verdict is added as a line of JSON")
    parser.add_argument("--tests", default="", help="other tests than those of [tool.mutmut], as pytest takes them")
    parser.add_argument("--tell-tests", action="store_true", help="print the tests of [tool.mutmut], and no more")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument(
        "--patience", type=float, nargs=2, default=_PATIENCE, help="seconds of tests on one mutant, at first and in all"
    )
    parser.add_argument("--minutes", type=float, default=0, help="judge no more mutants after so long")
    asked = parser.parse_args(arguments)
    if asked.tell_tests:
        print(shlex.join(tests()))
        return
    chosen, of = chosen_mutants(asked.sample, asked.seed, asked.kind or (), asked.only or (), asked.again)
    sys.stderr.write(f"{len(chosen):,} of {of:,} mutants\n")
    verdicts = judged(
        chosen,
        jobs=asked.jobs,
        by=shlex.split(asked.tests),
        patience=tuple(asked.patience),
        minutes=asked.minutes,
        results=asked.results,
    )
    reasons = {one.change: one.why for one in equivalents()}
    for verdict in verdicts:
        if verdict.fate in ("survived", "not reached"):
            mutant = verdict.mutant
            why = reasons.get(mutant.change)
            print(f"{verdict.fate}: {mutant.name} line {mutant.line} {mutant.kind}{f' (equal: {why})' if why else ''}")
            print(f"  - {mutant.was}\n  + {mutant.now}")
    print(table(verdicts))


if __name__ == "__main__":
    main()
