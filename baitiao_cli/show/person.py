"""The person behind an account, masked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.messages.labels import UNREADABLE
from baitiao_cli.show.document import Document, csv_table, json_data, record, table

if TYPE_CHECKING:
    from baitiao_cli.actions.masking import Access
    from baitiao_cli.actions.person import PersonAnswer, PersonView


def name_told(name: str | Text, access: Access) -> str | Text:
    """A name as people are told it, or why there is none to tell."""
    return UNREADABLE.get(access, name)


def person_document(view: PersonView, as_of: date) -> Document:
    """What is known and since when; what is not known says so."""
    rows = [
        {
            "field": labels.PERSON_FIELDS[known.field],
            "value": known.value or name_told(labels.NOT_KNOWN, view.person.access),
            "since_on": known.since_on,
            "event_id": known.event_id or None,
        }
        for known in view.fields
    ]
    title = filled(labels.PERSON_TITLE, account_id=view.account_id, person_id=view.person.person_id)
    others = [account_id for account_id in view.accounts if account_id != view.account_id]
    notes = [filled(labels.OTHER_ACCOUNTS, accounts=", ".join(others))] if others else []
    shown = table("field value since_on event_id", rows, title=title)
    return Document(data=json_data(view), as_of=as_of, tables=[shown], notes=notes)


def corrected_document(answer: PersonAnswer, as_of: date, values: Mapping[str, str] | None = None) -> Document:
    """What was corrected, by field; to people with the new `values` (masked), which no answer keeps."""
    data = json_data(answer)
    known = values or {}
    fields = [
        filled(labels.FIELD_IS, field=labels.PERSON_FIELDS[field], value=known[field])
        if field in known
        else labels.PERSON_FIELDS[field]
        for field in answer.fields
    ]
    keys = "account_id person_id fields event_id effective_on"
    command = f"baitiao person {answer.account_id}"
    return Document(
        data=data,
        as_of=as_of,
        tables=[record(keys, data | {"fields": fields})],
        next_steps=[filled(labels.SEE_IT, command=command)],
        csv_table=csv_table(keys, [data]),
    )
