"""Errors of the verbs: things that are not there."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

ACTIONS_ERRORS: dict[str, ErrorText] = {
    "plan-unknown": ErrorText(
        3,
        Text("There is no plan {plan_id} in this ledger.", "账本中没有分期 {plan_id}。"),
        Text("See the plans of an account: baitiao show A1", "查看账户的分期: baitiao show A1"),
    ),
    "plan-elsewhere": ErrorText(
        3,
        Text("Account {account_id} has no plan {plan_id}.", "账户 {account_id} 没有分期 {plan_id}。"),
        Text("Its plans: {plans}", "该账户的分期: {plans}"),
    ),
    "product-unknown": ErrorText(
        3,
        Text("There is no product '{product_id}'.", "没有产品“{product_id}”。"),
        Text("Products: {offered}", "可选产品: {offered}"),
    ),
    "product-file-unreadable": ErrorText(
        3,
        Text("The product file {file} cannot be read: {problem}.", "无法读取产品文件 {file}: {problem}。"),
        Text("Check the path, or see the products: baitiao products", "请检查路径, 或查看产品: baitiao products"),
    ),
    "terms-misfit": ErrorText(
        2,
        Text("These terms do not fit together: {problem}.", "这些条款不能同时使用: {problem}。"),
        Text("Leave one of them out, or give another.", "请去掉其中一项或换一项。"),
    ),
    "product-file-invalid": ErrorText(
        2,
        Text("The product file {file} is not valid: {problem}", "产品文件 {file} 无效: {problem}"),
        Text("Correct the file; the shipped ones are examples.", "请更正文件; 随附的产品文件可作参考。"),
    ),
    "account-unknown": ErrorText(
        3,
        Text("There is no account {account_id} in this ledger.", "账本中没有账户 {account_id}。"),
        Text("See the accounts: baitiao list", "查看账户: baitiao list"),
    ),
}
