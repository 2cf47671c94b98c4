"""Reads the desk's rule files: versioned TOML, one strict record for each kind of rules; ours, or one's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text, filled
from baitiao_cli.toml_file import read_toml

FOLDER = Path(__file__).parent / "rules"
"""Where the rule files are that come with the program."""

Version = Annotated[int, msgspec.Meta(ge=1, le=9999)]


class Misfit(msgspec.Struct, frozen=True):
    """What the types of a rule file cannot say and is wrong: where (`lines[2].points`), and what."""

    place: str
    problem: Text


class RuleFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every kind of rules has: its version, which is kept with each decision that was taken by it.

    A kind is a subclass with its own fields, whose records inside forbid unknown fields, too.
    """

    rules_version: Version

    def misfits(self) -> Iterator[Misfit]:
        """What does not fit together in it; nothing, unless its kind says so."""
        yield from ()


Rules = TypeVar("Rules", bound=RuleFile)


def shipped(name: str) -> Path:
    """The rule file of that name that comes with the program; `-` is `_` there."""
    return FOLDER / f"{name.replace('-', '_')}.toml"


def shipped_names() -> tuple[str, ...]:
    """The names of the rule files that come with the program, in alphabetical order.

    >>> "early-warning" in shipped_names()
    True
    """
    return tuple(sorted(path.stem.replace("_", "-") for path in FOLDER.glob("*.toml")))


def read_rules(path: Path, kind: type[Rules]) -> Rules:
    """The rules in one file.

    Raises `rules-unreadable` where there is none that can be read, and `rules-invalid` with the place and what is wrong
    there: no TOML, a key that is unknown or missing, another type, or what does not fit together.
    """
    try:
        rules = read_toml(path, kind)
    except OSError as problem:
        raise BaitiaoError("rules-unreadable", file=str(path), problem=problem.strerror or "-") from problem
    except UnicodeDecodeError as problem:
        from baitiao_cli.messages.errors.rules import NOT_UTF_8

        raise BaitiaoError("rules-invalid", file=path.name, problem=NOT_UTF_8) from problem
    except ValueError as problem:
        raise BaitiaoError("rules-invalid", file=path.name, problem=str(problem)) from problem
    for misfit in rules.misfits():
        from baitiao_cli.messages.errors.rules import AT_PLACE  # beside the texts of all errors

        told = filled(AT_PLACE, problem=misfit.problem, place=misfit.place)
        raise BaitiaoError("rules-invalid", file=path.name, problem=told)
    return rules
