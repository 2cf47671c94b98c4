"""Help pages in the reader's language, as wide as the terminal, from the catalogue of help lines."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from typing import Any, NamedTuple

from baitiao_cli.cli.options import COMMON
from baitiao_cli.messages import Text, commands
from baitiao_cli.messages.parameters import PARAMETERS, help_of
from baitiao_cli.show.text import padded, width, wrapped

WIDEST = 100
NARROW = 60  # below this many columns the explanation stands under the name


def program_page(group: Any, language: str) -> str:
    """The page of the program: what it is, its commands in their sections, its options."""
    usage = f"baitiao {commands.COMMAND.in_language(language)} {commands.OPTIONS_PLACE.in_language(language)}"
    blocks = [_usage(usage, language), *_prose(commands.PROGRAM, language)]
    for section, title in commands.SECTIONS.items():
        told = [
            (name, command.help.in_language(language))
            for name, command in commands.COMMANDS.items()
            if command.section == section
        ]
        blocks += [_heading(title, language), *_definitions(told)]
    options = [_told(parameter, "", language) for parameter in group.params]
    options.append(("-h, --help", PARAMETERS["--help"].in_language(language)))
    blocks += [_heading(commands.OPTIONS_OF_COMMAND, language), *_definitions(options)]
    blocks += ["", *_prose(commands.MORE_HELP, language), "", *_prose(commands.DISCLAIMER, language)]
    return _page(blocks)


class Described(NamedTuple):
    """What is to be said of a command, for its help page, its man page and the reference alike.

    `parts` are its arguments, its own options and those of every command: a title, then names and what they mean.
    `file` is a file that it reads, as an example.
    """

    usage: str
    prose: tuple[Text, ...]
    parts: tuple[tuple[Text, list[tuple[str, str]]], ...]
    examples: tuple[str, ...]
    file: str = ""


def described(command: Any, language: str) -> Described:
    """What is to be said of a command; parts of which it has none are left out."""
    from baitiao_cli.cli.request import explained  # not for the page of the program, which imports no command

    told = commands.COMMANDS[command.name]
    arguments = [parameter for parameter in command.params if parameter.param_type_name == "argument"]
    options = [parameter for parameter in command.params if parameter.param_type_name == "option"]
    places = " ".join(parameter.metavar if parameter.required else f"[{parameter.metavar}]" for parameter in arguments)
    usage = f"baitiao {command.name} {places}".rstrip()
    own = [parameter for parameter in options if parameter.name not in COMMON]
    shared = [parameter for parameter in options if parameter.name in COMMON]
    parts = []
    for title, parameters in (
        (commands.ARGUMENTS, arguments),
        (commands.OPTIONS_OF_COMMAND, own),
        (commands.OPTIONS_EVERYWHERE, shared),
    ):
        rows = [_told(parameter, command.name, language) for parameter in parameters]
        if parameters is shared and rows:
            rows.append(("-h, --help", PARAMETERS["--help"].in_language(language)))
        if rows:
            parts.append((title, rows))
    more = (explained[command.name],) if command.name in explained else ()
    return Described(
        f"{usage} {commands.OPTIONS_PLACE.in_language(language)}",
        (told.help, *more),
        tuple(parts),
        told.examples,
        commands.FILES.get(command.name, ""),
    )


def command_page(command: Any, language: str) -> str:
    """The page of one command: usage, what it does, arguments, its own options, those of every command, examples."""
    page = described(command, language)
    blocks = [_usage(page.usage, language)]
    for number, text in enumerate(page.prose):
        blocks += [*([""] if number else []), *_prose(text, language)]
    for title, rows in page.parts:
        blocks += [_heading(title, language), *_definitions(rows)]
    if page.examples:
        blocks += [_heading(commands.EXAMPLES, language), *(f"  baitiao {example}" for example in page.examples)]
    if page.file:
        blocks += [
            _heading(commands.FILE_EXAMPLE, language),
            *(f"  {line}".rstrip() for line in page.file.splitlines()),
        ]
    return _page(blocks)


def _told(parameter: Any, command: str, language: str) -> tuple[str, str]:
    """The name and the explanation of a parameter, with its environment variable."""
    if parameter.param_type_name == "argument":
        name = shown = parameter.metavar
    else:
        name = parameter.opts[0]
        shown = f"{', '.join(parameter.opts)} {parameter.metavar or ''}".rstrip()
    text = help_of(command, name)
    explanation = text.in_language(language)
    notes = [commands.REQUIRED.in_language(language)] if parameter.required and name != shown else []
    if parameter.envvar:
        notes.append(commands.ENVIRONMENT.in_language(language).format(name=parameter.envvar))
    return shown, f"{explanation} [{'; '.join(notes)}]" if notes else explanation


def _columns() -> int:
    return min(shutil.get_terminal_size().columns, WIDEST)


def _page(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"


def _usage(usage: str, language: str) -> str:
    return f"{commands.USAGE.in_language(language)}: {usage}\n"


def _heading(title: Text, language: str) -> str:
    return f"\n{title.in_language(language)}:"


def _prose(text: Text, language: str) -> list[str]:
    return wrapped(text.in_language(language), _columns())


def _definitions(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Names on the left, what they mean on the right, or under them on a narrow terminal."""
    columns = _columns()
    left = 4 if columns < NARROW else 4 + max(width(name) for name, _ in rows)
    lines = []
    for name, meaning in rows:
        told = wrapped(meaning, columns - left)
        if columns < NARROW:
            lines.append(f"  {name}")
        else:
            lines.append("  " + padded(name, left - 2) + told.pop(0))
        lines += [" " * left + line for line in told]
    return lines
