"""Errors of a bill that is deferred."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

DEFER_ERRORS: dict[str, ErrorText] = {
    "defer-not-offered": ErrorText(
        4,
        Text("The terms of account {account_id} do not offer to defer a bill."),
        Text("At least the minimum keeps it current: baitiao show {account_id}"),
    ),
    "already-deferred": ErrorText(
        4,
        Text("The bill of {billed_on} was deferred already, from {before_on} to {due_on}."),
        Text(
            "A bill is deferred once; until then it can become installments: "
            "baitiao convert {account_id} --installments N"
        ),
    ),
    "defer-too-late": ErrorText(
        4,
        Text("The bill of {billed_on} is due on {due_on}; on {on} it cannot be deferred any more."),
        Text("See what is due: baitiao show {account_id}"),
    ),
    "nothing-to-defer": ErrorText(
        4,
        Text("Nothing is unpaid of the purchases and charges on the bill of {billed_on} of account {account_id}."),
        Text("Installments keep their due dates: baitiao statement {account_id}"),
    ),
}
