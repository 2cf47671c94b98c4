"""Errors of questions: what was asked about is not there, or has no such part."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

QUESTION_ERRORS: dict[str, ErrorText] = {
    "option-not-of-subject": ErrorText(
        2,
        Text("{option} says nothing about {subject_id}."),
        Text("--row goes with a plan (A1P1), --bill with an account (A1), --payoff with either."),
    ),
    "figure-unknown": ErrorText(
        3,
        Text("There is no figure '{figure}' here, or it is zero."),
        Text("Figures: {offered}"),
    ),
    "figure-of-plans": ErrorText(
        3,
        Text("{figure} of {account_id} is explained by plan; it is in: {plans}."),
        Text("Ask for it: {asks}"),
    ),
    "row-unknown": ErrorText(
        3,
        Text("Plan {plan_id} has no installment {number}; the last is {last}."),
        Text("See them all: baitiao schedule {plan_id}"),
    ),
    "account-not-known-then": ErrorText(
        3,
        Text("Account {account_id} was not known when the ledger had {known} events."),
        Text("See when it was opened: baitiao history {account_id}"),
    ),
    "moments-differ": ErrorText(
        2,
        Text("{before} and {after} are a day and a moment of the ledger; they cannot be compared."),
        Text("Give two days, or two events (A1E5), numbers of events or instants."),
    ),
}
