"""Errors of looking back: moments that are none, and what the ledger did not know then."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

KNOWLEDGE_ERRORS: dict[str, ErrorText] = {
    "known-at-malformed": ErrorText(
        2,
        Text("'{text}' is neither a time nor an event."),
        Text(
            "Write 2026-03-05, '2026-03-05 10:00' (Shanghai), 2026-03-05T02:00:00Z, an event id such as A1E5, or a "
            "number of events such as 12."
        ),
    ),
    "known-at-to-come": ErrorText(
        2,
        Text("{asked} (Shanghai) has not come yet: what the ledger will know then can still change."),
        Text("Leave --known-at out for all that is known now."),
    ),
    "known-at-not-reached": ErrorText(
        3,
        Text("The ledger has {last} events; there is no event {asked}."),
        Text("Leave --known-at out for all that is known now."),
    ),
    "nothing-known-yet": ErrorText(
        3,
        Text("Up to {asked} the ledger had no event yet."),
        Text("What it knew first: --known-at 1; leave it out for all that is known now."),
    ),
    "not-known-yet": ErrorText(
        3,
        Text("At event {known} the ledger did not know {asked}; it came with event {sequence}."),
        Text("Ask for a later moment: --known-at {sequence}"),
    ),
}
