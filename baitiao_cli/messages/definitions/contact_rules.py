"""Contacts about what is past due: the rules that they are held against."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Rules of contacts")

DEFINITIONS: Definitions = {
    "collection-contact": Definition(
        Text("A contact about collection, or a reminder of an account that is past due on its day, by any channel."),
        Text("A text message that reminds of a bill is one from 1 day past due on, not on the due date itself."),
    ),
    "collection-hours": Definition(
        Text(
            "A collection contact is made from 08:00 on and before 22:00 (contact.toml; GB/T 45251-2025), by the clock "
            "in Shanghai."
        ),
        Text("07:59 and 22:00 are refused, 08:00 and 21:59 are not."),
    ),
    "collection-calls": Definition(
        Text(
            "After 3 calls of one day to collect or to remind in which the customer was spoken with (reached, or "
            "refused), on all accounts of the person, no other call about collection is made on it."
        ),
        Text("After 2 answered calls and 1 that was not, the next call may be made; after 3 answered ones it may not."),
    ),
    "collection-in-hardship": Definition(
        Text("No collection contact is made from the day on which relief is asked for until that is decided."),
        Text("Relief was asked for on 2026-02-20 and decided on 03-01: no contact on 02-28, one may be made on 03-01."),
    ),
}
