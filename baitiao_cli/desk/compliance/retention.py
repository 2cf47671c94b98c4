"""Whether it is still known who somebody is whose last line was closed long ago."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from baitiao_cli.calc.dates import step
from baitiao_cli.desk.compliance.case import Finding, PersonSeen
from baitiao_cli.desk.compliance.rules import ComplianceRules


def retentions(rules: ComplianceRules, people: Iterable[PersonSeen], as_of: date) -> Iterator[Finding]:
    """Each person without an open line: they are erased by the day so many years after the last one was closed.

    On that day they may still be known.
    """
    for person in people:
        if person.last_closed_on is None:
            continue
        until_on = step(person.last_closed_on, rules.retention.most_years * 12, "months")
        yield Finding(
            holds=person.is_erased or as_of <= until_on,
            effective_on=person.last_closed_on,
            account_id=person.account_id,
            person_id=person.person_id,
            observed=str(as_of),
            allowed=str(until_on),
        )
