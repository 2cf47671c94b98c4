"""Errors of reports to a credit bureau."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

BUREAU_ERRORS: dict[str, ErrorText] = {
    "bureau-file-unmarked": ErrorText(
        2,
        Text("The name of {file} does not say that the file is not sent."),
        Text("Put {mark} into the name, such as bureau-{mark}.json."),
    ),
    "nothing-late": ErrorText(
        4,
        Text("Nothing of {account_id} is past due on {on}: there is nothing to give notice of."),
        Text("See how it stands: baitiao show {account_id}"),
    ),
}
