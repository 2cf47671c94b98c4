"""Errors of what is around the program: the system that it runs on, and the names of its files."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

SURROUNDINGS_ERRORS: dict[str, ErrorText] = {
    "ledger-linked": ErrorText(
        5,
        Text(
            "The ledger {path} has {count} names (hard links); who uses another one would not see what this one locks."
        ),
        Text("Keep one name and remove the others: find DIRECTORY -samefile {path}"),
    ),
    "memory-exhausted": ErrorText(
        5,
        Text("The system has no memory left for this command; nothing was recorded."),
        Text("End other programs or ask for less at once, then try again."),
    ),
}
