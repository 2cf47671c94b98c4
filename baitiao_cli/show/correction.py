"""Corrections with money: where a refund went, what was waived, what was given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from baitiao_cli.actions.refund import RefundAnswer, RefundPart
from baitiao_cli.actions.repay import PaymentAnswer
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.show.document import Document, json_data
from baitiao_cli.show.figures import after_table, figures_data
from baitiao_cli.show.payment import KINDS, part_rows, parts_document, parts_table


def refund_document(answer: RefundAnswer, as_of: date) -> Document:
    """Each part of the refund on its own line: debts that it paid, credit, and the means that it went back to."""
    data = json_data(answer) | {"account": figures_data(answer.account)}
    title = filled(
        labels.REFUND_TITLE,
        amount=format_yuan(answer.amount_fen),
        plan_id=answer.plan_id,
        on=answer.effective_on,
        event_id=answer.event_id,
    )
    notes = fee_notes(answer.fees_dropped_fen, answer.fees_returned_fen)
    tables = [parts_table(refund_rows(answer.parts), title, labels.WENT_TO), after_table(answer.account)]
    return Document(data=data, as_of=as_of, tables=tables, notes=notes)


def fee_notes(dropped_fen: int, returned_fen: int = 0) -> list[Text]:
    """The fees that fall with a refund or a dispute, and those that are given back besides."""
    notes = [filled(labels.FEES_DROPPED, dropped=format_yuan(dropped_fen))] if dropped_fen else []
    if returned_fen:
        notes.append(filled(labels.FEES_RETURNED, returned=format_yuan(returned_fen)))
    return notes


def refund_rows(parts: Sequence[RefundPart]) -> list[dict[str, Any]]:
    """A line for each installment that it was taken off, for the credit, and for each payment that got it back."""
    rows = part_rows([part for part in parts if part.kind != "returned"])
    return rows + [_returned_row(part) for part in parts if part.kind == "returned"]


def _returned_row(part: RefundPart) -> dict[str, Any]:
    title = labels.RETURNED_TO if part.means else labels.RETURNED
    went_to = filled(title, means=part.means, payment_id=part.payment_id)
    return {"paid_for": went_to, "number": None} | dict.fromkeys(KINDS, 0) | {"amount_fen": part.amount_fen}


def waive_document(answer: PaymentAnswer, as_of: date) -> Document:
    """The charges that were given up, row by row, and the account after it."""
    return parts_document(answer, as_of, labels.WAIVER_TITLE, labels.TAKEN_OFF)


def credit_document(answer: PaymentAnswer, as_of: date) -> Document:
    """What the lender's money paid, and the account after it."""
    return parts_document(answer, as_of, labels.CREDIT_TITLE)
