"""Collection cases: what a run did, all of them, and one with all that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from baitiao_cli.actions.desk.cases import CaseLine, CaseView, OpenCasesAnswer
from baitiao_cli.calc.check_digit import checked
from baitiao_cli.messages import Text, filled, happenings, labels
from baitiao_cli.messages.desk import collection as texts
from baitiao_cli.messages.desk.records import LABELS
from baitiao_cli.show.desk.contacts import contacts_table
from baitiao_cli.show.desk.promises import promises_table
from baitiao_cli.show.desk.record import worded
from baitiao_cli.show.document import Document, csv_table, json_data, record, table
from baitiao_cli.show.hardship import hardship_words

MOVED = "case_id account_id days_past_due overdue_fen"
LINES = "case_id account_id opened_on days_past_due overdue_fen owed_fen stage next_step closed_on ended"
HEAD = (
    "case_id account_id opened_on closed_on ended stage days_past_due overdue_fen cure_fen owed_fen hardship next_step"
)
QUIET = "stage next_step closed_on ended"
NAMED = LABELS | {"opened_on": texts.OPENED_ON, "closed_on": texts.CLOSED_ON}
CSV_MOVED = f"{MOVED} stage ended"


def open_cases_document(answer: OpenCasesAnswer, as_of: date) -> Document:
    """The cases that a run opened and closed."""
    data = json_data(answer)
    opened, closed = _told(data["opened"]), _told(data["closed"])
    tables = [
        table(f"{MOVED} stage", opened, title=filled(texts.OPENED_TITLE, on=answer.on), labels=NAMED, is_long=True),
        table(f"{MOVED} ended", closed, title=filled(texts.CLOSED_TITLE, on=answer.on), labels=NAMED, is_long=True),
    ]
    counts = {"opened": len(opened), "closed": len(closed), "unchanged": answer.unchanged_count}
    steps = [filled(labels.SEE_IT, command="baitiao cases")] if opened or answer.unchanged_count else []
    flat = csv_table(CSV_MOVED, [*data["opened"], *data["closed"]])
    notes = [filled(texts.CASES_MOVED, **counts)]
    return Document(data=data, as_of=as_of, tables=tables, notes=notes, next_steps=steps, csv_table=flat)


def cases_document(
    lines: Sequence[CaseLine], as_of: date, *, is_filtered: bool = False, with_closed: bool = False
) -> Document:
    """The cases, with the sums of what is overdue and owed."""
    data = [json_data(line) for line in lines]
    sums = {name: sum(row[name] for row in data) for name in ("overdue_fen", "owed_fen")}
    none = texts.NO_SUCH_CASES if is_filtered else filled(texts.NO_CASES, command="baitiao cases open")
    title = filled(texts.ALL_CASES_TITLE if with_closed else texts.CASES_TITLE, as_of=as_of)
    return Document(
        data={"cases": data, "count": len(data), "totals": sums},
        as_of=as_of,
        tables=[table(LINES, _told(data), title=title, totals=sums, quiet=QUIET, labels=NAMED, is_long=True)],
        notes=[] if data else [none],
        csv_table=csv_table(LINES, data),
    )


def case_document(view: CaseView, as_of: date) -> Document:
    """One case: how late the account is and what is next, then all that happened since it was opened."""
    data = json_data(view)
    (head,) = _told([data])
    head |= {"hardship": hardship_words(view.hardship)}
    head["cure_fen"] = view.cure_fen if view.cure_fen > view.overdue_fen else None
    title = filled(texts.CASE_TITLE, case_id=view.case_id, as_of=view.closed_on or as_of)
    happened = [json_data(one) | {"movement": happenings.HAPPENINGS[one.kind]} for one in view.happenings]
    tables = [record(HEAD, head, title=title, quiet=f"{QUIET} cure_fen hardship", labels=NAMED)]
    tables.append(table("on event_id movement amount_fen", happened, title=texts.HAPPENED, quiet="amount_fen"))
    tables.append(promises_table(view.promises, texts.PROMISES_OF_CASE, is_of_one=True))
    tables.append(contacts_table(view.contacts, texts.CONTACTS_OF_CASE, is_of_one=True))
    return Document(
        data=data,
        as_of=as_of,
        tables=tables,
        next_steps=_steps(view),
        csv_table=csv_table(HEAD.replace(" hardship", ""), [data]),
    )


COMMANDS: dict[str, str] = {
    "decide-hardship": "baitiao decide-hardship {account_id} --grant --reason TEXT",
    "close-case": "baitiao cases open",
    "offer-relief": "baitiao restructure {account_id} --installments 12",
    "wait-for-promise": "baitiao promises {account_id}",
}
CONTACT = "baitiao contact {account_id} --channel {channel} --about collection --at HH:MM --outcome reached"
CHANNELS = {"call": "call", "ask-about-promise": "call", "text": "text", "letter": "letter", "visit": "visit"}


def _steps(view: CaseView) -> list[Text]:
    """The command that goes with what is next."""
    command = COMMANDS.get(view.next_step)
    if command is None and view.next_step in CHANNELS:
        command = CONTACT.replace("{channel}", CHANNELS[view.next_step])
    return [filled(labels.NEXT_STEP, command=command.format(account_id=view.account_id))] if command else []


def _told(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    return [worded(row) | {"account_id": checked(str(row["account_id"]))} for row in _plain(rows)]


def _plain(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """Without what is no cell: lists and records inside."""
    return [{key: value for key, value in row.items() if not isinstance(value, list | dict)} for row in rows]
