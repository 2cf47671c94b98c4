"""Money in: where a payment went, and what a payoff would take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from baitiao_cli.account.postings import RECEIVABLE
from baitiao_cli.account.verbs.loss import RECOVERED
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.show.document import Document, Table, json_data, record, table
from baitiao_cli.show.figures import after_table, figures_data

if TYPE_CHECKING:
    from baitiao_cli.account.verbs.payoff import PayoffQuote
    from baitiao_cli.actions.payout import PayoutAnswer
    from baitiao_cli.actions.repay import PaidPart, PaymentAnswer

KINDS = ("principal_fen", "interest_fen", "fee_fen", "late_charge_fen")
PARTS = f"paid_for number {' '.join(KINDS)} amount_fen"
OWED = f"owed_for {' '.join(KINDS)} total_fen"
PARTS_QUIET = f"number {' '.join(KINDS)}"


def payment_document(answer: PaymentAnswer, as_of: date) -> Document:
    """Each part of the payment on its own line, summing to it, and the account after it."""
    return parts_document(answer, as_of, labels.PAYMENT_TITLE)


def parts_document(answer: PaymentAnswer, as_of: date, title: Text, went_to: Text | None = None) -> Document:
    """Where the money of an event went, under a title of its own, and the account after it."""
    data = json_data(answer) | {"account": figures_data(answer.account)}
    told = filled(
        title,
        amount=format_yuan(answer.amount_fen),
        account_id=answer.account_id,
        on=answer.effective_on,
        event_id=answer.event_id,
    )
    parts = parts_table(part_rows(answer.parts), told, went_to)
    return Document(data=data, as_of=as_of, tables=[parts, after_table(answer.account)])


def parts_table(rows: Sequence[Mapping[str, Any]], title: Text, went_to: Text | None = None) -> Table:
    """Parts with their sums; `went_to` is the heading of what each was for."""
    totals = {name: sum(row[name] for row in rows) for name in (*KINDS, "amount_fen")}
    heading = {"paid_for": went_to} if went_to else None
    return table(PARTS, rows, title=title, totals=totals, quiet=PARTS_QUIET, labels=heading)


def payout_document(answer: PayoutAnswer, as_of: date) -> Document:
    """What went back to the customer, and the account after it."""
    data = json_data(answer) | {"account": figures_data(answer.account)}
    paid = record("account_id event_id effective_on amount_fen", data)
    return Document(data=data, as_of=as_of, tables=[paid, after_table(answer.account)])


def part_rows(parts: Sequence[PaidPart]) -> list[dict[str, Any]]:
    """A line for each installment that money went to, for principal ahead of all, the line's charges, what was
    written off and the credit.

    The line's charges are counted among themselves, which is the number of no installment and no bill: it is not told.
    """
    rows: dict[tuple[str, int | None, object], dict[str, Any]] = {}
    for part in parts:
        is_credit = part.kind == "credit"
        credit = labels.KEPT_AS_CREDIT if part.amount_fen > 0 else labels.FROM_CREDIT
        charges = credit if is_credit else labels.LINE_CHARGES
        ahead = filled(labels.PRINCIPAL_AHEAD, plan_id=part.plan_id)
        name = (part.plan_id if part.number else ahead) if part.plan_id else charges
        is_kind = part.kind in RECEIVABLE
        if part.kind == RECOVERED:
            name = filled(labels.RECOVERED, of=part.plan_id or labels.LINE_CHARGES)
        number = part.number or None if part.plan_id else None
        row = rows.setdefault(
            (part.plan_id, number, "" if is_kind else name),
            {"paid_for": name, "number": (part.plan_id and part.number) or None}
            | dict.fromkeys((*KINDS, "amount_fen"), 0),
        )
        row["amount_fen"] += part.amount_fen
        if is_kind:
            row[f"{part.kind}_fen"] += part.amount_fen
    return list(rows.values())


def payoff_document(quote: PayoffQuote, today: date) -> Document:
    """What settles the plan or the account on the day, item by item, and the command that pays it."""
    items = [json_data(item) | {"total_fen": item.total_fen} for item in quote.items]
    sums = {name: sum(item[name] for item in items) for name in (*KINDS, "fee_waived_fen", "fee_capped_fen")}
    data = {
        "account_id": quote.account_id,
        "plan_id": quote.plan_id,
        "on": quote.on,
        "total_fen": quote.total_fen,
        **sums,
        "credit_fen": quote.credit_fen,
        "credit_left_fen": quote.credit_left_fen,
        "items": items,
    }
    rows = [item | {"owed_for": item["plan_id"] or labels.LINE_CHARGES} for item in items]
    if used_fen := quote.credit_fen - quote.credit_left_fen:
        rows.append({"owed_for": labels.CREDIT_USED, "total_fen": -used_fen})
    title = filled(labels.PAYOFF_TITLE, account_id=quote.account_id, on=quote.on)
    totals = sums | {"total_fen": quote.total_fen}
    return Document(
        data=data,
        as_of=quote.on,
        tables=[table(OWED, rows, title=title, totals=totals, quiet=" ".join(KINDS[1:]))],
        notes=_payoff_notes(quote, sums),
        next_steps=_payoff_steps(quote, today),
        value=quote,
    )


def _is_nothing(quote: PayoffQuote) -> bool:
    return not any(item.total_fen for item in quote.items)


def _payoff_notes(quote: PayoffQuote, sums: Mapping[str, int]) -> list[Text]:
    """Which fees fall away and why, and what is left of a credit balance."""
    notes = [labels.NOTHING_OWED] if _is_nothing(quote) else []
    if quote.credit_left_fen:
        notes.append(filled(labels.CREDIT_LEFT, amount=format_yuan(quote.credit_left_fen)))
    if sums["fee_waived_fen"]:
        notes.append(filled(labels.FEES_WAIVED, waived=format_yuan(sums["fee_waived_fen"])))
    if sums["fee_capped_fen"]:
        notes.append(filled(labels.FEES_CAPPED, capped=format_yuan(sums["fee_capped_fen"])))
    for item in quote.items:
        if item.above_cap:
            notes.append(filled(labels.COST_ABOVE_CAP, plan_id=item.plan_id, simple=item.simple_pct))
    return notes


def _payoff_steps(quote: PayoffQuote, today: date) -> list[Text]:
    """The command that pays the quote: today's, or one of a day to come; with nothing owed, that pays a credit back."""
    if _is_nothing(quote):
        pays_back = filled(labels.TO_PAY_BACK, command=f"baitiao payout {quote.account_id}")
        return [pays_back] if quote.credit_left_fen and quote.on == today else []
    command = f"baitiao payoff {quote.account_id}{f' --plan {quote.plan_id}' if quote.plan_id else ''}"
    if quote.on > today:
        return [filled(labels.TO_PAY_IT_THEN, command=f"{command} --pay")]
    on = f" --on {quote.on}" if quote.on < today else ""
    return [filled(labels.TO_PAY_IT, command=f"{command}{on} --pay")]
