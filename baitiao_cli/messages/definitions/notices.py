"""Notices to customers: what is told, to whom, and how."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Notices")

DEFINITIONS: Definitions = {
    "notice-limit-raised": Definition(
        Text(
            "A lasting limit that the desk raised is told once, as long as it is the limit, to who did not say that "
            "they want no offers."
        ),
        Text("10,000.00 became 12,000.00 on 2026-07-01: told on any day from then on; not once it is 9,000.00."),
    ),
    "notice-limit-cut": Definition(
        Text("A lasting limit that the desk cut is told once, as long as it is the limit, to everybody."),
        Text("10,000.00 became 7,000.00: told also to who wants no offers, for a cut is none."),
    ),
    "notice-season-begun": Definition(
        Text(
            "A limit that the desk set for some days is told once, until the last of them, to who did not say that "
            "they want no offers."
        ),
        Text("12,000.00 from 2026-11-01 until 2026-11-20: told on 11-20, not any more on 11-21."),
    ),
    "notice-season-ended": Definition(
        Text("That a limit for some days is over is told once, from the day after, to everybody whose limit fell."),
        Text("12,000.00 until 2026-11-20, 10,000.00 otherwise: told from 11-21 on; not if 13,000.00 are set by then."),
    ),
    "notice-coupon-granted": Definition(
        Text(
            "A coupon is told once, as long as it can be used and the account is open, to who did not say that they "
            "want no offers."
        ),
        Text("Given on 2026-07-12 for 60 days: told until 2026-09-10, its last day, unless it is used before."),
    ),
}
