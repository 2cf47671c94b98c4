"""The methods of `baitiao_cli.Ledger`, spelled out with their types for editors and type checkers.

    python tests/python_api.py --write

writes them anew into the package, from the commands as they are, and into the page of the API.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import baitiao_cli
from baitiao_cli.actions.batch import VERBS
from baitiao_cli.actions.verify import VERIFY
from baitiao_cli.api.calling import OFFERED, Method, method_of
from baitiao_cli.messages.commands import COMMANDS

STUB = Path(baitiao_cli.__file__).parent / "api" / "commands.pyi"
RECORDS = {"show": "AccountView", "schedule": "PlanView", "statement": "StatementView"}
"""What views answer with, of those that have a record."""

ROOMS = {
    "AccountView": "actions.show",
    "PlanView": "actions.schedule",
    "StatementView": "actions.statement",
}
PAGE = Path(__file__).parents[1] / "docs" / "python.md"
BEGIN, END = "<!-- methods: written by tests/python_api.py -->", "<!-- end of methods -->"
SHARED = {"on", "as_of", "known_at", "request_id", "dry_run", "operator"}
"""What many methods take; the page tells of them once."""

EITHER = ("payoff", "prepay", "close")
"""Commands that quote or do, as they are asked."""


def record_of(command: str) -> str:
    """The name of the record that a command answers with."""
    if command in RECORDS:
        return RECORDS[command]
    verb = {**VERBS, "verify": VERIFY}.get(command)
    return "Any" if verb is None or command in EITHER else verb.answer.__name__


def stub() -> str:
    """The text of the stub."""
    rooms = {name: f"baitiao_cli.{room}" for name, room in ROOMS.items()}
    rooms |= {verb.answer.__name__: verb.answer.__module__ for verb in (*VERBS.values(), VERIFY)}
    used = {record_of(command) for command in OFFERED.values()} - {"Any"}
    by_room = {room: sorted(one for one in used if rooms[one] == room) for room in sorted(rooms[one] for one in used)}
    imports = [f"from {room} import {', '.join(names)}" for room, names in by_room.items()]
    body = "\n".join(line for command in OFFERED.values() for line in method(method_of(command)))
    return HEAD.format(imports="\n".join(imports)) + body + "\n"


HEAD = """# Written by tests/python_api.py from the commands; do not edit.

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

{imports}
from baitiao_cli.api.answer import Answer
from baitiao_cli.api.money import Money

class Commands:
    def run(self, command: str, *given: Any, **named: Any) -> Answer[Any]: ...
"""


def method(found: Method) -> Iterator[str]:
    """The lines of one method."""
    yield f"    def {found.name}("
    yield "        self,"
    is_named = False
    for value in found.values:
        if not value.is_argument and not is_named:
            yield "        *,"
            is_named = True
        unsaid = "" if value.is_needed else " = False" if value.types == "bool" else " = None"
        types = value.types if value.is_needed or value.types == "bool" else f"{value.types} | None"
        yield f"        {value.name}: {types}{unsaid},"
    yield f"    ) -> Answer[{record_of(found.command)}]:"
    yield f'        """{COMMANDS[found.command].help.en}"""'


def main() -> None:
    """Shows the stub as it should be, or writes it."""
    page = PAGE.read_text(encoding="utf-8")
    if "--write" in sys.argv:
        STUB.write_text(stub(), encoding="utf-8")
        PAGE.write_text(with_methods(page), encoding="utf-8")
    else:
        sys.stdout.write(stub())


def with_methods(page: str) -> str:
    """The page of the API with the list of all methods as they are."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n{listed()}{END}{rest.partition(END)[2]}"


def listed() -> str:
    """A row for each method: what it takes, and what it does."""
    rows = ""
    for command in OFFERED.values():
        found = method_of(command)
        own = {value.name for value in found.values} - SHARED
        taken = ", ".join(value.name for value in found.values if value.name in own)
        rows += f"| `{found.name}({taken})` | {COMMANDS[command].help.en} |\n"
    return f"| method | what it does |\n|---|---|\n{rows}"


if __name__ == "__main__":
    main()
