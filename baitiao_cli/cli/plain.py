"""Command lines that are plainly well formed, read by what the commands declare, without Typer.

To import Typer and to let it build a command takes as long as most commands need themselves. What it is made of is read
here as well, where a line leaves nothing to say: each option once and by its whole name, each value where it must stand
and accepted by its reader. Every other line is Typer's, which tells what is wrong with it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from baitiao_cli.cli.group import MODULES

if TYPE_CHECKING:
    from baitiao_cli.cli.parameters import Parameter


Plain = tuple[str, dict[str, Any]]
"""A command and the values of all its parameters."""


def plainly_read(arguments: Sequence[str]) -> Plain | None:
    """What Typer would read, or `None` where that must be asked."""
    count = 2 if " ".join(arguments[:2]) in MODULES else 1
    command = " ".join(arguments[:count])
    if command not in MODULES:
        return None
    import_module(f"baitiao_cli.cli.{MODULES[command]}")
    from baitiao_cli.cli.request import arranged, called

    taken = [*called[command].own, *called[command].shared.values()]
    if command in arranged or any(parameter.is_several for parameter in taken):
        return None
    texts = _texts(taken, arguments[count:])
    values = None if texts is None else _values(taken, texts)
    return None if values is None else (command, values)


def _texts(taken: Sequence[Parameter], words: Sequence[str]) -> dict[str, str] | None:
    """The text that is given for each parameter, by its name; a flag has its own."""
    options = {name: parameter for parameter in taken for name in parameter.declared.names}
    arguments = [parameter for parameter in taken if not parameter.declared.names]
    given: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        if word[:1] != "-" or word == "-":
            if not arguments:
                return None
            given[arguments.pop(0).name] = word
            continue
        name, is_joined, text = word.partition("=") if word[:2] == "--" else (word, "", "")
        option = options.get(name)
        if option is None or option.name in given or (option.is_flag and is_joined):
            return None
        if not option.is_flag and not is_joined:
            text = next(rest, "-")
            if text[:1] == "-":  # forgotten, perhaps
                return None
        given[option.name] = text
    return given


def _values(taken: Sequence[Parameter], texts: Mapping[str, str]) -> dict[str, Any] | None:
    """The value of each parameter; `None` if one is missing, refused, or must be asked for somewhere else."""
    values: dict[str, Any] = {}
    for parameter in taken:
        declared, text = parameter.declared, texts.get(parameter.name)
        if text is None and declared.env:
            text = os.environ.get(declared.env) or None
        if text is None and parameter.is_needed:
            return None
        text = parameter.default if text is None and not parameter.is_flag else text
        if parameter.is_flag or text is None:
            values[parameter.name] = text is not None if parameter.is_flag else None
            continue
        reader = declared.parser
        if reader is None or (hasattr(reader, "plain") and text[:1] in ("-", "@")):
            return None
        try:
            values[parameter.name] = reader(text)
        except Exception:
            return None
    return values
