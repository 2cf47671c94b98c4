"""I/O errors: whichever file operation of a write fails, the ledger is as before or, if that is said, as after."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, ClassVar, Literal
from unittest import mock

import msgspec

from baitiao_cli.errors import STORAGE, UNKNOWN_OUTCOME, BaitiaoError
from baitiao_cli.ledger import file
from baitiao_cli.ledger.store import Ledger

from .deeds import Deed, deeds, ledger_of_version_0, tell_story
from .processes import counted
from .record import BrokenPromiseError, Record, Size
from .vfs import Operation, watch
from .workload import copy_ledger, findings, folder_in_memory

Fault = Literal["EIO", "ENOSPC", "EACCES", "half done", "EIO from here on"]
FAULTS: tuple[Fault, ...] = ("EIO", "ENOSPC", "EACCES", "half done", "EIO from here on")

PARTS = 8  # at once
_IO_CODES = {
    "read": sqlite3.SQLITE_IOERR_READ,
    "write": sqlite3.SQLITE_IOERR_WRITE,
    "truncate": sqlite3.SQLITE_IOERR_TRUNCATE,
    "sync": sqlite3.SQLITE_IOERR_FSYNC,
    "size": sqlite3.SQLITE_IOERR_FSTAT,
    "lock": sqlite3.SQLITE_IOERR_LOCK,
    "unlock": sqlite3.SQLITE_IOERR_UNLOCK,
    "check lock": sqlite3.SQLITE_IOERR_CHECKRESERVEDLOCK,
    "open": sqlite3.SQLITE_CANTOPEN,
    "sync folder": sqlite3.SQLITE_CANTOPEN,
    "delete": sqlite3.SQLITE_IOERR_DELETE,
    "access": sqlite3.SQLITE_IOERR_ACCESS,
}
# What SQLite's layer for Unix makes of these: a lock that may not be had is one that another has, and a transfer that
# stops halfway is gone on with, which fails then.
_CODES: dict[str, dict[str, int]] = {
    "EIO": {},
    "ENOSPC": {"write": sqlite3.SQLITE_FULL},
    "EACCES": {"lock": sqlite3.SQLITE_BUSY},
    "half done": {"write": sqlite3.SQLITE_FULL},
    "EIO from here on": {},
}


class InputOutput(Record, frozen=True, kw_only=True):
    """What the faults led to. Neither half-done writes nor uncatalogued errors: there would be no record."""

    promise: ClassVar[str] = "I/O errors"
    tried: ClassVar[str] = (
        "each file operation of everything that writes fails in turn: EIO, ENOSPC, EACCES, half done, EIO for good; the"
        " real program under strace with failing system calls; each retried"
    )

    writes: int
    file_operations: int
    faults: int
    told_as_not_recorded: int
    told_as_unknown: int
    of_these_recorded: int
    without_consequence: int
    faults_under_strace: int
    half_done: int
    doubled: int


class Inject:
    """Lets the operation of a number fail, or all from it on."""

    def __init__(self, number: int, fault: Fault) -> None:
        self.number, self.fault = number, fault
        self.kinds: list[str] = []

    def answer(self, operation: Operation, act: Callable[[], int]) -> int:
        self.kinds.append(operation.kind)
        count = len(self.kinds)
        if count == self.number or (count > self.number > 0 and self.fault == "EIO from here on"):
            if self.fault == "half done":
                self._half(operation, act)
            return _CODES[self.fault].get(operation.kind, _IO_CODES[operation.kind])
        return act()

    def _half(self, operation: Operation, act: Callable[[], int]) -> None:
        """Half of a transfer takes place; of what has no half all of it, and it is said to have failed."""
        if operation.kind in ("read", "write"):
            operation.act_halved()
        else:
            act()


FAILING = tuple(_IO_CODES)


class State(msgspec.Struct, frozen=True):
    """What a ledger holds, as far as it can be compared: its head and how many rows each table has."""

    head: str
    rows: dict[str, int]

    @staticmethod
    def of(path: Path) -> State | None:
        """The state of the file at `path`; `None` when there is none, or none with tables."""
        rows = rows_of(path)
        if rows is None:
            return None
        with closing(sqlite3.connect(path)) as connection:
            return State(connection.execute("SELECT max(number), hash FROM seals").fetchone()[1] or "", rows)


def rows_of(path: Path) -> dict[str, int] | None:
    """How many rows each table of the ledger has; `None` when there is none, or none with tables."""
    if not path.exists():
        return None
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        rows = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}
    return rows or None


class Stage:
    """A ledger to which one deed is done, again and again from the same beginning."""

    def __init__(self, folder: Path, deed: Deed, seed: int = 0) -> None:
        self.folder, self.deed, self.seed = folder, deed, seed
        self.path = folder / "ledger.db"
        self.files = {path.name: path.read_bytes() for path in folder.iterdir()}
        self.before = State.of(self.path)
        self.answer = deed.act(self.path)
        self.after = State.of(self.path)
        self.judged: dict[bytes, State | None] = {}

    def reset(self) -> None:
        """Makes the folder as it was at first."""
        for path in list(self.folder.iterdir()):
            if path.name not in self.files:
                path.unlink()
        for name, content in self.files.items():
            (self.folder / name).write_bytes(content)

    def judge(self, status: int, where: str) -> bool:
        """Demands that what the deed left fits what was told of it; returns whether it took place."""
        found = self._state()
        allowed = {0: [self.after], STORAGE: [self.before], UNKNOWN_OUTCOME: [self.before, self.after]}
        self.demand(status in allowed, f"status {status}", where)
        self.demand(found in allowed[status], f"status {status}, but {found} of {self.before} and {self.after}", where)
        return found == self.after

    def _state(self) -> State | None:
        """The state of what is there, proved: checked, and the deed done once more. The same bytes are proved once.

        Bytes that were proved need not be opened again, unless a journal is there that they are repaired with.
        """
        content = self._content()
        if content not in self.judged or self._has_journal():
            state = State.of(self.path)  # repairs what there is to repair
            content = self._content()
            if content not in self.judged:
                self.judged[content] = state
                self._prove(state)
        return self.judged[content]

    def _content(self) -> bytes:
        return blake2b(self.path.read_bytes()).digest() if self.path.exists() else b""

    def _has_journal(self) -> bool:
        journal = self.path.with_name(f"{self.path.name}-journal")
        return journal.exists() and journal.stat().st_size > 0

    def _prove(self, state: State | None) -> None:
        if state is not None:
            found = findings(Ledger(self.path))
            self.demand(not found, f"check finds {found}", "after it")
        if state == self.before or self.deed.has_request:
            again = self.deed.act(self.path)
            self.demand(State.of(self.path) == self.after, "the retry is not exactly once", "after it")
            if self.deed.has_request:
                self.demand(again == self.answer, "the retry has another answer", "after it")

    def demand(self, kept: bool, what: str, where: str) -> None:
        if not kept:
            raise BrokenPromiseError(f"{self.deed.name}, {where}: {what}", self.seed)


@contextmanager
def stages(seed: int = 0, part: int = 0, parts: int = 1) -> Iterator[Iterator[Stage]]:
    """A stage for every deed, one after the other; or for those of one of several parts."""
    with folder_in_memory() as folder:
        tell_story(folder / "story.db")

        def each() -> Iterator[Stage]:
            for number, deed in enumerate(deeds(folder / "story.db")):
                if number % parts == part:
                    place = folder / str(number)
                    place.mkdir()
                    if deed.starts_from == "story":
                        copy_ledger(folder / "story.db", place / "ledger.db")
                    elif deed.starts_from == "version 0":
                        ledger_of_version_0(place / "ledger.db")
                    yield Stage(place, deed, seed)

        yield each()


def fail_operations(size: Size, seed: int, part: int, parts: int) -> Counter[str]:
    """Every fault of every operation of the deeds of one of several parts."""
    counts: Counter[str] = Counter()
    with stages(seed, part, parts) as some:
        for stage in some:
            fail_each_operation(stage, size, counts)
    return counts


def fail_each_operation(stage: Stage, size: Size, counts: Counter[str]) -> None:
    """Lets every file operation of the deed fail in turn, in each way.

    In the short round what SQLite's layer for Unix tells alike is tried once.
    """
    stage.reset()
    watching = Inject(0, "EIO")
    _status(stage, watching)
    counts["writes"] += 1
    counts["file_operations"] += len(watching.kinds)
    for number, kind in enumerate(watching.kinds, start=1):
        alike = [fault for fault in ("ENOSPC", "EACCES") if kind not in _CODES[fault]] if size == "short" else []
        for fault in FAULTS:
            if fault not in alike:
                stage.reset()
                status = _status(stage, Inject(number, fault))
                _count(stage, status, f"{fault} at operation {number}, {kind}", counts)


def _count(stage: Stage, status: int, where: str, counts: Counter[str]) -> None:
    took_place = stage.judge(status, where)
    counts["faults"] += 1
    counts["told_as_not_recorded"] += status == STORAGE
    counts["told_as_unknown"] += status == UNKNOWN_OUTCOME
    counts["of_these_recorded"] += status == UNKNOWN_OUTCOME and took_place
    counts["without_consequence"] += status == 0


def _status(stage: Stage, inject: Inject) -> int:
    """The exit status that the deed has when that fails; any other exception breaks the promise."""
    try:
        with mock.patch.object(file.connection, "PATIENCE_SECONDS", 0.01), watch(FAILING).registered(inject.answer):
            answer: Any = stage.deed.act(stage.path)
    except BaitiaoError as error:
        return error.status
    except Exception as problem:
        raise BrokenPromiseError(
            f"{stage.deed.name}, operation {inject.number} {inject.fault}", stage.seed
        ) from problem
    if stage.deed.has_request:
        stage.demand(answer == stage.answer, "another answer", f"{inject.fault} at operation {inject.number}")
    return 0


def io_round(size: Size, seed: int) -> InputOutput:
    """Every fault of every operation of everything that writes, and system calls of the real program."""
    from .io_strace import LINES, fail_system_calls  # which knows what is in this module

    parts = [partial(fail_operations, size, seed, part, PARTS) for part in range(PARTS)]
    lines = [partial(fail_system_calls, size, line, seed) for line in LINES[size]]
    counts = counted([*parts, *lines], seed)
    return InputOutput(**{name: counts[name] for name in InputOutput.__struct_fields__})
