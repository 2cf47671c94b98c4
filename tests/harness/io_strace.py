"""I/O errors of the real program: strace lets a system call on the ledger's files fail, and what is told is judged."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any, ClassVar

from baitiao_cli.errors import BUG, STORAGE, UNKNOWN_OUTCOME
from baitiao_cli.ledger.store import Ledger
from tests.laws.every_verb import TODAY

from .deeds import tell_story
from .io_errors import rows_of
from .record import BrokenPromiseError, Size
from .workload import copy_ledger, findings, folder_in_memory, remove_ledger

CALLS = ("openat", "newfstatat", "pread64", "pwrite64", "fdatasync", "fsync", "ftruncate", "fcntl", "flock", "unlink")
ERRORS = ("EIO", "ENOSPC", "EACCES", "EROFS", "ENOLCK")
LINES: dict[Size, tuple[str, ...]] = {
    "short": ("repay A1 700",),
    "long": ("repay A1 700", "open --name Li --limit 1000", "charge A2 100", "refund A1P3 400"),
}
PLACES: dict[Size, int] = {"short": 1, "long": 2}
"""How many of the calls of a kind fail in turn: the first, the last and some between, or one of them by the seed."""


def fail_system_calls(size: Size, line: str, seed: int) -> Counter[str]:
    """Runs the line under strace, with a failing call each time."""
    counts: Counter[str] = Counter()
    random = Random(seed)
    with folder_in_memory() as folder:
        tell_story(folder / "story.db")
        trial = Trial(folder, line, seed)
        for call, count in trial.calls.items():
            places = {1, count, *random.sample(range(1, count + 1), min(count, PLACES[size]))}
            for place in random.sample(sorted(places), min(len(places), PLACES[size])):
                for error in ERRORS:
                    trial.fail(call, error, place, counts)
    return counts


class Trial:
    """One command on one ledger: what it does when all goes well, and then with failures."""

    environment: ClassVar[dict[str, str]] = {"XDG_STATE_HOME": "/dev/shm/none", **os.environ}

    def __init__(self, folder: Path, line: str, seed: int) -> None:
        self.folder, self.path, self.seed = folder, folder / "ledger.db", seed
        common = ["--ledger", str(self.path), "--today", TODAY, "--request-id", "r1", "--json"]
        self.command = [sys.executable, "-m", "baitiao_cli", *line.split(), *common]
        self.reset()
        self.before = rows_of(self.path)
        trace = self.folder / "trace"
        self._run("-o", str(trace), "-e", f"trace={','.join(CALLS)}")
        calls = Counter(text.split("(")[0].split()[-1] for text in trace.read_text().splitlines() if "(" in text)
        self.calls = {call: calls[call] for call in CALLS if calls[call]}
        self.after = rows_of(self.path)
        self.answer = self._data(self._run())

    def reset(self) -> None:
        """The story's ledger, as before the command."""
        remove_ledger(self.path)
        copy_ledger(self.folder / "story.db", self.path)

    def fail(self, call: str, error: str, place: int, counts: Counter[str]) -> None:
        """Lets the call of that place fail once, judges what is told and what is there, and does it again."""
        self.reset()
        done = self._run("-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={place}")
        where = f"{' '.join(self.command[3:])}: {error} at {call} number {place}"
        state = rows_of(self.path)
        allowed = {0: [self.after], STORAGE: [self.before], UNKNOWN_OUTCOME: [self.before, self.after]}
        self.demand(done.returncode in allowed, f"status {done.returncode}: {done.stderr.decode()}", where)
        self.demand(state in allowed[done.returncode], f"status {done.returncode}, but {state}", where)
        if done.returncode:
            code = json.loads(done.stderr)["error"]["code"]
            self.demand(code.startswith("ledger-") or code == "outcome-unknown", f"told as {code}", where)
        self.demand(self._data(self._run()) == self.answer, "the retry has another answer", where)
        self.demand(rows_of(self.path) == self.after, "the retry is not exactly once", where)
        found = findings(Ledger(self.path))
        self.demand(not found, f"check finds {found}", where)
        counts["faults_under_strace"] += 1

    def _run(self, *strace: str) -> subprocess.CompletedProcess[bytes]:
        """The command, under strace if that is told something; only calls on the ledger's files count."""
        files = [word for suffix in ("", "-journal", ".lock") for word in ("-P", f"{self.path}{suffix}")]
        before = ["strace", "-f", "-qq", *files, *strace] if strace else []
        return subprocess.run(
            [*before, *self.command], capture_output=True, check=False, timeout=600, env=self.environment
        )

    def _data(self, done: subprocess.CompletedProcess[bytes]) -> Any:
        self.demand(done.returncode != BUG, done.stderr.decode(), "without a fault")
        return json.loads(done.stdout)["data"]

    def demand(self, kept: bool, what: str, where: str) -> None:
        if not kept:
            raise BrokenPromiseError(f"{where}: {what}", self.seed)
