"""Plays a scenario: its clock moves on, each step is done, what it expects is compared with what was answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import date
from time import perf_counter
from typing import Any, Protocol

from baitiao_cli.calc.money import MAX_FEN, format_yuan, shortened
from baitiao_cli.errors import USAGE, BaitiaoError
from baitiao_cli.scenario.days import Moment, moment
from baitiao_cli.scenario.expectation import differences
from baitiao_cli.scenario.names import Names
from baitiao_cli.scenario.scenario import Difference, Failure, FailureKind, Outcome, Scenario, Step
from baitiao_cli.scenario.schema import Kind

MOST_FAILURES = 100
FEN = "-fen"


class Player(Protocol):
    """Who does the steps: each is a command with its options by name, on a day."""

    def play(self, command: str, given: Mapping[str, Any], today: date) -> Mapping[str, Any]:
        """Does the command and gives the data of its answer; raises what it refuses."""

    def kinds_of(self, command: str) -> Mapping[str, Kind]:
        """What each option of the command takes."""

    def together(self, today: date) -> AbstractContextManager[None]:
        """A block of which all is one transaction."""

    def head(self) -> str:
        """The hash that stands for all facts so far."""


def _yuan(key: str, value: Any) -> str:
    """The amount in yuan, as it would be typed, that stands in fen under a key."""
    if type(value) is not int or not 0 <= value <= MAX_FEN:
        name = key.replace("-", "_")
        raise BaitiaoError(
            "scenario-fen-malformed", name=name, yuan=name.removesuffix("_fen"), text=shortened(str(value))
        )
    return format_yuan(value)


class _StoppedError(Exception):
    """A step failed on which all that follows rests."""


class _RefusedAsExpectedError(Exception):
    """Of what is done together a step was refused as the whole expects."""


Progress = Callable[[int], None]
"""Is told after each step how many there have been."""


def play(scenario: Scenario, player: Player, progress: Progress | None = None) -> Outcome:
    """Plays the scenario to its end, or until a step is refused that should not be, or the other way round.

    Whatever is wrong with the file itself is raised, with the line of its step.
    """
    return _Play(scenario, player, progress).outcome()


class _Play:
    """One scenario as it is played."""

    def __init__(self, scenario: Scenario, player: Player, progress: Progress | None) -> None:
        self.scenario, self.player, self.progress = scenario, player, progress
        self.names = Names(scenario.variables, scenario.seed)
        self.now: Moment | None = None
        self.account = ""
        self.whole: Step | None = None
        """What is being done together and is to be refused."""
        self.step_count = self.expectation_count = self.failure_count = 0
        self.failures: list[Failure] = []
        self.checked: dict[str, Step] = {}
        self.failed: dict[str, int] = {}

    @property
    def today(self) -> date:
        """The day of the clock."""
        assert self.now is not None, "the first step sets the clock"
        return self.now.day

    def outcome(self) -> Outcome:
        started = perf_counter()
        is_stopped = False
        try:
            self.take(self.scenario.steps)
        except _StoppedError:
            is_stopped = True
        return Outcome(
            file=self.scenario.file,
            title=self.scenario.title,
            step_count=self.step_count,
            expectation_count=self.expectation_count,
            failure_count=self.failure_count,
            failures=tuple(self.failures),
            checked=self.checked,
            failed=self.failed,
            is_stopped=is_stopped,
            ended_on=self.today,
            head=self.player.head(),
            seconds=perf_counter() - started,
        )

    def take(self, steps: tuple[Step, ...]) -> None:
        for step in steps:
            try:
                if step.today is not None:
                    self.now = self._moved(step)
                if step.command:
                    self._do(step)
                    if self.progress is not None:
                        self.progress(self.step_count)
                elif step.together:
                    self._together(step)
                else:
                    self._again(step)
            except BaitiaoError as error:
                if not error.file:
                    error.file, error.step, error.line = self.scenario.file, step.number, step.line or None
                raise

    def _together(self, step: Step) -> None:
        """Takes the steps of a step as one transaction, which is refused as a whole if the step expects an error."""
        answers, account = dict(self.names.answers), self.account
        if step.error:
            self._expecting(step)
            self.whole = step
        try:
            with self.player.together(self.today):
                self._again(step)
        except _RefusedAsExpectedError:
            self.names.answers, self.account = answers, account  # it did not happen
            return
        finally:
            if step.error:
                self.whole = None
        if step.error:
            self._fail_unrefused(step)

    def _again(self, step: Step) -> None:
        """Takes the steps of a step, once or as often as it says."""
        if step.repeat is None:
            self.take(step.steps)
            return
        until = step.repeat.until
        left: tuple[Difference, ...] = ()
        for number in range(1, step.repeat.at_most + 1):
            if until is not None and not (left := self._until(until)):
                return
            self.names.rounds.append(number)
            try:
                self.take(step.steps)
            finally:
                self.names.rounds.pop()
        if until is not None and (left := self._until(until)):
            self._fail(step, "endless", left, command=until.command, tried=step.repeat.at_most)

    def _until(self, until: Step) -> tuple[Difference, ...]:
        """What is still otherwise than the end of a repeat wants it."""
        data = self.player.play(until.command, self._given(until), self.today)
        return tuple(differences(self.names.filled(until.expect), data))

    def _do(self, step: Step) -> None:
        self.step_count += 1
        if expects := bool(step.expect or step.error):
            self._expecting(step)
        given = self._given(step)
        try:
            data = self.player.play(step.command, given, self.today)
        except BaitiaoError as refusal:
            self._refused(step, refusal)
            return
        if step.error:
            self._fail_unrefused(step)
        self.account = str(data.get("account_id") or self.account)
        if step.name:
            self.names.answers[step.name] = data
        if expects and (found := tuple(differences(self.names.filled(step.expect), data))):
            self._fail(step, "differs", found)

    def _expecting(self, step: Step) -> None:
        self.expectation_count += 1
        self.checked.setdefault(step.number, step)

    def _refused(self, step: Step, refusal: BaitiaoError) -> None:
        """Goes on after a refusal that is expected of the step, leaves what is done together if it is of the whole."""
        expecting = self.whole or step
        if expecting.error and refusal.code == expecting.error:
            if expecting is step:
                return
            raise _RefusedAsExpectedError
        if refusal.status == USAGE and not expecting.error:
            raise refusal
        wanted = Difference(path="error", expected=expecting.error or None, found=refusal.code)
        self._fail(expecting, "refused", (wanted,), refusal, command=step.command)
        raise _StoppedError from None

    def _fail_unrefused(self, step: Step) -> None:
        self._fail(step, "not-refused", (Difference(path="error", expected=step.error, found=None),))
        raise _StoppedError

    def _fail(
        self,
        step: Step,
        kind: FailureKind,
        found: tuple[Difference, ...],
        refusal: BaitiaoError | None = None,
        command: str = "",
        tried: int = 0,
    ) -> None:
        self.failure_count += 1
        self.checked.setdefault(step.number, step)
        self.failed[step.number] = self.failed.get(step.number, 0) + 1
        if not (step.expect or step.error):
            self.expectation_count += 1
        if len(self.failures) < MOST_FAILURES:
            self.failures.append(
                Failure(
                    step=step.number,
                    line=step.line,
                    rounds=tuple(self.names.rounds),
                    today=self.today,
                    command=command or step.command or "together",
                    kind=kind,
                    differences=found,
                    about=step.about,
                    refusal=refusal,
                    tried=tried,
                )
            )

    def _given(self, step: Step) -> dict[str, Any]:
        """The options of a step with its names filled in, amounts in yuan, days as days."""
        given: dict[str, Any] = {}
        written_as: dict[str, str] = {}
        kinds = self.player.kinds_of(step.command)
        for key, written in step.given.items():
            value = self.names.filled(written)
            name = key.replace("_", "-")
            if name not in kinds and kinds.get(name.removesuffix(FEN)) == "money":
                name, value = name.removesuffix(FEN), _yuan(key, value)
            elif kinds.get(name) == "day" and not isinstance(value, bool):
                value = moment(value, self.now, self._ask(step)).day
            if name in given:
                raise BaitiaoError("options-exclusive", options=[written_as[name], key[:32]])
            given[name], written_as[name] = value, key[:32]
        return given

    def _moved(self, step: Step) -> Moment:
        """The clock at the day of a step."""
        to = moment(self.names.filled(step.today), self.now, self._ask(step))
        if self.now is not None and to.day < self.now.day:
            raise BaitiaoError("scenario-clock-back", today=self.now.day, on=to.day)
        return to

    def _ask(self, step: Step) -> Any:
        """Looks up a figure of an account: one that is named, that of the step, or the one that was last dealt with."""

        def ask(account: str, as_of: date, key: str) -> Any:
            named = account or self.names.filled(step.given.get("account", "")) or self.account
            return self.player.play("show", {"account": named, "as-of": as_of}, self.today).get(key)

        return ask
