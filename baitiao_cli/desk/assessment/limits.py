"""Limits by behaviour: the first rule that fits proposes a raise or a cut, unless something stands in its way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Literal

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import Event, LimitChanged, LimitDecided
from baitiao_cli.account.limits import ANYTHING
from baitiao_cli.account.verbs.reverse import live_events
from baitiao_cli.calc.dates import add_months
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.desk.assessment.behaviour import Behaviour, FigureName
from baitiao_cli.desk.facts.assessment import ConsentPurpose
from baitiao_cli.desk.facts.decision import Fired
from baitiao_cli.desk.rule_files import Misfit, RuleFile
from baitiao_cli.messages.desk.limits import ENDS_BEFORE, NAME_TWICE, NO_CHANGE, OUT_OF_ORDER

Whole = Annotated[int, msgspec.Meta(ge=0, le=10_000)]
Yuan = Annotated[int, msgspec.Meta(ge=1, le=200_000)]
RuleName = Annotated[str, msgspec.Meta(pattern=r"\A[a-z][a-z0-9-]{0,31}\Z")]

Obstacle = Literal["consent-missing", "changed-lately", "not-open", "at-the-bound"]


class Condition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A figure is from `from_` to `to`, both included; what is not known fits no condition."""

    figure: FigureName
    from_: Whole = 0
    to: Whole | None = None

    def fits(self, value: int | None) -> bool:
        """Whether a figure meets the condition."""
        return value is not None and self.from_ <= value and (self.to is None or value <= self.to)

    @property
    def told(self) -> str:
        """The bounds as they are told: 31+, 0-30."""
        return f"{self.from_}+" if self.to is None else f"{self.from_}-{self.to}"


class LimitRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Proposes so many per cent of the limit when all its conditions fit."""

    name: RuleName
    percent: Annotated[int, msgspec.Meta(ge=1, le=1000)]
    when: Annotated[tuple[Condition, ...], msgspec.Meta(min_length=1)]


class LimitRules(RuleFile, frozen=True, kw_only=True):
    """The rules of a review, the first that fits being the one, and what no proposal goes beyond."""

    months: Annotated[int, msgspec.Meta(ge=1, le=36)]
    cash_like: tuple[str, ...]
    step_yuan: Yuan
    least_yuan: Yuan
    most_yuan: Yuan
    rest_months: Annotated[int, msgspec.Meta(ge=0, le=120)]
    raise_needs_consent: Literal["credit-check", "bureau-report", ""]
    rules: Annotated[tuple[LimitRule, ...], msgspec.Meta(min_length=1)]

    def misfits(self) -> Iterator[Misfit]:
        """Bounds out of order, a rule that changes nothing, a name in two rules, a condition that nothing meets."""
        if self.least_yuan > self.most_yuan:
            yield Misfit("$.least_yuan", OUT_OF_ORDER)
        for place, rule in enumerate(self.rules):
            if rule.percent == 100:
                yield Misfit(f"$.rules[{place}].percent", NO_CHANGE)
            if rule.name in {other.name for other in self.rules[:place]}:
                yield Misfit(f"$.rules[{place}].name", NAME_TWICE)
            for number, condition in enumerate(rule.when):
                if condition.to is not None and condition.to < condition.from_:
                    yield Misfit(f"$.rules[{place}].when[{number}].to", ENDS_BEFORE)


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule would make of a limit: so many per cent, because of what fired."""

    percent: int
    fired: tuple[Fired, ...]


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """The limit that is proposed, in whole fen, and what stands in its way: then nothing is proposed.

    `bound` is what kept the proposal from being as low or as high as the rule would have it.
    """

    proposed_fen: int
    obstacle: Obstacle | None = None
    bound: Fired | None = None


def wish(figures: Behaviour, rules: LimitRules) -> Wish | None:
    """What the first rule that fits wants, with each of its conditions; `None` when none does."""
    for rule in rules.rules:
        if all(condition.fits(figures[condition.figure]) for condition in rule.when):
            effect = f"x {rule.percent}%"
            met = [
                Fired(rule=condition.figure, observed=str(figures[condition.figure]), limit=condition.told)
                for condition in rule.when
            ]
            return Wish(percent=rule.percent, fired=(Fired(rule=rule.name, observed="-", effect=effect), *met))
    return None


def outcome(
    account: Account, percent: int, rules: LimitRules, changed_on: date | None, given: Iterable[ConsentPurpose]
) -> Outcome:
    """The limit of so many per cent, and what stands in its way.

    It is rounded down to the step. A cut goes no lower than the least, and than what is used and held rounded up to the
    step; a raise no higher than the most. A raise needs an account that is open with nothing in its way, the consent of
    the rules, and a limit that was not changed for so many months.
    """
    limit_fen, step_fen = account.limits.lasting[ANYTHING], 100 * rules.step_yuan
    wanted_fen = limit_fen * percent // 100 // step_fen * step_fen
    taken_fen = account.used_fen + account.held_fen
    if percent > 100:
        bounds = {"most-limit": 100 * rules.most_yuan}
        proposed_fen = max(limit_fen, min(wanted_fen, *bounds.values()))
    else:
        bounds = {"least-limit": 100 * rules.least_yuan, "not-below-used": -(-taken_fen // step_fen) * step_fen}
        proposed_fen = min(limit_fen, max(wanted_fen, *bounds.values()))
    if proposed_fen == limit_fen:
        return Outcome(proposed_fen=limit_fen, obstacle="at-the-bound")
    met = next((name for name, fen in bounds.items() if proposed_fen == fen != wanted_fen), "")
    held_against_fen = taken_fen if met == "not-below-used" else proposed_fen
    bound = Fired(
        rule=met,
        observed=format_yuan(wanted_fen),
        limit=format_yuan(held_against_fen),
        effect=format_yuan(proposed_fen),
    )
    return Outcome(
        proposed_fen=proposed_fen,
        obstacle=_of_raise(account, rules, changed_on, given) if percent > 100 else None,
        bound=bound if met else None,
    )


def _of_raise(
    account: Account, rules: LimitRules, changed_on: date | None, given: Iterable[ConsentPurpose]
) -> Obstacle | None:
    if account.status != "open":
        return "not-open"
    if rules.raise_needs_consent and rules.raise_needs_consent not in given:
        return "consent-missing"
    if changed_on and add_months(changed_on, rules.rest_months) > account.through:
        return "changed-lately"
    return None


def limit_changed_on(events: Iterable[Event], as_of: date) -> date | None:
    """The last day on which the lasting limit for anything was changed, granted requests included; `None` for never."""
    return max((event.effective_on for event in live_events(events) if _changes(event, as_of)), default=None)


def _changes(event: Event, as_of: date) -> bool:
    fact = event.fact
    if event.effective_on > as_of:
        return False
    if isinstance(fact, LimitChanged):
        return fact.purpose == ANYTHING and not fact.until_on and fact.limit_fen > 0
    return isinstance(fact, LimitDecided) and fact.decision == "granted"
