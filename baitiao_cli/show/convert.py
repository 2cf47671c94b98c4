"""A bill turned into installments: the plan, what it costs, and the purchases that it took over."""

from __future__ import annotations

from datetime import date
from typing import Any

from baitiao_cli.actions.convert import ConvertAnswer
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.show.document import Document, Table, json_data, table
from baitiao_cli.show.figures import after_table, figures_data
from baitiao_cli.show.plan import row_data, rows_table, totals_of

PURCHASES = "plan_id merchant converted_fen left_on_bill_fen"


def convert_document(answer: ConvertAnswer, as_of: date) -> Document:
    """The rows of the plan with its price a year, the purchases, and what is left of the minimum payment."""
    data = json_data(answer) | {
        "rows": [row_data(row) for row in answer.rows],
        "totals": totals_of(answer.rows),
        "account": figures_data(answer.account),
    }
    rows = rows_table(answer.rows, with_payments=False)
    title = filled(
        labels.CONVERTED_TITLE,
        plan_id=answer.plan_id,
        amount=format_yuan(answer.amount_fen),
        number=answer.bill_number,
        count=len(answer.rows),
        event_id=answer.event_id,
    )
    tables = [_titled(rows, title), _purchases_table(data), after_table(answer.account)]
    return Document(data=data, as_of=as_of, tables=tables, notes=_notes(answer, as_of))


def _titled(rows: Table, title: Text) -> Table:
    return Table(rows.columns, rows.rows, title, rows.totals, quiet=rows.quiet)


def _purchases_table(data: dict[str, Any]) -> Table:
    return table(PURCHASES, data["purchases"], title=labels.CONVERTED_FROM, quiet="merchant")


def _notes(answer: ConvertAnswer, as_of: date) -> list[Text]:
    notes = [
        filled(
            labels.CONVERTED_COST,
            cost=format_yuan(answer.cost_fen),
            simple=(answer.annual_rate or {}).get("simple_pct", "-"),
            billed_on=answer.first_bill_on,
        )
    ]
    for left in answer.minimum_left:
        text = labels.MINIMUM_AFTER if left.due_on >= as_of else labels.MINIMUM_SINCE
        notes.append(filled(text, minimum=format_yuan(left.amount_fen), due_on=left.due_on))
    return notes
