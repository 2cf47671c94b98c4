"""Errors of an account that the customer wants to close, while that can still be taken back."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

CLOSING_ERRORS: dict[str, ErrorText] = {
    "account-closing": ErrorText(
        4,
        Text(
            "Account {account_id} is to be closed on {ends_on}, as asked for on {since_on}: nothing new is lent on it.",
            "账户 {account_id} 于 {since_on} 申请注销, {ends_on} 销户: 期内不得新增用信。",
        ),
        Text(
            "If the customer wants to stay: baitiao close {account_id} --withdraw",
            "客户如需继续使用: baitiao close {account_id} --withdraw",
        ),
    ),
    "already-closing": ErrorText(
        4,
        Text(
            "The closing of {account_id} was asked for on {since_on}; it is closed on {ends_on}.",
            "账户 {account_id} 已于 {since_on} 申请注销, 将于 {ends_on} 销户。",
        ),
        Text(
            "Wait until then, or take it back: baitiao close {account_id} --withdraw",
            "请等待到期, 或撤销: baitiao close {account_id} --withdraw",
        ),
    ),
    "person-has-closing-account": ErrorText(
        4,
        Text(
            "This person's account {account_id} is open until it is closed on {ends_on}.",
            "该客户的账户 {account_id} 将于 {ends_on} 销户, 此前仍为有效账户。",
        ),
        Text(
            "Open another from then on, or keep that one: baitiao close {account_id} --withdraw",
            "请在该日起再开户, 或继续使用原账户: baitiao close {account_id} --withdraw",
        ),
    ),
    "not-closing": ErrorText(
        4,
        Text("No closing of {account_id} is waiting.", "账户 {account_id} 没有待生效的注销申请。"),
        Text("See what happened to it: baitiao history {account_id}", "查看历史: baitiao history {account_id}"),
    ),
}
