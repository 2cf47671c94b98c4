"""Holds: what was reserved, or is available again."""

from __future__ import annotations

from datetime import date

from baitiao_cli.actions.hold import HoldAnswer, ReleaseAnswer
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.show.document import Document, json_data, record
from baitiao_cli.show.figures import figures_data

HELD = (
    "hold_id event_id account_id product_id merchant order_id scene category brand effective_on expires_on amount_fen"
)
RELEASED = "hold_id event_id account_id effective_on amount_fen reason"


def hold_document(answer: HoldAnswer, as_of: date) -> Document:
    """The hold with its last day, what is left of the limit, and the command that makes the purchase."""
    data = json_data(answer) | {"account": figures_data(answer.account)}
    capture = filled(labels.NEXT_STEP, command=f"baitiao capture {answer.hold_id}")
    told = record(HELD, data, quiet="merchant order_id scene category brand")
    return Document(data=data, as_of=as_of, tables=[told], notes=[_available(answer)], next_steps=[capture])


def release_document(answer: ReleaseAnswer, as_of: date) -> Document:
    """What is not held any more."""
    data = json_data(answer) | {"account": figures_data(answer.account)}
    return Document(data=data, as_of=as_of, tables=[record(RELEASED, data, quiet="reason")], notes=[_available(answer)])


def _available(answer: HoldAnswer | ReleaseAnswer) -> Text:
    return filled(labels.AVAILABLE_AFTER, available=format_yuan(answer.account.available_fen))
