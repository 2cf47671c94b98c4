"""What all tests share: how hard property tests try, the ways to run the program, and the tools a test may need."""

from __future__ import annotations

import contextlib
import fcntl
import io
import json
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, settings

# HYPOTHESIS_PROFILE: `quick` while writing; `ci` by default, for one state of the code the same examples each time, so
# that what is red stays so until it is corrected; `search` as many as that and `long` ten times as many, others each
# time; `mutation` on mutants, where a failure is all that counts: the same few examples, none of them made smaller.
_ALLOWED = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture)
settings.register_profile("quick", max_examples=10, deadline=None, suppress_health_check=_ALLOWED)
settings.register_profile(
    "ci", max_examples=40, deadline=None, suppress_health_check=_ALLOWED, derandomize=True, database=None
)
settings.register_profile("search", max_examples=40, deadline=None, suppress_health_check=_ALLOWED)
settings.register_profile("long", max_examples=400, deadline=None, suppress_health_check=_ALLOWED)
settings.register_profile(
    "mutation",
    max_examples=10,
    deadline=None,
    suppress_health_check=_ALLOWED,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

BOLD = re.compile(r"\x1b\[[0-9;]*m")
STEERING = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
SETTINGS = ("BAITIAO_LEDGER", "BAITIAO_TODAY", "BAITIAO_LANG", "BAITIAO_OPERATOR", "FORCE_COLOR")
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")


class Result(NamedTuple):
    """What one run of the program left: its exit status and what it printed."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The `data` of the JSON document on stdout."""
        return json.loads(self.out)["data"]

    @property
    def error(self) -> Any:
        """The `error` of the JSON document on stderr."""
        return json.loads(self.err)["error"]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Whoever has run out of tests takes some of another's: the long ones stand together and would all be one's."""
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes minutes begins first in each process; the many short ones fill up what is left.

    Each process is given the same share of the tests, in their order, before it takes some of another's.
    """
    long = [item for item in items if item.get_closest_marker("long")]
    short = [item for item in items if not item.get_closest_marker("long")]
    shares = len(os.sched_getaffinity(0))
    whole = -(-len(items) // shares)
    ordered: list[pytest.Item] = []
    for number in range(shares):
        begins = long[number::shares]
        fills = whole - len(begins) if number < shares - 1 else len(short)
        ordered += [*begins, *short[:fills]]
        short = short[fills:]
    items[:] = ordered


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips a test whose tool is missing; where tools are required (in CI) a missing one is a failure."""
    for mark in item.iter_markers("needs_tool"):
        if shutil.which(mark.args[0]) is None:
            tell = pytest.fail if os.environ.get("BAITIAO_REQUIRE_TOOLS") else pytest.skip
            tell(f"needs {mark.args[0]}")


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """Each test works out anew what the arithmetic remembers, as if it ran alone."""
    from baitiao_cli.calc import schedule, steps

    for remembering in (schedule.check_terms, schedule._frame, steps._regular):
        remembering.cache_clear()


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the developer's own reaches a test, and no test reaches the developer's folders."""
    for name in (*SETTINGS, *LOCALE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run that all its processes share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own


@pytest.fixture(scope="session", autouse=True)
def key_file(shared_folder: Path) -> Iterator[Path]:
    """One key for the people of all ledgers of a run, so that a ledger can be copied about without its key file."""
    path = shared_folder / "people.key"
    os.environ["BAITIAO_KEY_FILE"] = str(path)
    yield path
    del os.environ["BAITIAO_KEY_FILE"]


@pytest.fixture(scope="session")
def generated(shared_folder: Path, key_file: Path) -> Callable[[int, int], Path]:
    """A generated ledger of so many accounts over so many months, made once for all processes: copy it to write."""
    from baitiao_cli.cli.main import main

    def ledger_of(accounts: int, months: int) -> Path:
        path = shared_folder / f"portfolio-{accounts}-{months}" / "ledger.db"
        with (shared_folder / f"{path.parent.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                sizes = ("--accounts", str(accounts), "--months", str(months), "--seed", "1")
                with contextlib.redirect_stdout(io.StringIO()) as out:
                    assert main(["scenario", "generate", *sizes, "--keep", str(path), "--json"]) == 0
                path.with_suffix(".json").write_text(out.getvalue(), "utf-8")
        return path

    return ledger_of


@pytest.fixture(scope="session")
def portfolio(generated: Callable[[int, int], Path]) -> Path:
    """The ledger of 80 accounts over the 12 months to 2026-06-30, on which the desk is tested: copy it to write."""
    return generated(80, 12)


def run_in_process(*arguments: str, stdin: str = "") -> Result:
    """Runs a command line in this process."""
    from baitiao_cli.cli.main import main

    out, err = io.StringIO(), io.StringIO()
    before = sys.stdin
    if stdin:
        sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8")), encoding="utf-8")
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main(list(arguments))
    finally:
        sys.stdin = before
    return Result(status, out.getvalue(), err.getvalue())


@pytest.fixture
def run() -> Callable[..., Result]:
    """Runs the program in this process: `run("show", "A1", "--json")`."""
    return run_in_process


@pytest.fixture
def run_apart() -> Callable[..., Result]:
    """Runs the program in a process of its own, as a shell does; keyword arguments are environment variables."""

    def run_process(*arguments: str | bytes, stdin: str = "", **environment: str) -> Result:
        encoding = environment.get("PYTHONIOENCODING", "utf-8").partition(":")[0]
        done = subprocess.run(
            [sys.executable, "-m", "baitiao_cli", *arguments],
            input=stdin.encode(encoding),
            capture_output=True,
            env={**os.environ, **environment},
            timeout=60,
            check=False,
        )
        return Result(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))

    return run_process


class Screen(io.StringIO):
    """What takes itself for a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def encoded() -> Callable[..., Result]:
    """Runs the program in this process with an output of that encoding."""
    from baitiao_cli.cli.main import main

    def run_here(encoding: str, *arguments: str) -> Result:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding) for _ in range(2))
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main(list(arguments))
        told = []
        for stream in (out, err):
            stream.flush()
            told.append(stream.buffer.getvalue().decode(encoding))  # type: ignore[attr-defined]
        return Result(status, *told)

    return run_here


@pytest.fixture
def on_screen(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Runs the program in this process as on a terminal of so many columns: what stands on it, errors too."""
    from baitiao_cli.cli.main import main

    def run_here(columns: int, *arguments: str) -> str:
        monkeypatch.setenv("COLUMNS", str(columns))
        screen = Screen()
        with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
            main(list(arguments))
        return STEERING.sub("", screen.getvalue()).replace("\r", "\n")

    return run_here


@pytest.fixture
def on_terminal() -> Iterator[Callable[..., str]]:
    """Runs the program on a terminal of so many columns and returns what stands on it."""
    yield shown_on_terminal


def shown_on_terminal(columns: int, *arguments: str, folder: Path | None = None, **environment: str) -> str:
    """What the program, run in `folder`, shows on a terminal of `columns`, without the marks of bold text."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    settings = {**os.environ, "TERM": "xterm", "COLUMNS": str(columns), "NO_COLOR": "1", **environment}
    command = [sys.executable, "-m", "baitiao_cli", *arguments]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=settings, cwd=folder)
    os.close(theirs)
    try:
        shown = _read_all(ours)
        process.wait(timeout=60)
    finally:
        process.kill()
        os.close(ours)
    return BOLD.sub("", shown.decode("utf-8").replace("\r\n", "\n"))


def _read_all(descriptor: int) -> bytes:
    chunks = []
    while True:
        try:
            chunk = os.read(descriptor, 65536)
        except OSError:  # how Linux tells that the other side of a terminal was closed
            break
        if not chunk:
            break
        chunks.append(chunk)
    return b"".join(chunks)
