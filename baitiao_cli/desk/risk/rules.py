"""The rules on risk as their file states them: window, threshold, what each does and what it warns of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, get_args

import msgspec

from baitiao_cli.desk.rule_files import Misfit, RuleFile

Action = Literal["note", "hold", "block"]
"""`note` only puts a finding into the queue, `hold` suspends the line until the review, `block` until its decision."""

Warned = Literal["", "new-phone", "many-attempts", "large-first", "refunds", "not-you"]
"""Which warning is read to the customer; "" none."""

Days = Annotated[int, msgspec.Meta(ge=1, le=366)]
Count = Annotated[int, msgspec.Meta(ge=1, le=1000)]
Hour = Annotated[int, msgspec.Meta(ge=0, le=24)]
Yuan = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]


class RiskRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="name"):
    """What all rules have; the `window_days` are those that end with the day that is looked at, which is one of them.

    A rule fires at its `threshold`, whose unit is the rule's own.
    """

    window_days: Days
    threshold: Count
    action: Action
    warning: Warned = ""

    @property
    def name(self) -> str:
        """The rule's name, which is that of its definition."""
        return str(self.__struct_config__.tag)


class Velocity(RiskRule, frozen=True, tag="velocity"):
    """So many purchases."""


class ManySmall(RiskRule, frozen=True, tag="many-small"):
    """So many purchases of at most `small_yuan` each."""

    small_yuan: Yuan


class FirstNearLimit(RiskRule, frozen=True, tag="first-near-limit"):
    """The first purchase since the line was opened takes so many per cent of the limit."""

    threshold: Annotated[int, msgspec.Meta(ge=1, le=100)]


class RefundLoop(RiskRule, frozen=True, tag="refund-loop"):
    """So many purchases that were sent back, each to at least `share_pct` of what was financed."""

    share_pct: Annotated[int, msgspec.Meta(ge=1, le=100)]


class UnusualAmount(RiskRule, frozen=True, tag="unusual-amount"):
    """A purchase of so many times the middle one of at least `earlier_count` before it."""

    earlier_count: Count


class UnusualCategory(RiskRule, frozen=True, tag="unusual-category"):
    """A purchase of so many yuan in a category that none of at least `earlier_count` before it was in."""

    threshold: Yuan
    earlier_count: Count


class UnusualHour(RiskRule, frozen=True, tag="unusual-hour"):
    """So many purchases in the hours from `from_hour` until `until_hour` in Shanghai, which may pass midnight."""

    from_hour: Annotated[int, msgspec.Meta(ge=0, le=23)]
    until_hour: Hour

    def has(self, hour: int | None) -> bool:
        """Whether an hour of the day is one of those; one that nobody knows is not.

        >>> night = UnusualHour(window_days=1, threshold=1, action="note", from_hour=23, until_hour=5)
        >>> [night.has(hour) for hour in (22, 23, 4, 5, None)]
        [False, True, True, False, False]
        """
        if hour is None:
            return False
        if self.from_hour < self.until_hour:
            return self.from_hour <= hour < self.until_hour
        return hour >= self.from_hour or hour < self.until_hour


class FailedIdentity(RiskRule, frozen=True, tag="failed-identity"):
    """So many failed checks of who the customer is."""


class NewPhone(RiskRule, frozen=True, tag="new-phone"):
    """The first purchase of so many yuan since the phone number was changed."""

    threshold: Yuan


class GivenUpHolds(RiskRule, frozen=True, tag="given-up-holds"):
    """So many authorised purchases that were given up."""


AnyRiskRule = (
    Velocity
    | ManySmall
    | FirstNearLimit
    | RefundLoop
    | UnusualAmount
    | UnusualCategory
    | UnusualHour
    | FailedIdentity
    | NewPhone
    | GivenUpHolds
)

RULE_NAMES: tuple[str, ...] = tuple(str(kind.__struct_config__.tag) for kind in get_args(AnyRiskRule))
"""The names of all rules, in the order in which they are told."""


class RiskRules(RuleFile, frozen=True, kw_only=True):
    """The rules on risk, each at most once: one that is left out does not fire.

    What was found longer ago than the `look_back_days` that end with the day in question is not told and not kept.
    """

    look_back_days: Days
    rules: tuple[AnyRiskRule, ...]

    def misfits(self) -> Iterator[Misfit]:
        """A rule that is there twice, and hours of which there is none."""
        from baitiao_cli.messages.errors.rules import HOURS_EMPTY, RULE_TWICE  # beside the texts of all errors

        seen: set[str] = set()
        for place, rule in enumerate(self.rules):
            if rule.name in seen:
                yield Misfit(f"$.rules[{place}].name", RULE_TWICE)
            seen.add(rule.name)
            if isinstance(rule, UnusualHour) and rule.from_hour == rule.until_hour:
                yield Misfit(f"$.rules[{place}].until_hour", HOURS_EMPTY)
