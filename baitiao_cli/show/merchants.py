"""Merchants: the register."""

from __future__ import annotations

from datetime import date

from baitiao_cli.actions.register import RegisterAnswer
from baitiao_cli.messages import filled, labels
from baitiao_cli.show.document import Document, json_data, record
from baitiao_cli.show.rates import percent_of

REGISTERED = "merchant_id merchant discount_pct discount_before_pct effective_on"


def register_document(answer: RegisterAnswer, as_of: date) -> Document:
    """The merchant with its discount, and the one before if there was another."""
    before = answer.discount_before_ppb
    told = json_data(answer) | {
        "discount_pct": percent_of(answer.discount_ppb),
        "discount_before_pct": None if before is None else percent_of(before),
    }
    return Document(
        data=told,
        as_of=as_of,
        tables=[record(REGISTERED, told, quiet="discount_before_pct")],
        notes=[labels.BOUGHT_BEFORE] if before is not None else [],
        next_steps=[filled(labels.SEE_IT, command=f"baitiao merchant {answer.merchant_id}")],
    )
