"""Errors of rule files: those that cannot be read, and what is wrong in one."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

AT_PLACE = Text("{problem} - at `{place}`")
NOT_UTF_8 = Text("it is not UTF-8 text: save it as UTF-8")
RULE_TWICE = Text("the rule is there twice")
HOURS_EMPTY = Text("the hours end where they begin: there is none")

RULES_ERRORS: dict[str, ErrorText] = {
    "rules-unreadable": ErrorText(
        3,
        Text("The rule file {file} cannot be read: {problem}."),
        Text("Check the path, or leave --rules out for the rules that come with the program: baitiao rules"),
    ),
    "rules-invalid": ErrorText(
        2,
        Text("The rule file {file} is not valid: {problem}"),
        Text("Correct the file; those that come with the program are examples: baitiao rules"),
    ),
}
