"""What the program can say of its commands, for the pages and for the manual."""

from __future__ import annotations

from functools import cache
from os.path import commonprefix
from pathlib import Path
from typing import Any

import typer

from baitiao_cli.cli.group import MODULES
from baitiao_cli.cli.help import Described, described
from baitiao_cli.cli.typed import app
from baitiao_cli.messages.commands import COMMANDS, SECTIONS

ROOT = Path(__file__).parents[2]


@cache
def _group() -> Any:
    return typer.main.get_command(app)


@cache
def command(name: str, language: str) -> Described:
    """What is to be said of a command in a language."""
    return described(_group().get_command(None, name), language)


def command_names(section: str) -> list[str]:
    """The commands of a section, in the order of the help page."""
    return [name for name, text in COMMANDS.items() if text.section == section]


def sections() -> list[str]:
    """The sections of the help page."""
    return list(SECTIONS)


def environment(language: str) -> dict[str, str]:
    """The options that an environment variable stands for, by its name."""
    shared = _group().get_command(None, "open").params
    return {parameter.envvar: parameter.opts[0] for parameter in shared if parameter.envvar}


def test_of(name: str) -> str:
    """The test file that tries a command first of all: of its own name, of its module's, or else of the nearest name.

    Those that call every command alike come last.
    """
    called = ", ".join(f'"{word}"' for word in name.split())
    folder = ROOT / "tests" / "cli"
    likely = [folder / f"test_{stem}.py" for stem in (name.split(maxsplit=1)[0].replace("-", "_"), MODULES[name])]
    of_every_command = ("test_errors", "test_forms")

    def likeliness(file: Path) -> tuple[bool, int, str]:
        alike = len(commonprefix([name, file.stem.removeprefix("test_").replace("_", "-")]))  # noqa: RUF071 (meant)
        return file.stem in of_every_command, -alike, file.name

    others = sorted(folder.glob("test_*.py"), key=likeliness)
    for file in [*likely, *others]:
        if file.exists() and called in file.read_text(encoding="utf-8"):
            return file.name
    raise LookupError(f"no test calls {name}")
