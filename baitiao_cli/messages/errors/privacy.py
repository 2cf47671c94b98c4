"""Errors of the key with which people are encrypted, of what is told of them, and of erasing them."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

PRIVACY_ERRORS: dict[str, ErrorText] = {
    "key-missing": ErrorText(
        5,
        Text("The key of the people in {path} is not there: {file}"),
        Text(
            "Put the key file back, or name it: BAITIAO_KEY_FILE=PATH. What needs nobody's name or number works "
            "without it. If no copy of it is left, names stay unreadable, and new customers need a new ledger: "
            "baitiao init --ledger NEW"
        ),
    ),
    "key-wrong": ErrorText(
        5,
        Text("The key in {file} is not that of the ledger {path}"),
        Text("Name the key file that was made with this ledger: BAITIAO_KEY_FILE=PATH"),
    ),
    "key-open": ErrorText(
        5,
        Text("Others may read the key file {file} (mode {mode}), so it is not used."),
        Text("Make it its owner's only: chmod 600 {file}"),
    ),
    "key-unusable": ErrorText(
        5,
        Text("The key file {file} could not be used: {reason}."),
        Text(
            "Check the file and its owner, or put back a copy of it; without the key nobody's name or number can be "
            "read."
        ),
    ),
    "person-has-open-line": ErrorText(
        4,
        Text("{account_id} is open, so its person cannot be erased."),
        Text("Close it first: baitiao close {account_id}"),
    ),
    "erasing-has-no-day": ErrorText(
        4,
        Text("Who is erased is gone from now on; that has no other day."),
        Text("Leave --on out."),
    ),
    "person-owes": ErrorText(
        4,
        Text("{owed_fen} are still owed on {account_id}, so its person cannot be erased."),
        Text("Collect it or give it up first; see: baitiao show {account_id}"),
    ),
    "check-person": ErrorText(
        6,
        Text("{person_id} is not as it was recorded: {problem}."),
        Text("Figures are not touched by it; who it was only a backup tells: baitiao restore BACKUP --ledger NEW"),
    ),
    "unmask-one-person": ErrorText(
        4,
        Text("{count} people were found; one at a time is shown in the clear, and nothing was recorded."),
        Text("Find them masked, then see the one: baitiao person ACCOUNT --unmask --reason TEXT"),
    ),
    "check-person-index": ErrorText(
        6,
        Text("{person_id} cannot be found by number: the index is not what is known of them makes it."),
        Text("Make the index again: baitiao rebuild"),
    ),
    "person-erased": ErrorText(
        4,
        Text("What was known of {person_id} was erased."),
        Text("It cannot be brought back; a new line is opened for a new person: baitiao open"),
    ),
}
