"""Surroundings: a disk, a folder, a clock or a system that is not as it should be is told; the ledger stays as it is.

Each kind is tried in a child of its own, whose mounts and limits end with it; what `cases.py` lists is done here.
"""

from __future__ import annotations

import ctypes
import os
import pickle
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, TypeVar

from .program import TODAY, Answer, apart, code_of, copy_of, make_ledger, run, what_is_wrong
from .record import BrokenPromiseError, Record, Size

T = TypeVar("T")
BALLAST: list[bytearray] = []
"""What takes the memory away, where little is to be left."""
COMMANDS = {
    "view": ["show", "A1"],
    "verb": ["repay", "A2", "1", "--request-id", "s1"],
    "check": ["check"],
    "init": ["init"],
}
NOBODY = 65534
CLONE_NEWNS, CLONE_NEWUSER = 0x00020000, 0x10000000
MS_RDONLY, MS_REMOUNT, MS_REC, MS_PRIVATE = 1, 32, 0x4000, 1 << 18
PATIENCE_SECONDS = 60


class Surroundings(Record, frozen=True, kw_only=True):
    """How many kinds of surroundings were tried, and how; what could not be brought about here is counted apart."""

    promise: ClassVar[str] = "Surroundings"
    tried: ClassVar[str] = "a view, a write, check and init in surroundings that are wrong, then in right ones again"

    kinds: int
    commands: int
    refused: int
    ledgers_changed: int = 0
    kinds_not_possible_here: int


class Unavailable(Exception):  # noqa: N818
    """These surroundings cannot be brought about on this machine."""


class Scene:
    """A ledger in a folder, where surroundings go wrong: how the commands are to be run, and how all is put right."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "scene"
        self.folder.mkdir()
        self.folder.chmod(0o755)
        self.ledger = copy_of(folder / "whole.db", self.folder / "ledger.db")
        self.within: Callable[[], None] = lambda: None
        self.environment: dict[str, str | None] = {}
        self.today = TODAY
        self.streams: dict[str, int | None] = {}
        self.mend: Callable[[], None] | None = None

    def answer(self, command: str) -> Answer:
        """What a command answers here."""
        arguments = [*COMMANDS[command], "--today", self.today, "--ledger", str(self.ledger)]
        return started(arguments, self.streams) if self.streams else forked(lambda: self._run(arguments))

    def _run(self, arguments: list[str]) -> Answer:
        for name, text in self.environment.items():
            os.environ.pop(name, None)
            if text is not None:
                os.environ[name] = text
        try:
            self.within()
            return run(*arguments)
        finally:
            BALLAST.clear()

    def content(self) -> bytes | None:
        """What is in the ledger's file, if it is one."""
        return self.ledger.read_bytes() if self.ledger.is_file() else None


class Case(NamedTuple):
    """What goes wrong, and the code that each command is to tell: "" when it is done all the same, `None` if not asked.

    More than one code, with a bar between, are those of different systems.
    """

    spoil: Callable[[Scene], None]
    view: str | None
    verb: str | None
    check: str | None
    init: str | None = None


class Found(NamedTuple):
    """How a case went: commands and refusals; "" when it went as it should."""

    problem: str = ""
    commands: int = 0
    refused: int = 0
    is_possible: bool = True


def surroundings_round(size: Size, seed: int) -> Surroundings:
    """Tries every kind; there is nothing random, and the long round is the short one."""
    from .cases import CASES

    found = {}
    with apart() as folder:
        make_whole(folder)
        for kind, case in CASES.items():
            found[kind] = try_case(case, folder)
            if found[kind].problem:
                raise BrokenPromiseError(f"{kind}: {found[kind].problem}", seed)
    tried = [each for each in found.values() if each.is_possible]
    return Surroundings(
        kinds=len(tried),
        commands=sum(each.commands for each in tried),
        refused=sum(each.refused for each in tried),
        kinds_not_possible_here=len(found) - len(tried),
    )


def make_whole(folder: Path) -> None:
    """Makes the ledger that the cases copy, and lets others into the folder; loads what a plain user may not read."""
    for each in (folder, folder.parent):
        each.chmod(0o755)
    make_ledger(folder / "whole.db")
    for arguments in (*COMMANDS.values(), ["show", "A9"], ["check", "--full"]):
        dry = ["--dry-run"] if "s1" in arguments else []
        run(*arguments, *dry, "--today", TODAY, "--ledger", str(folder / "whole.db"))


def try_case(case: Case, folder: Path) -> Found:
    """Tries a case in a child of its own."""
    try:
        return forked(lambda: _try(case, folder))
    finally:
        _open_up(folder / "scene")
        shutil.rmtree(folder / "scene", ignore_errors=True)


def _open_up(folder: Path) -> None:
    for each in (folder, *folder.rglob("*")):
        with suppress(OSError):
            if each.is_dir() and not each.is_symlink():
                each.chmod(0o755)


def _try(case: Case, folder: Path) -> Found:
    scene = Scene(folder)
    try:
        case.spoil(scene)
    except Unavailable:
        return Found(is_possible=False)
    commands = refused = 0
    for command, wanted in zip(COMMANDS, case[1:], strict=True):
        if wanted is None:
            continue
        before = scene.content()
        answer = scene.answer(command)
        commands, refused = commands + 1, refused + bool(answer.status)
        if problem := what_is_wrong(answer):
            return Found(f"{command}: {problem}")
        if code_of(answer) not in wanted.split("|"):
            return Found(f"{command}: {code_of(answer) or 'done'}, not {wanted or 'done'}: {answer.err.strip()}")
        after = scene.content()
        is_told = code_of(answer) == "output-failed" or after is None  # done but not shown; or the test took it away
        if answer.status and not is_told and after != before:
            return Found(f"{command}: the ledger was changed")
        if drafts := list(scene.folder.glob(".baitiao-*")):
            return Found(f"{command}: left {drafts}")
    return Found(_mended(scene), commands, refused)


def _mended(scene: Scene) -> str:
    """What does not work after all was put right; a case without a way to do that is right by itself."""
    if scene.mend is not None:
        scene.mend()
        scene.within, scene.environment, scene.today, scene.streams = lambda: None, {}, TODAY, {}
        for command in ("view", "verb", "check"):
            answer = scene.answer(command)
            if answer.status:
                return f"{command} after all was put right: {answer}"
    return ""


def forked(work: Callable[[], T]) -> T:
    """What `work` returns in a child, which lives for a minute at most."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        try:  # whatever happens, the child ends here
            os.close(reader)
            signal.alarm(PATIENCE_SECONDS)
            try:
                result: Any = work()
            except BaseException as problem:  # the parent must hear of it
                result = AssertionError(repr(problem))
            os.write(writer, pickle.dumps(result))
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    result = pickle.loads(said) if said else AssertionError("the child ended without a word")
    if isinstance(result, BaseException):
        raise result
    return result


def started(arguments: list[str], streams: dict[str, int | None]) -> Answer:
    """What the program answers as a process of its own, with streams closed (`None`) or elsewhere."""

    def close() -> None:
        for number, name in enumerate(("stdin", "stdout", "stderr")):
            if streams.get(name, number) is None:
                os.close(number)

    given = {name: stream for name, stream in streams.items() if stream is not None}
    done = subprocess.run(
        [sys.executable, "-m", "baitiao_cli", *arguments],
        **({"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | given),
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        preexec_fn=close,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    return Answer(done.returncode, (done.stdout or b"").decode(), (done.stderr or b"").decode())


def as_a_plain_user() -> None:
    """Gives up root's rights, to whom every permission is granted."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def mount(where: Path, options: str, flags: int = 0) -> None:
    """Mounts a file system of memory for this child alone; `Unavailable` where that is not allowed."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not flags:
        user = os.getuid()
        if libc.unshare(CLONE_NEWNS if user == 0 else CLONE_NEWNS | CLONE_NEWUSER):
            raise Unavailable
        if user != 0:
            Path("/proc/self/uid_map").write_text(f"0 {user} 1")
        if libc.mount(b"none", b"/", None, MS_REC | MS_PRIVATE, None):
            raise Unavailable
    if libc.mount(b"tmpfs", os.fsencode(where), b"tmpfs", flags, options.encode()):
        raise Unavailable
