"""Errors of disputes: what cannot be contested, and what is not, or not any more, in dispute."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

DISPUTE_ERRORS: dict[str, ErrorText] = {
    "nothing-to-dispute": ErrorText(
        4,
        Text(
            "Nothing of {plan_id} is left to contest: {financed_fen} was financed, {refunded_fen} of it refunded, "
            "{disputed_fen} is in dispute."
        ),
        Text("See what is in dispute: baitiao show {account_id}"),
    ),
    "dispute-exceeds-purchase": ErrorText(
        4,
        Text(
            "{financed_fen} was financed for {plan_id}, {refunded_fen} of it refunded, {disputed_fen} is in dispute: "
            "{left_fen} can be contested, not {amount_fen}."
        ),
        Text("Contest all that is left by giving no amount: baitiao dispute {plan_id} --cause CODE"),
    ),
    "dispute-unknown": ErrorText(
        3,
        Text("{dispute_id} opened no dispute on account {account_id} by {on}; open there: {disputes}."),
        Text("See its disputes: baitiao show {account_id}"),
    ),
    "dispute-decided": ErrorText(
        4,
        Text("Dispute {dispute_id} was {outcome} on {decided_on} ({decided_by})."),
        Text("If that was wrong, reverse it first: baitiao reverse {decided_by}"),
    ),
    "close-blocked-dispute": ErrorText(
        4,
        Text("A dispute of {amount_fen} is open on account {account_id}."),
        Text("All that stands in the way: baitiao close {account_id} --check; decide it (won or lost): {cure}"),
    ),
}
