"""Auto-repay: what is agreed, the means, what was tried and what comes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, filled, labels, words
from baitiao_cli.show.document import Document, Table, csv_table, json_data, record, table

if TYPE_CHECKING:
    from baitiao_cli.actions.account_lines.payments import DebitLine
    from baitiao_cli.actions.auto_repay import AutoRepayAnswer
    from baitiao_cli.actions.means import MeansAnswer

STATED = "account_id event_id effective_on means means_kind last_digits can_pay"
MEANS_CSV = "account_id event_id effective_on means means_kind last_digits funds_fen is_unlimited is_removed"
MEANS = "means means_kind last_digits can_pay since_on"


def auto_repay_document(answer: AutoRepayAnswer, as_of: date) -> Document:
    """What is agreed, and when it is debited, or that money is booked when it has really come."""
    data = json_data(answer)
    told = record("account_id event_id effective_on means share", data, quiet="means share")
    days = ", ".join(map(str, answer.auto_repay_days))
    if not answer.means:
        note = labels.NO_AUTO_REPAY
    elif days:
        from shlex import quote

        command = f"baitiao means {answer.account_id} {quote(answer.means)}"
        note = filled(labels.AUTO_REPAY_TRIES, days=days, means=answer.means, command=command)
    else:
        note = filled(labels.AUTO_REPAY_IS_A_PROMISE, account_id=answer.account_id)
    return Document(data=data, as_of=as_of, tables=[told], notes=[note])


def means_document(answer: MeansAnswer, as_of: date) -> Document:
    """What is known of the means now, and what that means for auto-repay."""
    data = json_data(answer)
    told = record(STATED, data | {"can_pay": can_pay(data)}, quiet="means_kind last_digits")
    notes = [labels.NOTHING_IS_DEBITED]
    if answer.is_debited and answer.is_removed:
        notes.append(filled(labels.DEBITED_MEANS_REMOVED, account_id=answer.account_id))
    return Document(data=data, as_of=as_of, tables=[told], notes=notes, csv_table=csv_table(MEANS_CSV, [data]))


def can_pay(means: Mapping[str, Any]) -> Text:
    """What a means can pay, in words."""
    if means["is_removed"]:
        return labels.MEANS_REMOVED
    if means["is_unlimited"]:
        return labels.PAYS_WHAT_IS_ASKED
    return filled(labels.PAYS_UP_TO, amount=format_yuan(means["funds_fen"]))


def means_table(means: Sequence[Mapping[str, Any]]) -> Table:
    """The means that were stated."""
    rows = [row | {"can_pay": can_pay(row)} for row in map(dict, means)]
    return table(
        MEANS, rows, title=labels.MEANS_TITLE, quiet="means_kind last_digits", labels={"since_on": labels.SINCE}
    )


def debits_table(debits: Sequence[Mapping[str, Any]]) -> Table:
    """The debits that a run made, with those that took less than was asked."""
    totals = {"taken_fen": sum(row["taken_fen"] for row in debits)}
    keys = "account_id event_id on means asked_fen taken_fen outcome"
    named = {"asked_fen": labels.DEBIT_ASKED, "taken_fen": labels.DEBIT_TAKEN}
    return table(keys, debits, title=labels.DEBITS_MADE, totals=totals, labels=named)


def tried_words(tried: DebitLine) -> Text:
    """A try in one sentence: when, how much of what was asked was taken, and why not more."""
    return filled(
        labels.DEBIT_TRIED,
        on=tried.on,
        taken=format_yuan(tried.taken_fen),
        asked=format_yuan(tried.asked_fen),
        outcome=words.WORDS["outcome"][tried.outcome],
    )


def coming_words(coming: DebitLine) -> Text:
    """The next try: when, what it asks for, and what of it the means can pay now."""
    text = labels.DEBIT_COMES if coming.taken_fen == coming.asked_fen else labels.DEBIT_COMES_SHORT
    amounts = {"asked": format_yuan(coming.asked_fen), "taken": format_yuan(coming.taken_fen)}
    return filled(text, on=coming.on, means=coming.means, **amounts)
