"""Errors of ids that were misheard or mistyped."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

ID_ERRORS: dict[str, ErrorText] = {
    "id-check-digit": ErrorText(
        2,
        Text("The id {text} was misheard or mistyped: its check digit does not fit."),
        Text("Ask for it once more, digit by digit; or look for the account: baitiao find QUERY"),
    ),
    "desk-record-unknown": ErrorText(
        3,
        Text("There is no record {record_id} of the desk."),
        Text("Records of the desk are called D1, D2, ...; the commands that make one tell its id."),
    ),
}
