"""Errors of `what-if`."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

WHAT_IF_ERRORS: dict[str, ErrorText] = {
    "what-if-nothing-asked": ErrorText(
        2,
        Text("There is no command after --: nothing to try on {account_id}."),
        Text("Write what would happen after two dashes: baitiao what-if {account_id} -- repay 500"),
    ),
    "what-if-not-a-verb": ErrorText(
        2,
        Text("{command} cannot be a step: it changes no account, or not one alone."),
        Text("Ask what the account would be on another day with --as-of; what can be a step: baitiao what-if --help"),
    ),
    "what-if-only-asks": ErrorText(
        2,
        Text("{command} as it was written only asks: it would change nothing."),
        Text("Write it as it is done: payoff --pay; prepay PLAN AMOUNT --by EFFECT; close without --check."),
    ),
    "what-if-opens": ErrorText(
        2,
        Text("open cannot be a step: it makes another account, but what would become of {account_id} is asked."),
        Text("See what it would make: baitiao open --name NAME --limit YUAN --dry-run"),
    ),
    "digits-not-compared": ErrorText(
        2,
        Text(
            "In a dry run and on a branch no digits are compared: nobody may guess without being counted, and nothing "
            "is kept of it."
        ),
        Text("Leave out {option}: what follows is done as if the digits were right."),
    ),
    "unmask-not-kept": ErrorText(
        4,
        Text("On a branch nobody of {account_id} is shown in the clear: the record of it would be thrown away."),
        Text("Look at the ledger itself: baitiao show {account_id} --unmask --reason TEXT"),
    ),
    "what-if-other-account": ErrorText(
        2,
        Text("The step is about {other_id}, but what would become of {account_id} is asked."),
        Text("Ask about that account: baitiao what-if {other_id} -- ..."),
    ),
}
