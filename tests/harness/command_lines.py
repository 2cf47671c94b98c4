"""Command lines made up of the commands and options as they are registered: new ones are met without being named.

Values are fine, nasty or garbled; files are lines of a batch, flows or products, mostly garbled.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from random import Random
from types import MappingProxyType
from typing import Any, NamedTuple

import typer

from baitiao_cli.actions.batch import VERBS
from baitiao_cli.cli.batch import COMMON, fields_of
from baitiao_cli.cli.group import MODULES
from baitiao_cli.cli.typed import app
from baitiao_cli.products.catalogue import FOLDER

from .nasty import FINE, NASTY, fine_for

SLOW = {"demo", "scenario record", "scenario schema", "scenario generate"}
"""Commands that do much whatever they are asked: they are called less often."""
SMALL = {"scenario generate": ["--accounts=2", "--months=2"]}
"""Of commands that take as long as they are asked to: the last that is said holds."""


class Case(NamedTuple):
    """One command line, with what stands in its standard input, environment and the file `file`."""

    arguments: list[str]
    stdin: bytes = b""
    environment: Mapping[str, str] = MappingProxyType({})
    file: bytes = b""

    def __str__(self) -> str:
        told = [ascii(text if len(text) < 120 else f"{text[:60]}... ({len(text)})") for text in self.arguments]
        return f"{' '.join(told)} stdin={self.stdin[:120]!r} {dict(self.environment)!r:.200} file={self.file[:200]!r}"


def bytes_of(text: str) -> bytes:
    """A text as bytes, also what is no text."""
    return text.encode("utf-8", "surrogatepass")


def generated(count: int, seed: int) -> Iterator[Case]:
    """Command lines made of the commands and options that there are, of fine, nasty and garbled values and files."""
    random = Random(seed)
    names = [name for name in MODULES if name not in SLOW]
    for number in range(count):
        name = random.choice(sorted(SLOW)) if number % 500 == 0 else random.choice(names)
        yield Generator(random).case(name)


@cache
def parameters_of(command: str) -> list[Any]:
    """What a command takes, as it is registered."""
    group: Any = typer.main.get_command(app)
    return list(group.get_command(None, command).params)


class Generator(NamedTuple):
    """Makes cases, by the numbers that it draws."""

    random: Random

    def case(self, name: str) -> Case:
        """A call of the command `name`."""
        arguments = name.split()
        for parameter in parameters_of(name):
            arguments += self._given(parameter)
        if self.random.random() < 0.05:
            arguments.insert(self.random.randrange(len(arguments) + 1), self._nasty())
        arguments += SMALL.get(name, [])
        environment = {}
        if self.random.random() < 0.1:
            variable = self.random.choice(("LEDGER", "TODAY", "LANG", "OPERATOR", "UNKNOWN"))
            text = self._nasty().replace("\x00", "").replace("\ud800", "")
            environment[f"BAITIAO_{variable}"] = text
        content = self._file()
        return Case(arguments, content, environment, content)

    def _given(self, parameter: Any) -> list[str]:
        """The texts of one parameter: arguments nearly always, options now and then."""
        if parameter.param_type_name == "argument":
            return [self._value(parameter.metavar)] if self.random.random() < 0.95 else []
        if self.random.random() > (0.95 if parameter.required else 0.12):
            return []
        option = self.random.choice(parameter.opts)
        if parameter.is_flag:
            return [option]
        if parameter.nargs > 1:
            return [option, *(self._value(parameter.metavar) for _ in range(parameter.nargs))]
        value = self._value(parameter.metavar)
        return [f"{option}={value}"] if self.random.random() < 0.5 else [option, value]

    def _value(self, metavar: str | None) -> str:
        """A value: mostly fine, for a refusal hides what would come after it."""
        drawn = self.random.random()
        if metavar in ("FILE|-", "FLOWS|-", "FILE...") and drawn < 0.9:
            return self.random.choice(("file", "-"))
        if drawn < 0.7:
            return self.random.choice(fine_for(metavar))
        if drawn < 0.8:
            return self.random.choice(self.random.choice(list(FINE.values())))
        return self._nasty() if drawn < 0.92 else self._garbled(self.random.choice(fine_for(metavar)))

    def _nasty(self) -> str:
        text = self.random.choice(list(NASTY.values()))
        return text if len(text) < 10_000 or self.random.random() < 0.02 else text[:100]

    def _garbled(self, text: str) -> str:
        """A text with a piece taken out, doubled, or something put in between."""
        at = self.random.randrange(len(text) + 1)
        put = self.random.choice(("", text, self._nasty()[:20], chr(self.random.randrange(0x110000))))
        return text[:at] + put + text[at + self.random.randrange(2) :]

    def _file(self) -> bytes:
        """What stands in `file` and in standard input: lines of a batch, flows or a product, mostly garbled."""
        content = self.random.choice((self._json_lines, self._csv, self._flows, self._product, self._scenario))()
        for _ in range(self.random.choice((0, 0, 1, 1, 3))):
            at = self.random.randrange(len(content) + 1)
            put = self.random.choice(
                (
                    b"",
                    b"\xff",
                    b"\x00",
                    b"\r",
                    b"\n",
                    b'"',
                    b"{",
                    content[:at],
                    b"9" * 400,
                    bytes_of(self._nasty()[:5_000]),
                )
            )
            content = content[:at] + put + content[at + self.random.randrange(3) :]
        return content[:2_000_000]

    def _line(self) -> dict[str, str | bool]:
        verb = self.random.choice(list(VERBS))
        fields = [name for name in fields_of(verb) if self.random.random() < 0.6] + [
            name for name in COMMON[1:] if self.random.random() < 0.2
        ]
        words = {"account": "ACCOUNT", "plan": "PLAN", "amount": "AMOUNT", "on": "DATE", "limit": "YUAN"}
        return {"verb": verb} | {
            name: self.random.choice((True, False)) if self.random.random() < 0.1 else self._value(words.get(name, "N"))
            for name in fields
        }

    def _json_lines(self) -> bytes:
        return b"\n".join(bytes_of(json.dumps(self._line())) for _ in range(self.random.randrange(1, 4)))

    def _csv(self) -> bytes:
        fields = self._line()
        return bytes_of(",".join(fields) + "\r\n" + ",".join(str(value) for value in fields.values()))

    def _flows(self) -> bytes:
        lists = {
            name: [
                {"t": self.random.choice((0, 1, 2.5, 1e300)), "amount": self._value("AMOUNT")}
                for _ in range(self.random.randrange(4))
            ]
            for name in ("advance", "payments")
        }
        return bytes_of(json.dumps(lists | {"unit_periods_per_year": self.random.choice((None, 12, 0, "x"))}))

    def _product(self) -> bytes:
        return self.random.choice(sorted(FOLDER.glob("*.toml"))).read_bytes()

    def _scenario(self) -> bytes:
        """Steps of verbs with their options, some of which expect something."""
        steps = []
        for _ in range(self.random.randrange(1, 4)):
            given = self._line()
            verb = given.pop("verb")
            options = ", ".join(f"{json.dumps(name)} = {json.dumps(value)}" for name, value in given.items())
            day = self.random.choice(("2026-01-05", '"+1 month"', '"next bill"', json.dumps(self._value("DATE"))))
            expected = self.random.choice(("", "", 'error = "limit-exceeded"', 'expect.owed = "1.00"'))
            steps.append(f"[[step]]\ntoday = {day}\n{json.dumps(verb)} = {{ {options} }}\n{expected}\n")
        return bytes_of("".join(steps))
