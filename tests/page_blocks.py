"""The pages' examples: every ```console block is a terminal of 80 columns on which its commands were really run.

    python -m tests.page_blocks --write [PAGE ...]

runs them again and writes what they print into the pages. Each page is played by itself, from top to bottom, in an
empty folder. A comment above a block may say what a reader need not see each time:

    <!-- before: baitiao demo --keep shop.db -->    a command that is run, its output not shown
    <!-- file: mine.toml -->                        the block below is a file of this name in the folder

`$ echo $?` tells the exit status of the command before it; a line that ends in `>/dev/null` shows nothing. Any other
line with a pipe or a redirection goes through a shell. The clock shows ten in the morning of the last `--today`.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path
from unittest.mock import patch

from baitiao_cli.calc.dates import SHANGHAI
from baitiao_cli.cli import request
from baitiao_cli.cli.main import main as baitiao

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BOLD = re.compile(r"\x1b\[[0-9;]*m")
STEP = re.compile(
    r"^```console\n(?P<console>.*?)^```$"
    r"|^<!-- before: (?P<before>.*?) -->$"
    r"|^<!-- file: (?P<file>\S+) -->\n+```\w*\n(?P<content>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
ENVIRONMENT = {"BAITIAO_OPERATOR": "readme", "COLUMNS": "80", "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "TERM": "xterm"}
QUIET = " >/dev/null"
SHELL_WORDS = re.compile(r"[|<>;&]")


def pages() -> list[Path]:
    """The pages that people wrote: all but those that `docs/generator` makes, which have no console."""
    folders = (ROOT, ROOT / "docs", ROOT / "examples")
    return [page for folder in folders for page in sorted(folder.glob("*.md")) if page.name != "CHANGELOG.md"]


class Screen(io.StringIO):
    """A terminal to whoever writes to it."""

    def isatty(self) -> bool:
        """As tables are drawn on a terminal alone."""
        return True


class Talk(io.TextIOBase):
    """What is told beside the answer: on the same screen, but no terminal, so that no progress is drawn."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def write(self, text: str) -> int:
        """Onto the screen, in turn with the answer."""
        return self._screen.write(text)


class Player:
    """Plays the blocks of one page in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._status = 0
        self._count = 0
        self._today = "2026-01-05"

    def rendered(self, text: str) -> str:
        """The page with the output of its commands as they print it now; `examples/` is at hand, as in this folder."""
        (self._folder / "examples").symlink_to(ROOT / "examples")
        with _surroundings(self._folder):
            return STEP.sub(self._step, text)

    def _step(self, step: re.Match[str]) -> str:
        if step["before"]:
            self._shown(step["before"])
            if self._status:
                raise ValueError(f"exit status {self._status}: {step['before']}")
            return step[0]
        if step["file"]:
            (self._folder / step["file"]).write_text(step["content"], encoding="utf-8")
            return step[0]
        lines = [line[2:] for line in step["console"].splitlines() if line.startswith("$ ")]
        return "```console\n" + "".join(f"$ {line}\n{self._shown(line)}" for line in lines) + "```"

    def _shown(self, line: str) -> str:
        """What the terminal shows below a command line; an `export` holds for all that follow."""
        if line == "echo $?":
            return f"{self._status}\n"
        if line.endswith(QUIET):
            self._shown(line.removesuffix(QUIET))
            return ""
        if SHELL_WORDS.search(re.sub(r"'[^']*'|\"[^\"]*\"", "", line)):
            return self._by_shell(line)
        program, *words = shlex.split(line)
        if program == "export":
            os.environ.update(word.split("=", 1) for word in words)
            return ""
        if program != "baitiao":
            return self._by_shell(line)
        screen = Screen()
        streams = contextlib.redirect_stdout(screen), contextlib.redirect_stderr(Talk(screen))
        with streams[0], streams[1], patch.object(request, "datetime", self._clock(words)):
            self._status = baitiao(words)
        return _trimmed(screen.getvalue())

    def _clock(self, words: Sequence[str]) -> type[datetime]:
        """A clock that shows ten in the morning of the command's today, and is a second later with each command."""
        if "--today" in words:
            self._today = words[words.index("--today") + 1]
        today = date.fromisoformat(os.environ.get("BAITIAO_TODAY", self._today))
        self._count += 1
        shown = datetime.combine(today, time(10), SHANGHAI) + timedelta(seconds=self._count)

        class Kind(type):
            def __instancecheck__(cls, value: object) -> bool:
                return isinstance(value, datetime)

        class Clock(datetime, metaclass=Kind):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> datetime:
                return shown.astimezone(tz)

        return Clock

    def _by_shell(self, line: str) -> str:
        script = f'baitiao() {{ {shlex.quote(sys.executable)} -m baitiao_cli "$@"; }}\n{line}'
        settings = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            ["sh", "-c", script],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env=settings,
            check=False,
            timeout=60,
        )
        self._status = done.returncode
        return _trimmed(done.stdout.decode("utf-8"))


def _trimmed(shown: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in BOLD.sub("", shown).splitlines())


@contextlib.contextmanager
def _surroundings(folder: Path) -> Iterator[None]:
    """An empty home, no settings of one's own, and the folder as the current one; afterwards all is as before."""
    before: Mapping[str, str] = dict(os.environ)
    here = Path.cwd()
    stdin = sys.stdin
    for name in [name for name in before if name.startswith(("BAITIAO_", "XDG_", "LC_"))]:
        del os.environ[name]
    os.environ.update(ENVIRONMENT, HOME=str(folder))
    os.chdir(folder)
    sys.stdin = io.StringIO()
    try:
        yield
    finally:
        sys.stdin = stdin
        os.chdir(here)
        os.environ.clear()
        os.environ.update(before)


def rendered(page: Path, folder: Path) -> str:
    """The page as it should be, played in `folder`."""
    return Player(folder).rendered(page.read_text(encoding="utf-8"))


def main(arguments: list[str]) -> None:
    """Tells which pages are stale, or writes them."""
    named = [Path(name).resolve() for name in arguments if name != "--write"]
    for page in named or pages():
        with tempfile.TemporaryDirectory() as folder:
            text = rendered(page, Path(folder))
        if text == page.read_text(encoding="utf-8"):
            continue
        print(f"{'written' if '--write' in arguments else 'stale'}: {page.relative_to(ROOT)}")
        if "--write" in arguments:
            page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
