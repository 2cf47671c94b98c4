"""Errors of a change of the bill day."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

BILL_DAY_ERRORS: dict[str, ErrorText] = {
    "bill-day-same": ErrorText(
        4,
        Text(
            "The bill day of {account_id} is {bill_day} already.", "账户 {account_id} 的账单日已是每月 {bill_day} 日。"
        ),
        Text("See the account: baitiao show {account_id}", "查看账户: baitiao show {account_id}"),
    ),
    "bill-day-too-soon": ErrorText(
        4,
        Text(
            "The bill day of {account_id} was changed on {changed_on}; it may change again on {next_on}.",
            "账户 {account_id} 的账单日于 {changed_on} 变更过, {next_on} 起方可再次变更。",
        ),
        Text(
            "On that day: baitiao bill-day {account_id} {bill_day}",
            "届时: baitiao bill-day {account_id} {bill_day}",
        ),
    ),
    "bill-day-behind-bill": ErrorText(
        4,
        Text(
            "The bill of {billed_on} was sent and stays; the bill day cannot change from {on}.",
            "{billed_on} 的账单已出, 不再变动; 账单日不能自 {on} 起变更。",
        ),
        Text(
            "Change it from that bill on: baitiao bill-day {account_id} {bill_day} --on {billed_on}",
            "自该账单日起变更: baitiao bill-day {account_id} {bill_day} --on {billed_on}",
        ),
    ),
}
