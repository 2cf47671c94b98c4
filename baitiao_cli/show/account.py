"""One account on one screen, and its figures after a verb."""

from __future__ import annotations

from datetime import date
from typing import Any

from baitiao_cli.account.classification import CLASSES, LoanClass
from baitiao_cli.account.views.figures import Figures
from baitiao_cli.actions.open import OpenAnswer
from baitiao_cli.actions.reverse import ReverseAnswer
from baitiao_cli.actions.show import AccountView, AutoRepayLine, BillLine, LockLine, PlanLine, SuspensionLine
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, columns, filled, labels, words
from baitiao_cli.show.auto_repay import coming_words, means_table, tried_words
from baitiao_cli.show.cooling import closing_words
from baitiao_cli.show.document import Document, Table, csv_table, json_data, record, table
from baitiao_cli.show.hardship import hardship_words
from baitiao_cli.show.limits import limits_table, request_words

HEAD = (
    "account_id name phone status closed_on closing reopened_on locked limit_fen used_fen held_fen earmarked_taken_fen "
    "available_fen owed_fen due_fen minimum_left_fen overdue_fen overdue_since_on days_past_due class credit_fen "
    "next_due_on next_due_fen latest_bill next_bill_on bill_day limit_request hardship auto_repay last_debit next_debit"
)
# What people read as a sentence, told in CSV field by field.
CSV_FIELDS = {
    "closing": "closing_since_on closing_ends_on lapsed_closing_ended_on",
    "locked": "locked_since_on",
    "latest_bill": "bill_number bill_amount_due_fen bill_minimum_due_fen bill_due_on bill_deferred_to",
    "limit_request": "limit_request_limit_fen limit_request_since_on",
    "hardship": "hardship_since_on hardship_decide_by_on hardship_days_left",
    "auto_repay": "auto_repay_means auto_repay_share auto_repay_since_on",
    "last_debit": "last_debit_on last_debit_asked_fen last_debit_taken_fen last_debit_outcome",
    "next_debit": "next_debit_on next_debit_asked_fen",
}
HEAD_QUIET = (
    "phone closed_on closing reopened_on locked held_fen earmarked_taken_fen minimum_left_fen overdue_fen "
    "overdue_since_on days_past_due class credit_fen next_due_on next_due_fen latest_bill next_bill_on limit_request "
    "hardship auto_repay last_debit next_debit"
)
HOLDS = "hold_id product_id merchant amount_fen expires_on"
DISPUTES = "dispute_id plan_id merchant cause opened_on amount_fen set_aside_fen"
PLANS = "plan_id product_id merchant amount_fen balance_fen paid_of first_unpaid_on paused_until_on"
AFTER = "owed_fen due_fen minimum_left_fen overdue_fen credit_fen available_fen next_due_on next_due_fen"
AFTER_QUIET = "minimum_left_fen overdue_fen credit_fen next_due_on next_due_fen"
CHANGED = (
    "limit_fen",
    "used_fen",
    "held_fen",
    "available_fen",
    "owed_fen",
    "due_fen",
    "overdue_fen",
    "credit_fen",
    "days_past_due",
)


def figures_data(figures: Figures) -> dict[str, object]:
    """The account's figures as JSON gives them; what is owed also by kind."""
    data = json_data(figures)
    owed = data.pop("owed")
    data["owed_parts"] = {f"{kind}_fen": amount for kind, amount in owed.items()}
    return data


def worse_than_normal(loan_class: LoanClass) -> LoanClass | None:
    """The class as people are told it: one that is normal says nothing."""
    return None if loan_class == CLASSES[0] else loan_class


def after_table(figures: Figures) -> Table:
    """What a customer asks after a payment: what is still owed, what is due, what may be spent."""
    return record(AFTER, json_data(figures), title=labels.ACCOUNT_AFTER, quiet=AFTER_QUIET)


def show_document(view: AccountView, as_of: date) -> Document:
    """The account: money first, then its plans."""
    figures = figures_data(view.figures)
    data = figures | json_data(view)
    del data["figures"]
    head = figures | {
        "name": view.person.name,
        "phone": view.person.phone,
        "closed_on": _closed_words(view),
        "closing": closing_words(view.closing, view.lapsed_closing),
        "reopened_on": view.reopened_on,
        "limit_request": request_words(view.limit_request),
        "hardship": hardship_words(view.hardship),
        "auto_repay": _auto_repay_words(view.auto_repay),
        "last_debit": tried_words(view.last_debit) if view.last_debit else None,
        "next_debit": coming_words(view.next_debit) if view.next_debit else None,
        "locked": _lock_words(view.lock),
        "latest_bill": _bill_words(view.bill),
        "next_bill_on": view.next_bill_on,
        "bill_day": view.bill_day,
    }
    told = head | {"class": worse_than_normal(view.figures.loan_class)}
    title = filled(labels.ACCOUNT_TITLE, as_of=as_of)
    tables = [record(HEAD, told, title=title, quiet=HEAD_QUIET, labels={"name": labels.CUSTOMER})]
    if limits := limits_table(view.limits):
        tables.append(limits)
    if view.suspensions:
        suspensions = [_suspension_row(suspension) for suspension in view.suspensions]
        named = {"since_on": labels.SINCE}
        tables.append(table("cause since_on lift_condition", suspensions, title=labels.SUSPENSIONS, labels=named))
    if view.means:
        tables.append(means_table([json_data(means) for means in view.means]))
    if view.losses:
        losses = [json_data(loss) | {"loss_of": loss.plan_id or labels.WHOLE_ACCOUNT} for loss in view.losses]
        tables.append(table("loss_of state since_on recoverable_fen reason", losses, title=labels.LOSSES))
    if view.holds:
        held = {"amount_fen": sum(hold.amount_fen for hold in view.holds)}
        holds = [json_data(hold) for hold in view.holds]
        tables.append(table(HOLDS, holds, title=labels.OPEN_HOLDS, totals=held, quiet="merchant"))
    if view.disputes:
        disputes = [json_data(dispute) for dispute in view.disputes]
        sums = {name: sum(dispute[name] for dispute in disputes) for name in ("amount_fen", "set_aside_fen")}
        named = {"opened_on": labels.SINCE}
        shown = table(DISPUTES, disputes, title=labels.OPEN_DISPUTES, totals=sums, quiet="merchant", labels=named)
        tables.append(shown)
    plans = [_plan_row(plan) for plan in view.plans if plan.settled_on is None]
    if plans:
        totals = {name: sum(plan[name] for plan in plans) for name in ("amount_fen", "balance_fen")}
        tables.append(table(PLANS, plans, title=labels.OPEN_PLANS, totals=totals, quiet="merchant paused_until_on"))
    settled = len(view.plans) - len(plans)
    notes = [filled(labels.SETTLED_PLANS, count=settled)] if settled else []
    csv = csv_table(
        " ".join(CSV_FIELDS.get(key, key) for key in HEAD.split()),
        [head | _csv_fields(view) | {"closed_on": view.closed_on}],
    )
    return Document(data=data, as_of=as_of, tables=tables, notes=notes, csv_table=csv)


def _plan_row(plan: PlanLine) -> dict[str, Any]:
    paid_of = f"{plan.paid_count}/{plan.installment_count}"
    return json_data(plan) | {"paid_of": paid_of, "first_unpaid_on": plan.next_due_on}


def _csv_fields(view: AccountView) -> dict[str, object]:
    """The parts of the sentences, under the names of `CSV_FIELDS`."""
    fields: dict[str, object] = {}
    parts = {
        "bill": view.bill,
        "auto_repay": view.auto_repay,
        "locked": view.lock,
        "closing": view.closing,
        "lapsed_closing": view.lapsed_closing,
        "limit_request": view.limit_request,
        "hardship": view.hardship,
        "last_debit": view.last_debit,
        "next_debit": view.next_debit,
    }
    for prefix, part in parts.items():
        if part:
            fields |= {f"{prefix}_{key}": value for key, value in json_data(part).items()}
    return fields | {"bill_day": view.bill_day}


def _closed_words(view: AccountView) -> Text | date | None:
    if view.closed_by != "operator":
        return view.closed_on
    return filled(labels.CLOSED_BY_OPERATOR, closed_on=view.closed_on)


def _lock_words(lock: LockLine | None) -> Text | None:
    if lock is None:
        return None
    text = labels.LOCKED_BECAUSE if lock.reason else labels.LOCKED_SINCE
    return filled(text, since_on=lock.since_on, reason=lock.reason)


def _suspension_row(suspension: SuspensionLine) -> dict[str, object]:
    lift: str | Text = suspension.lift_condition or words.WORDS["lift"][suspension.cause]
    if suspension.by_rule:
        lift = filled(labels.BY_ITSELF, lift=lift)
    return json_data(suspension) | {"lift_condition": lift}


def _auto_repay_words(agreed: AutoRepayLine | None) -> Text | None:
    if agreed is None:
        return None
    share = words.WORDS["share"][agreed.share]
    return filled(labels.AUTO_REPAY_SINCE, share=share, means=agreed.means, since_on=agreed.since_on)


def _bill_words(bill: BillLine | None) -> Text | None:
    if bill is None:
        return None
    told = filled(
        labels.BILL_WORDS,
        number=bill.number,
        amount=format_yuan(bill.amount_due_fen),
        minimum=format_yuan(bill.minimum_due_fen),
        due_on=bill.due_on,
    )
    if bill.deferred_to is None:
        return told
    return filled(labels.BILL_WORDS_DEFERRED, bill=told, deferred_to=bill.deferred_to)


def open_document(answer: OpenAnswer, as_of: date) -> Document:
    """The new account."""
    data = json_data(answer)
    return Document(
        data=data,
        as_of=as_of,
        tables=[record("account_id person_id event_id effective_on limit_fen bill_day tier", data)],
        next_steps=[filled(labels.NEXT_STEP, command=f"baitiao charge {answer.account_id} 1000 --installments 12")],
    )


def reverse_document(answer: ReverseAnswer, as_of: date) -> Document:
    """What the reversal changed: the figures that differ, before and after."""
    before, after = json_data(answer.before), json_data(answer.account)
    rows = [
        {"figure": columns.LABELS[name], "before_fen": before[name], "after_fen": after[name]}
        for name in CHANGED
        if name.endswith("_fen") and before[name] != after[name]
    ]
    head = {"event_id": answer.event_id, "reversed_event_id": answer.reversed_event_id, "account_id": answer.account_id}
    data = json_data(answer) | {"before": figures_data(answer.before), "account": figures_data(answer.account)}
    title = filled(labels.CHANGED_TITLE, account_id=answer.account_id)
    changed = [table("figure before_fen after_fen", rows, title=title)] if rows else []
    return Document(data=data, as_of=as_of, tables=[*changed, record(" ".join(head), head)])
