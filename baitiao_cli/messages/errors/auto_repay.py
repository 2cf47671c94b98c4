"""Errors of the means that auto-repay debits."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

AUTO_REPAY_ERRORS: dict[str, ErrorText] = {
    "means-unknown": ErrorText(
        3,
        Text(
            "Account {account_id} has no means '{means}' (it has: {known}).",
            "账户 {account_id} 没有还款方式“{means}”(现有: {known})。",
        ),
        Text("To add it: baitiao means {account_id} NAME", "添加: baitiao means {account_id} 名称"),
    ),
    "means-unchanged": ErrorText(
        4,
        Text(
            "That has been known of '{means}' on {account_id} since {since_on}.",
            "账户 {account_id} 的还款方式“{means}”自 {since_on} 起已是如此。",
        ),
        Text(
            "Say what is new, such as --funds AMOUNT: baitiao show {account_id}",
            "请给出有变化的内容, 如 --funds 金额: baitiao show {account_id}",
        ),
    ),
    "last-digits-malformed": ErrorText(
        2,
        Text("The last digits are four digits from 0 to 9.", "末四位须为四个 0 至 9 的数字。"),
        Text(
            "Give the last four of the number, never all of it: --last-digits 1234", "只给出末四位: --last-digits 1234"
        ),
    ),
}
