"""Errors of assessment: scores, limits reviewed, offers."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

ASSESSMENT_ERRORS: dict[str, ErrorText] = {
    "desk-number-outside": ErrorText(
        2,
        Text("{option} {given} is outside what it can be: from {least} to {most}."),
        Text("Give one within that range."),
    ),
}
