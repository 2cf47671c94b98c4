"""What `compliance check` says: its help, its rules, its verdicts, and what does not fit in its rule file."""

from __future__ import annotations

from baitiao_cli.messages import Text

CHECK = Text("Holds the ledger against the rules of the land: one line a rule, and the rows that break it.")
CHECK_MORE = Text(
    "Exit status 6 when a rule is broken, 0 when all hold that could be judged. What each rule says: baitiao define "
    "compliance. What is allowed, and where that is written, stands in a rule file. It is no legal advice, and what "
    "the ledger does not know it cannot judge."
)
RULE = Text("Only this rule, with its source and all rows that break it.")
CHECKING = Text("Accounts")

TITLE = Text("Rules of the land on {as_of}")
BREACHES = Text("What breaks them")
TITLES: dict[str, Text] = {
    "annual-rate": Text("Annual rate as agreed"),
    "carried-rate": Text("Annual rate of what is carried"),
    "line-limit": Text("Limits of a line"),
    "bullet-term": Text("Term of what is repaid at once"),
    "disclosure": Text("Cost shown before the purchase"),
    "allocation-order": Text("Order of payments"),
    "collection-hours": Text("Hours of collection"),
    "collection-calls": Text("Calls a day"),
    "report-consent": Text("Consent to reports"),
    "adverse-notice": Text("Told before late is reported"),
    "offer-consent": Text("Offers to who wants none"),
    "retention": Text("Personal data after closing"),
}
VERDICTS: dict[str, Text] = {
    "holds": Text("holds"),
    "broken": Text("broken"),
    "nothing-to-judge": Text("nothing to judge"),
}
DETAILS: dict[str, Text] = {
    "no-quote": Text("names no quote"),
    "quote-missing": Text("its quote is not kept, or is another"),
    "other-terms": Text("its quote has other terms"),
    "no-annual-rate": Text("its quote has no annual rate"),
    "coupon-given": Text("a coupon was given"),
    "offer-told": Text("an offer was told"),
    "late_charge": Text("late charge"),
    "fee": Text("fee"),
    "interest": Text("interest"),
    "principal": Text("principal"),
}
LABELS: dict[str, Text] = {
    "rule": Text("Rule", context="of the desk"),
    "title": Text("About", context="compliance"),
    "verdict": Text("Verdict"),
    "judged_count": Text("Judged"),
    "unjudged_count": Text("Unjudged"),
    "broken_count": Text("Broken"),
    "source": Text("Source"),
    "sentence": Text("What it says"),
    "effective_on": Text("Day"),
    "record_id": Text("Record"),
    "detail": Text("What", context="compliance"),
    "observed": Text("Observed"),
    "allowed": Text("Allowed"),
}
ALL_HOLD = Text("Every rule that could be judged holds; accounts looked at: {count}.")
SOME_BROKEN = Text("Broken: {count} of {total} rules; accounts looked at: {accounts}.")
BY_RULES = Text("Judged by version {version} of the rules {rules}; no legal advice.")
NOT_SHOWN = Text("{count} more rows break it: baitiao compliance check --rule {rule} --csv")
READ_RULE = Text("What a rule says, and all rows that break it: baitiao compliance check --rule {rule}")

# What does not fit in a rule file.
WITHOUT_CAP = Text("it names no cap")
CAPS_UNSORTED = Text("{on} does not come after {before_on}")
