"""Texts of limits that are reviewed and applied."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.desk import assessment

OUT_OF_ORDER = Text("the least limit must not be above the most")
NO_CHANGE = Text("100 per cent changes nothing")
NAME_TWICE = Text("this name has a rule already")
ENDS_BEFORE = Text("the figures end before they begin")

PROPOSED_TITLE = Text("Limits proposed on {on}")
OBSTACLES_TITLE = Text("What is not proposed, and why")
APPLIED_TITLE = Text("Limits that were set")
STALE_TITLE = Text("Proposals that were left: the limit is another since, or the account is closed")
REVIEWING = Text("Reviewing limits")
NOTHING_PROPOSED = Text("No other limit is proposed.")
NOTHING_APPLIED = Text("No proposal waits to be applied.")
NOT_SET_YET = Text("Nothing changes until it is applied: baitiao limits apply {record_id}, or --all for all of them")
NOT_SENT = Text("The notice is a text to hand on; the program sends nothing.")
TO_NOTIFY = Text("To write the notices into an outbox: baitiao notify --out outbox")
NOTICE = Text("From {on} on your credit limit is {limit} yuan instead of {before} yuan.")
NOTICE_UNTIL = Text("From {on} until {until_on} your credit limit is {limit} yuan instead of {before} yuan.")

LABELS: dict[str, Text] = assessment.LABELS | {
    "limit_fen": Text("Limit"),
    "obstacle": Text("In the way"),
}

OBSTACLES: dict[str, Text] = {
    "consent-missing": Text("the consent that a raise needs is not given"),
    "changed-lately": Text("the limit was changed not long ago"),
    "not-open": Text("the account is locked, suspended, closing or lost"),
    "at-the-bound": Text("it is at the bound of the rules already"),
}
