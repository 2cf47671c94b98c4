"""What each command takes, as completion knows it: made by Typer once, and kept in the script of the shell."""

from __future__ import annotations

from typing import Any

from baitiao_cli import __version__
from baitiao_cli.cli.group import MODULES


def table_of_commands() -> str:
    """What each command takes, a line each under the version; `completing` reads it."""
    from typer.main import get_command

    from baitiao_cli.cli.typed import app

    group: Any = get_command(app)
    lines = [f"{name}:{_taken(group.get_command(None, name).params)}" for name in MODULES]
    return "\n".join([__version__, *lines])


def _taken(parameters: list[Any]) -> str:
    words = [_kind(one) for one in parameters if one.param_type_name == "argument"]
    for option in (one for one in parameters if one.param_type_name == "option"):
        kind = "" if option.is_flag else f"={_kind(option)}" + (f"*{option.nargs}" if option.nargs > 1 else "")
        words += [f"{name}{kind}" for name in option.opts]
    return " ".join([*words, "--help"])


def _kind(parameter: Any) -> str:
    """The word that help shows for a value, or the words that may stand there."""
    reader = getattr(parameter.type, "func", None)
    offered = getattr(reader, "offered", ())
    return f"/{','.join(offered)}" if offered else str(parameter.metavar).lstrip("- ").replace(" ", "_")
