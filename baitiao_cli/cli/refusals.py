"""What goes wrong before or around a command, told as errors of the catalogue: wrong usage, a bug, a cancelled wish."""

from __future__ import annotations

import os
import traceback
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from pathlib import Path

# Typer does not offer its usage errors by name; it is pinned to one minor version.
from typer import Abort, TyperException
from typer._click import exceptions

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages.labels import ONE_VALUE, TWO_VALUES
from baitiao_cli.messages.nearest import nearest_hint
from baitiao_cli.messages.parameters import PARAMETERS

SIGNED = {"AMOUNT", "RATE", "FLOWS|-"}
"""Arguments that people write with a sign."""

PUBLIC = {"--today", "--on", "--as-of", "--known-at", "--lang", "--json", "--csv", "--plain", "--dry-run", "--yes"}
"""Options whose values are nobody's, so that they may be told again."""

DAYS = {"--as-of": "--on", "--on": "--as-of"}
"""The day of a question and that of a deed are often taken for one another."""


def unknown_command(name: str, known: Iterable[str]) -> BaitiaoError:
    """The error for a command that there is not; the first word of longer ones is told those."""
    from difflib import get_close_matches

    names = list(known)
    nearest = [longer for longer in names if longer.startswith(f"{name} ")] or get_close_matches(name, names)
    return BaitiaoError("command-unknown", command=name[:32], nearest=nearest_hint(nearest))


def usage_error(error: TyperException, arguments: Iterable[str]) -> BaitiaoError:
    """Typer's complaint about the command line as an error of ours."""
    called = next((text for text in arguments if not text.startswith("-")), "")
    context = getattr(error, "ctx", None)
    command = context.command_path if context else f"baitiao {called}".rstrip()
    match error:
        case exceptions.MissingParameter(param=parameter) if parameter is not None:
            if parameter.param_type_name == "argument":
                return BaitiaoError("argument-missing", name=parameter.metavar, command=command)
            return BaitiaoError("option-missing", option=parameter.opts[0], command=command)
        case exceptions.NoSuchOption():
            return _unknown_option(error, command, arguments)
        case exceptions.BadOptionUsage():
            flag = error.message.endswith("does not take a value.")  # the error has no context that would tell
            if flag:
                return BaitiaoError("option-takes-no-value", option=error.option_name, command=command)
            values = TWO_VALUES if error.message.endswith("requires 2 arguments.") else ONE_VALUE
            return BaitiaoError("option-value-missing", option=error.option_name, values=values, command=command)
        case _:
            return BaitiaoError("usage", problem=error.format_message(), command=command)


def _unknown_option(error: exceptions.NoSuchOption, command: str, arguments: Iterable[str]) -> BaitiaoError:
    taken = {parameter.metavar for parameter in error.ctx.command.params} if error.ctx else set()
    if error.option_name[1:2].isdigit() and taken & SIGNED:  # an amount or a rate with a sign looks like an option
        signed = next((text for text in arguments if text.startswith(error.option_name)), error.option_name)
        return BaitiaoError("rate-malformed" if "%" in signed else "amount-malformed", text=signed[:32])
    if command == "baitiao" and error.option_name in PARAMETERS:
        typed = _put_in_order(list(arguments), error.option_name)
        return BaitiaoError("option-before-command", option=error.option_name[:32], typed=typed)
    twin = DAYS.get(error.option_name)
    known = {name for parameter in error.ctx.command.params for name in parameter.opts} if error.ctx else set()
    nearest = nearest_hint([twin] if twin in known else error.possibilities or ())
    return BaitiaoError("option-unknown", option=error.option_name[:32], command=command, nearest=nearest)


def _put_in_order(arguments: list[str], option: str) -> str:
    """The command that was typed with what stood before it behind it; only the option where that may be personal."""
    import shlex

    from baitiao_cli.cli.group import MODULES

    for at in range(len(arguments)):
        for length in (2, 1):
            if " ".join(arguments[at : at + length]) in MODULES:
                before = arguments[:at]
                if any(word.startswith("-") and word.partition("=")[0] not in PUBLIC for word in before):
                    before = [option[:32]]
                return shlex.join([*arguments[at : at + length], *before])
    return f"products {option[:32]}"


def surplus(text: str, command: str, options: Collection[str]) -> BaitiaoError:
    """The refusal of an argument too many; of an amount it names the option that takes one, where there is one."""
    from baitiao_cli.messages.labels import AMOUNT_BY_OPTION, NOTHING

    is_amount = "--amount" in options and text[:1].isdigit()
    instead = AMOUNT_BY_OPTION if is_amount else NOTHING
    return BaitiaoError("argument-unexpected", text=text[:32], command=command, instead=instead)


def is_unanswered(problem: BaseException) -> bool:
    """Whether somebody who was asked on a terminal did not answer: all questions come before anything is done."""
    return isinstance(problem, Abort)


def bug(problem: BaseException) -> BaitiaoError:
    """The error that names the log file of an unexpected exception; what it says stays in the file."""
    try:
        return BaitiaoError("bug", log=str(_write_log(problem)))
    except OSError:
        return BaitiaoError("bug-unlogged", kind=type(problem).__name__)


def _write_log(problem: BaseException) -> Path:
    from platformdirs import user_log_path

    folder = user_log_path("baitiao", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"bug-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.log"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as log:
        log.writelines(traceback.format_exception(problem))
    return path
