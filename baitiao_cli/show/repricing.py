"""A new rate or a pause of a plan: its installments before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from baitiao_cli.account.views.replanned import InstallmentChange
from baitiao_cli.actions.pause import PauseAnswer
from baitiao_cli.actions.reprice import RepriceAnswer
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.messages.counts import counted
from baitiao_cli.show.document import Document, Table, json_data, table
from baitiao_cli.show.figures import after_table, figures_data
from baitiao_cli.show.rates import told_rate

KEYS = "number due_on before_fen after_fen change_fen"
SUMS = ("before_fen", "after_fen", "change_fen")


def reprice_document(answer: RepriceAnswer, as_of: date) -> Document:
    """The old and the new rate, and what they make of each installment that is not paid."""
    title = filled(
        labels.REPRICED_TITLE,
        plan_id=answer.plan_id,
        before=told_rate(answer.rate_before),
        after=told_rate(answer.rate),
        on=answer.effective_on,
        event_id=answer.event_id,
    )
    return _document(answer, as_of, title)


def pause_document(answer: PauseAnswer, as_of: date) -> Document:
    """The nights that are paused, and what that leaves of each installment that is not paid."""
    title = filled(
        labels.PAUSED_TITLE,
        plan_id=answer.plan_id,
        on=answer.effective_on,
        until_on=answer.until_on,
        nights=counted(answer.nights_count, "night"),
        event_id=answer.event_id,
    )
    return _document(answer, as_of, title)


def _document(answer: RepriceAnswer | PauseAnswer, as_of: date, title: Text) -> Document:
    data = json_data(answer) | {"account": figures_data(answer.account)}
    tables = [_table(answer.installments, title), after_table(answer.account)]
    return Document(data=data, as_of=as_of, tables=tables, notes=[cost_note(answer.cost_change_fen)])


def _table(changes: Sequence[InstallmentChange], title: Text) -> Table:
    rows = [json_data(change) for change in changes]
    totals = {key: sum(row[key] for row in rows) for key in SUMS}
    return table(KEYS, rows, title=title, totals=totals)


def cost_note(change_fen: int) -> Text:
    text = labels.COST_MORE if change_fen > 0 else labels.COST_LESS if change_fen else labels.COST_SAME
    return filled(text, amount=format_yuan(abs(change_fen)))
