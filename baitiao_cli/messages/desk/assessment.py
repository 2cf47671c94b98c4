"""Texts of assessment: checks, consents, incomes, payments and warnings."""

from __future__ import annotations

from typing import Any

from baitiao_cli.messages import Text
from baitiao_cli.messages.desk import records

CHECKS_TITLE = Text("Opening checks of {account_id} ({person_id})")
CONSENTS_TITLE = Text("Consents")
CONSENT_LOG_TITLE = Text("All that was said about consents")
PAYMENTS_TITLE = Text("Payments a month and declared income")
MONTHS_TITLE = Text("What falls due here")
WARNINGS_TITLE = Text("Warnings")
NO_WARNINGS = Text("No rule warns.")
INCOME_DECLARED = Text("The income is what the person declared ({record_id}, {declared_on}); nothing proves it.")
INCOME_MISSING = Text("No income is declared. To record one: {command}")
KNOWN_HERE = Text("Only this ledger was asked: no credit bureau, no other lender, no proof of income.")
BY_RULES = Text("By version {version} of the rules {rules}.")
SEE_RULE = Text("What a rule means: baitiao define assessment")

LABELS: dict[str, Text] = records.LABELS | {
    "record_id": Text("Record"),
    "since_on": Text("Since", context="of a consent"),
    "check": Text("Check"),
    "because": Text("Why", context="of a check"),
    "was_given": Text("Given before"),
    "here_fen": Text("Payments here a month"),
    "elsewhere_fen": Text("Payments elsewhere a month"),
    "a_month_fen": Text("All payments a month"),
    "share_pct": Text("Of the declared income"),
}

CODES: dict[str, dict[Any, Text]] = {
    "purpose": records.CODES["purpose"],
    "check": {
        "id-number": Text("ID number, by its check digit"),
        "of-age": Text("18 or older when the line was opened"),
        "one-line": Text("no other open line"),
    },
    "outcome": {
        "passed": Text("passed"),
        "failed": Text("failed"),
        "unknown": Text("not known"),
    },
    "because": {
        "no-id-number": Text("no ID number is known"),
        "no-mainland-card": Text("not the number of a mainland card"),
        "id-number-check-digit": Text("the check digit does not fit"),
        "id-number-no-date": Text("there is no such date of birth"),
        "id-number-length": Text("a digit is missing, or one too many"),
        "erased": Text("the personal data were erased"),
        "key-missing": Text("the key to personal data is missing"),
        "key-unusable": Text("the key to personal data cannot be used"),
        "damaged": Text("the personal data are damaged"),
    },
}
