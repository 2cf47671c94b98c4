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
}
