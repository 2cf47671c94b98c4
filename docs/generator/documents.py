"""What commands answer with `--json`: each is run in a ledger in which all have something to do, and looked at.

A document tells which keys there are; the records that it was made of tell what may stand in them: null where there is
nothing, one of some words, what is in a list that is empty here.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from baitiao_cli.cli.main import main
from baitiao_cli.errors import CHECK_FAILED, DONE
from docs.generator.schema import Schema, declared_types, merged, observed
from tests.cli import test_forms as forms
from tests.cli.conftest import STORY
from tests.conftest import Result

# More answers of commands whose answer depends on what is asked.
BESIDE = {
    "define": [["define"], ["define", "bucket"]],
    "show": [["show", f"A{number}"] for number in range(2, 10)],
    "schedule": [["schedule", "A1P2"], ["schedule", "A7P1"]],
    "explain": [
        ["explain", "A1", "--check"],
        ["explain", "A1P1"],
        ["explain", "A1", "--bill", "2"],
        ["explain", "A1", "--payoff"],
        ["explain", "A1E2"],
    ],
    "history": [["history", "A8"], ["history", "A9"]],
    "quote": [
        ["quote", "1000", "--product", "inst", "--compare", "3,6"],
        ["quote", "1000", "--down-payment", "25%", "--late-rate", "0.05%"],
    ],
    "find": [["find", "A1E2"], ["find", "1234"]],
    "export": [["export", "--format", "json", "-o", "books.json"]],
    "prepay": [["prepay", "A1P1", "2000", "--by", "shorter-term"]],
    "payoff": [["payoff", "A1", "--plan", "A1P1", "--pay"]],
    "close": [["close", "A1", "--check"]],
    "person": [["person", "A1", "--phone", "13700009012", "--reason", "x"]],
    "limit": [["limit", "A1", "30000", "--until", "2026-06-30"]],
    "product": [["product", "month"], ["product", "epi"]],
    "list": [["list", "--overdue"]],
    "check": [["check", "--ledger", "damaged.db"]],
}
# What holds the answers of other commands, which are told there.
ANSWERS_WITHIN = {"demo": ("steps", "data"), "batch": ("results", "result")}
ANSWERED = (DONE, CHECK_FAILED)


class Stage:
    """The ledger and the files in which every command has something to do, made once and copied for each."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self._made, self._folder = folder / "made", folder / "stage"
        self._made.mkdir()
        for name in [name for name in os.environ if name.startswith(("BAITIAO_", "XDG_"))]:
            patch.delenv(name)
        patch.setenv("HOME", str(folder))
        patch.setenv("BAITIAO_KEY_FILE", str(folder / "people.key"))
        patch.setenv("BAITIAO_OPERATOR", "anna")
        patch.setenv("BAITIAO_LANG", "en")
        patch.setenv("BAITIAO_LEDGER", "ledger.db")
        patch.chdir(self._made)
        for line in STORY.strip().splitlines():
            self.at(*line.split())
        forms.set_stage(self.at, self._made, patch)
        forms.save_ledger(self.at)
        with contextlib.closing(sqlite3.connect(shutil.copy("ledger.db", "damaged.db"))) as connection, connection:
            connection.execute("UPDATE accounts SET used_fen = 1")
        patch.chdir(folder)

    def at(self, today: str, *arguments: str) -> Result:
        """Runs a command line on a day."""
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main([*arguments, "--today", today])
        return Result(status, out.getvalue(), err.getvalue())

    def answer(self, arguments: list[str]) -> dict[str, Any]:
        """The document that a command line answers with in a copy of the stage."""
        shutil.copytree(self._made, self._folder)
        os.chdir(self._folder)
        try:
            result = self.at(forms.TODAY, *arguments, "--json")
        finally:
            os.chdir(self._made)
            shutil.rmtree(self._folder)
        if result.status not in ANSWERED or not result.out:
            raise LookupError(f"{arguments}: {result.err}")
        document: dict[str, Any] = json.loads(result.out)
        return document


@cache
def answers() -> dict[str, Schema]:
    """What stands in the `data` of each command's document."""
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        try:
            stage = Stage(Path(folder), patch)
            found = {name: _schema(stage, name) for name in forms.COMMANDS}
        finally:
            os.chdir(here)
    for name, (rows, key) in ANSWERS_WITHIN.items():
        found[name]["properties"][rows]["items"]["properties"][key] = {"type": "object"}
    return found


def _schema(stage: Stage, name: str) -> Schema:
    found: list[Schema] = []
    for arguments in [forms.COMMANDS[name], *BESIDE.get(name, [])]:
        with _records() as records:
            document = stage.answer(arguments)
        found.append(observed(document["data"], declared_types(sorted(records, key=str))))
    return merged(found)


@contextlib.contextmanager
def _records() -> Iterator[set[type]]:
    """The types of the records that are made into documents meanwhile."""
    seen: set[type] = set()
    before: Callable[..., Any] = msgspec.to_builtins

    def watched(value: object, **options: Any) -> Any:
        seen.add(type(value))
        return before(value, **options)

    msgspec.to_builtins = watched
    try:
        yield seen
    finally:
        msgspec.to_builtins = before
