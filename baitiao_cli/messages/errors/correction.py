"""Errors of corrections with money: refunds and waivers."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

CORRECTION_ERRORS: dict[str, ErrorText] = {
    "refund-after-closing": ErrorText(
        4,
        Text(
            "Account {account_id} was closed on {closed_on}; a refund of {amount_fen} for {plan_id} cannot count then."
        ),
        Text("Reverse the closing, record the refund and close again; the closing is in: baitiao history {account_id}"),
    ),
    "refund-exceeds-purchase": ErrorText(
        4,
        Text(
            "{financed_fen} was financed for {plan_id}, {refunded_fen} of it was refunded before and {disputed_fen} is "
            "in dispute: {left_fen} can be refunded, not {amount_fen}."
        ),
        Text(
            "Refund less; a down payment is between merchant and customer, and a dispute that the merchant accepts is "
            "won: baitiao resolve EVENT won. See the plan: baitiao schedule {plan_id}"
        ),
    ),
    "refund-before-purchase": ErrorText(
        4,
        Text("{plan_id} was bought on {bought_on}; neither a refund nor a dispute can count on {on}."),
        Text("Name a day from {bought_on} on, or leave --on out."),
    ),
    "waiver-exceeds": ErrorText(
        4,
        Text("Of such charges {waivable_fen} is owed on {account_id}; {amount_fen} cannot be waived."),
        Text("Principal is never waived. See what is owed: baitiao payoff {account_id}"),
    ),
}
