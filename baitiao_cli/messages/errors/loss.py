"""Errors of debts that are given up for lost."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

LOSS_ERRORS: dict[str, ErrorText] = {
    "account-charged-off": ErrorText(
        4,
        Text("Account {account_id} has been charged off since {since_on}; nothing may be bought on it."),
        Text("See it: baitiao show {account_id}"),
    ),
    "account-written-off": ErrorText(
        4,
        Text("Account {account_id} was written off on {since_on}; nothing may be bought on it."),
        Text("Close it, and reopen it after a new assessment: baitiao close {account_id}"),
    ),
    "debt-lost": ErrorText(
        4,
        Text("{of} is {state} since {since_on}; money for it is a recovery, and its terms do not change any more."),
        Text("To take money: baitiao recover {account_id} AMOUNT; to settle it: baitiao payoff {account_id} --pay"),
    ),
    "loss-of-purchase": ErrorText(
        4,
        Text("{plan_id} is a purchase on the bill; they are one balance, given up with the account."),
        Text("Leave --plan out to mean all of {account_id}."),
    ),
    "already-charged-off": ErrorText(
        4,
        Text("It is {state} since {since_on} already."),
        Text("See the account: baitiao show {account_id}"),
    ),
    "charge-off-too-early": ErrorText(
        4,
        Text(
            "Account {account_id} is {days} days past due and {loan_class}; its terms allow a charge-off from "
            "{charge_off_from} on."
        ),
        Text("To give the claim up for good: baitiao write-off {account_id} --reason TEXT"),
    ),
    "nothing-to-recover": ErrorText(
        4,
        Text("Nothing of {of} was charged off or written off, or all of it has come back."),
        Text("{way}"),
    ),
    "recovery-exceeds": ErrorText(
        4,
        Text("At most {most_fen} can be recovered of {of}, not {amount_fen}."),
        Text("Recover that much; what is beyond it belongs to the customer: baitiao show {account_id}"),
    ),
}
