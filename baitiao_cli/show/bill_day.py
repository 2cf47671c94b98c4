"""A new bill day: the next bill, and what it asks for of plans."""

from __future__ import annotations

from datetime import date

from baitiao_cli.actions.bill_day import BillDayAnswer
from baitiao_cli.messages import filled, labels
from baitiao_cli.show.document import Document, json_data, record, table

CHANGE = "account_id event_id effective_on bill_day_before bill_day next_bill_on next_bill_due_on next_change_on"
NEXT_BILL = "plan_id merchant number due_before_on due_on"


def bill_day_document(answer: BillDayAnswer, as_of: date) -> Document:
    """The change, and the installments of the next bill with their due dates before and now."""
    data = json_data(answer)
    title = filled(labels.NEXT_BILL_TITLE, billed_on=answer.next_bill_on)
    moved = table(NEXT_BILL, data["next_bill"], title=title, quiet="merchant")
    return Document(data=data, as_of=as_of, tables=[record(CHANGE, data), moved])
