"""Everything that is known of a person, and that it was erased."""

from __future__ import annotations

from datetime import date

from baitiao_cli.actions.privacy import EraseAnswer, PersonExport
from baitiao_cli.messages import filled, labels
from baitiao_cli.messages.desk.records import KINDS
from baitiao_cli.show.document import Document, csv_table, json_data, record, table

ACCOUNTS = "account_id status opened_on closed_on owed_fen event_count"
DESK = "record_id kind subject effective_on operator"


def export_document(export: PersonExport, as_of: date) -> Document:
    """What is known, in the clear, accounts and records of the desk; as JSON all of them, and deeds."""
    fields = [json_data(known) | {"value": known.value or labels.NOT_KNOWN} for known in export.fields]
    told = [row | {"field": labels.PERSON_FIELDS[str(row["field"])]} for row in fields]
    accounts = [
        {
            "account_id": each.account_id,
            "status": each.figures.status,
            "opened_on": each.opened_on,
            "closed_on": each.closed_on,
            "owed_fen": each.figures.owed_fen,
            "event_count": len(each.events),
        }
        for each in export.accounts
    ]
    data = json_data(export)
    recorded = [one | {"kind": KINDS[one["fact"]["kind"]]} for one in data["desk"]]
    return Document(
        data=data,
        as_of=as_of,
        tables=[
            table("field value since_on event_id", told, title=labels.ALL_THAT_IS_KNOWN),
            table(ACCOUNTS, accounts, title=labels.THEIR_ACCOUNTS, quiet="closed_on"),
            table(DESK, recorded, title=labels.THEIR_RECORDS, labels=labels.RECORD_LABELS),
        ],
        notes=[filled(labels.JSON_HAS_ALL, count=len(export.deeds))],
        csv_table=csv_table("field value since_on event_id", [json_data(known) for known in export.fields]),
    )


def erased_document(answer: EraseAnswer, as_of: date) -> Document:
    """That somebody was erased, and which accounts stay; what older copies hold is said, too."""
    data = json_data(answer)
    return Document(
        data=data,
        as_of=as_of,
        tables=[
            record(
                "person_id accounts",
                data,
                title=filled(labels.IS_ERASED, account_id=answer.account_id),
                labels={"accounts": labels.ACCOUNTS_KEPT},
            )
        ],
        notes=[labels.COPIES_HOLD_KEYS],
        csv_table=csv_table("account_id person_id accounts", [data]),
    )
