"""Relief for who cannot pay as agreed: what it makes of a plan, installment by installment."""

from __future__ import annotations

from datetime import date

from baitiao_cli.actions.extend import ExtendAnswer
from baitiao_cli.messages import filled, labels
from baitiao_cli.show.account import after_table, figures_data
from baitiao_cli.show.document import Document, json_data, table
from baitiao_cli.show.repricing import SUMS, cost_note

MOVED = "number due_before_on due_on before_fen after_fen change_fen"


def extend_document(answer: ExtendAnswer, as_of: date) -> Document:
    """The old and the new due date of each installment that is not paid, and what the nights between cost."""
    data = json_data(answer) | {"account": figures_data(answer.account)}
    title = filled(
        labels.EXTENDED_TITLE,
        plan_id=answer.plan_id,
        months=answer.months,
        on=answer.effective_on,
        event_id=answer.event_id,
    )
    rows = [json_data(row) for row in answer.installments]
    totals = {key: sum(row[key] for row in rows) for key in SUMS}
    notes = [cost_note(answer.cost_change_fen), filled(labels.EXTENDED_LEFT, months=answer.months_left)]
    tables = [table(MOVED, rows, title=title, totals=totals), after_table(answer.account)]
    return Document(data=data, as_of=as_of, tables=tables, notes=notes)
