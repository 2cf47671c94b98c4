"""Errors of the desk where it looks at risk."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

RISK_ERRORS: dict[str, ErrorText] = {
    "account-or-all": ErrorText(
        2,
        Text("It is not said which account."),
        Text("Name it, or take all: baitiao {command} ACCOUNT | baitiao {command} --all"),
    ),
    "queue-item-unknown": ErrorText(
        3,
        Text("{record_id} is no item of the review queue."),
        Text("See what waits: baitiao queue; what it is: baitiao explain {record_id}"),
    ),
    "queue-item-decided": ErrorText(
        4,
        Text("{record_id} was decided on {on}: {review}."),
        Text("A decision stays. To let the customer buy again: baitiao resume ACCOUNT --cause risk --reason TEXT"),
    ),
    "queue-before-item": ErrorText(
        4,
        Text("{record_id} is in the queue since {kept_on}; nobody could decide on it on {on}."),
        Text("Take that day or a later one, or leave --on out for today."),
    ),
    "queue-before-review": ErrorText(
        4,
        Text("{record_id} was looked at on {reviewed_on}; what is decided on it now cannot count from {on}."),
        Text("Take that day or a later one, or leave --on out for today."),
    ),
    "queue-nothing-held": ErrorText(
        4,
        Text("{record_id} does not stop the customer, so there is nothing to release."),
        Text("Decide on it: baitiao queue approve {record_id} --reason TEXT, or decline"),
    ),
    "queue-item-blocked": ErrorText(
        4,
        Text("{record_id} blocks the line until it is decided; it cannot be released undecided."),
        Text("Decide on it: baitiao queue approve {record_id} --reason TEXT, or decline"),
    ),
}
