"""Disputes: what need not be paid while one is open, and how it ended."""

from __future__ import annotations

from datetime import date
from typing import Any

from baitiao_cli.actions.dispute import DisputeAnswer, ResolveAnswer
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import filled, labels
from baitiao_cli.show.correction import fee_notes, refund_rows
from baitiao_cli.show.document import Document, Table, json_data, record
from baitiao_cli.show.figures import after_table, figures_data
from baitiao_cli.show.payment import KINDS, part_rows, parts_table
from baitiao_cli.show.plan import row_data, rows_table, totals_of


def dispute_document(answer: DisputeAnswer, as_of: date) -> Document:
    """What is set aside, installment by installment, and what becomes of the rest."""
    data = json_data(answer) | {"account": figures_data(answer.account)}
    title = filled(
        labels.DISPUTE_TITLE,
        amount=format_yuan(answer.amount_fen),
        plan_id=answer.plan_id,
        on=answer.effective_on,
        event_id=answer.event_id,
    )
    notes = []
    if answer.set_aside_fen:
        notes.append(filled(labels.NEED_NOT_BE_PAID, aside=format_yuan(answer.set_aside_fen)))
    if answer.paid_fen:
        text = labels.PAID_BEFORE_DISPUTE_ON_BILL if answer.on_bill else labels.PAID_BEFORE_DISPUTE
        notes.append(filled(text, paid=format_yuan(answer.paid_fen)))
    parts = parts_table(part_rows(answer.parts), title, labels.SET_ASIDE)
    about = "event_id plan_id effective_on cause amount_fen set_aside_fen paid_fen"
    shown = parts if answer.parts else record(about, data, title=title)
    return Document(
        data=data,
        as_of=as_of,
        tables=[shown, after_table(answer.account)],
        notes=notes + fee_notes(answer.fees_dropped_fen),
        csv_table=parts,
        next_steps=[filled(labels.TO_RESOLVE, event_id=answer.event_id)],
    )


def resolve_document(answer: ResolveAnswer, as_of: date) -> Document:
    """Won: where the amount went; lost: the rows in which it is owed again."""
    data = json_data(answer) | {
        "rows": [row_data(row) for row in answer.rows],
        "totals": totals_of(answer.rows),
        "account": figures_data(answer.account),
    }
    about = {"dispute_id": answer.dispute_id, "plan_id": answer.plan_id, "event_id": answer.event_id}
    if answer.outcome == "won":
        title = filled(labels.DISPUTE_WON_TITLE, amount=format_yuan(answer.amount_fen), **about)
        tables = [parts_table(_won_rows(answer), title, labels.WENT_TO), after_table(answer.account)]
        notes = fee_notes(answer.fees_dropped_fen - answer.fees_dropped_before_fen, answer.fees_returned_fen)
        return Document(data=data, as_of=as_of, tables=tables, notes=notes)
    owed, again = format_yuan(answer.set_aside_fen), answer.owed_again_as
    title = filled(labels.DISPUTE_LOST_TITLE, amount=owed, again=again, **about)
    rows = rows_table(answer.rows, with_payments=False)
    owed_again = Table(rows.columns, rows.rows, title, rows.totals, quiet=rows.quiet)
    notes = [labels.FREE_MEANWHILE] if again else [filled(labels.NOTHING_OWED_AGAIN, **about)]
    return Document(data=data, as_of=as_of, tables=[owed_again, after_table(answer.account)], notes=notes)


def _won_rows(answer: ResolveAnswer) -> list[dict[str, Any]]:
    rows = refund_rows(answer.parts)
    if answer.set_aside_fen:
        aside = {"principal_fen": answer.set_aside_fen, "amount_fen": answer.set_aside_fen}
        rows.insert(0, {"paid_for": labels.WAS_SET_ASIDE, "number": None} | dict.fromkeys(KINDS, 0) | aside)
    return rows
