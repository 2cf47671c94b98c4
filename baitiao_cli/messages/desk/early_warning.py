"""Texts of early warning."""

from __future__ import annotations

from baitiao_cli.messages import Text

LOOKING = Text("Looking for signs")
TITLE = Text("Early warning on {as_of}")
NO_SIGNS = Text("No account has a sign.")
WHAT_IT_MEANS = Text("What a sign means: {command}")
SIGNS_COLUMN = Text("Signs")

SIGNS: dict[str, Text] = {
    "first-days-late": Text("{observed} days late"),
    "debit-failed": Text("debit failed on {observed}"),
    "carries-on": Text("{observed} bills carried on"),
    "near-limit": Text("{observed} of the limit"),
}
"""A sign in the line of its account."""
ONE: dict[str, Text] = {"first-days-late": Text("1 day late"), "carries-on": Text("1 bill carried on")}
"""The same of one."""
