"""Whether anybody was made an offer who had said that they want none."""

from __future__ import annotations

from collections.abc import Iterator

from baitiao_cli.desk.compliance.case import Finding, Reported
from baitiao_cli.desk.compliance.rules import ComplianceRules
from baitiao_cli.desk.facts import AnyDeskFact, CouponGranted, NoticeWritten
from baitiao_cli.desk.offers.consent import OffersRefused


def offer_consents(rules: ComplianceRules, reported: Reported) -> Iterator[Finding]:
    """Each coupon that was given and each offer that was told: its person had not refused offers by then.

    What was said for an earlier day counts whenever it was recorded, what was said for the same day if it was before.
    """
    refused = OffersRefused(reported.entries)
    for entry in reported.entries:
        if what := _offer(entry.fact):
            person_id = reported.person_of.get(entry.subject, "")
            yield Finding(
                holds=not refused.by(person_id, entry.effective_on, entry.number),
                effective_on=entry.effective_on,
                account_id=entry.subject,
                person_id=person_id,
                record_id=entry.record_id,
                detail=what,
            )


def _offer(fact: AnyDeskFact) -> str:
    """What kind of offer a fact is; "" for none."""
    if isinstance(fact, CouponGranted):
        return "coupon-given"
    return "offer-told" if isinstance(fact, NoticeWritten) and fact.is_offer else ""
