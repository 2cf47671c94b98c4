"""One account on one screen, and its figures after a verb."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from baitiao_cli.calc.check_digit import checked
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import call, columns, filled, labels, listed, words
from baitiao_cli.show.account_words import (
    auto_repay_words,
    bill_words,
    closed_words,
    lock_words,
    next_bill_words,
    overdue_since_words,
    payment_words,
    suspension_row,
)
from baitiao_cli.show.document import Document, Table, csv_table, json_data, record, table
from baitiao_cli.show.figures import cure_told, figures_data, worse_than_normal
from baitiao_cli.show.person import name_told

if TYPE_CHECKING:
    from baitiao_cli.actions.account_lines.purchases import PlanLine
    from baitiao_cli.actions.open import OpenAnswer
    from baitiao_cli.actions.reverse import ReverseAnswer
    from baitiao_cli.actions.show import AccountView

# In the order in which it is asked for on the phone: who, what stops the line, what is to be paid, what may be spent.
HEAD = (
    "account_id name phone status class closed_on closing reopened_on locked overdue_fen overdue_since cure_fen "
    "due_fen minimum_left_fen next_due_on next_due_fen credit_fen limit_fen used_fen held_fen earmarked_taken_fen "
    "available_fen owed_fen bill_day last_payment latest_bill next_bill limit_request hardship auto_repay "
    "last_debit next_debit"
)
HEAD_QUIET = (
    "phone closed_on closing reopened_on locked held_fen earmarked_taken_fen minimum_left_fen overdue_fen "
    "overdue_since cure_fen class credit_fen next_due_on next_due_fen last_payment latest_bill next_bill limit_request "
    "hardship auto_repay last_debit next_debit"
)
# For scripts, field by field what people read as a phrase; columns may be added at the end.
CSV = (
    "account_id name phone status closed_on closing_since_on closing_ends_on lapsed_closing_ended_on reopened_on "
    "locked_since_on limit_fen used_fen held_fen earmarked_taken_fen available_fen owed_fen due_fen minimum_left_fen "
    "overdue_fen overdue_since_on days_past_due class credit_fen next_due_on next_due_fen bill_number "
    "bill_amount_due_fen bill_minimum_due_fen bill_due_on bill_deferred_to next_bill_on bill_day "
    "limit_request_limit_fen limit_request_since_on hardship_since_on hardship_decide_by_on hardship_days_left "
    "auto_repay_means auto_repay_share auto_repay_since_on last_debit_on last_debit_asked_fen last_debit_taken_fen "
    "last_debit_outcome next_debit_on next_debit_asked_fen last_payment_on last_payment_amount_fen "
    "next_bill_amount_due_fen next_bill_minimum_due_fen next_bill_due_on cure_fen"
)
HEAD_LABELS = {"name": labels.CUSTOMER, "overdue_since": columns.LABELS["overdue_since_on"]}
WAITING = "proposal_id verb amount_fen proposed_on operator"
AT_DESK = "record_id item since_on by_on amount_fen"
HOLDS = "hold_id product_id merchant amount_fen expires_on"
DISPUTES = "dispute_id plan_id merchant cause opened_on amount_fen set_aside_fen"
OPENED = "account_id person_id event_id effective_on limit_fen bill_day tier"
PLANS = "plan_id product_id merchant amount_fen balance_fen paid_of first_unpaid_on paused_until_on"
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


def show_document(view: AccountView, as_of: date) -> Document:
    """The account as it is asked for on the phone: who, what stops it, what is to be paid and may be spent, plans."""
    figures = figures_data(view.figures)
    data = figures | json_data(view) | {"checked_id": checked(view.figures.account_id)}
    del data["figures"]
    title = filled(labels.ACCOUNT_TITLE, as_of=as_of)
    head = record(HEAD, _head(view), title=title, quiet=HEAD_QUIET, labels=HEAD_LABELS, is_paired=True)
    tables = [head, *_stopped_tables(view), *_open_tables(view), *_plans_table(view), *_held_tables(view)]
    disputed = {dispute.plan_id for dispute in view.disputes}  # nothing is left of it while it waits, either
    settled = sum(plan.settled_on is not None and plan.plan_id not in disputed for plan in view.plans)
    notes = [filled(labels.OLDER_FIRST, account_id=view.figures.account_id)] if cure_told(view.figures) else []
    notes += [filled(labels.SETTLED_PLANS, count=settled)] if settled else []
    csv = csv_table(CSV, [_csv_row(view)])
    return Document(data=data, as_of=as_of, tables=tables, notes=notes, csv_table=csv, value=view)


def _head(view: AccountView) -> dict[str, object]:
    """What stands before the tables."""
    account_id = view.figures.account_id
    return json_data(view.figures) | {
        "account_id": checked(account_id),
        "name": name_told(view.person.name, view.person.access),
        "phone": view.person.phone,
        "class": worse_than_normal(view.figures.loan_class),
        "cure_fen": cure_told(view.figures),
        "closed_on": closed_words(view),
        "reopened_on": view.reopened_on,
        "locked": lock_words(view.lock, account_id),
        "overdue_since": overdue_since_words(view.figures),
        "bill_day": view.bill_day,
        "last_payment": payment_words(view.last_payment),
        "latest_bill": bill_words(view),
        "next_bill": next_bill_words(view),
        "auto_repay": auto_repay_words(view.auto_repay),
        **_seldom_words(view),
    }


def _seldom_words(view: AccountView) -> dict[str, object]:
    """What stands there of few accounts: what tells it is imported for those alone."""
    told: dict[str, object] = {}
    if view.closing or view.lapsed_closing:
        from baitiao_cli.show.cooling import closing_words

        told["closing"] = closing_words(view.closing, view.lapsed_closing)
    if view.limit_request:
        from baitiao_cli.show.limits import request_words

        told["limit_request"] = request_words(view.limit_request)
    if view.hardship:
        from baitiao_cli.show.hardship import hardship_words

        told["hardship"] = hardship_words(view.hardship)
    if view.last_debit or view.next_debit:
        from baitiao_cli.show.auto_repay import coming_words, tried_words

        told["last_debit"] = tried_words(view.last_debit) if view.last_debit else None
        told["next_debit"] = coming_words(view.next_debit) if view.next_debit else None
    return told


def _stopped_tables(view: AccountView) -> Iterator[Table]:
    """What keeps the customer from buying, with what lifts it, and what was given up for lost."""
    if view.suspensions:
        suspensions = [suspension_row(suspension) for suspension in view.suspensions]
        named = {"since_on": labels.SINCE}
        yield table("cause since_on lift_condition", suspensions, title=labels.SUSPENSIONS, labels=named)
    if view.risk_items:
        from baitiao_cli.show.desk.queue import account_items_table

        yield from account_items_table(view.risk_items)
    if view.losses:
        losses = [json_data(loss) | {"loss_of": loss.plan_id or labels.WHOLE_ACCOUNT} for loss in view.losses]
        yield table("loss_of state since_on recoverable_fen reason", losses, title=labels.LOSSES)


def _open_tables(view: AccountView) -> Iterator[Table]:
    """What waits for somebody: disputes, what an operator proposed, and what the desk has open."""
    if view.disputes:
        disputes = [json_data(one) | {"plan_id": checked(one.plan_id)} for one in view.disputes]
        disputes = [one | {"dispute_id": checked(one["dispute_id"])} for one in disputes]
        sums = {name: sum(dispute[name] for dispute in disputes) for name in ("amount_fen", "set_aside_fen")}
        named = {"opened_on": labels.SINCE}
        yield table(DISPUTES, disputes, title=labels.OPEN_DISPUTES, totals=sums, quiet="merchant", labels=named)
    if view.proposals:
        waiting = [json_data(one) | {"amount_fen": one.amount_fen or None} for one in view.proposals]
        yield table(WAITING, waiting, title=call.WAITING, quiet="amount_fen")
    if view.at_desk:
        from baitiao_cli.messages.desk import open_items as desk

        items = [json_data(one) | {"item": desk.ITEMS[one.item]} for one in view.at_desk]
        yield table(AT_DESK, items, title=desk.AT_DESK, quiet="by_on amount_fen", labels=desk.NAMED)


def _plans_table(view: AccountView) -> Iterator[Table]:
    """The plans in progress, with what was bought and what is left."""
    plans = [_plan_row(plan) for plan in view.plans if plan.settled_on is None]
    if plans:
        totals = {name: sum(plan[name] for plan in plans) for name in ("amount_fen", "balance_fen")}
        yield table(PLANS, plans, title=labels.OPEN_PLANS, totals=totals, quiet="merchant paused_until_on")


def _held_tables(view: AccountView) -> Iterator[Table]:
    """What is reserved, what may be spent on what, and what can pay."""
    if view.holds:
        held = {"amount_fen": sum(hold.amount_fen for hold in view.holds)}
        holds = [json_data(hold) | {"hold_id": checked(hold.hold_id)} for hold in view.holds]
        yield table(HOLDS, holds, title=labels.OPEN_HOLDS, totals=held, quiet="merchant")
    if len(view.limits) > 1:  # more than the line's own
        from baitiao_cli.show.limits import limits_table

        yield limits_table(view.limits)
    if view.means:
        from baitiao_cli.show.auto_repay import means_table

        yield means_table([json_data(means) for means in view.means])


def _plan_row(plan: PlanLine) -> dict[str, Any]:
    paid_of = f"{plan.paid_count}/{plan.installment_count}"
    return json_data(plan) | {
        "plan_id": checked(plan.plan_id),
        "paid_of": paid_of,
        "first_unpaid_on": plan.next_due_on,
    }


def _csv_row(view: AccountView) -> dict[str, object]:
    """The one row of CSV: what people read as a phrase is told part by part."""
    row = figures_data(view.figures) | {
        "name": name_told(view.person.name, view.person.access),
        "phone": view.person.phone,
        "closed_on": view.closed_on,
        "reopened_on": view.reopened_on,
        "bill_day": view.bill_day,
        "next_bill_on": view.next_bill_on,
    }
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
        "last_payment": view.last_payment,
        "next_bill": view.next_bill,
    }
    told = {
        f"{prefix}_{key}": value for prefix, part in parts.items() if part for key, value in json_data(part).items()
    }
    return told | row


def open_document(answer: OpenAnswer, as_of: date) -> Document:
    """The new account."""
    data = json_data(answer)
    account_id, fields = answer.account_id, answer.known_otherwise
    known = filled(
        labels.KNOWN_OTHERWISE,
        person_id=answer.person_id,
        fields=listed(words.WORDS["matched"][each.replace("_", "-")] for each in fields),
        command=f"baitiao person {account_id} --reason TEXT {' '.join(f'--{each} -' for each in fields)}",
    )
    return Document(
        data=data,
        as_of=as_of,
        tables=[record(OPENED, data | {"account_id": checked(account_id)})],
        csv_table=csv_table(OPENED, [data]),
        notes=[known] if fields else [],
        next_steps=[filled(labels.NEXT_STEP, command=_first_purchase(answer))],
    )


EXAMPLE_FEN = 1000_00


def _first_purchase(answer: OpenAnswer) -> str:
    """A command that the new line allows: the usual example, or all of a limit that is smaller, on the next bill."""
    if answer.limit_fen >= EXAMPLE_FEN:
        return f"baitiao charge {answer.account_id} {EXAMPLE_FEN // 100} --installments 12"
    return f"baitiao charge {answer.account_id} {format_yuan(answer.limit_fen).replace(',', '')}"


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
