"""A bill deferred: its due date before and now, and what the nights until then cost."""

from __future__ import annotations

from datetime import date

from baitiao_cli.actions.defer import DeferAnswer
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import filled, labels
from baitiao_cli.show.document import Document, json_data, record
from baitiao_cli.show.figures import after_table, figures_data
from baitiao_cli.show.rates import percent_of

DEFERRED = "account_id event_id effective_on bill_number billed_on due_before_on due_on deferred_fen"


def defer_document(answer: DeferAnswer, as_of: date) -> Document:
    """The deferral, what it costs at most, and the account after it."""
    data = json_data(answer) | {"account": figures_data(answer.account)}
    note = filled(
        labels.DEFERRED_NOTE,
        before_on=answer.due_before_on,
        due_on=answer.due_on,
        percent=percent_of(answer.daily_ppb),
        cost=format_yuan(answer.cost_fen),
    )
    tables = [record(DEFERRED, data), after_table(answer.account)]
    return Document(data=data, as_of=as_of, tables=tables, notes=[note, labels.DEFERRED_REST])
