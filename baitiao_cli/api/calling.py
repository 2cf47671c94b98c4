"""How a command is called from Python: its values are read by the readers of the command line, and it runs as it does.

A method takes what the command takes: its arguments in their order, its options by their names, dashes as `_`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_origin

from baitiao_cli.api.telling import unfit
from baitiao_cli.cli.group import MODULES
from baitiao_cli.cli.options import COMMON, KNOWN, PAPER, VIEW, WRITE
from baitiao_cli.cli.request import Called, called
from baitiao_cli.cli.secret import Secret
from baitiao_cli.cli.values import counts, day, flag, known_at, money, money_or_none, naming, safe, whole
from baitiao_cli.cli.what_if import DEEDS
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text, filled, python
from baitiao_cli.messages.commands import COMMANDS
from baitiao_cli.messages.parameters import help_of

VIEWS = (
    "show", "say", "schedule", "statement", "history", "explain", "why", "list", "find", "quote", "quoted",
    "products", "product", "product sheet", "merchants", "merchant", "audit", "proposals", "operators", "check",
    "report trial-balance", "report purchases", "report aging", "report classes", "report limits", "report forecast",
    "report vintages", "report profit", "report lifecycle", "report merchants", "report funding",
    "assess", "score", "score test", "risk", "risk check", "queue", "early-warning", "contacts", "cases", "case",
    "promises", "tickets", "funders", "funding", "funder-statement", "coupons", "offers review", "compliance check",
    "bureau notices",
)  # fmt: skip
DESK = (
    "consent", "income", "score keep", "score apply", "limits review", "limits apply", "offers grant", "risk scan",
    "queue approve", "queue release", "queue decline", "prefer", "contact", "cases open", "promise", "ticket",
    "ticket-answer", "funder", "fund", "funder-settle", "merchant-settle", "bureau notice", "define",
)  # fmt: skip
"""What a desk writes beside the accounts; what leaves files behind is called by `run`."""
OFFERED = {name.replace("-", "_").replace(" ", "_"): name for name in (*DEEDS, "approve", "decline", *VIEWS, *DESK)}
"""The commands that are methods, by the name of the method."""

LEFT_OUT = {*COMMON, *PAPER, "yes"}
"""What the ledger itself says, what is for the terminal and its files, and what a call has said by being made."""

OWN_LEFT_OUT = {"csv_of"}
"""What a command alone has for the terminal; files that it writes itself (`backup`, `export`, `learn`) are named."""

SHARED = VIEW | KNOWN | WRITE
SEVERAL = -1
"""Of how many values a parameter is that takes one or more of them."""

LONGEST = 32
"""How many digits of a number are told before and behind its point; a reader takes fewer."""

TYPES: dict[Any, str] = {
    money: "Money",
    money_or_none: "Money",
    day: "date | str",
    whole: "int",
    counts: "str | Sequence[int]",
    flag: "bool",
    known_at: "datetime | date | str | int",
}


class WrongCallError(BaitiaoError, TypeError):
    """A call that does not fit its command: what Python itself would tell as a `TypeError`."""


class Value(NamedTuple):
    """What a method takes: its name there, the parameter of the command that it fills, its reader, and its types."""

    name: str
    parameter: str
    reader: Callable[[Any], Any]
    types: str
    help: str
    is_argument: bool
    is_needed: bool
    many: int = 1

    def read(self, given: Any) -> Any:
        """The value as the command takes it; `value-unfit`, and whatever the reader of the command line refuses."""
        if self.many == SEVERAL:
            several = list(given) if isinstance(given, tuple | list) else [given]
            if not several:
                raise self._unfit(None)
            return [self._read_one(each) for each in several]
        if self.many > 1:
            if not isinstance(given, tuple | list) or len(given) != self.many:
                raise self._unfit(given)
            return tuple(self._read_one(each) for each in given)
        return self._read_one(given)

    def _read_one(self, given: Any) -> Any:
        if self.reader is flag:
            if type(given) is not bool:
                raise self._unfit(given)
            return given
        return naming(self.name, lambda text: self.reader(safe(text)))(self._told(given))

    def _told(self, given: Any) -> str:
        """The value as it would be typed."""
        match given:
            case str():
                return given
            case tuple() | list() if "Sequence" in self.types:
                return ",".join(self._told(each) for each in given)
            case Decimal() if "int" not in self.types:
                return f"{given:f}" if abs(given.adjusted()) < LONGEST else str(given)
            case int() if type(given) is int and "int" in self.types:
                return str(given) if abs(given) < 10**LONGEST else f"{Decimal(given):.3e}"
            case Path():
                return str(given)
            case date() if ("datetime" if isinstance(given, datetime) else "date") in self.types:
                return given.isoformat()
            case _:
                raise self._unfit(given)

    def _unfit(self, given: Any) -> BaitiaoError:
        return unfit(self.name, self.types, given)


class Method(NamedTuple):
    """A command as a method."""

    name: str
    command: str
    values: tuple[Value, ...]
    called: Called

    @property
    def signature(self) -> inspect.Signature:
        """What stands in the parentheses."""
        return inspect.Signature([_parameter(value) for value in self.values])

    def _wrong_with(self, given: tuple[Any, ...], named: dict[str, Any]) -> Text:
        """What is wrong with a call that does not fit."""
        names = [value.name for value in self.values]
        if unknown := [name for name in named if name not in names]:
            return filled(python.NO_SUCH_VALUE, name=unknown[0][:LONGEST])
        if len(given) > sum(value.is_argument for value in self.values):
            return python.TOO_MANY_VALUES
        if twice := [name for name in names[: len(given)] if name in named]:
            return filled(python.GIVEN_TWICE, name=twice[0])
        missing = [value.name for value in self.values[len(given) :] if value.is_needed and value.name not in named]
        return filled(python.VALUES_MISSING, names=", ".join(missing))

    @property
    def _taken(self) -> str:
        """What stands in the parentheses, as short as it can be told: what must be given, then the rest by name."""
        needed, others = (
            [value.name for value in self.values if value.is_needed is is_needed] for is_needed in (True, False)
        )
        return ", ".join([*needed, *(f"{name}=" for name in others)])

    @property
    def help(self) -> str:
        """What the method does, and what each value means."""
        told = "\n".join(f"    {value.name}: {value.help}" for value in self.values)
        return f"{COMMANDS[self.command].help.en}\n\n{told}\n"

    def read(self, *given: Any, **named: Any) -> dict[str, Any]:
        """The values by the parameters of the command, each read; what is `None` is not given.

        Errors: `call-unfit`, `value-unfit`, and whatever the readers of the command line refuse.
        """
        try:
            bound = self.signature.bind(*given, **named).arguments
        except TypeError:
            raise WrongCallError(
                "call-unfit", command=self.command, problem=self._wrong_with(given, named), taken=self._taken
            ) from None
        by_name = {value.name: value for value in self.values}
        said = {by_name[name]: given for name, given in bound.items() if given is not None or by_name[name].is_needed}
        return {value.parameter: value.read(given) for value, given in said.items()}


def _parameter(value: Value) -> inspect.Parameter:
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD if value.is_argument else inspect.Parameter.KEYWORD_ONLY
    unsaid = False if value.reader is flag else None
    default = inspect.Parameter.empty if value.is_needed else unsaid
    return inspect.Parameter(value.name, kind, default=default, annotation=value.types)


@cache
def method_of(command: str) -> Method:
    """The command as a method; its module is imported now."""
    import_module(f"baitiao_cli.cli.{MODULES[command]}")
    found = called[command]
    values = [*_own_values(command, found), *(_shared(name) for name in found.shared if name not in LEFT_OUT)]
    # Python wants what must be given first, and arguments before what has a name.
    ordered = sorted(values, key=lambda value: (not value.is_argument, not value.is_needed))
    return Method(command.replace("-", "_").replace(" ", "_"), command, tuple(ordered), found)


def _own_values(command: str, found: Called) -> Iterator[Value]:
    for parameter in found.own:
        if parameter.name not in OWN_LEFT_OUT:
            yield _value(command, parameter.name, parameter.annotation, parameter.is_needed)


def _shared(name: str) -> Value:
    return _value("", name, SHARED[name], False)


def _value(command: str, parameter: str, annotation: Any, is_needed: bool) -> Value:
    kind, declared = annotation.__origin__, annotation.__metadata__[0]
    told = declared.told
    reader = declared.parser.plain if isinstance(declared.parser, Secret) else declared.parser
    reader = reader or (flag if kind is bool else str)
    count = len(get_args(kind)) if get_origin(kind) is tuple and get_args(kind)[-1] is not ... else 1
    types = TYPES.get(reader, "str") if count == 1 else f"tuple[{', '.join(['date | str'] * count)}]"
    if get_origin(kind) is list:
        count, types = SEVERAL, "str | Sequence[str]"
    if hasattr(reader, "is_list"):
        types = "str | Sequence[str]"
    name = told.lstrip("-").removesuffix("|-").removesuffix("...").lower().replace("-", "_").replace("|", "_or_")
    return Value(
        name=f"{name}_" if iskeyword(name) else name,
        parameter=parameter,
        reader=reader,
        types=types,
        help=help_of(command, told).en,
        is_argument=not declared.names,
        is_needed=is_needed,
        many=count,
    )
