"""Errors of service requests."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

SERVICE_ERRORS: dict[str, ErrorText] = {
    "ticket-unknown": ErrorText(
        3,
        Text("The record {record_id} is no service request."),
        Text("See those that wait: baitiao tickets; see the record: baitiao explain {record_id}"),
    ),
    "ticket-answered": ErrorText(
        4,
        Text("The request {ticket_id} was answered on {on}."),
        Text("See it: baitiao tickets --answered; what is asked for anew is a request of its own."),
    ),
    "ticket-later": ErrorText(
        4,
        Text("The request {ticket_id} came on {opened_on}; it cannot be answered on {on}."),
        Text("Name that day or a later one: --on DATE"),
    ),
}
