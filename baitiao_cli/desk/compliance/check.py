"""The check: every rule by its name, held against each account and each person, and its verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Literal

import msgspec

from baitiao_cli.desk.compliance.allocation_order import allocation_orders
from baitiao_cli.desk.compliance.case import Case, Finding, PersonSeen, Reported
from baitiao_cli.desk.compliance.contacts import collection_calls, collection_hours
from baitiao_cli.desk.compliance.disclosure import disclosures
from baitiao_cli.desk.compliance.line import bullet_terms, line_limits
from baitiao_cli.desk.compliance.offers import offer_consents
from baitiao_cli.desk.compliance.price import annual_rates, carried_rates
from baitiao_cli.desk.compliance.reports import adverse_notices, report_consents
from baitiao_cli.desk.compliance.retention import retentions
from baitiao_cli.desk.compliance.rules import ComplianceRules, Rule

Verdict = Literal["holds", "broken", "nothing-to-judge"]

OF_ACCOUNTS: dict[str, Callable[[ComplianceRules, Case], Iterator[Finding]]] = {
    "annual-rate": annual_rates,
    "carried-rate": carried_rates,
    "line-limit": line_limits,
    "bullet-term": bullet_terms,
    "disclosure": disclosures,
    "allocation-order": allocation_orders,
    "collection-hours": collection_hours,
    "collection-calls": collection_calls,
}
"""The rules that look at one account after the other, by name."""

OF_PEOPLE: dict[str, Callable[[ComplianceRules, Iterable[PersonSeen], date], Iterator[Finding]]] = {
    "retention": retentions
}
"""The rules that look at people with all their lines."""

OF_REPORTS: dict[str, Callable[[ComplianceRules, Reported], Iterator[Finding]]] = {
    "report-consent": report_consents,
    "adverse-notice": adverse_notices,
    "offer-consent": offer_consents,
}
"""The rules that look at what the desk recorded: of reports to a bureau, and of offers."""

RULES = (*OF_ACCOUNTS, *OF_REPORTS, *OF_PEOPLE)
"""All rules, in the order in which they are told."""


class Judged(msgspec.Struct, kw_only=True):
    """What became of a rule: how many things it judged and could not judge, and those that break it."""

    rule: str
    judged_count: int = 0
    unjudged_count: int = 0
    breaches: list[Finding] = []

    def take(self, findings: Iterable[Finding]) -> None:
        """Counts what a rule says, and keeps what breaks it."""
        for finding in findings:
            if finding.holds is None:
                self.unjudged_count += 1
                continue
            self.judged_count += 1
            if not finding.holds:
                self.breaches.append(finding)

    @property
    def verdict(self) -> Verdict:
        """Broken by anything; held by all that it judged; or nothing was there to judge."""
        if self.breaches:
            return "broken"
        return "holds" if self.judged_count else "nothing-to-judge"


def rule_named(rules: ComplianceRules, name: str) -> Rule:
    """The rule of that name, as the file has it."""
    rule: Rule = getattr(rules, name.replace("-", "_"))
    return rule


def judge(
    rules: ComplianceRules,
    names: Iterable[str],
    cases: Iterable[Case],
    people: Callable[[], Iterable[PersonSeen]],
    reported: Callable[[], Reported],
    as_of: date,
) -> list[Judged]:
    """Holds the rules of those names against all accounts, one after the other, and then against reports and people."""
    judged = {name: Judged(rule=name) for name in RULES if name in {*names}}
    for case in cases:
        for name, look in OF_ACCOUNTS.items():
            if name in judged:
                judged[name].take(look(rules, case))
    for name, look_through in OF_REPORTS.items():
        if name in judged:
            judged[name].take(look_through(rules, reported()))
    for name, look_at in OF_PEOPLE.items():
        if name in judged:
            judged[name].take(look_at(rules, people(), as_of))
    return [*judged.values()]
