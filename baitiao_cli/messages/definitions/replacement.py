"""The report of merchants: buyers, and the days after which they buy the same again."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Merchants and replacement cycles")

DEFINITIONS: Definitions = {
    "buyers": Definition(
        Text(
            "The accounts that bought something of a category, merchant, scene or brand, reversed purchases left out."
        ),
        Text("2 purchases of one account and 1 of another: 2 buyers."),
    ),
    "more-than-once": Definition(
        Text("The buyers that bought there more than once; again is their share."),
        Text("1 of 2 buyers: 50.00%."),
    ),
    "days-between": Definition(
        Text(
            "The middle (the lower of two) of the days between two purchases of one account in a row of the same "
            "category, merchant, scene or brand: its replacement cycle."
        ),
        Text("Phones on 01-01, 01-31 and 03-12: 30 and 40 days, the middle is 30."),
    ),
}
