"""Reads a scenario file: TOML within bounds, every key known, every value of its kind; what is not, with its place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import msgspec

from baitiao_cli.account.terms import Product
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text, filled
from baitiao_cli.messages import scenario as texts
from baitiao_cli.messages.nearest import nearest_told
from baitiao_cli.products.catalogue import check_product, product_ids
from baitiao_cli.scenario.names import NAME, RESERVED
from baitiao_cli.scenario.scenario import MOST_STEPS, Repeat, Scenario, Step
from baitiao_cli.scenario.toml import lines_of, tables_of

DEEPEST = 8
LARGEST_NUMBER = 2**53 - 1

FILE_KEYS = ("title", "seed", "operator", "vars", "products", "step")
STEP_KEYS = ("today", "as", "about", "expect", "error", "repeat", "together", "steps")
REPEAT_KEYS = ("times", "until", "at_most")


def read_scenario(file: str, text: str, commands: Collection[str], beside: Collection[str] = ()) -> Scenario:
    """The scenario in the text of a file, whose steps may name `commands`, and not the commands `beside` them.

    Errors: `scenario-too-large`, `scenario-not-toml`, `scenario-malformed`, `scenario-command-unplayable`,
    `scenario-command-beside`, `scenario-too-long`, `product-file-invalid`.
    """
    return _Reader(file, text, commands, beside).scenario()


class _Reader:
    """Reads one file; `where` is the step that it is at."""

    def __init__(self, file: str, text: str, commands: Collection[str], beside: Collection[str]) -> None:
        self.file, self.commands, self.beside = file, commands, beside
        self.found = tables_of(file, text)
        self.where = ""
        self.lines = lines_of(text, self.found)

    def scenario(self) -> Scenario:
        """The whole file."""
        self._refuse_unknown(self.found, FILE_KEYS)
        steps = self._steps(self._get(self.found, "step", list, []), "")
        if not steps:
            raise self._malformed(texts.NO_STEPS)
        self.where = "1"
        if not _has_clock(steps):
            raise self._malformed(texts.NO_CLOCK)
        self.where = ""
        scenario = Scenario(
            file=self.file,
            title=self._get(self.found, "title", str, ""),
            seed=self._get(self.found, "seed", int, 0),
            operator=self._get(self.found, "operator", str, "scenario"),
            variables=self._variables(self._get(self.found, "vars", dict, {})),
            products=self._products(self._get(self.found, "products", dict, {})),
            steps=steps,
        )
        if scenario.most_steps > MOST_STEPS:
            count = f"{scenario.most_steps:,}" if scenario.most_steps < 10**18 else "> 10^18"
            raise BaitiaoError("scenario-too-long", file=self.file, count=count, most=f"{MOST_STEPS:,}")
        return scenario

    def _variables(self, given: dict[str, Any]) -> dict[str, Any]:
        for name, value in given.items():
            self._check_name(name)
            if _has_braces(value):
                raise self._malformed(filled(texts.VARIABLE_OF_VARIABLES, name=name))
        return given

    def _check_name(self, name: str) -> None:
        """Refuses a name that braces do not fill in, or in which they find something else."""
        if name in RESERVED:
            raise self._malformed(filled(texts.NAME_RESERVED, name=name))
        if not NAME.fullmatch(name):
            raise self._malformed(filled(texts.NAME_MALFORMED, name=name[:32]))

    def _products(self, tables: dict[str, Any]) -> dict[str, Product]:
        """Products of the scenario's own, as product files have them; the id is the name of the table."""
        products = {}
        for name, table in tables.items():
            try:
                if name in product_ids():
                    from baitiao_cli.products.catalogue import misfit

                    raise misfit("id-not-taken", name=name)
                given = {"id": name, "version": 1, "name_en": name, "name_zh": name, "about_en": "-", "about_zh": "-"}
                products[name] = msgspec.convert(given | table, Product)
                check_product(products[name], name)
            except (msgspec.MsgspecError, ValueError, KeyError, TypeError) as problem:
                raise BaitiaoError("product-file-invalid", file=f"{self.file}, {name}", problem=str(problem)) from None
            except BaitiaoError as problem:
                told = problem.details.get("problem", problem)
                raise BaitiaoError("product-file-invalid", file=f"{self.file}, {name}", problem=told) from problem
        return products

    def _steps(self, given: list[Any], before: str, depth: int = 1) -> tuple[Step, ...]:
        if depth > DEEPEST:
            raise self._malformed(filled(texts.NESTED_TOO_DEEP, most=DEEPEST))
        return tuple(self._step(step, f"{before}{number}", depth) for number, step in enumerate(given, start=1))

    def _step(self, given: Any, number: str, depth: int) -> Step:
        self.where = number
        if not isinstance(given, dict):
            raise self._not_of_type("step", "table")
        commands = [key for key in given if key not in STEP_KEYS]
        inner, repeat = self._get(given, "steps", list, []), self._get(given, "repeat", dict, None)
        together = self._get(given, "together", bool, False)
        if len(commands) + bool(inner) != 1:
            both = ", ".join(key[:32] for key in [*commands, *(["steps"] if inner else [])][:8])
            raise self._malformed(filled(texts.TWO_COMMANDS, commands=both) if both else texts.NO_COMMAND)
        if (repeat is not None or together) and not inner:
            raise self._malformed(texts.STEPS_NEEDED)
        if inner:
            self._refuse_unused(given, together=together)
        expect, error = self._get(given, "expect", dict, {}), self._get(given, "error", str, "")
        name = self._get(given, "as", str, "")
        if error and (expect or name):
            raise self._malformed(texts.ONE_OUTCOME)
        if "as" in given:
            self._check_name(name)
        steps = self._steps(inner, f"{number}.", depth + 1)
        self.where = number
        if together and not all(map(_is_done_whole, steps)):
            raise self._malformed(texts.TOGETHER_WHOLE)
        return Step(
            number=number,
            line=self.lines.get(number, 0),
            today=self._day(given),
            command=self._command(commands[0]) if commands else "",
            given=self._get(given, commands[0], dict, {}) if commands else {},
            name=name,
            about=self._get(given, "about", str, ""),
            expect=expect,
            error=error,
            repeat=None if repeat is None else self._repeat(repeat, number, depth),
            together=together,
            steps=steps,
        )

    def _refuse_unused(self, given: dict[str, Any], *, together: bool) -> None:
        """Refuses what a step without a command has no answer for: it would be told as if it had been proved."""
        for key in ("expect", "as"):
            if key in given:
                raise self._malformed(filled(texts.COMMAND_NEEDED, key=key))
        if "error" in given and not together:
            raise self._malformed(texts.TOGETHER_NEEDED)

    def _repeat(self, given: dict[str, Any], number: str, depth: int) -> Repeat:
        self._refuse_unknown(given, REPEAT_KEYS)
        times, until = self._get(given, "times", int, None), self._get(given, "until", dict, None)
        at_most = self._get(given, "at_most", int, None)
        if (times is None) == (until is None):
            raise self._malformed(texts.REPEAT_EITHER)
        if times is not None and at_most is not None:
            raise self._malformed(texts.GUARD_UNUSED)
        most = times if until is None else at_most
        if most is None:
            raise self._malformed(texts.REPEAT_GUARD)
        if not 1 <= most <= MOST_STEPS:
            key = "times" if until is None else "at_most"
            raise self._malformed(filled(texts.COUNT_OUT_OF_RANGE, key=key, most=f"{MOST_STEPS:,}"))
        return Repeat(at_most=most, until=None if until is None else self._until(until, number, depth + 1))

    def _until(self, given: dict[str, Any], number: str, depth: int) -> Step:
        """The command at which a repeat ends, with the figures of its answer, and nothing else."""
        if not given.get("expect") or any(key != "expect" for key in given if key in STEP_KEYS):
            raise self._malformed(texts.UNTIL_EXPECTS)
        return self._step(given, number, depth)

    def _command(self, name: str) -> str:
        if name in self.beside:
            raise self._placed(BaitiaoError("scenario-command-beside", command=name))
        if name not in self.commands:
            nearest = nearest_told(name, self.commands)
            raise self._placed(BaitiaoError("scenario-command-unplayable", text=name[:32], nearest=nearest))
        return name

    def _day(self, given: dict[str, Any]) -> Any:
        day = given.get("today")
        if day is not None and (not isinstance(day, str | date) or hasattr(day, "hour")):
            raise self._not_of_type("today", "day")
        return day

    def _get(self, given: Mapping[str, Any], key: str, kind: type, default: Any) -> Any:
        value = given.get(key, default)
        if value is default:
            return default
        is_number = type(value) is int and abs(value) <= LARGEST_NUMBER
        if not isinstance(value, kind) or (kind is int and not is_number):
            names: dict[type, str] = {str: "text", dict: "table", list: "list", int: "number", bool: "flag"}
            raise self._not_of_type(key, names[kind])
        return value

    def _not_of_type(self, key: str, kind: str) -> BaitiaoError:
        return self._malformed(filled(texts.NOT_OF_TYPE, key=key[:32], kind=texts.KINDS[kind]))

    def _refuse_unknown(self, given: Mapping[str, Any], known: tuple[str, ...]) -> None:
        for key in given:
            if key not in known:
                raise self._malformed(filled(texts.KEY_UNKNOWN, key=key[:32], offered=", ".join(known)))

    def _malformed(self, problem: Text) -> BaitiaoError:
        return self._placed(BaitiaoError("scenario-malformed", problem=problem))

    def _placed(self, error: BaitiaoError) -> BaitiaoError:
        """The error with its place: the file, the step, and the line on which that begins."""
        error.file, error.step, error.line = self.file, self.where or None, self.lines.get(self.where)
        return error


def _has_clock(steps: tuple[Step, ...]) -> bool:
    """Whether the clock is set before anything is done."""
    first = steps[0]
    return first.today is not None or (bool(first.steps) and _has_clock(first.steps) and first.repeat is None)


def _is_done_whole(step: Step) -> bool:
    """Whether nothing in the step is undone by itself, or belongs to another day than the transaction it is done in."""
    is_kept = not (step.given.get("dry_run") or step.given.get("dry-run"))
    return is_kept and not step.error and step.today is None and all(map(_is_done_whole, step.steps))


def _has_braces(value: Any) -> bool:
    if isinstance(value, dict | list):
        return any(map(_has_braces, value.values() if isinstance(value, dict) else value))
    return isinstance(value, str) and ("{" in value or "}" in value)
