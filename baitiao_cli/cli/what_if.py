"""`baitiao what-if`: commands tried on a branch of the ledger, each as it would be typed and done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Annotated, Any

import msgspec
from typer import TyperException

from baitiao_cli.actions.batch import VERBS
from baitiao_cli.actions.what_if import difference
from baitiao_cli.cli.group import MODULES
from baitiao_cli.cli.invocation import Invocation
from baitiao_cli.cli.options import COMMON, WRITE
from baitiao_cli.cli.refusals import unknown_command, usage_error
from baitiao_cli.cli.request import Function, Request, command, performed, placed_on
from baitiao_cli.cli.typed import Command, command_named
from baitiao_cli.cli.unmasking import Operator
from baitiao_cli.cli.values import argument, day, is_identifier, option
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import Branch
from baitiao_cli.messages import filled
from baitiao_cli.messages.what_if import HELP_STEPS
from baitiao_cli.show.document import Document
from baitiao_cli.show.what_if import what_if_document

BETWEEN = "--"
DEEDS = (*VERBS, "verify")
"""The commands that change accounts."""

OPENS = "open"
STEPS = tuple(name for name in DEEDS if name != OPENS)
"""Those that can be a step: what is opened is another account than the one that is asked about."""

OF_ALL = COMMON | {"operator": WRITE["operator"]}
"""The options that hold for all steps together, wherever they stand."""


def gathered(words: list[str]) -> list[str]:
    """The words with the options that hold for all steps in front: people put --json at the end.

    >>> gathered(["A1", "--", "repay", "500", "--json"])
    ['--json', 'A1', '--', 'repay', '500']
    """
    if BETWEEN not in words:
        words = _parted(words)
    takes_value = {declared.__metadata__[0].told: declared.__origin__ is not bool for declared in OF_ALL.values()}
    at = words.index(BETWEEN) if BETWEEN in words else len(words)
    own, steps = words[:at], iter(words[at:])
    kept: list[str] = []
    for word in steps:
        name, has_value, _ = word.partition("=")
        if name not in takes_value:
            kept.append(word)
        elif takes_value[name] and not has_value:
            own = [word, *[value for value in [next(steps, None)] if value is not None], *own]
        else:
            own = [word, *own]
    return [*own, *kept]


def _parted(words: list[str]) -> list[str]:
    """The words with the two dashes that were forgotten before the first step."""
    for at, (before, word) in enumerate(pairwise(words), start=1):
        if word in DEEDS and not before.startswith("-"):
            return [*words[:at], BETWEEN, *words[at:]]
    return words


@command(
    "what-if",
    more=filled(HELP_STEPS, verbs=", ".join(STEPS)),
    arrange=gathered,
)
def what_if(
    request: Request,
    account_id: Annotated[str, argument("ACCOUNT")],
    steps: Annotated[list[str] | None, argument("-- STEP...", str)] = None,
    as_of: Annotated[date | None, option("--as-of", day, "DATE", short="--through")] = None,
    operator: Operator = None,
) -> Document:
    """Shows what commands would make of an account, without doing them."""
    chain = list(_chain(steps or [], account_id))
    request = msgspec.structs.replace(request, given_operator=operator, dry_run=True)
    with request.ledger.branch() as branch:
        trial = _Trial(request, branch, account_id)
        for number, words in enumerate(chain, start=1):
            try:
                trial.take(number, words)
            except BaitiaoError as error:
                error.step = number if len(chain) > 1 else None
                raise
        return what_if_document(difference(branch, account_id, as_of or trial.today), trial.steps)


def _chain(words: Iterable[str], account_id: str) -> Iterator[list[str]]:
    """The steps, each as a list of words that begins with the name of a command."""
    steps: list[list[str]] = [[]]
    for word in words:
        if word == BETWEEN:
            steps.append([])
        else:
            steps[-1].append(word)
    for number, step in enumerate(steps, start=1):
        try:
            yield _named(step, account_id)
        except BaitiaoError as error:
            error.step = number if len(steps) > 1 else None
            raise


def _named(step: list[str], account_id: str) -> list[str]:
    if not step:
        raise BaitiaoError("what-if-nothing-asked", account_id=account_id)
    if step[0] in STEPS:
        return step
    if step[0] == OPENS:
        raise BaitiaoError("what-if-opens", account_id=account_id)
    if step[0] in MODULES or " ".join(step[:2]) in MODULES:
        raise BaitiaoError("what-if-not-a-verb", command=step[0], offered=", ".join(STEPS))
    raise unknown_command(step[0], STEPS)


class _Trial:
    """A chain of steps on a branch: each is read and done by the command of its name, on a day that has come by then.

    `today` is the day that the branch has come to.
    """

    def __init__(self, request: Request, branch: Branch, account_id: str) -> None:
        self.request, self.branch, self.account_id = request, branch, account_id
        self.today = request.today
        self.steps: list[dict[str, Any]] = []

    def take(self, number: int, words: list[str]) -> None:
        """Does one step, and notes what it did."""
        name, *given = words
        step = command_named(name)

        def perform(function: Function, asked: Request, values: dict[str, Any]) -> None:
            who = msgspec.structs.replace(asked, now_at=self.request.now_at, given_operator=self.request.given_operator)
            placed = placed_on(self.branch, who, self.today)
            self.today = placed.today
            document = performed(function, placed, values)
            assert document is not None
            self._note(number, name, placed, document)

        invocation = Invocation(tuple(words), self.request.language, self.request.form == "json", perform)
        try:
            with step.make_context(
                f"baitiao {name}", _with_account(step, given, self.account_id), obj=invocation
            ) as ctx:
                step.invoke(ctx)
        except TyperException as error:
            raise usage_error(error, words) from error

    def _note(self, number: int, name: str, placed: Request, document: Document) -> None:
        if not document.is_deed:  # payoff without --pay, prepay without --by
            raise BaitiaoError("what-if-only-asks", command=name)
        other_id = document.data.get("account_id", self.account_id)
        if other_id != self.account_id:
            raise BaitiaoError("what-if-other-account", account_id=self.account_id, other_id=other_id)
        self.steps.append(told_step(number, placed, document))


def told_step(number: int, placed: Request, document: Document) -> dict[str, Any]:
    """A step as the answer tells it: what was done when, and what it answered with."""
    repeated = {"repeated": True} if document.repeated else {}
    done = {"step": number, "verb": placed.command, "on": placed.on, "today": placed.today}
    return done | {"result": dict(document.data)} | repeated


def _with_account(step: Command, words: list[str], account_id: str) -> list[str]:
    """The words of a step with the account in front where it stands in the command and was left out."""
    first = next((one for one in step.params if one.param_type_name == "argument"), None)
    if first is None or not str(first.metavar).startswith("ACCOUNT"):
        return words
    given = next(_arguments(step, words), "")
    return words if is_identifier(given) else [account_id, *words]


def _arguments(step: Command, words: list[str]) -> Iterator[str]:
    """The words that are neither options nor their values."""
    options: list[Any] = [one for one in step.params if one.param_type_name == "option"]
    takes = {name: 0 if one.is_flag else one.nargs for one in options for name in one.opts}
    left = 0
    for word in words:
        if left:
            left -= 1
        elif word.startswith("-") and word != "-":
            left = takes.get(word, 0)
        else:
            yield word
