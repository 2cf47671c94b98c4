"""The figures that a person asks for first: owed, due, overdue, next due, next boundary."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.allocation import payable_debts
from baitiao_cli.account.classification import LoanClass
from baitiao_cli.account.delinquency import (
    bucket,
    days_past_due,
    loan_class,
    missed_bills,
    most_minimum_unpaid_fen,
    oldest_unpaid_due_on,
    overdue_suspends_on,
)
from baitiao_cli.account.installment import Installment, Parts
from baitiao_cli.account.owed import cure_fen, minimum_left_fen, overdue_fen, owed_parts, running_charges_fen
from baitiao_cli.account.replay import next_happening_on
from baitiao_cli.account.views.forecast import RowDue, dues_of


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """One account at the end of a day, in whole fen; running interest and charges are rounded as if asked for now.

    The limit and what is available of it are for anything; of the used and held, `earmarked_taken_fen` is taken of
    limits for a scene or a merchant.
    """

    account_id: str
    status: str
    limit_fen: int
    used_fen: int
    held_fen: int
    earmarked_taken_fen: int
    available_fen: int
    owed_fen: int
    owed: Parts
    due_fen: int
    overdue_fen: int
    cure_fen: int
    minimum_left_fen: int
    credit_fen: int
    days_past_due: int
    overdue_since_on: date | None
    bucket: str
    loan_class: LoanClass = msgspec.field(name="class", default="normal")
    next_due_on: date | None
    next_due_fen: int


def figures(account: Account) -> Figures:
    """The account's figures at the end of the day that it is folded to."""
    owed = owed_parts(account)
    due_fen = sum(debt.row.unpaid_fen for debt in payable_debts(account)) + running_charges_fen(account)
    next_due_on, next_due_fen = next_due(account)
    days = days_past_due(account, account.through)
    return Figures(
        account_id=account.account_id,
        status=account.status,
        limit_fen=account.limit_fen,
        used_fen=account.used_fen,
        held_fen=account.held_fen,
        earmarked_taken_fen=account.earmarked_taken_fen,
        available_fen=account.available_fen,
        owed_fen=owed.total_fen,
        owed=owed,
        due_fen=due_fen,
        overdue_fen=overdue_fen(account),
        cure_fen=cure_fen(account),
        minimum_left_fen=minimum_left_fen(account),
        credit_fen=account.credit_fen,
        days_past_due=days,
        overdue_since_on=oldest_unpaid_due_on(account, account.through),
        bucket=bucket(days),
        loan_class=loan_class(account),
        next_due_on=next_due_on,
        next_due_fen=next_due_fen,
    )


def next_due(account: Account) -> tuple[date | None, int]:
    """The next due date, today included, and what falls due on it; `(None, 0)` when nothing does."""
    return next(coming_dues(account), (None, 0))


def coming_dues(account: Account) -> Iterator[tuple[date, int]]:
    """The due dates to come, today included, and what falls due on each if all is paid then and nothing is bought.

    After a missed minimum what revolves keeps its due date; what the latest bill asks of it beyond that minimum falls
    due with that bill. A credit balance is taken off what falls due first: a date that it covers is not told.
    """
    amounts: dict[date, int] = {}
    for piece in falling_due(account):
        amounts[piece.due_on] = amounts.get(piece.due_on, 0) + piece.amount_fen
    credit_fen = account.credit_fen
    for day in sorted(day for day in amounts if day >= account.through):
        if amounts[day] > credit_fen:
            yield day, amounts[day] - credit_fen
        credit_fen = max(credit_fen - amounts[day], 0)


class FallingDue(msgspec.Struct, frozen=True):
    """A part of what falls due on a day, in whole fen: of a row ("" the line's), of a plan with what it asks for.

    Without a row it is what the latest bill asks of what revolves beyond a minimum that was missed.
    """

    due_on: date
    amount_fen: int
    plan_id: str = ""
    row: Installment | None = None
    of_plan: RowDue | None = None


def falling_due(account: Account) -> Iterator[FallingDue]:
    """Each part of what is unpaid and has a due date, past ones too, if all is paid then and nothing is bought."""
    for row in account.line_rows:
        if (row.is_billed or row.deferral) and row.unpaid_fen:  # put off by a restructuring before they were billed
            yield FallingDue(row.due_on, row.unpaid_fen, "", row)
    for plan in account.open_plans:
        for due in dues_of(plan, account):
            if due.amount_fen:
                yield FallingDue(due.row.due_on, due.amount_fen, plan.plan_id, due.row, due)
    bill = next((bill for bill in reversed(account.bills) if bill.due_on >= account.through), None)
    if bill and (rest_fen := _missed_before_fen(account)):
        yield FallingDue(bill.due_on, rest_fen)


def _missed_before_fen(account: Account) -> int:
    """What revolves and was due before today, without what was the least to pay of it."""
    old_fen = sum(
        debt.row.unpaid_fen
        for debt in account.revolving_debts()
        if debt.row.is_billed and debt.row.due_on < account.through
    )
    return old_fen - most_minimum_unpaid_fen(account, [bill for bill in account.bills if bill.due_on < account.through])


def next_boundary_on(account: Account) -> date | None:
    """The next day on which a figure that is stored as a date or an amount changes by itself; `None` for never.

    That is when something happens (interest falls due, a bill, a bill's due date), the day after a due date, the day
    after its grace days, when what is unpaid is late, the day on which that suspends the line, the day after the last
    one of a hold, the days of a temporary limit, and every night while a daily plan is overdue and its next installment
    grows.
    """
    return boundary_before(account, next_due(account)[0])


def boundary_before(account: Account, next_due_on: date | None) -> date | None:
    """The `next_boundary_on` of an account, for those who know its next due date already."""
    through, night = account.through, timedelta(days=1)
    days = [next_happening_on(account)]
    if next_due_on:
        days.append(next_due_on + night)
    days += [hold.expires_on + night for hold in account.open_holds]
    days += account.limits.changes_on()
    days.append(overdue_suspends_on(account))
    due = [(bill.due_on, account.line.late) for bill in missed_bills(account, date.max)]
    for debt in payable_debts(account):
        due.append((debt.row.due_on, account.late_terms(debt)))
        if next_due_on and debt.plan and debt.plan.earns_daily and debt.row.is_overdue(through):
            days.append(through + night)
    for due_on, late in due:
        days += [due_on + night, due_on + night + timedelta(days=late.grace_days)]
    return min((day for day in days if day is not None and day > through), default=None)
