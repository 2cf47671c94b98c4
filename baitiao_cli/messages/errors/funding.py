"""Errors of joint lending: who funds, and how what is lent is shared."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

FUNDING_ERRORS: dict[str, ErrorText] = {
    "funder-registered": ErrorText(
        4,
        Text("{name} is registered as funder {funder_id}."),
        Text("See the funders: baitiao funders"),
    ),
    "funder-unknown": ErrorText(
        3,
        Text("There is no funder {funder_id}."),
        Text("See the funders: baitiao funders; register one: baitiao funder NAME"),
    ),
    "funder-malformed": ErrorText(
        2,
        Text("'{text}' is no number of a funder."),
        Text("It is written like F1; F0 is the lender itself."),
    ),
    "settled-through": ErrorText(
        4,
        Text("With {subject} everything up to {through_on} is settled."),
        Text("What changed since of those days is in the next settlement: name {through_on} or a later day."),
    ),
    "settled-too-early": ErrorText(
        4,
        Text("On {on} the days up to {through_on} could not be settled: they were not over."),
        Text("Take {through_on} or a later day with --on, or leave it out for today."),
    ),
    "nothing-to-settle": ErrorText(
        4,
        Text("With {subject} everything up to {through_on} is settled, and nothing of it has changed since."),
        Text("Name a later day with --through."),
    ),
    "merchant-unregistered": ErrorText(
        4,
        Text("The merchant {merchant} is not registered: nothing is settled with it."),
        Text("Register it: baitiao register MERCHANT"),
    ),
    "shares-malformed": ErrorText(
        2,
        Text("'{text}' are no shares: each funder once, with more than 0% and at most 100%."),
        Text("Write them like F1=70%,F2=30%."),
    ),
    "shares-not-whole": ErrorText(
        2,
        Text("The shares sum to {total}, not to 100%."),
        Text("What nobody else funds is the lender's: F1=33.3333333%,F2=33.3333333%,F0=33.3333334%."),
    ),
}
