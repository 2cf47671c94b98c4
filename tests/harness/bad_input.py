"""Bad input: whatever is typed, set or read, the program refuses it with its own error or does what it says; quickly.

The curated cases are every nasty value in every kind of place. The generated ones are command lines of the commands as
they are registered, so that a new command or option is met without being named here.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar, NamedTuple
from unittest.mock import patch

from .command_lines import Case, bytes_of, generated
from .nasty import NASTY
from .program import TODAY, apart, code_of, make_ledger, run, what_is_wrong
from .record import BrokenPromiseError, Record, Size

GENERATED: dict[Size, int] = {"short": 20_000, "long": 100_000}
MOST_SECONDS = 2.0
MOST_MEGABYTES = 400
"""What the program may take more than when it began; a file of 64 MB is the largest that it reads."""
LEAVES_A_TRACE = {"verification-failed"}
"""Refusals that are recorded, so that attempts are counted."""


class BadInput(Record, frozen=True, kw_only=True):
    """What was tried; a traceback, an error outside the catalogue or a changed ledger ends the round."""

    promise: ClassVar[str] = "Bad input"
    tried: ClassVar[str] = "every nasty value in every kind of place; generated command lines, files and environments"

    curated: int
    generated: int
    refused: int
    tracebacks: int = 0
    longest_ms: int
    peak_mb: int


def bad_input_round(size: Size, seed: int) -> BadInput:
    """Tries the curated cases and so many generated ones."""
    tried = try_all([*curated(), *generated(GENERATED[size], seed)], seed)
    return BadInput(curated=len(list(curated())), generated=GENERATED[size], **tried)


def try_all(cases: list[Case], seed: int = 0) -> dict[str, int]:
    """Tries each case on the story's ledger; raises at the first that is not answered as the contract has it."""
    refused, longest, before_mb = 0, 0.0, _megabytes("VmRSS")
    _forget_peak()
    with apart() as outer:
        folder = outer / "so" / "that" / "up" / "stays" / "inside"
        folder.mkdir(parents=True)
        os.chdir(folder)
        ledger = folder / "ledger.db"
        make_ledger(ledger)
        whole = ledger.read_bytes()
        for case in cases:
            started = time.thread_time()
            wrong = _try(case)
            longest = max(longest, taken := time.thread_time() - started)
            found = ledger.read_bytes() if ledger.is_file() else b""
            if wrong.status and wrong.code not in LEAVES_A_TRACE and found != whole:
                raise BrokenPromiseError(f"{case}: the ledger was changed", seed)
            if wrong.problem or taken > MOST_SECONDS:
                raise BrokenPromiseError(f"{case}: {wrong.problem or f'{taken:.1f} s'}", seed)
            if found != whole:
                ledger.write_bytes(whole)
            if wrong.status:
                refused += 1
        if drafts := list(folder.rglob(".baitiao-*")):
            raise BrokenPromiseError(f"left behind: {drafts}", seed)
    peak_mb = _megabytes("VmHWM") - before_mb
    if peak_mb > MOST_MEGABYTES:
        raise BrokenPromiseError(f"{peak_mb} MB", seed)
    return {"refused": refused, "longest_ms": round(longest * 1000), "peak_mb": peak_mb}


class Tried(NamedTuple):
    """How a case was answered."""

    status: int
    code: str
    problem: str


def _try(case: Case) -> Tried:
    Path("file").write_bytes(case.file)
    settings = {"BAITIAO_LEDGER": "ledger.db", "BAITIAO_TODAY": TODAY, **case.environment}
    with patch.dict(os.environ, settings):
        answer = run(*case.arguments, stdin=case.stdin)
    return Tried(answer.status, code_of(answer), what_is_wrong(answer))


def _megabytes(what: str) -> int:
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    return next(int(line.split()[1]) // 1024 for line in status.read_text().splitlines() if line.startswith(what))


def _forget_peak() -> None:
    peak = Path("/proc/self/clear_refs")
    if os.access(peak, os.W_OK):
        peak.write_text("5")


def _in_json(value: str) -> bytes:
    return bytes_of(json.dumps(value))


Place = Callable[[str], Case]
PLACES: dict[str, Place] = {
    "a command": lambda text: Case([text]),
    "an option": lambda text: Case(["list", text]),
    "an account": lambda text: Case(["show", text]),
    "a plan": lambda text: Case(["schedule", text]),
    "an event": lambda text: Case(["reverse", text, "--reason", "x"]),
    "what to find": lambda text: Case(["find", text]),
    "an amount": lambda text: Case(["repay", "A1", text]),
    "a limit": lambda text: Case(["open", "--name", "x", "--limit", text]),
    "a rate": lambda text: Case(["quote", "100", "--installments", "3", f"--annual-rate={text}"]),
    "a count": lambda text: Case(["charge", "A1", "600", "--installments", text]),
    "a day": lambda text: Case(["repay", "A1", "1", "--on", text]),
    "a day asked about": lambda text: Case(["show", "A1", "--as-of", text]),
    "a moment": lambda text: Case(["show", "A1", "--known-at", text]),
    "a name": lambda text: Case(["open", "--limit", "100", f"--name={text}"]),
    "a phone": lambda text: Case(["open", "--limit", "100", "--name", "x", f"--phone={text}"]),
    "an ID number": lambda text: Case(["open", "--limit", "100", "--name", "x", f"--id-number={text}"]),
    "a merchant": lambda text: Case(["charge", "A1", "1", f"--merchant={text}"]),
    "an order": lambda text: Case(["charge", "A1", "1", "--merchant", "x", f"--order={text}"]),
    "a note": lambda text: Case(["charge", "A1", "1", f"--note={text}", "--csv"]),
    "a reason": lambda text: Case(["credit", "A1", "1", f"--reason={text}", "--json"]),
    "a request id": lambda text: Case(["repay", "A1", "1", f"--request-id={text}"]),
    "a product": lambda text: Case(["product", text]),
    "a product's name": lambda text: Case(["product", "./file.toml"], file=bytes_of(text)),
    "a product file": lambda text: Case(["charge", "A1", "600", "--product", "file"], file=bytes_of(text)),
    "a ledger": lambda text: Case(["list", f"--ledger={text}"]),
    "a file to write": lambda text: Case(["export", "--format", "csv", f"--output={text}", "--force"]),
    "a batch": lambda text: Case(["batch", "-"], stdin=bytes_of(text)),
    "a batch file": lambda text: Case(["batch", text]),
    "a line's field": lambda text: Case(
        ["batch", "-"], stdin=b'{"verb":"repay","account":"A1","amount":' + _in_json(text) + b"}"
    ),
    "a line's key": lambda text: Case(["batch", "-"], stdin=b'{"verb":"repay",' + _in_json(text) + b':"1"}'),
    "a bare value": lambda text: Case(["batch", "-"], stdin=b'{"verb":"repay","amount":' + bytes_of(text) + b"}"),
    "a cell": lambda text: Case(["batch", "file"], file=b"verb,account,amount\nrepay,A1," + bytes_of(text) + b"\n"),
    "a header": lambda text: Case(["batch", "file"], file=b"verb,account," + bytes_of(text) + b"\nrepay,A1,1\n"),
    "flows": lambda text: Case(["rate", "-", "--convention", "xirr-365"], stdin=bytes_of(text)),
    "an amount of flows": lambda text: Case(
        ["rate", "file", "--convention", "eu-aprc", "--json"],
        file=b'{"advance":[{"t":0,"amount":' + bytes_of(text) + b'}],"payments":[{"t":1,"amount":110}]}',
    ),
    "a scenario": lambda text: Case(["scenario", "run", "file"], file=bytes_of(text)),
    "a scenario file": lambda text: Case(["scenario", "run", text]),
    "a title of a scenario": lambda text: _scenario(b"list = {}", b"title = " + _in_json(text) + b"\n"),
    "an option of a step": lambda text: _scenario(b'repay = { account = "A1", amount = ' + _in_json(text) + b" }"),
    "a bare value of a step": lambda text: _scenario(b'repay = { account = "A1", amount = ' + bytes_of(text) + b" }"),
    "a key of a step": lambda text: _scenario(_in_json(text) + b" = {}"),
    "a figure that is expected": lambda text: _scenario(b"list = {}\nexpect.account_count = " + _in_json(text)),
    "a path that is expected": lambda text: _scenario(b"list = {}\nexpect." + _in_json(text) + b" = 1"),
    "a variable": lambda text: _scenario(b'show = { account = "{x}" }', b"vars.x = " + _in_json(text) + b"\n"),
    "a name in braces": lambda text: _scenario(b"show = { account = " + _in_json(f"{{{text}}}") + b" }"),
    "a day of a step": lambda text: _scenario(b"list = {}\n[[step]]\nlist = {}\ntoday = " + _in_json(text)),
    "a day of an option": lambda text: _scenario(b"list = { as_of = " + _in_json(text) + b" }"),
    "how often": lambda text: _scenario(b"steps = [{ list = {} }]\nrepeat.times = " + bytes_of(text)),
    "a ledger to keep": lambda text: _scenario(b"list = {}", b"", f"--keep={text}"),
    "an account to record": lambda text: Case(["scenario", "record", text]),
    "a ledger by environment": lambda text: Case(["list"], environment={"BAITIAO_LEDGER": text}),
    "a day by environment": lambda text: Case(["show", "A1"], environment={"BAITIAO_TODAY": text}),
    "a language": lambda text: Case(["list"], environment={"BAITIAO_LANG": text}),
    "an operator": lambda text: Case(["repay", "A1", "1"], environment={"BAITIAO_OPERATOR": text}),
    "a home": lambda text: Case(["list"], environment={"HOME": text, "XDG_DATA_HOME": text}),
}


def _scenario(step: bytes, before: bytes = b"", *options: str) -> Case:
    """A scenario of one step on a day."""
    return Case(["scenario", "run", "file", *options], file=before + b"[[step]]\ntoday = 2026-01-05\n" + step + b"\n")


REPEATED = b"steps = [{ repeat = { times = 1000 }, "
BOMBS = {
    "a key of many parts": b"a" + b".a" * 500_000 + b" = 1",
    "a quoted key of many parts": b'"a"' + b'."a"' * 300_000 + b" = 1",
    "a header of many parts": b"[[step" + b".steps" * 200_000 + b"]]",
    "many keys of many parts": (b"a" + b".a" * 30 + b" = 1\n") * 20_000,
    "arrays in arrays": b"vars.x = " + b"[" * 1_000_000,
    "tables in tables": b"vars.x = " + b"{a=" * 500_000,
    "steps in steps": b"[[step]]\n" + b"steps = [{ " * 100_000,
    "a number of many digits": b"seed = " + b"9" * 60_000,
    "many numbers of many digits": (b"seed = " + b"9" * 60_000 + b"\n") * 60,
    "a number in base 16": b"seed = 0x" + b"f" * 4_000_000,
    "a fraction of many digits": b"vars.x = 0." + b"1" * 4_000_000,
    "a text of many quotes": b'title = "' + b'\\"' * 1_000_000,
    "nothing but dots": b"." * 4_000_000,
    "nothing but letters": b"x" * 4_000_000,
    "spaces between dots": (b"a" + b" " * 1_000 + b".") * 4_000,
    "many steps that are none": b"[[step]]\n" * 100_000,
    "repeats in repeats": b"[[step]]\ntoday = 2026-01-05\nrepeat.times = 1000\n"
    + REPEATED * 4
    + b"steps = [{ list = {} }]"
    + b"}]" * 4,
    "steps in steps in steps": b"[[step]]\ntoday = 2026-01-05\n" + b"steps = [{ " * 50 + b"list = {}" + b" }]" * 50,
    "a repeat that is endless": b"[[step]]\ntoday = 2026-01-05\nsteps = [{ list = {} }]\n"
    b"repeat = { at_most = 1000000, until = { list = {}, expect = { x = 1 } } }\n",
    "a file that is too large": b"#\n" * 3_000_000,
}
"""Scenario files that would take a reader's time or memory; of a repeat that could take long, its end is looked up."""


def curated() -> Iterator[Case]:
    """Every nasty value in every place that can hold it: no system takes a NUL or half a character in a setting."""
    for content in BOMBS.values():
        yield Case(["scenario", "run", "file"], file=content)
    for place in PLACES.values():
        for text in NASTY.values():
            case = place(text)
            if case.environment and ("\x00" in text or "\ud800" in text):
                continue
            yield case
