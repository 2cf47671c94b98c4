"""The rule file of the compliance check: what each rule allows, and where that is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import msgspec

from baitiao_cli.calc.caps import CapName, annual_cap_ppb
from baitiao_cli.desk.clock import TimeOfDay
from baitiao_cli.desk.collection.contacts import ContactRules
from baitiao_cli.desk.rule_files import Misfit, RuleFile
from baitiao_cli.messages import filled
from baitiao_cli.messages.desk.collection import HOURS_REVERSED
from baitiao_cli.messages.desk.compliance import CAPS_UNSORTED, WITHOUT_CAP

Words = Annotated[str, msgspec.Meta(min_length=1, max_length=300)]
Ppb = Annotated[int, msgspec.Meta(ge=1, le=10_000_000_000)]


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every rule has: its source, in both languages."""

    source_en: Words
    source_zh: Words


class Cap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A cap on the annual rate, simple, in parts per billion a year, from a day on."""

    from_on: date
    annual_ppb: Ppb


class CapRule(Rule, frozen=True, kw_only=True):
    """The most that a year may cost: the lowest of the caps in force, the cap itself allowed."""

    caps: tuple[CapName, ...]
    more_caps: tuple[Cap, ...] = ()

    def cap_ppb(self, on: date) -> int | None:
        """The lowest cap in force on a day; of `more_caps` the latest counts; `None` where there is none."""
        own = [cap.annual_ppb for cap in self.more_caps if cap.from_on <= on][-1:]
        caps = [*own, annual_cap_ppb(self.caps, on)]
        return min((cap for cap in caps if cap is not None), default=None)


class LineLimitRule(Rule, frozen=True, kw_only=True):
    """The most that all limits of a line may sum to on a day."""

    most_fen: Annotated[int, msgspec.Meta(ge=1, le=100_000_000_000)]


class BulletRule(Rule, frozen=True, kw_only=True):
    """How many months after its day a plan may fall due that repays its principal at once."""

    most_months: Annotated[int, msgspec.Meta(ge=1, le=600)]


class DisclosureRule(Rule, frozen=True, kw_only=True):
    """From which day on a purchase in installments must name the quote that was shown."""

    from_on: date


class HoursRule(Rule, frozen=True, kw_only=True):
    """From when a customer may be contacted about what is past due, and the minute from which not any more."""

    from_time: TimeOfDay
    until_time: TimeOfDay


class CallsRule(Rule, frozen=True, kw_only=True):
    """After how many answered calls of one day there must be no other."""

    most_calls_a_day: Annotated[int, msgspec.Meta(ge=1, le=100)]


class NoticeRule(Rule, frozen=True, kw_only=True):
    """How many days before a first report of lateness the customer must have been told of it."""

    least_days: Annotated[int, msgspec.Meta(ge=0, le=365)]


class RetentionRule(Rule, frozen=True, kw_only=True):
    """How many years after the last line of a person was closed it may be known who they are."""

    most_years: Annotated[int, msgspec.Meta(ge=0, le=100)]


class ComplianceRules(RuleFile, frozen=True, kw_only=True):
    """All rules of the check, each in the table of its name."""

    annual_rate: CapRule
    carried_rate: CapRule
    line_limit: LineLimitRule
    bullet_term: BulletRule
    disclosure: DisclosureRule
    allocation_order: Rule
    collection_hours: HoursRule
    collection_calls: CallsRule
    report_consent: Rule
    adverse_notice: NoticeRule
    offer_consent: Rule
    retention: RetentionRule

    def misfits(self) -> Iterator[Misfit]:
        """Caps that are not in the order of their days, a rule without any cap, hours that end before they begin."""
        for name, rule in (("annual_rate", self.annual_rate), ("carried_rate", self.carried_rate)):
            if not rule.caps and not rule.more_caps:
                yield Misfit(f"$.{name}", WITHOUT_CAP)
            for number, (before, cap) in enumerate(zip(rule.more_caps, rule.more_caps[1:], strict=False), start=1):
                if cap.from_on <= before.from_on:
                    place = f"$.{name}.more_caps[{number}].from_on"
                    yield Misfit(place, filled(CAPS_UNSORTED, on=cap.from_on, before_on=before.from_on))
        if self.collection_hours.until_time <= self.collection_hours.from_time:
            yield Misfit("$.collection_hours.until_time", HOURS_REVERSED)

    @property
    def contacts(self) -> ContactRules:
        """The two rules of contacts as those are held against them that are recorded."""
        return ContactRules(
            rules_version=self.rules_version,
            from_time=self.collection_hours.from_time,
            until_time=self.collection_hours.until_time,
            most_calls_a_day=self.collection_calls.most_calls_a_day,
            rests_in_hardship=False,
        )
