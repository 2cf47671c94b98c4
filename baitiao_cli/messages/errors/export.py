"""Errors of files that are written for other programs."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

EXPORT_ERRORS: dict[str, ErrorText] = {
    "file-exists": ErrorText(
        2,
        Text("There is a file {file} already; nothing was written."),
        Text("Give another name, or write over it with --force."),
    ),
    "file-of-ledger": ErrorText(
        2,
        Text("The file {file} belongs to a ledger; nothing was written."),
        Text("Give another name for FILE; what belongs to a ledger is not written over, with --force neither."),
    ),
    "file-unwritable": ErrorText(
        5,
        Text("The file {file} cannot be written: {reason}; nothing was written."),
        Text("Check the folder, its permissions and the disk."),
    ),
}
