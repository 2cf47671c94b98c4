"""Texts of the list of rule files."""

from __future__ import annotations

from baitiao_cli.messages import Text

RULES = Text("Lists the rule files of the desk with the commands that read them, or prints one whole, to be changed.")
NAME = Text("Which file to print; without it they are listed.")
TITLE = Text("Rule files of the desk")
SAMPLES = Text(
    "They are samples, not advice: take one, change it, raise its rules_version, and give it by --rules FILE."
)
TO_BEGIN = Text("To begin a file of one's own: {command}")
LABELS = {
    "name": Text("Name", context="of rules"),
    "rules_version": Text("Version", context="of rules"),
    "read_by": Text("Read by"),
    "text": Text("Text", context="of rules"),
}
