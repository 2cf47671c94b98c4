"""Errors of a change of the bill day."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

BILL_DAY_ERRORS: dict[str, ErrorText] = {
    "bill-day-same": ErrorText(
        4,
        Text("The bill day of {account_id} is {bill_day} already."),
        Text("See the account: baitiao show {account_id}"),
    ),
    "bill-day-too-soon": ErrorText(
        4,
        Text("The bill day of {account_id} was changed on {changed_on}; it may change again on {next_on}."),
        Text("On that day: baitiao bill-day {account_id} {bill_day}"),
    ),
    "bill-day-behind-bill": ErrorText(
        4,
        Text("The bill of {billed_on} was sent and stays; the bill day cannot change from {on}."),
        Text("Change it from that bill on: baitiao bill-day {account_id} {bill_day} --on {billed_on}"),
    ),
}
