"""The manual page: all commands on one page, in the language of man."""

from __future__ import annotations

import re

from baitiao_cli import __version__
from baitiao_cli.cli.help import Described
from baitiao_cli.messages import Text, commands
from docs.generator.program import command, command_names, sections
from docs.generator.surroundings import FILES, STATUSES, VARIABLES, folders

NAME = Text("manages credit accounts", "信用账户管理")
HEADINGS = {
    "name": Text("NAME", "名称"),
    "synopsis": Text("SYNOPSIS", "用法"),
    "description": Text("DESCRIPTION", "说明"),
    "options": Text("OPTIONS OF EVERY COMMAND", "通用选项"),
    "commands": Text("COMMANDS", "命令"),
    "status": Text("EXIT STATUS", "退出码"),
    "environment": Text("ENVIRONMENT", "环境变量"),
    "files": Text("FILES", "文件"),
    "notes": Text("NOTES", "备注"),
}
MANUAL = Text("User Commands", "用户命令")
ESCAPES = {"\\": "\\e", "-": "\\-", "~": "\\(ti", "^": "\\(ha", '"': "\\(dq", "`": "\\(ga", "'": "\\(aq"}
DATA_FOLDER = Text("The data folder is {data} on {system}.", "{system} 的数据目录为 {data}。")


def manual_page(language: str) -> str:
    """The page as groff and mandoc read it."""
    lines = [
        '.\\" Made from the code by `make docs`.',
        f'.TH BAITIAO 1 "" "baitiao {__version__}" "{_text(MANUAL.in_language(language))}"',
        ".ad l",
        *_heading("name", language),
        f"baitiao \\- {_text(NAME.in_language(language))}",
        *_heading("synopsis", language),
        f".B baitiao\n.I {_text(commands.COMMAND.in_language(language))}\n"
        f"{_text(commands.OPTIONS_PLACE.in_language(language))}",
        *_heading("description", language),
        _text(commands.PROGRAM.in_language(language)),
        *_heading("options", language),
        *_entries(next(rows for title, rows in command("show", language).parts if title is _SHARED)),
        *_heading("commands", language),
    ]
    for section in sections():
        for name in command_names(section):
            lines += _command(command(name, language), language)
    lines += _around(language)
    return "\n".join(lines) + "\n"


_SHARED = commands.OPTIONS_EVERYWHERE


def _command(page: Described, language: str) -> list[str]:
    lines = [f'.SS "{_text(page.usage)}"', _text(page.prose[0].in_language(language))]
    for more in page.prose[1:]:
        lines += [".PP", _text(more.in_language(language))]
    for title, rows in page.parts:
        lines += _entries(rows) if title is not _SHARED else []
    if page.examples:
        lines += [".PP", ".EX", *(f"baitiao {_text(example)}" for example in page.examples), ".EE"]
    if page.file:
        lines += [".PP", ".EX", *map(_text, page.file.splitlines()), ".EE"]
    return lines


def _around(language: str) -> list[str]:
    places = " ".join(
        DATA_FOLDER.in_language(language).format(system=system, data=data) for system, data, _ in folders()
    )
    statuses = [(str(status), what.in_language(language)) for status, (what, _) in STATUSES.items()]
    variables = [(name, meaning.in_language(language)) for name, meaning in VARIABLES.items()]
    files = [(file.name.in_language(language), file.meaning.in_language(language)) for file in FILES]
    return [
        *_heading("status", language),
        *_entries(statuses),
        *_heading("environment", language),
        *_entries(variables),
        *_heading("files", language),
        _text(places),
        *_entries(files),
        *_heading("notes", language),
        _text(commands.DISCLAIMER.in_language(language)),
    ]


def _heading(key: str, language: str) -> list[str]:
    return [f'.SH "{HEADINGS[key].in_language(language)}"']


def _entries(rows: list[tuple[str, str]]) -> list[str]:
    return [line for name, meaning in rows for line in (".TP", f"\\fB{_text(name)}\\fR", _text(meaning))]


def _text(text: str) -> str:
    """Text in which nothing is a request or an escape; what may be typed keeps its dashes."""
    told = "".join(ESCAPES.get(character, character) for character in text)
    told = re.sub("(?<=[、。,;:])(?=[\u4e00-\u9fff])", r"\\:", told)  # Chinese has no spaces to break a line at
    return f"\\&{told}" if told.startswith((".", "\\(aq")) else told
