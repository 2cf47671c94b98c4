"""Damage and tampering: what was changed in the file is found by `check`, or changed no figure; views never guess.

A flip is a bit that a disk or a memory turned over; an edit is somebody's, who knows the file (see `edits.py`).
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from typing import Any, ClassVar, NamedTuple

from .edits import EDITS
from .program import TODAY, Answer, apart, copy_of, make_ledger, run, what_is_wrong
from .record import BrokenPromiseError, Record, Size
from .tampering import Edit, make

FLIPS: dict[Size, int] = {"short": 500, "long": 3_000}
NO_FIGURES = ("people", "settings")
"""Tables that no hash covers: people may be erased, and nothing is computed from the settings."""
BY_KEY = ("month_ends", "owed_sums", "month_moves")
"""Tables that are stored by their keys."""

FOLDED = (["show", "A1"], ["show", "A2"], ["schedule", "A1P1"], ["statement", "A1"], ["history", "A2"])
STORED = (["list"], ["report", "trial-balance"], ["merchants"])
VERBS = (["repay", "A2", "1", "--dry-run"], ["charge", "A1", "5", "--dry-run"], ["accrue"])
FIGURES = ("_fen", "_on", "_days", "_count", "number", "status", "days_past_due")


class Damage(Record, frozen=True, kw_only=True):
    """What became of the flips, and how many kinds of edits were named; a wrong figure that passes ends the round."""

    promise: ClassVar[str] = "Damage and tampering"
    tried: ClassVar[str] = "bits of the file turned over; rows changed, removed, put in and swapped behind its back"

    flips: int
    found_by_check: int
    refused_when_opened: int
    without_effect: int
    kinds_of_edits: int
    wrong_figures_passed: int = 0


def damage_round(size: Size, seed: int) -> Damage:
    """Tries so many flips, and every edit."""
    met = flips(FLIPS[size], seed)
    with apart() as folder:
        make_ledger(folder / "whole.db")
        for kind, edit in EDITS.items():
            if problem := what_is_missed(edit, folder):
                raise BrokenPromiseError(f"{kind}: {problem}", seed)
    return Damage(flips=FLIPS[size], kinds_of_edits=len(EDITS), **met)


def flips(count: int, seed: int) -> dict[str, int]:
    """Turns bits over, so many times; each time one, or now and then some near each other."""
    met: Counter[str] = Counter(found_by_check=0, refused_when_opened=0, without_effect=0)
    random = Random(seed)
    with apart() as folder:
        make_ledger(folder / "whole.db")
        whole, ledger = (folder / "whole.db").read_bytes(), folder / "ledger.db"
        ledger.write_bytes(whole)
        before = Figures.of(ledger)
        for number in range(count):
            at = random.randrange(len(whole))
            bits = [(at, random.randrange(8))]
            if random.random() < 0.2:
                bits += [((at + random.randrange(64)) % len(whole), random.randrange(8)) for _ in range(7)]
            damaged = bytearray(whole)
            for place, bit in bits:
                damaged[place] ^= 1 << bit
            remove(ledger)
            ledger.write_bytes(damaged)
            try:
                met[what_came_of_it(ledger, before, random)] += 1
            except AssertionError as broken:
                raise BrokenPromiseError(f"flip {number}, bits {bits}: {broken}", seed) from broken
    return dict(met)


class Figures(NamedTuple):
    """All that a ledger says: its rows, and the figures of its views."""

    rows: dict[str, list[tuple[Any, ...]]]
    views: dict[str, Any]

    @staticmethod
    def of(ledger: Path) -> Figures:
        return Figures(rows_of(ledger), {" ".join(view): figures(ask(ledger, view)) for view in (*FOLDED, *STORED)})


def what_came_of_it(ledger: Path, before: Figures, random: Random) -> str:
    """How the damage was met; raises `AssertionError` if a wrong figure was told as a right one, or a bug was met.

    Two views and a verb are drawn for it: all of them each time would take five times as long.
    """
    checked = run("check", "--full", "--ledger", str(ledger), "--today", TODAY)
    problem = what_is_wrong(checked)
    assert not problem, f"check: {problem}"
    passes = checked.status == 0
    for view in random.sample((*FOLDED, *STORED), 2):
        answer = ask(ledger, view)
        problem = what_is_wrong(answer)
        assert not problem, f"{view}: {problem}"
        if answer.status == 0 and (passes or view in FOLDED):
            assert figures(answer) == before.views[" ".join(view)], f"{view} tells wrong figures"
        assert answer.status == 0 or not passes, f"{view} is refused, and check finds nothing"
    if passes:
        assert rows_of(ledger) == before.rows, "check finds nothing, and rows are not as before"
    verb = random.choice(VERBS)
    problem = what_is_wrong(ask(ledger, verb))
    assert not problem, f"{verb}: {problem}"
    return "without_effect" if passes else "found_by_check" if checked.status == 6 else "refused_when_opened"


def ask(ledger: Path, command: list[str]) -> Answer:
    """The answer of a command, as JSON."""
    return run(*command, "--json", "--ledger", str(ledger), "--today", TODAY)


def figures(answer: Answer) -> Any:
    """The figures of an answer, without names and notes."""
    return _figures(json.loads(answer.out)["data"])


def _figures(data: Any) -> Any:
    if isinstance(data, dict):
        return {
            key: _figures(value)
            for key, value in data.items()
            if isinstance(value, dict | list) or any(key.endswith(end) for end in FIGURES)
        }
    return [_figures(item) for item in data] if isinstance(data, list) else data


def rows_of(ledger: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that has figures."""
    with closing(sqlite3.connect(ledger)) as connection:
        connection.text_factory = bytes
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1").fetchall()
        tables = [name.decode() for (name,) in names]
        return {
            table: connection.execute(f"SELECT * FROM {table}{'' if table in BY_KEY else ' ORDER BY rowid'}").fetchall()
            for table in tables
            if table not in NO_FIGURES
        }


def remove(ledger: Path) -> None:
    """Takes a ledger away, with what stands beside it."""
    for end in ("", "-journal"):
        with suppress(FileNotFoundError):
            Path(f"{ledger}{end}").unlink()


def what_is_missed(edit: Edit, folder: Path) -> str:
    """What `check` says of an edit, when it is not what it is to say; "" when it names the first bad row.

    Of what hangs together with that row and is found too, links that lead nowhere are told first; they are passed over.
    """
    ledger = folder / "edited.db"
    remove(ledger)
    where = edit.first_bad_row(folder / "whole.db")
    make(edit, copy_of(folder / "whole.db", ledger))
    checked = ask(ledger, ["check"])
    if problem := what_is_wrong(checked):
        return problem
    found = [(finding["code"], finding["where"]) for finding in json.loads(checked.out)["data"]["findings"]]
    rows = [each for each in found if each[0] != "check-link" or edit.code == "check-link"]
    is_named = checked.status == 6 and rows and rows[0][0] == edit.code and rows[0][1].startswith(where)
    return "" if is_named else f"{(edit.code, where)} is not the first of {found[:4]}"
