"""Collection cases: when one is opened, in which stage it is, what is next, and when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, NamedTuple

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.desk.facts import Fired
from baitiao_cli.desk.facts.collection import CaseEnd, CaseStage
from baitiao_cli.desk.rule_files import Misfit, RuleFile
from baitiao_cli.messages.desk.collection import STAGES_OUT_OF_ORDER

StageStep = Literal["text", "call", "letter", "visit", "offer-relief", "legal-review"]
NextStep = StageStep | Literal["decide-hardship", "wait-for-promise", "ask-about-promise", "close-case"]


class Stage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stage: its name, the days past due from which on it is, and what is to be done in it."""

    name: CaseStage
    from_days: Annotated[int, msgspec.Meta(ge=1, le=3650)]
    next_step: StageStep


class CaseRules(RuleFile, frozen=True, kw_only=True):
    """The stages in order; a case is opened from the first one on."""

    stages: Annotated[tuple[Stage, ...], msgspec.Meta(min_length=1, max_length=4)]

    def misfits(self) -> Iterator[Misfit]:
        """A stage that does not begin after the one before, or is there twice."""
        names = [stage.name for stage in self.stages]
        for number, stage in enumerate(self.stages[1:], start=1):
            if stage.from_days <= self.stages[number - 1].from_days or stage.name in names[:number]:
                yield Misfit(f"$.stages[{number}]", STAGES_OUT_OF_ORDER)


def stage_of(rules: CaseRules, days_past_due: int) -> Stage | None:
    """The stage of so many days past due; `None` before the first."""
    return next((stage for stage in reversed(rules.stages) if days_past_due >= stage.from_days), None)


def opening(rules: CaseRules, days_past_due: int) -> tuple[Stage, Fired] | None:
    """The stage in which a case is opened at so many days past due, and the rule that opens it; `None` for none."""
    stage = stage_of(rules, days_past_due)
    if stage is None:
        return None
    limit = str(rules.stages[0].from_days)
    return stage, Fired(rule="case-opens", observed=str(days_past_due), limit=limit, effect=stage.name)


def ending(account: Account, days_past_due: int) -> tuple[CaseEnd, Fired] | None:
    """Why a case ends and the rule that ends it: nothing is late, or all of the debt was written off; `None` if not.

    A debt that was charged off is still owed: its case goes on while something of it is late.
    """
    loss = account.losses.get("")
    if loss and loss.state == "written-off":
        return "written-off", Fired(rule="case-written-off", observed=loss.since_on.isoformat())
    if days_past_due == 0:
        return "cured", Fired(rule="case-cured", observed="0")
    return None


class Waiting(NamedTuple):
    """What is known of a case besides its stage: since when relief is asked for, and how its latest promise stands."""

    hardship_since_on: date | None = None
    promise_state: str = ""


def next_step(stage: Stage | None, waiting: Waiting) -> NextStep:
    """What is to be done, the first that applies.

    A request for relief is decided (nobody collects until then), a case that is cured is closed, an open promise is
    waited for, a broken one is asked about, else it is what the stage says.
    """
    if waiting.hardship_since_on:
        return "decide-hardship"
    if stage is None:
        return "close-case"
    if waiting.promise_state == "open":
        return "wait-for-promise"
    return "ask-about-promise" if waiting.promise_state == "broken" else stage.next_step
