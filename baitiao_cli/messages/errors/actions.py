"""Errors of the verbs: things that are not there."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

ACTIONS_ERRORS: dict[str, ErrorText] = {
    "plan-unknown": ErrorText(
        3,
        Text("There is no plan {plan_id} in this ledger."),
        Text("See the plans of the account: baitiao show {account_named}"),
    ),
    "plan-elsewhere": ErrorText(
        3,
        Text("Account {account_id} has no plan {plan_id}."),
        Text("Its plans: {plans}"),
    ),
    "product-unknown": ErrorText(
        3,
        Text("There is no product '{product_id}'."),
        Text("Products: {offered}"),
    ),
    "product-file-unreadable": ErrorText(
        3,
        Text("The product file {file} cannot be read: {problem}."),
        Text("Check the path, or see the products: baitiao products"),
    ),
    "terms-misfit": ErrorText(
        2,
        Text("These terms do not fit together: {problem}."),
        Text("Leave one of them out, or give another."),
    ),
    "product-file-invalid": ErrorText(
        2,
        Text("The product file {file} is not valid: {problem}"),
        Text("Correct the file; the shipped ones are examples."),
    ),
    "account-unknown": ErrorText(
        3,
        Text("There is no account {account_id} in this ledger."),
        Text("See the accounts: baitiao list; look for one by a name, a number or an order: baitiao find QUERY"),
    ),
}
