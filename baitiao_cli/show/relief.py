"""Relief for who cannot pay as agreed: what it makes of a plan, installment by installment."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from baitiao_cli.actions.extend import ExtendAnswer
from baitiao_cli.actions.restructure import RestructureAnswer
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.messages.counts import counted
from baitiao_cli.show.convert import PURCHASES
from baitiao_cli.show.document import Document, json_data, table
from baitiao_cli.show.figures import after_table, figures_data
from baitiao_cli.show.plan import row_data, rows_table, totals_of
from baitiao_cli.show.rates import told_rate
from baitiao_cli.show.repricing import SUMS, cost_note

MOVED = "number due_before_on due_on before_fen after_fen change_fen"


def extend_document(answer: ExtendAnswer, as_of: date) -> Document:
    """The old and the new due date of each installment that is not paid, and what the nights between cost."""
    data = json_data(answer) | {"account": figures_data(answer.account)}
    title = filled(
        labels.EXTENDED_TITLE,
        plan_id=answer.plan_id,
        months=counted(answer.months, "month"),
        on=answer.effective_on,
        event_id=answer.event_id,
    )
    rows = [json_data(row) for row in answer.installments]
    totals = {key: sum(row[key] for row in rows) for key in SUMS}
    notes = [cost_note(answer.cost_change_fen), filled(labels.EXTENDED_LEFT, months=answer.months_left)]
    tables = [table(MOVED, rows, title=title, totals=totals), after_table(answer.account)]
    return Document(data=data, as_of=as_of, tables=tables, notes=notes)


def restructure_document(answer: RestructureAnswer, as_of: date) -> Document:
    """What is to be paid from now on, what that costs a year, and what waits for the first installment."""
    data = json_data(answer) | {
        "rows": [row_data(row) for row in answer.rows],
        "totals": totals_of(answer.rows),
        "account": figures_data(answer.account),
    }
    title = filled(
        labels.RESTRUCTURED_TITLE,
        plan_id=answer.plan_id,
        principal=format_yuan(answer.principal_fen),
        installments=counted(answer.installments, "installment"),
        on=answer.effective_on,
        event_id=answer.event_id,
    )
    tables = [replace(rows_table(answer.rows, with_payments=False), title=title)]
    if answer.purchases:
        tables.append(table(PURCHASES, data["purchases"], title=labels.CONVERTED_FROM, quiet="merchant"))
    notes = [_price_note(answer)]
    if answer.charges_fen:
        notes.append(filled(labels.CHARGES_WAIT, charges=format_yuan(answer.charges_fen), due_on=answer.due_on))
    if answer.days_past_due_before:
        notes.append(filled(labels.NOT_LATE_ANY_MORE, days=counted(answer.days_past_due_before, "day")))
    return Document(data=data, as_of=as_of, tables=[*tables, after_table(answer.account)], notes=notes)


def _price_note(answer: RestructureAnswer) -> Text:
    simple = (answer.annual_rate or {}).get("simple_pct", "0.00")
    price = told_rate(answer.rate) if answer.rate else labels.NO_INTEREST_AT_ALL
    return filled(labels.RESTRUCTURED_COST, rate=price, cost=format_yuan(answer.cost_fen), simple=simple)
