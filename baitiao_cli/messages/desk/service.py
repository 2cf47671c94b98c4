"""Texts of service requests."""

from __future__ import annotations

from baitiao_cli.messages import Text

# of the rule file
DAYS_MISSING = Text("Its days are missing.")

TICKETS_TITLE = Text("Service requests as of {as_of}")
NO_TICKETS = Text("No service request waits for an answer. To record one: {command}")
LATE_ONES = Text("Late: {count}. Answer these first.")
ASKED_ON = Text("Came on")
ANSWER_BY = Text("Answer by")
ANSWERED_ON = Text("Answered on")
IN_TIME = Text("In time", context="of a service request")
TEXT = Text("What is asked for")
ABOUT_WHAT = Text("About", context="of a service request")
ANSWER = Text("Answer", context="of a service request")
DAYS_LATE = Text("{days} days late")
DAYS_LEFT = Text("{days} days left")
ANSWER = Text("Answer")
DAYS_LATE, ONE_DAY_LATE = Text("{days} days late"), Text("1 day late", context="of a service request")
DAYS_LEFT, ONE_DAY_LEFT = Text("{days} days left"), Text("1 day left")
WAS_IN_TIME = Text("in time")

ABOUT: dict[str, Text] = {
    "complaint": Text("complaint"),
    "question": Text("question"),
    "dispute": Text("dispute", context="of a service request"),
    "personal-data": Text("personal data"),
    "other": Text("other", context="of a service request"),
}
"""What a request may be about."""
