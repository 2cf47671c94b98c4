"""Errors of holds: what is not held, or not any more, or not so much or so long."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

HOLD_ERRORS: dict[str, ErrorText] = {
    "hold-unknown": ErrorText(
        3,
        Text("There is no hold {hold_id}."),
        Text(
            "See the open holds of the account: baitiao show {account_named}; a day given with --on may not be before "
            "the hold."
        ),
    ),
    "order-held": ErrorText(
        4,
        Text("{amount_fen} are held for the order {order_id} by {hold_id}."),
        Text("To make its purchase: baitiao capture {hold_id}"),
    ),
    "hold-captured": ErrorText(
        4,
        Text("Hold {hold_id} was captured on {ended_on}."),
        Text("A further purchase is recorded with: baitiao charge"),
    ),
    "hold-released": ErrorText(
        4,
        Text("Hold {hold_id} was released on {ended_on}."),
        Text("To authorise the purchase again: baitiao hold"),
    ),
    "hold-expired": ErrorText(
        4,
        Text("Hold {hold_id} expired: its last day was {ended_on}."),
        Text("If it was captured by then, name that day with --on; else record the purchase: baitiao charge"),
    ),
    "capture-exceeds-hold": ErrorText(
        4,
        Text("Hold {hold_id} is of {held_fen}; {amount_fen} cannot be captured."),
        Text("Capture all of it, and record the rest: baitiao capture {hold_id}"),
    ),
    "hold-day-out-of-range": ErrorText(
        4,
        Text("A hold of {on} may last through {latest_on} at most and its own day at least, not {expires_on}."),
        Text("Name a day in that range: --until {latest_on}"),
    ),
}
