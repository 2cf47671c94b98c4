"""What the records of the desk are called, by the kind of the fact, and how one is told field by field."""

from __future__ import annotations

from typing import Any

from baitiao_cli.messages import Text
from baitiao_cli.messages.desk import notices, offers
from baitiao_cli.messages.desk.service import ABOUT

TITLE = Text("{kind} {record_id}")
FIRED_TITLE = Text("Rules that fired")
NO_RULE_FIRED = Text("No rule fired.")
BY_RULES = Text("Decided by version {version} of the rules {rules}.")
UNDEFINED = Text("-")
FOLLOWED_TITLE = Text("What has come of it")
MONEY_TITLE = Text("Payments that count for it")
NO_MONEY_CAME = Text("No payment counts for it.")
SAID = Text("Said", context="of a record")
SAID_OF_CONSENT = Text("Said", context="of a consent")
WHAT = Text("What", context="of a record")

KINDS: dict[str, Text] = {
    "bureau-file-made": Text("File for a credit bureau"),
    "consent-stated": Text("Consent"),
    "contact-against-rules": Text("Contact against the rules"),
    "contact-made": Text("Contact"),
    "coupon-granted": Text("Coupon"),
    "funder-registered": Text("Funder"),
    "funding-agreed": Text("Agreement on shares"),
    "funding-settled": Text("Settlement with a funder"),
    "income-declared": Text("Declared income"),
    "limit-applied": Text("Limit applied"),
    "limit-proposed": Text("Limit proposed"),
    "tier-applied": Text("Tier by score"),
    "score-taken": Text("Score"),
    "preferences-stated": Text("Preferences"),
    "case-closed": Text("Case closed"),
    "case-opened": Text("Case"),
    "promise-made": Text("Promise"),
    "ticket-answered": Text("Answer to a service request"),
    "ticket-opened": Text("Service request"),
    "reminder-written": Text("Reminder"),
    "notice-given": Text("Notice before a report"),
    "notice-written": Text("Notice"),
    "risk-found": Text("Risk found"),
    "risk-reviewed": Text("Risk reviewed"),
    "merchant-settled": Text("Settlement with a merchant"),
}
"""The kinds of facts, as the heading of one."""

LABELS: dict[str, Text] = {
    "request_id": Text("Request id"),
    # a rule that fired
    "rule": Text("Rule", context="of the desk"),
    "observed": Text("Observed"),
    "limit": Text("Limit", context="of a rule"),
    "effect": Text("Effect", context="of a rule"),
    "sentence": Text("What it says"),
    # a consent and an income
    "purpose": Text("Purpose"),
    "is_given": Text("Given", context="of a consent"),
    "how": Text("How", context="of a consent"),
    "monthly_income_fen": Text("Income a month"),
    "monthly_payments_fen": Text("Payments elsewhere a month"),
    # a limit that was proposed
    "proposed_fen": Text("Proposed", context="of a limit"),
    "proposal_id": Text("Proposal"),
    # a score
    "points": Text("Points"),
    "scored_tier": Text("Tier by score"),
    # a contact
    "at": Text("At", context="time of the day"),
    "channel": Text("By", context="channel"),
    "case_id": Text("Case"),
    "contact_id": Text("Contact"),
    "language": Text("Language"),
    "quiet_from": Text("Quiet from"),
    "quiet_until": Text("Quiet until"),
    "send_at": Text("Not before"),
    "by_on": Text("By", context="day"),
    "stage": Text("Stage"),
    "ticket_id": Text("Request"),
    "answer_by_on": Text("Answer by"),
    "text": Text("Text", context="of a service request"),
    "next_step": Text("Next step"),
    "ended": Text("Ended"),
    "outcome": Text("Outcome"),
    "note": Text("Note"),
    # a notice and a file for a credit bureau
    "since_on": Text("Late since"),
    "file_hash": Text("SHA-256 without names"),
    # a coupon
    **offers.COUPON,
    # a notice
    "of_id": Text("Of record"),
    "is_offer": Text("Offer"),
    # joint lending
    "name": Text("Name", context="of a funder"),
    "shares": Text("Shares"),
    "interest_shares": Text("Of interest"),
    "fee_shares": Text("Of fees"),
    "late_charge_shares": Text("Of late charges"),
    "service_ppb": Text("Service"),
    "last_sequence": Text("After event no."),
    "through_on": Text("Through"),
    "due_fen": Text("To be paid to it"),
    "net_fen": Text("To be paid to it"),
    "adjustment_fen": Text("Of it adjusted"),
    "moved": Text("In these days"),
    "dues": Text("In these days"),
    "adjustment": Text("Adjustment"),
    "settled": Text("Settled so far"),
}
"""The labels of the fields of facts, where they are not those of `messages.columns`."""

CODES: dict[str, dict[Any, Text]] = {
    "is_given": {True: Text("consent given"), False: Text("consent withdrawn")},
    "purpose": {
        "credit-check": Text("credit check"),
        "bureau-report": Text("report to the credit bureau"),
        "offers": Text("offers"),
    },
    "channel": {
        "call": Text("call"),
        "text": Text("text message"),
        "letter": Text("letter"),
        "visit": Text("visit"),
        "app": Text("message in the app"),
    },
    "about": {
        "reminder": Text("reminder"),
        "collection": Text("collection"),
        "notice": Text("notice", context="of a contact"),
        "service": Text("service"),
        **ABOUT,
        **notices.ABOUT,
    },
    "stage": {
        "early": Text("early", context="stage"),
        "mid": Text("mid", context="stage"),
        "late": Text("late", context="stage"),
        "legal": Text("legal", context="stage"),
    },
    "ended": {"cured": Text("cured"), "written-off": Text("written off", context="of a case")},
    "next_step": {
        "call": Text("call", context="next step"),
        "text": Text("text message"),
        "letter": Text("letter"),
        "visit": Text("visit"),
        "offer-relief": Text("offer relief"),
        "legal-review": Text("review whether to sue"),
        "decide-hardship": Text("decide on the relief"),
        "wait-for-promise": Text("wait for the promise"),
        "ask-about-promise": Text("ask about the promise"),
        "close-case": Text("close the case"),
    },
    "language": {"zh": Text("Chinese"), "en": Text("English")},
    "state": {
        "not-sent": Text("not sent"),
        "open": Text("open", context="of a promise"),
        "kept": Text("kept"),
        "cleared": Text("nothing owed", context="of a promise"),
        "broken": Text("broken", context="of a promise"),
    },
    "outcome": {
        "reached": Text("reached"),
        "not-reached": Text("not reached"),
        "left-word": Text("left word"),
        "refused": Text("refused", context="of a contact"),
    },
}
"""The words for the codes in fields of facts."""
