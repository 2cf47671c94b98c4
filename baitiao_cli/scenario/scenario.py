"""A scenario as it is written: its clock, its variables, its products, and steps that command, expect and repeat."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import msgspec

from baitiao_cli.account.terms import Product

MOST_STEPS = 1_000_000
"""How many steps a scenario may take at most, all its repeats run out."""

DifferenceKind = Literal["figure", "other", "unknown"]
FailureKind = Literal["differs", "refused", "not-refused", "endless"]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step: a command with its options by name, or `steps` of its own, once, together, or as `repeat` says.

    `number` is its place among its like, with those that it stands in before it (5.2); `line` that of its header in the
    file, 0 where that is not known. `name` is the name of its answer for later steps.
    """

    number: str
    line: int = 0
    today: Any = None
    command: str = ""
    given: dict[str, Any] = {}
    name: str = ""
    about: str = ""
    expect: dict[str, Any] = {}
    error: str = ""
    repeat: Repeat | None = None
    together: bool = False
    steps: tuple[Step, ...] = ()


class Repeat(msgspec.Struct, frozen=True, kw_only=True):
    """How often steps are done: so many `times`, or `until` a command answers as expected, at most so often."""

    at_most: int
    until: Step | None = None


class Scenario(msgspec.Struct, frozen=True, kw_only=True):
    """A scenario file."""

    file: str
    title: str = ""
    seed: int = 0
    operator: str = "scenario"
    variables: dict[str, Any] = {}
    products: dict[str, Product] = {}
    steps: tuple[Step, ...] = ()

    @property
    def most_steps(self) -> int:
        """How many steps it takes at most."""
        return most_steps(self.steps)


def most_steps(steps: tuple[Step, ...]) -> int:
    """How many steps these are at most, with what they repeat."""
    return sum(
        1 if not step.steps else (step.repeat.at_most if step.repeat else 1) * (1 + most_steps(step.steps))
        for step in steps
    )


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One figure by its path, as it was expected and as it was found: `None` where nothing stands.

    `kind` is "unknown" where the answer has no such key, "other" where what was found is not of the kind to compare.
    """

    path: str
    expected: Any
    found: Any
    kind: DifferenceKind = "figure"


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """An expectation that failed, and where: the step, in which rounds of its repeats, on which day.

    `tried` is how many rounds a repeat took that did not come to its end.
    """

    step: str
    line: int
    rounds: tuple[int, ...]
    today: date
    command: str
    kind: FailureKind
    differences: tuple[Difference, ...]
    about: str = ""
    refusal: Exception | None = None
    tried: int = 0


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a scenario came to: steps and expectations, how many failed of each step, and the head of its ledger.

    `failures` are the first `MOST_FAILURES`; `failed` counts all, by step, of the steps in `checked`.
    """

    file: str
    title: str
    step_count: int
    expectation_count: int
    failure_count: int
    failures: tuple[Failure, ...]
    checked: dict[str, Step]
    failed: dict[str, int]
    is_stopped: bool
    ended_on: date
    head: str
    seconds: float
