"""The report of limits: what is taken of them, in bands."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Use of limits")

DEFINITIONS: Definitions = {
    "used-and-held": Definition(
        Text(
            "The unpaid principal of an account, with what holds and disputes keep, without what limits for a scene or "
            "merchant of their own cover."
        ),
        Text("400.00 unpaid and a hold of 100.00 are 500.00."),
    ),
    "share-used": Definition(
        Text(
            "The band of what is used and held in per cent of the limit: unused for 0, then up to 25, 50, 75 and 100, "
            "the last per cent in the band, and over."
        ),
        Text("250.00 of 1,000.00 are up to 25%, 250.01 up to 50%, and 1,000.01 over the limit."),
    ),
    "use": Definition(
        Text("What is used and held in per cent of the limits, of lines that are neither closed nor lost as a whole."),
        Text("Two accounts with 500.00 of 1,000.00 and 0.00 of 3,000.00: 12.50%."),
    ),
}
