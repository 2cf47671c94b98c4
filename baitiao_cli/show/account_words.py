"""What stands on the screen of an account as a phrase: its bills, its last payment, its lock, what is agreed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from baitiao_cli.calc.check_digit import checked
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, call, filled, labels, words
from baitiao_cli.show.document import json_data

if TYPE_CHECKING:
    from baitiao_cli.account.account import Payment
    from baitiao_cli.account.views.at_hand import ComingBill
    from baitiao_cli.account.views.figures import Figures
    from baitiao_cli.actions.account_lines.payments import AutoRepayLine, BillLine
    from baitiao_cli.actions.account_lines.standing import LockLine, SuspensionLine
    from baitiao_cli.actions.show import AccountView


def closed_words(view: AccountView) -> Text | date | None:
    """When the account was closed, and that the operator did it."""
    if view.closed_by != "operator":
        return view.closed_on
    return filled(labels.CLOSED_BY_OPERATOR, closed_on=view.closed_on)


def lock_words(lock: LockLine | None, account_id: str) -> Text | None:
    """Since when the customer has locked the line, why, and what lifts it."""
    if lock is None:
        return None
    since = labels.LOCKED_BECAUSE if lock.reason else labels.LOCKED_SINCE
    told = filled(since, since_on=lock.since_on, reason=lock.reason)
    return filled(call.UNLOCKS, lock=told, command=f"baitiao unlock {account_id}")


def suspension_row(suspension: SuspensionLine) -> dict[str, object]:
    """A suspension with what lifts it: what was said of it, or what usually does for its cause."""
    return json_data(suspension) | {"lift_condition": lift_words(suspension)}


def lift_words(suspension: SuspensionLine) -> str | Text:
    """What lifts a suspension, and whether it then lifts by itself."""
    lift = lift_condition(suspension)
    return filled(labels.BY_ITSELF, lift=lift) if suspension.by_rule else lift


def lift_condition(suspension: SuspensionLine) -> str | Text:
    """What lifts a suspension: what was said of it, or what usually does for its cause."""
    return suspension.lift_condition or words.WORDS["lift"][suspension.cause]


def overdue_since_words(figures: Figures) -> Text | None:
    """Since when something is overdue, and for how many days."""
    if figures.overdue_since_on is None:
        return None
    text = call.OVERDUE_ONE_DAY if figures.days_past_due == 1 else call.OVERDUE_DAYS
    return filled(text, since_on=figures.overdue_since_on, days=figures.days_past_due)


def payment_words(payment: Payment | None) -> Text | None:
    """The last payment: how much on which day, by what, and for which plan if it was for one."""
    if payment is None:
        return None
    text = call.PAID_BY if payment.means else call.PAID
    paid = filled(text, amount=format_yuan(payment.amount_fen), on=payment.on, means=payment.means)
    return filled(call.PAID_FOR, paid=paid, plan_id=checked(payment.plan_id)) if payment.plan_id else paid


def auto_repay_words(agreed: AutoRepayLine | None) -> Text | None:
    """What is agreed of auto-repay."""
    if agreed is None:
        return None
    share = words.WORDS["share"][agreed.share]
    return filled(labels.AUTO_REPAY_SINCE, share=share, means=agreed.means, since_on=agreed.since_on)


def bill_words(view: AccountView) -> Text | None:
    """The latest bill: what it asked for, the least of it, and until when; that this is as issued when that differs."""
    bill: BillLine | None = view.bill
    if bill is None:
        return None
    asks_now = (view.figures.due_fen, view.figures.minimum_left_fen)
    told = filled(
        labels.BILL_WORDS if asks_now == (bill.amount_due_fen, bill.minimum_due_fen) else labels.BILL_WORDS_ISSUED,
        number=bill.number,
        amount=format_yuan(bill.amount_due_fen),
        minimum=format_yuan(bill.minimum_due_fen),
        due_on=bill.due_on,
    )
    if bill.deferred_to is None:
        return told
    return filled(labels.BILL_WORDS_DEFERRED, bill=told, deferred_to=bill.deferred_to)


def next_bill_words(view: AccountView) -> Text | date | None:
    """The bill that comes, with what it will ask for if nothing more happens."""
    bill: ComingBill | None = view.next_bill
    if bill is None or not bill.amount_due_fen:
        return view.next_bill_on
    return filled(
        call.NEXT_BILL_OF,
        billed_on=bill.billed_on,
        amount=format_yuan(bill.amount_due_fen),
        minimum=format_yuan(bill.minimum_due_fen),
        due_on=bill.due_on,
    )
