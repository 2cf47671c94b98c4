"""Who does the steps of a scenario: the commands themselves, each with a request of its own on the scenario's clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from baitiao_cli.cli.cancelling import cancelled_by_signals
from baitiao_cli.cli.fields import Field, fields_of_options, values_of
from baitiao_cli.cli.group import MODULES
from baitiao_cli.cli.options import VIEW, WRITE
from baitiao_cli.cli.request import Function, Request, called
from baitiao_cli.cli.values import day, flag, money, money_or_none, naming, operator_name, path, safe
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.file.placing import COMPANIONS
from baitiao_cli.ledger.played import PlayedLedger
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.ledger.write_transaction import MOST_BOOKS
from baitiao_cli.messages.commands import COMMANDS
from baitiao_cli.messages.parameters import help_of
from baitiao_cli.products.catalogue import offering
from baitiao_cli.scenario.days import clock
from baitiao_cli.scenario.playing import Progress, play
from baitiao_cli.scenario.scenario import Outcome, Scenario
from baitiao_cli.scenario.schema import Kind, Offered, Option

BESIDE = frozenset(
    {
        *("init", "demo", "batch", "rate", "learn", "completion", "what-if"),  # another ledger, or none; files
        *("define", "rules"),
        *("export", "check", "rebuild", "backup", "restore", "import", "privacy export"),  # the file as a whole
        *("scenario run", "scenario record", "scenario schema", "scenario generate"),
    }
)
"""Commands that a scenario does not play: what they are about is not one transaction of a ledger."""

NOT_ASKED = {"yes"}
"""Shared options that mean nothing where nobody is asked."""


class Playable(NamedTuple):
    """A command that steps may name: what it does, its own options and the shared ones, and what each takes."""

    function: Function
    fields: dict[str, Field]
    shared: dict[str, Field]
    kinds: dict[str, Kind]


@cache
def playable(command: str) -> Playable:
    """The command by name, imported now; options that name files of the machine are not for scenarios."""
    import_module(f"baitiao_cli.cli.{MODULES[command]}")
    known = called[command]
    own = fields_of_options({parameter.name: parameter.annotation for parameter in known.own})
    needed = {parameter.name for parameter in known.own if parameter.is_needed}
    fields = {
        name: field._replace(is_needed=field.parameter in needed)
        for name, field in own.items()
        if field.reader is not path
    }
    options = {name: kind for name, kind in (VIEW | WRITE).items() if name in known.shared}
    shared = {name: field for name, field in fields_of_options(options).items() if name not in {*NOT_ASKED, *fields}}
    return Playable(known.function, fields, shared, {name: _kind(field) for name, field in (shared | fields).items()})


def commands() -> tuple[str, ...]:
    """The names of the commands that steps may name."""
    return tuple(name for name in MODULES if name not in BESIDE)


def offered() -> list[Offered]:
    """The commands that steps may name, with all that their tables may hold."""
    return [Offered(name, COMMANDS[name].help, _options(name)) for name in commands()]


def _options(command: str) -> list[Option]:
    known = playable(command)
    given = [(name, field, field.is_needed) for name, field in known.fields.items()]
    given += [(name, field, False) for name, field in known.shared.items()]
    parameters = [field.parameter for _, field, _ in given]
    return [
        # Of two names for one parameter either will do.
        Option(
            name, known.kinds[name], is_needed and parameters.count(field.parameter) == 1, help_of(command, field.told)
        )
        for name, field, is_needed in given
    ]


def _kind(field: Field) -> Kind:
    kinds: dict[Any, Kind] = {day: "day", flag: "flag", money: "money", money_or_none: "money"}
    return kinds.get(field.reader, "text")


class Commands:
    """Does steps in a ledger by calling the commands, as if each had been typed on its day."""

    def __init__(self, ledger: Ledger, operator: str, language: str) -> None:
        self._ledger, self._operator, self._language = ledger, operator_name(operator), language
        self._is_together = False

    def play(self, command: str, given: Mapping[str, Any], today: date) -> Mapping[str, Any]:
        """Does the command and gives the data of its answer."""
        known = playable(command)
        fields = values_of(command, known.fields, given, known.shared)
        values = {field.parameter: _read(key, field, given[key]) for key, field in fields.items()}
        shared = {field.parameter: _read(key, field, given[key]) for key, field in known.shared.items() if key in given}
        request = Request(
            command=command,
            language=self._language,
            form="json",
            today=today,
            now_at=datetime(today.year, today.month, today.day, 2, tzinfo=UTC),
            on=shared.get("on") or today,
            as_of=shared.get("as_of") or today,
            known_at=shared.get("known_at"),
            yes=True,
            dry_run=shared.get("dry_run", False),
            request_id=shared.get("request_id"),
            given_on=shared.get("on"),
            given_ledger=self._ledger.path,
            given_operator=shared.get("operator") or self._operator,
            branch=self._ledger,
            may_ask=False,
            is_alone=not self._is_together,
        )
        document = known.function(request, **values)
        return document.data if document is not None else {}

    def kinds_of(self, command: str) -> Mapping[str, Kind]:
        """What each option of the command takes."""
        return playable(command).kinds

    @contextmanager
    def together(self, today: date) -> Iterator[None]:
        """A block of which all is one transaction."""
        assert isinstance(self._ledger, PlayedLedger), "only in one transaction can several be one"
        with self._ledger.together(today=today, now=clock(today), operator=self._operator):
            before, self._is_together = self._is_together, True
            try:
                yield
            finally:
                self._is_together = before

    def head(self) -> str:
        """The hash that stands for all facts so far."""
        with self._ledger.read() as tx:
            return tx.head()


def _read(key: str, field: Field, value: Any) -> Any:
    """The value of an option by its reader; a number is read as it would be typed, a list as several words."""
    if isinstance(value, date) and field.reader is day:
        return value
    if field.reader is flag:
        return flag(value if isinstance(value, bool) else str(value))
    if isinstance(value, bool | dict):
        raise BaitiaoError("value-malformed", field=key)
    text = " ".join(map(str, value)) if isinstance(value, list) else _typed(value)
    return naming(key, lambda text: field.reader(safe(text)))(text)


def _typed(value: Any) -> str:
    if isinstance(value, int) and value.bit_length() > 64:
        raise BaitiaoError("number-malformed", text="…")
    return str(value)


@contextmanager
def played_ledger(
    place: Path, operator: str, day_one: date, *, is_kept: bool, most_books: int = MOST_BOOKS
) -> Iterator[PlayedLedger]:
    """A new ledger at `place`, in one transaction; it stays only if it `is_kept`, and not if the block raises.

    A signal ends the block, too.
    """
    beside = _siblings(place)
    ledger = Ledger.create(place, now=clock(day_one))
    try:
        with (
            cancelled_by_signals(),
            ledger.write(today=day_one, now=clock(day_one), operator=operator, dry_run=not is_kept) as tx,
        ):
            yield PlayedLedger(place, tx, most_books)
    except BaseException:
        for left in _siblings(place) - beside:
            with suppress(OSError):
                left.unlink()
        raise


def play_in(
    place: Path, scenario: Scenario, language: str, *, is_kept: bool, progress: Progress | None = None
) -> Outcome:
    """Plays the scenario in a new ledger at `place`, in one transaction; it stays only if it `is_kept`.

    What is wrong with the file is raised, and then no ledger stays, nor when a signal ends it.
    """
    with (
        offering(scenario.products),
        played_ledger(place, scenario.operator, date(2000, 1, 1), is_kept=is_kept) as ledger,
    ):
        return play(scenario, Commands(ledger, scenario.operator, language), progress)


def play_apart(scenario: Scenario, language: str, progress: Progress | None = None) -> Outcome:
    """Plays the scenario in a ledger that is thrown away."""
    with cancelled_by_signals(), TemporaryDirectory(prefix="baitiao-scenario-") as folder:
        return play_in(Path(folder) / "ledger.db", scenario, language, is_kept=False, progress=progress)


def _siblings(place: Path) -> set[Path]:
    """The files that belong to the ledger at a place."""
    names = [place.name + end for end in ("", ".key", ".lock", *COMPANIONS)]
    return {place.with_name(name) for name in names if place.with_name(name).exists()}
