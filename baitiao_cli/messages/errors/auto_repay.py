"""Errors of the means that auto-repay debits."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

AUTO_REPAY_ERRORS: dict[str, ErrorText] = {
    "means-unknown": ErrorText(
        3,
        Text("Account {account_id} has no means '{means}' (it has: {known})."),
        Text("To add it: baitiao means {account_id} NAME"),
    ),
    "means-unchanged": ErrorText(
        4,
        Text("That has been known of '{means}' on {account_id} since {since_on}."),
        Text("Say what is new, such as --funds AMOUNT: baitiao show {account_id}"),
    ),
    "last-digits-malformed": ErrorText(
        2,
        Text("The last digits are four digits from 0 to 9."),
        Text("Give the last four of the number, never all of it: --last-digits 1234"),
    ),
}
