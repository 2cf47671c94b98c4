"""Sets the engine beside its peers on PyPI: how long each takes, and which of them are right.

    python -m pip install -e '.[bench]' && python -m tests.bench.peers [--rounds N] [--json]

Times are ratios to ours, taken in turn in one run: each round times every program, and the least time of each counts,
for what else a machine does only adds to it. Seconds differ from machine to machine; ratios of the same minute hardly
do. What a program remembers from one schedule to the next helps it, except in the case "the first", where it has to
forget that before each; ours remembers terms and days, never an amount. The verdicts are computed from what the
programs answer to `tests/bench/questions.py`. The tables are Markdown, as docs/speed.md has them.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import timeit
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from tests.bench.programs import Plan, Program, programs
from tests.bench.questions import QUESTIONS, Verdict, verdict

TWELVE_AT_89_33 = [-100_000, *[8_933] * 11, 8_937]  # 1,000.00 in 12 at 0.6% a month: 13.03% a year
_LEAST_SECONDS = 0.002  # one turn of a program takes so long, so that the clock is fine enough


def timed_cases(program: Program) -> dict[str, Callable[[], Any] | None]:
    """What is timed of a program: the work alone, its inputs made beforehand."""
    prepared, prepared_anew, rate_prepared = program.prepared, program.prepared_anew, program.rate_prepared
    search_prepared = program.search_prepared or rate_prepared
    return {
        "12 rows": prepared and prepared(Plan("1000", "7.2", 12)),
        "12 rows, the first": prepared_anew and prepared_anew(Plan("1000", "7.2", 12)),
        "24 rows": prepared and prepared(Plan("1000", "7.2", 24)),
        "equal payments, their rate": search_prepared and search_prepared(TWELVE_AT_89_33),
        "annual rate of 12 rows": rate_prepared and rate_prepared(TWELVE_AT_89_33),
    }


def ratios(asked: Sequence[Program], rounds: int) -> dict[str, dict[str, float]]:
    """The least time of each program over the least of ours (the first), by case; the rounds are taken in turn."""
    works = {program.name: timed_cases(program) for program in asked}
    ours = asked[0].name
    told: dict[str, dict[str, float]] = {program.name: {} for program in asked}
    for case in works[ours]:
        timers = {name: timeit.Timer(work) for name, cases in works.items() if (work := cases[case]) is not None}
        counts = {name: _enough(timer) for name, timer in timers.items()}
        least = dict.fromkeys(timers, math.inf)
        for _ in range(rounds):
            for name, timer in timers.items():
                least[name] = min(least[name], timer.timeit(counts[name]) / counts[name])
        for name, seconds in least.items():
            told[name][case] = seconds / least[ours]
    return told


def verdicts(asked: Sequence[Program]) -> dict[str, dict[str, Verdict]]:
    """What each program answers to each question, judged."""
    return {program.name: {name: verdict(ask, program) for name, ask in QUESTIONS.items()} for program in asked}


def times_table(asked: Sequence[Program], told: dict[str, dict[str, float]]) -> str:
    """A Markdown table of the ratios; ours is 1."""
    cases = list(told[asked[0].name])
    lines = [["program", *cases, "its schedule has no"]]
    for program in asked:
        figures = [f"{told[program.name][case]:.2f}" if case in told[program.name] else "-" for case in cases]
        lines.append([" ".join(filter(None, (program.name, program.version))), *figures, program.lacks or "-"])
    return _markdown(lines)


def verdicts_table(judged: dict[str, dict[str, Verdict]]) -> str:
    """A Markdown table of the verdicts, and under it a line for each that is not right."""
    lines = [["question", *judged]]
    for name in QUESTIONS:
        lines.append([name, *(cases[name].word.replace("cannot be asked", "-") for cases in judged.values())])
    notes = [
        f"- {program}, {name}: {case.detail}."
        for program, cases in judged.items()
        for name, case in cases.items()
        if case.detail
    ]
    return "\n".join([_markdown(lines), "", *notes])


def _enough(timer: timeit.Timer) -> int:
    count = 1
    while timer.timeit(count) < _LEAST_SECONDS:
        count *= 2
    return count


def _markdown(lines: list[list[str]]) -> str:
    rule = ["---" for _ in lines[0]]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [lines[0], rule, *lines[1:]])


def main() -> None:
    """Prints both tables, or one JSON document."""
    parser = argparse.ArgumentParser(description="Sets the engine beside its peers on PyPI.")
    parser.add_argument("--rounds", type=int, default=25, metavar="N", help="how often each program is timed")
    parser.add_argument("--json", action="store_true", help="one JSON document instead of tables")
    given = parser.parse_args()
    if given.rounds < 1:
        parser.error("--rounds is 1 at least")
    try:
        asked = programs()
    except ImportError as missing:
        sys.exit(f"{missing}: python -m pip install -e '.[bench]'")
    told, judged = ratios(asked, given.rounds), verdicts(asked)
    if given.json:
        versions = {program.name: program.version for program in asked}
        words = {name: {ask: case._asdict() for ask, case in cases.items()} for name, cases in judged.items()}
        print(json.dumps({"versions": versions, "times": told, "verdicts": words}, indent=2))
    else:
        python = ".".join(map(str, sys.version_info[:3]))
        print(f"Time over ours, the least of {given.rounds} rounds in turn, {date.today()}, Python {python}")
        print(f"\n{times_table(asked, told)}\n\n{verdicts_table(judged)}")


if __name__ == "__main__":
    main()
