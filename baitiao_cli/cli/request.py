"""What every command is asked with: the options of all commands, read once into one value, and the only clock."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec

from baitiao_cli.calc.dates import SHANGHAI, shanghai_time
from baitiao_cli.cli.invocation import Finished, Invocation
from baitiao_cli.cli.options import COMMON, KNOWN, PAPER, VIEW, WRITE
from baitiao_cli.cli.parameters import Parameter, parameters_of
from baitiao_cli.cli.values import operator_name
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text
from baitiao_cli.messages.labels import ANSWERED_BEFORE, NOTHING_KEPT
from baitiao_cli.show.document import Document
from baitiao_cli.show.output import Format, write_document
from baitiao_cli.show.text import fitted

if TYPE_CHECKING:
    from pathlib import Path

    from _typeshed import StrPath

    from baitiao_cli.actions.verb import Call
    from baitiao_cli.ledger.knowledge import KnownAt
    from baitiao_cli.ledger.store import Ledger

Function = Callable[..., Document | None]


class Called:
    """A command: its function, and what it takes, which is read off the functions when somebody asks.

    `shared` are the options of many commands that it takes, by name; `is_paper` says that it can be handed over.
    """

    def __init__(
        self, function: Function, taken_by: Callable[..., Any], beside: int, common: dict[str, Any], is_paper: bool
    ) -> None:
        self.function, self.is_paper = function, is_paper
        self._taken_by, self._beside, self._common = taken_by, beside, common

    @cached_property
    def own(self) -> tuple[Parameter, ...]:
        """Its own parameters, in their order."""
        return parameters_of(self._taken_by, self._beside)

    @cached_property
    def shared(self) -> dict[str, Parameter]:
        """The shared options that it takes, by name, those that it has of its own left out."""
        own = {parameter.name for parameter in self.own}
        return {
            name: Parameter(name, kind, False if kind.__origin__ is bool else None)
            for name, kind in self._common.items()
            if name not in own
        }


called: dict[str, Called] = {}
"""The commands of the modules imported so far, by name."""

explained: dict[str, Text] = {}
"""What the help page of a command says besides what it does."""

arranged: dict[str, Callable[[list[str]], list[str]]] = {}
"""What puts the words of a command in order before they are read."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """The circumstances of one command: whose ledger, which day, which language and form of answer.

    `today` is the day of the program, `on` the day on which a write counts, `as_of` the day that a view is about; the
    last two are today unless they were given. `known_at` is the moment whose knowledge of the ledger a view is asked
    for, `None` for all of it. `now_at` is the clock, in UTC. `papers` are the kinds of file to hand over that were
    asked for (one at most makes sense), `output` is where to write, also over a file with `force`.
    On a `branch` nothing is kept: it is a dry run too. Where nobody `may_ask`, nothing is asked on a terminal.
    What is not `is_alone` is one of several commands in one transaction.
    """

    command: str
    language: str
    form: Format
    today: date
    now_at: datetime
    on: date
    as_of: date
    known_at: KnownAt | None = None
    request_id: str | None = None
    dry_run: bool = False
    yes: bool = False
    given_on: date | None = None
    given_ledger: StrPath | None = None
    given_operator: str | None = None
    papers: tuple[str, ...] = ()
    output: Path | None = None
    force: bool = False
    chart: bool = False
    branch: Ledger | None = None
    may_ask: bool = True
    is_alone: bool = True

    @property
    def ledger(self) -> Ledger:
        """The ledger: that of the file, whatever it is, or the branch of it that the command works on."""
        from baitiao_cli.ledger.store import Ledger

        if self.branch is not None:
            return self.branch
        return Ledger(self.ledger_path if self.given_ledger is None else self.given_ledger)

    @property
    def ledger_path(self) -> Path:
        """The ledger file: the one that was named, or the one in the user's data folder."""
        if self.given_ledger is not None:
            from pathlib import Path

            return Path(self.given_ledger)
        from platformdirs import user_data_path

        return user_data_path("baitiao", appauthor=False) / "ledger.db"

    @property
    def call(self) -> Call:
        """The circumstances as the verbs take them."""
        from baitiao_cli.actions.verb import Call

        return Call(
            today=self.today,
            now=self.now,
            operator=self.operator,
            on=self.given_on,
            request_id=self.request_id or "",
            dry_run=self.dry_run,
            is_alone=self.is_alone,
        )

    @property
    def now(self) -> str:
        """The clock as the ledger writes it: 2026-11-21T04:05:06.123456Z."""
        return f"{self.now_at:%Y-%m-%dT%H:%M:%S.%fZ}"

    @property
    def operator(self) -> str:
        """Who does it: the name that was given, or the login name."""
        if self.given_operator is not None:
            return self.given_operator
        from getpass import getuser

        try:
            return operator_name(getuser())
        except (KeyError, OSError, BaitiaoError):
            return "unknown"

    def confirm(self, question: Text) -> None:
        """Asks on the terminal before something that is hard to undo; `--yes` and `--dry-run` have answered already."""
        if self.yes or self.dry_run:
            return
        if not sys.stdin or not sys.stdin.isatty():
            raise BaitiaoError("confirmation-needed", command=self.command)
        from typer import confirm

        if not confirm(question.in_language(self.language), err=True):
            raise BaitiaoError("not-confirmed")


def command(
    name: str,
    *,
    view: bool = False,
    write: bool = False,
    known: bool = False,
    paper: bool = False,
    without: tuple[str, ...] = (),
    more: Text | None = None,
    arrange: Callable[[list[str]], list[str]] | None = None,
    taken_by: Callable[..., Any] | None = None,
    beside: int = 1,
) -> Callable[[Function], Function]:
    """Makes a function the command `name`: it is handed a `Request` and its own values and returns a `Document`.

    Adds the options of every command, those of views, of writes, of `paper` to hand over and `--known-at` if asked, and
    shows the document. `more` stands in its help page under what it does. Options that mean nothing to it are left out:
    `without`. `arrange` puts its words in order before they are read. Its own values are the parameters of the
    function, or of the one that they are `taken_by`, without the first ones `beside` them, such as the request.
    """
    if more:
        explained[name] = more
    if arrange:
        arranged[name] = arrange
    common = COMMON | (VIEW if view else {}) | (KNOWN if known else {}) | (WRITE if write else {})
    common |= PAPER if paper else {}

    def register(function: Function) -> Function:
        kept = {key: kind for key, kind in common.items() if key not in without}
        called[name] = Called(function, taken_by or function, beside, kept, paper)
        return function

    return register


def run(name: str, invocation: Invocation, given: dict[str, Any]) -> None:
    """Runs the command with the values of all its parameters, as the invocation wants it performed."""
    known = called[name]
    request = make_request(name, invocation.language, {key: given.pop(key) for key in known.shared})
    if known.is_paper and (request.papers or request.output or request.force or request.chart):
        from baitiao_cli.cli.papers import check_paper

        check_paper(request)
    (invocation.perform or answered)(known.function, request, given)


def placed_on(branch: Ledger, asked: Request, today: date) -> Request:
    """The request on a branch that has come to `today`: the day that it names has come, too, and nothing is kept."""
    come = max(today, asked.given_on or today)
    return msgspec.structs.replace(asked, branch=branch, dry_run=True, today=come, on=asked.given_on or come)


def make_request(name: str, language: str, given: dict[str, Any]) -> Request:
    """The request of command `name` from the values of the shared options."""
    forms: dict[str, Format] = {"as_json": "json", "as_csv": "csv", "as_plain": "plain"}
    asked = [form for key, form in forms.items() if given[key]]
    if len(asked) > 1:
        raise BaitiaoError("options-exclusive", options=[f"--{form}" for form in asked])
    now_at = datetime.now(UTC)
    today = given["today"] or now_at.astimezone(SHANGHAI).date()
    return Request(
        command=name,
        language=language,
        form=asked[0] if asked else "auto",
        today=today,
        now_at=now_at,
        on=given.get("on") or today,
        as_of=given.get("as_of") or today,
        known_at=_passed(given.get("known_at"), now_at),
        request_id=given.get("request_id"),
        dry_run=given.get("dry_run", False),
        yes=given.get("yes", False),
        given_on=given.get("on"),
        given_ledger=given["ledger"],
        given_operator=given.get("operator"),
        papers=tuple(kind for kind in ("html", "pdf", "xlsx") if given.get(f"as_{kind}")),
        output=given.get("output"),
        force=given.get("force", False),
        chart=given.get("chart", False),
    )


def _passed(known_at: KnownAt | None, now_at: datetime) -> KnownAt | None:
    """The moment, when it has passed: what will be known at one to come can still change."""
    if isinstance(known_at, datetime) and known_at > now_at:
        raise BaitiaoError("known-at-to-come", asked=shanghai_time(known_at.isoformat()))
    return known_at


def answered(function: Function, request: Request, given: dict[str, Any]) -> None:
    """Runs a command as the terminal does: its answer is written to stdout."""
    answer(performed(function, request, given), request)


def performed(function: Function, request: Request, given: dict[str, Any]) -> Document | None:
    """Does a command, for whoever called it: the command line, a step of a what-if, or Python."""
    document = function(request, **given)
    if document is not None and request.dry_run:
        return msgspec.structs.replace(document, kept=False)
    return document


def answer(document: Document | None, request: Request) -> None:
    """Writes the answer of a command to stdout; a reader that has gone away is no error, a full disk is."""
    if document is None:
        return
    try:
        if request.papers or request.output:
            from baitiao_cli.cli.papers import hand_over

            handed = hand_over(document, request)
            if handed is None:
                return
            document = handed
        if document.charts and not request.chart:
            document = msgspec.structs.replace(document, charts=())
        write_document(document, request.form, request.language, sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise BaitiaoError("output-failed", reason=problem.strerror) from problem
    if request.dry_run and request.form in ("auto", "plain"):
        sys.stderr.write(fitted(NOTHING_KEPT.in_language(request.language) + "\n", sys.stderr))
    if document.repeated and request.form in ("auto", "plain"):
        sys.stderr.write(fitted(ANSWERED_BEFORE.in_language(request.language) + "\n", sys.stderr))
    if document.status:
        raise Finished(document.status)
