"""Service requests: one, and those that wait for an answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from baitiao_cli.actions.desk.ticket import TicketLine
from baitiao_cli.calc.check_digit import checked
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.messages.desk import service as texts
from baitiao_cli.messages.desk.records import KINDS, LABELS
from baitiao_cli.show.document import Document, csv_table, json_data, record, table

ONE = "ticket_id account_id about opened_on answer_by_on answered_on in_time text answer"
LINES = "ticket_id account_id about opened_on answer_by_on in_time text answered_on"
CSV = "ticket_id account_id about opened_on answer_by_on days_left answered_on text answer"
NAMED = LABELS | {
    "opened_on": texts.ASKED_ON,
    "answer_by_on": texts.ANSWER_BY,
    "answered_on": texts.ANSWERED_ON,
    "ticket_id": KINDS["ticket-opened"],
    "about": texts.ABOUT_WHAT,
    "in_time": texts.IN_TIME,
    "text": texts.TEXT,
    "answer": texts.ANSWER,
}
ANSWER_IT = "baitiao ticket-answer {ticket_id} TEXT"
RECORD_ONE = "baitiao ticket ACCOUNT --about complaint --text TEXT"


def ticket_document(line: TicketLine, as_of: date) -> Document:
    """The request, with its answer or how to answer it."""
    steps = [] if line.answered_on else [filled(labels.NEXT_STEP, command=ANSWER_IT.format(ticket_id=line.ticket_id))]
    return Document(
        data=json_data(line),
        as_of=as_of,
        tables=[record(ONE, _told(line), quiet="answered_on answer", labels=NAMED)],
        next_steps=steps,
        csv_table=csv_table(CSV, [json_data(line)]),
    )


def tickets_document(lines: Sequence[TicketLine], as_of: date) -> Document:
    """The requests that wait, those that are late first, and how many they are."""
    data = [json_data(line) for line in lines]
    late_count = sum(line.answered_on is None and line.days_left < 0 for line in lines)
    title = filled(texts.TICKETS_TITLE, as_of=as_of)
    notes = [filled(texts.LATE_ONES, count=late_count)] if late_count else []
    return Document(
        data={"tickets": data, "count": len(data), "late_count": late_count},
        as_of=as_of,
        tables=[
            table(LINES, [_told(line) for line in lines], title=title, quiet="answered_on", labels=NAMED, is_long=True)
        ],
        notes=notes if data else [filled(texts.NO_TICKETS, command=RECORD_ONE)],
        csv_table=csv_table(CSV, data),
    )


def _told(line: TicketLine) -> dict[str, object]:
    told = {"account_id": checked(line.account_id), "about": texts.ABOUT[line.about], "in_time": _in_time(line)}
    return json_data(line) | told


def _in_time(line: TicketLine) -> Text:
    """How many days are left, or how many it is late, or was."""
    if line.days_left < 0:
        return filled(texts.ONE_DAY_LATE if line.days_left == -1 else texts.DAYS_LATE, days=-line.days_left)
    if line.answered_on:
        return texts.WAS_IN_TIME
    return filled(texts.ONE_DAY_LEFT if line.days_left == 1 else texts.DAYS_LEFT, days=line.days_left)
