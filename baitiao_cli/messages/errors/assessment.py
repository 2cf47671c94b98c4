"""Errors of assessment: scores, limits reviewed."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

ASSESSMENT_ERRORS: dict[str, ErrorText] = {
    "desk-number-outside": ErrorText(
        2,
        Text("{option} {given} is outside what it can be: from {least} to {most}."),
        Text("Give one within that range."),
    ),
    "times-malformed": ErrorText(
        2,
        Text("'{text}' is no factor for a limit: from 0.01 to 10, with two decimals at most, and not 1."),
        Text("Write it like 0.8 (a cut by a fifth) or 1.25 (a raise by a quarter)."),
    ),
    "proposal-not-of-limit": ErrorText(
        4,
        Text("{record_id} is no proposal of a limit."),
        Text("See what it is: baitiao explain {record_id}; to propose limits: baitiao limits review --all"),
    ),
    "proposal-applied": ErrorText(
        4,
        Text("What {record_id} proposed for {account_id} is set already."),
        Text("See the limit: baitiao show {account_id}"),
    ),
    "proposal-not-made-yet": ErrorText(
        4,
        Text("{record_id} was proposed on {made_on}; on {on} there was nothing to set."),
        Text("Take that day or a later one, or leave --on out for today."),
    ),
    "proposal-stale": ErrorText(
        4,
        Text("{account_id} is not as it was when {record_id} proposed a limit: it has another one, or is closed."),
        Text("Review it again: baitiao limits review {account_id}"),
    ),
}
