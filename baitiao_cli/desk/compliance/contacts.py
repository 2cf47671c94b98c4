"""When customers were contacted about what is past due, and how often called: by the rules of contacts."""

from __future__ import annotations

from collections.abc import Iterator

from baitiao_cli.desk.collection.contacts import contact_breaches, is_collection
from baitiao_cli.desk.compliance.case import Case, ContactSeen, Finding
from baitiao_cli.desk.compliance.rules import ComplianceRules


def collection_hours(rules: ComplianceRules, case: Case) -> Iterator[Finding]:
    """Each contact to collect, or to remind of what is past due: it was made in the hours that the rule leaves."""
    for seen in case.contacts:
        if is_collection(seen.contact, seen.days_past_due):
            yield _finding("collection-hours", rules, case, seen, seen.contact.at)


def collection_calls(rules: ComplianceRules, case: Case) -> Iterator[Finding]:
    """Each such call: no more of them were answered before it on its day, on all lines of the person, than may be."""
    for seen in case.contacts:
        if seen.contact.channel == "call" and is_collection(seen.contact, seen.days_past_due):
            yield _finding("collection-calls", rules, case, seen, str(seen.calls_before + 1))


def _finding(name: str, rules: ComplianceRules, case: Case, seen: ContactSeen, observed: str) -> Finding:
    fired = contact_breaches(
        rules.contacts, seen.contact, days_past_due=seen.days_past_due, calls_before=seen.calls_before
    )
    broken = next((one for one in fired if one.rule == name), None)
    return Finding(
        holds=broken is None,
        effective_on=seen.on,
        account_id=case.account.account_id,
        record_id=seen.record_id,
        observed=observed,
        allowed=broken.limit if broken else "",
    )
