"""Errors of a bill that is deferred."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

DEFER_ERRORS: dict[str, ErrorText] = {
    "defer-not-offered": ErrorText(
        4,
        Text(
            "The terms of account {account_id} do not offer to defer a bill.",
            "账户 {account_id} 的条款不提供账单延期。",
        ),
        Text(
            "At least the minimum keeps it current: baitiao show {account_id}",
            "偿还最低还款额即可保持正常: baitiao show {account_id}",
        ),
    ),
    "already-deferred": ErrorText(
        4,
        Text(
            "The bill of {billed_on} was deferred already, from {before_on} to {due_on}.",
            "{billed_on} 账单已由 {before_on} 延期至 {due_on}。",
        ),
        Text(
            "A bill is deferred once; until then it can become installments: "
            "baitiao convert {account_id} --installments N",
            "每期账单仅可延期一次; 到期前可办理账单分期: baitiao convert {account_id} --installments 期数",
        ),
    ),
    "defer-too-late": ErrorText(
        4,
        Text(
            "The bill of {billed_on} is due on {due_on}; on {on} it cannot be deferred any more.",
            "{billed_on} 账单于 {due_on} 到期, {on} 不能再延期。",
        ),
        Text("See what is due: baitiao show {account_id}", "查看应还: baitiao show {account_id}"),
    ),
    "nothing-to-defer": ErrorText(
        4,
        Text(
            "Nothing is unpaid of the purchases and charges on the bill of {billed_on} of account {account_id}.",
            "账户 {account_id} 的 {billed_on} 账单没有可延期的未还消费或费用。",
        ),
        Text(
            "Installments keep their due dates: baitiao statement {account_id}",
            "分期各期不延期: baitiao statement {account_id}",
        ),
    ),
}
