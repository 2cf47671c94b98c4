"""A new tier, and what goes on as it was agreed."""

from __future__ import annotations

from datetime import date

from baitiao_cli.actions.tier import TierAnswer
from baitiao_cli.messages import filled, labels
from baitiao_cli.show.document import Document, json_data, record

CHANGE = "account_id event_id effective_on tier_before tier score_id reason"


def tier_document(answer: TierAnswer, as_of: date) -> Document:
    """The tier before and after; what is open keeps its terms."""
    data = json_data(answer)
    told = record(CHANGE, data, quiet="score_id reason")
    note = filled(labels.PLANS_KEEP_TERMS, count=answer.open_plan_count)
    return Document(data=data, as_of=as_of, tables=[told], notes=[note])
