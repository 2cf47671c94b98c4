"""Errors of an account that the customer wants to close, while that can still be taken back."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

CLOSING_ERRORS: dict[str, ErrorText] = {
    "account-closing": ErrorText(
        4,
        Text(
            "Account {account_id} is to be closed on {ends_on}, as asked for on {since_on}: nothing new is lent on it."
        ),
        Text("If the customer wants to stay: baitiao close {account_id} --withdraw"),
    ),
    "already-closing": ErrorText(
        4,
        Text("The closing of {account_id} was asked for on {since_on}; it is closed on {ends_on}."),
        Text("Wait until then, or take it back: baitiao close {account_id} --withdraw"),
    ),
    "person-has-closing-account": ErrorText(
        4,
        Text("This person's account {account_id} is open until it is closed on {ends_on}."),
        Text("Open another from then on, or keep that one: baitiao close {account_id} --withdraw"),
    ),
    "not-closing": ErrorText(
        4,
        Text("No closing of {account_id} is waiting."),
        Text("See what happened to it: baitiao history {account_id}"),
    ),
}
