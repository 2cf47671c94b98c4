"""Whether who stands in a bureau-style file had agreed to that, and was told before they were reported as late."""

from __future__ import annotations

from collections.abc import Iterator

from baitiao_cli.desk.bureau.listing import Known
from baitiao_cli.desk.compliance.case import Finding, Reported
from baitiao_cli.desk.compliance.rules import ComplianceRules
from baitiao_cli.desk.facts import BureauFileMade


def report_consents(rules: ComplianceRules, reported: Reported) -> Iterator[Finding]:
    """Each account in each file that was made: its person agreed to reports by the end of the day of the file."""
    known = Known(reported.entries)
    for entry in reported.entries:
        if isinstance(entry.fact, BureauFileMade):
            for account_id in entry.fact.account_ids:
                person_id = reported.person_of.get(account_id, "")
                yield Finding(
                    holds=known.consents(person_id, entry.effective_on),
                    effective_on=entry.effective_on,
                    account_id=account_id,
                    person_id=person_id,
                    record_id=entry.record_id,
                )


def adverse_notices(rules: ComplianceRules, reported: Reported) -> Iterator[Finding]:
    """Each account that a file reports as late, and the file before it does not: a notice was given before."""
    known = Known(reported.entries)
    for entry in reported.entries:
        if isinstance(entry.fact, BureauFileMade):
            for late in entry.fact.late:
                on, least_days = entry.effective_on, rules.adverse_notice.least_days
                yield Finding(
                    holds=known.has_notice(late.account_id, late.since_on, on, least_days),
                    effective_on=on,
                    account_id=late.account_id,
                    record_id=entry.record_id,
                    observed=str(late.since_on),
                )
