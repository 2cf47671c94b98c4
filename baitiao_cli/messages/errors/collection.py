"""Errors of collection: contacts, reminders, cases, promises and service requests."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

COLLECTION_ERRORS: dict[str, ErrorText] = {
    "time-to-come": ErrorText(
        4,
        Text("At {now} nobody was contacted at {at} of today yet."),
        Text("Give the time at which it took place, in Shanghai, and of another day its date with --on."),
    ),
    "time-malformed": ErrorText(
        2,
        Text("{text} is no time of the day."),
        Text("Write hours and minutes of Shanghai's clock, such as 09:30 or 21:59."),
    ),
    "contact-against-rules": ErrorText(
        4,
        Text("This contact of {account_id} on {on} is against the rules of collection: {reasons}."),
        Text("Wait until it may be made; what has taken place is recorded, and marked, with --record-anyway"),
    ),
    "hours-malformed": ErrorText(
        2,
        Text("{text} are no hours."),
        Text("Write from when until when, such as 21:00-09:00, or none."),
    ),
    "preference-needed": ErrorText(
        2,
        Text("Nothing is said of how {account_id} is to be reminded."),
        Text("Name a channel, quiet hours or a language: baitiao prefer {account_id} --channel app"),
    ),
    "outbox-needed": ErrorText(
        2,
        Text("It is not said where to write it."),
        Text("Name a folder: baitiao {command} --out outbox; or only look: baitiao {command} --dry-run"),
    ),
    "promise-past": ErrorText(
        4,
        Text("{by_on} is before {on}, when it is promised."),
        Text("Name that day or a later one: --by DATE"),
    ),
    "cases-later": ErrorText(
        4,
        Text("Cases were opened or closed on {latest_on}, which is after {on}: what was open then stays as it was."),
        Text("Run it for that day or a later one: baitiao cases open --on {latest_on}"),
    ),
    "case-unknown": ErrorText(
        3,
        Text("The record {record_id} is no case, or was none yet on that day."),
        Text("See the cases: baitiao cases --closed; see the record: baitiao explain {record_id}"),
    ),
}
