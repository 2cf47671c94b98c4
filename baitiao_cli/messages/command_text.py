"""What is told of one command in help."""

from __future__ import annotations

from typing import NamedTuple

from baitiao_cli.messages import Text


class CommandText(NamedTuple):
    """One command: the section of the main help that it stands in, its help, and examples without the program name."""

    section: str
    help: Text
    examples: tuple[str, ...] = ()
