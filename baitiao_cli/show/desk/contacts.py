"""A contact that was recorded, and all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from baitiao_cli.actions.desk.contact import ContactAnswer, ContactLine, breaches_told
from baitiao_cli.calc.check_digit import checked
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.messages.desk import collection as texts
from baitiao_cli.messages.desk.records import LABELS
from baitiao_cli.show.desk.record import worded
from baitiao_cli.show.document import Document, Table, csv_table, json_data, record, table

MADE = "account_id record_id effective_on at channel about outcome case_id note calls_that_day"
LINES = "record_id account_id effective_on at channel about outcome against note"
CSV = f"{LINES} case_id operator"
NAMED = LABELS | {
    "record_id": texts.RECORD,
    "effective_on": texts.ON_DAY,
    "against": texts.AGAINST,
    "calls_that_day": texts.CALLS_THAT_DAY,
}
RECORD_ONE = "baitiao contact ACCOUNT --channel call --about collection --at 10:30 --outcome reached"


def contact_document(answer: ContactAnswer, as_of: date) -> Document:
    """The contact, and of one that is against the rules which they are."""
    data = json_data(answer)
    told = worded({key: data[key] for key in MADE.split()}) | {"account_id": checked(answer.account_id)}
    notes = [texts.CONTACT_NOT_MADE]
    if answer.against:
        reasons = breaches_told(answer.against)
        notes.insert(0, filled(texts.KEPT_AGAINST, reasons=reasons, record_id=answer.decision_id))
    steps = [filled(labels.SEE_IT, command=f"baitiao contacts {answer.account_id}")]
    tables = [record(MADE, told, quiet="case_id note", labels=NAMED)]
    return Document(data=data, as_of=as_of, tables=tables, notes=notes, next_steps=steps)


def contacts_document(lines: Sequence[ContactLine], account_id: str, as_of: date) -> Document:
    """The contacts in order; the rules that one is against stand beside it."""
    data = [json_data(line) for line in lines]
    about_one = filled(texts.CONTACTS_TITLE, account_id=checked(account_id) if account_id else "", as_of=as_of)
    title = about_one if account_id else filled(texts.ALL_CONTACTS_TITLE, as_of=as_of)
    return Document(
        data={"contacts": data, "count": len(data)},
        as_of=as_of,
        tables=[contacts_table(lines, title, is_of_one=bool(account_id))],
        notes=[] if data else [filled(texts.NO_CONTACTS, command=RECORD_ONE)],
        csv_table=csv_table(CSV, [_flat(line) for line in lines]),
    )


def contacts_table(lines: Sequence[ContactLine], title: Text, *, is_of_one: bool = False) -> Table:
    """Contacts as a table; those of one account do not name it."""
    rows = [worded(_flat(line)) | {"account_id": checked(line.account_id)} for line in lines]
    keys = LINES.replace("account_id ", "") if is_of_one else LINES
    return table(keys, rows, title=title, quiet="against note", labels=NAMED, is_long=not is_of_one)


def _flat(line: ContactLine) -> dict[str, object]:
    return json_data(line) | {"against": " ".join(line.against)}
