"""A prepayment: what it pays, and the plan after it beside the plan without it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from baitiao_cli.account.views.prepayment import PlanOutlook, PrepaymentQuote
from baitiao_cli.actions.prepay import PrepayAnswer
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.show.document import Document, Table, json_data, record, table
from baitiao_cli.show.figures import after_table, figures_data
from baitiao_cli.show.payment import part_rows, parts_table

OUTLOOKS = "effect left_count next_due_on next_payment_fen later_payment_fen last_due_on cost_left_fen saved_fen"
PARTS = "amount_fen due_part_fen interest_fen principal_fen"


def prepayment_document(quote: PrepaymentQuote, today: date) -> Document:
    """The ways side by side, what of the amount lowers the principal, and the commands that record it."""
    parts = json_data(quote.parts)
    data = {
        "account_id": quote.account_id,
        "plan_id": quote.plan_id,
        "on": quote.on,
        "amount_fen": quote.amount_fen,
        **parts,
        "outlooks": [json_data(outlook) for outlook in quote.outlooks],
    }
    title = filled(labels.PREPAYMENT_TITLE, plan_id=quote.plan_id, amount=format_yuan(quote.amount_fen), on=quote.on)
    split = parts | {"amount_fen": quote.amount_fen, "due_part_fen": quote.parts.due_fen}
    tables = [_outlook_table(quote.outlooks, title), record(PARTS, split, quiet="due_part_fen interest_fen")]
    return Document(data=data, as_of=quote.on, tables=tables, next_steps=_commands(quote, today))


def prepay_document(answer: PrepayAnswer, as_of: date) -> Document:
    """Where the money went, and what is left of the plan."""
    data = json_data(answer) | {"account": figures_data(answer.account)}
    paid = filled(
        labels.PAYMENT_TITLE,
        amount=format_yuan(answer.amount_fen),
        account_id=answer.account_id,
        on=answer.effective_on,
        event_id=answer.event_id,
    )
    title = filled(labels.PLAN_AFTER, plan_id=answer.plan_id)
    tables = [
        parts_table(part_rows(answer.parts), paid),
        _outlook_table(answer.outlooks, title),
        after_table(answer.account),
    ]
    return Document(data=data, as_of=as_of, tables=tables)


def _outlook_table(outlooks: Sequence[PlanOutlook], title: Text) -> Table:
    """The payment after the next is told where it differs in one of the ways."""
    differs = any(outlook.later_payment_fen not in (0, outlook.next_payment_fen) for outlook in outlooks)
    keys = OUTLOOKS if differs else OUTLOOKS.replace(" later_payment_fen", "")
    return table(keys, [json_data(outlook) for outlook in outlooks], title=title)


def _commands(quote: PrepaymentQuote, today: date) -> list[Text]:
    on = f" --on {quote.on}" if quote.on < today else ""
    label = labels.TO_PREPAY_THEN if quote.on > today else labels.TO_PREPAY
    amount = format_yuan(quote.amount_fen).replace(",", "")
    return [
        filled(label, command=f"baitiao prepay {quote.plan_id} {amount} --by {outlook.effect}{on}")
        for outlook in quote.outlooks
        if outlook.effect != "none"
    ]
