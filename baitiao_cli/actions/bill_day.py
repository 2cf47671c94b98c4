"""`bill-day`: bills on another day of the month."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.billing import coming_bill_on
from baitiao_cli.account.events import BillDayChanged, BillIssued
from baitiao_cli.account.verbs.bill_day import decide_bill_day, next_change_on
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.book import Book
from baitiao_cli.ledger.store import WriteTransaction


class BillDayAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The new bill day, and why."""

    account_id: str
    bill_day: int
    reason: str = ""


class MovedInstallment(msgspec.Struct, frozen=True, kw_only=True):
    """An installment (or a purchase) that the next bill asks for, and when it was due before."""

    plan_id: str
    merchant: str
    number: int
    due_before_on: date
    due_on: date


class BillDayAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The change, the next bill with what it asks for of plans, and when the bill day may change again."""

    account_id: str
    event_id: str
    effective_on: date
    bill_day_before: int
    bill_day: int
    next_bill_on: date
    next_bill_due_on: date
    next_change_on: date
    next_bill: list[MovedInstallment]


def act(tx: WriteTransaction, asked: BillDayAsked, call: Call) -> BillDayAnswer:
    """Records the change; bills that were sent stay with their due dates."""
    on = call.effective_on
    book = tx.book(asked.account_id)
    before = book.account(on)
    bill_day_before, dues_before = before.bill_day, _dues(before)
    change = BillDayChanged(bill_day=asked.bill_day, reason=asked.reason)
    event = book.record(decide_bill_day(before, change, on, _last_issued_on(book)), on, call.request_id)
    after = book.account(on)
    next_bill_on = coming_bill_on(after)
    return BillDayAnswer(
        account_id=asked.account_id,
        event_id=event.event_id,
        effective_on=on,
        bill_day_before=bill_day_before,
        bill_day=after.bill_day,
        next_bill_on=next_bill_on,
        next_bill_due_on=next_bill_on + timedelta(days=after.line.due_days),
        next_change_on=next_change_on(after),
        next_bill=[
            MovedInstallment(
                plan_id=plan.plan_id,
                merchant=plan.merchant,
                number=row.number,
                due_before_on=dues_before[plan.plan_id, row.number],
                due_on=row.due_on,
            )
            for plan in after.open_plans
            for row in plan.unbilled_rows
            if plan.terms.due_by == "bill" and row.until_on == next_bill_on
        ],
    )


def _dues(account: Account) -> dict[tuple[str, int], date]:
    return {(plan.plan_id, row.number): row.due_on for plan in account.open_plans for row in plan.rows}


def _last_issued_on(book: Book) -> date:
    return max((event.fact.billed_on for event in book.events if isinstance(event.fact, BillIssued)), default=date.min)


BILL_DAY = Verb("bill-day", BillDayAsked, BillDayAnswer, act)
