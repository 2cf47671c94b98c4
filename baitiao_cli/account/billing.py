"""The billing cycle: what a bill asks for, its minimum, and the bill as a document with its later adjustment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from itertools import takewhile

from baitiao_cli.account.account import Account, Debt
from baitiao_cli.account.allocation import net_credit, payable_debts
from baitiao_cli.account.bill import Bill, DueLine, DueParts, due_by
from baitiao_cli.account.delinquency import ask_accrued_charges, missed_bills, open_line_row, was_missed
from baitiao_cli.account.events import BillFigures, BillIssued
from baitiao_cli.account.expectation import asking_rows
from baitiao_cli.account.meter import NightMeter
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.postings import (
    CASH,
    CUSTOMER_ACCOUNTS,
    DISPUTED,
    GOODWILL,
    MERCHANT_PAYABLE,
    MERCHANT_REFUNDS,
    PAID_OUT,
    RECEIVABLE,
    WAIVERS,
    Posting,
)
from baitiao_cli.calc.dates import next_bill_on, previous_bill_on, step
from baitiao_cli.calc.money import round_fen
from baitiao_cli.calc.rates import PPB

# What each ledger account outside the customer's tells of a movement on the bill; a write-off is an "other" one.
MOVEMENTS = {
    MERCHANT_PAYABLE: "purchases_fen",
    "interest_income": "interest_fen",
    "fee_income": "fees_fen",
    "late_charge_income": "late_charges_fen",
    CASH: "repayments_fen",
    PAID_OUT: "payouts_fen",
    MERCHANT_REFUNDS: "refunds_fen",
    DISPUTED: "disputes_fen",
    WAIVERS: "waivers_fen",
    GOODWILL: "goodwill_fen",
}


def last_bill_on(account: Account, day: date) -> date:
    """The last bill date on or before `day`: on the present bill day since it was set, before that the last one then.

    Since the change no bill date has passed while this is `billed_through`.
    """
    last = previous_bill_on(day, account.bill_day)
    return max(last, account.billed_through) if last > account.bill_day_set_on else account.billed_through


def coming_bill_on(account: Account) -> date:
    """The next bill date, with or without something to bill: on the present bill day, after the day it was set."""
    return next_bill_on(max(account.billed_through, account.bill_day_set_on), account.bill_day)


def next_bill_day(account: Account) -> date | None:
    """The next bill date with something to bill, or on which a bill was issued; `None` while the account is idle.

    A bill issued on a day that is no bill date any more (a change of the bill day was reversed) stays a document.
    """
    moved = len(account.postings) > (account.bills[-1].until_posting if account.bills else 0)
    if moved or account.open_plans or any(row.unpaid_fen for row in account.line_rows):
        return coming_bill_on(account)
    last = max(account.billed_through, account.bill_day_set_on)
    return min((day for day in account.issued if day > last and day.day == account.bill_day), default=None)


def next_due_or_bill_on(account: Account) -> date | None:
    """The next day on which interest falls due, or a bill is made or falls due."""
    days = [plan.next_boundary() for plan in account.open_plans]
    days.append(next_bill_day(account))
    for bill in _bills_due_from(account, account.through):
        days += [bill.due_on, bill.deferred_from]
    return min((day for day in days if day is not None and day > account.through), default=None)


def _bills_due_from(account: Account, on: date) -> Iterable[Bill]:
    """The bills that fall due on `on` or later, the latest first: after a change of the bill day there may be two.

    One that was deferred may fall due after a later one.
    """
    longest = timedelta(days=account.line.due_days + account.line.defer_days)
    recent = takewhile(lambda bill: bill.billed_on + longest >= on, reversed(account.bills))
    return (bill for bill in recent if bill.due_on >= on)


def find_bill_of(account: Account, billed_on: date) -> Bill | None:
    """The account's bill of that day, as the fold has it."""
    return next((bill for bill in reversed(account.bills) if bill.billed_on == billed_on), None)


def bill_cycle(account: Account, on: date) -> None:
    """Bills the cycle that ends as `on` begins: asks for what it covers, nets the credit, computes the bill.

    The minimum asks only for what is due by the bill's due date, the amount due also for what was put off till later.
    Rounding happens here for carried interest and late charges. A cycle without movement or balance makes no bill.
    Raises `date-out-of-range` when it would be due after the year 9999.
    """
    ask_accrued_charges(account, on)
    _ask_installments(account, on)
    due_on = step(on, account.line.due_days, "days")
    if not missed_bills(account, on):
        _roll_due_dates(account, due_on)
    _bill_line_row(account, on)
    net_credit(account, on)
    from_on = max(account.opened_on, last_bill_on(account, on - timedelta(days=1)))
    account.billed_through = on
    due_lines = _due_lines(account)
    parts = DueParts.of(due_lines)
    from_posting = account.bills[-1].until_posting if account.bills else 0
    if len(account.postings) == from_posting and not parts.total_fen and on not in account.issued:
        return
    asked = DueParts.of(due_by(due_lines, due_on))
    carried_share_ppb = _carried_share_ppb(account, asked.carried_fen)
    minimum_fen = _revolving_minimum(account, asked, carried_share_ppb)
    bill = Bill(
        number=len(account.bills) + 1,
        from_on=from_on,
        billed_on=on,
        due_on=due_on,
        figures=_figures(account, parts.total_fen, asked.installments_fen + minimum_fen),
        from_posting=from_posting,
        until_posting=len(account.postings),
        due_lines=due_lines,
        carried_share_ppb=carried_share_ppb,
        minimum_revolving_fen=minimum_fen,
        minimum_met_on=on if minimum_fen == 0 else None,
        issued=account.issued.get(on),
    )
    account.bills.append(bill)


def _ask_installments(account: Account, on: date) -> None:
    """Asks for the rows that this bill covers, with their fees."""
    for debt in list(account.debts()):
        row, plan = debt.row, debt.plan
        if plan is not None and plan.terms.due_by == "bill" and not row.is_billed and row.until_on <= on:
            ask_as_planned(account, on, debt)


def ask_as_planned(account: Account, on: date, debt: Debt) -> None:
    """Asks for a row whose price is fixed: its principal and the fee or interest of its period, as planned."""
    row = debt.row
    row.is_billed = True
    account.ask(on, debt, row.price_kind, row.ask_price(row.price_of(row.planned)))


def _bill_line_row(account: Account, on: date) -> None:
    """Bills the charges of the line so far; late nights within the grace days, not asked for, go on in a new row."""
    spans = account.carry.restart()
    for row in account.line_rows[-1:]:
        row.interest_spans = row.interest_spans or spans
        if row.is_billed:
            continue
        row.until_on, row.is_billed = on, True
        if row.late.rounded_fen(account.line.rounding) > row.asked.late_charge:
            unasked = row.late.billionths - row.asked.late_charge * PPB
            open_line_row(account, on).late = NightMeter(row.late.counted_to, unasked, list(row.late.spans))
            row.late.drop_to(row.asked.late_charge)


def _roll_due_dates(account: Account, due_on: date) -> None:
    """What is carried, and the line's charges, fall due with this bill: the last minimum was met.

    After a missed minimum they keep the due date that was missed, which lateness counts from.
    """
    for debt in account.debts():
        if debt.is_revolving and (debt.row.carried or debt.plan is None) and debt.row.due_on < due_on:
            debt.row.due_on = due_on


def _due_lines(account: Account) -> list[DueLine]:
    """What is payable as a bill is made, thing by thing; interest and charges of the line are charges."""
    payable = payable_debts(account)
    plans = {debt.plan_id: debt.plan for debt in payable if debt.plan and not debt.is_revolving}
    counts = {plan_id: len(asking_rows(plan)) for plan_id, plan in plans.items()}
    lines = []
    for debt in payable:
        part = "carried_fen" if debt.row.carried else "new_purchases_fen"
        unpaid, count = debt.row.unpaid, counts.get(debt.plan_id, 0)
        for kind in RECEIVABLE:
            amount_fen = getattr(unpaid, kind)
            if not debt.is_revolving:
                part = "installments_fen"
            elif kind != "principal":
                part = "charges_fen"
            if amount_fen:
                lines.append(DueLine(part, debt.plan_id, debt.row.number, kind, amount_fen, debt.row.due_on, count))
    return lines


def _revolving_minimum(account: Account, parts: DueParts, carried_share_ppb: int) -> int:
    """The minimum's part for the revolving rows: shares of purchases and carried balance, and all interest and charges.

    The shares are rounded once each.
    """
    rounding = account.line.rounding
    new_fen = round_fen(parts.new_purchases_fen * Fraction(account.line.minimum_share_ppb, PPB), rounding)
    return new_fen + round_fen(parts.carried_fen * Fraction(carried_share_ppb, PPB), rounding) + parts.charges_fen


def _carried_share_ppb(account: Account, carried_fen: int) -> int:
    """How much of the carried balance a minimum asks for: all of it under the floor or when the last was missed."""
    last_was_missed = bool(account.bills) and was_missed(account, account.bills[-1])
    is_in_full = last_was_missed or carried_fen < account.line.carried_floor_fen
    return PPB if is_in_full else account.line.minimum_share_ppb


def _figures(account: Account, due_fen: int, minimum_fen: int) -> BillFigures:
    """The figures of the bill that is being made, from the journal since the bill before."""
    start = account.bills[-1].until_posting if account.bills else 0
    opening_fen = account.bills[-1].figures.closing_fen if account.bills else 0
    moved = movements(account.postings[start:])
    return BillFigures(
        opening_fen=opening_fen,
        closing_fen=opening_fen + sum(moved.values()),
        amount_due_fen=due_fen,
        minimum_due_fen=min(due_fen, minimum_fen),
        **moved,
    )


def movements(postings: list[Posting]) -> dict[str, int]:
    """What the customer owed more (positive) or less by, in fen, summed by kind of movement.

    Each group sums to zero, so the movement of the customer's accounts is minus that of all the others.
    """
    sums = dict.fromkeys([*MOVEMENTS.values(), "other_fen"], 0)
    for line in postings:
        if line.ledger_account not in CUSTOMER_ACCOUNTS:
            sums[MOVEMENTS.get(line.ledger_account, "other_fen")] -= line.amount_fen
    return sums


def fall_due(account: Account, on: date) -> None:
    """From a bill's due date on, all that is left of its revolving rows is carried and costs interest by the night.

    What only a later bill has asked for, which may come before this one is due, is not.
    """
    due = next((bill for bill in _bills_due_from(account, on) if bill.due_on == on), None)
    if due is None:
        return
    for debt in account.debts():
        row = debt.row
        is_deferred = row.deferral is not None and on < row.deferral.until_on
        if debt.is_revolving and row.is_billed and row.until_on <= due.billed_on and row.unpaid_fen:
            row.carried = row.carried or not is_deferred


def move_to_bills(account: Account, plan: Plan) -> None:
    """Puts the unbilled rows of a plan on the bills to come, none later than promised if a bill can still ask in time.

    A row goes on the last bill that is due no later than the row was, or on the next bill if there is none: the first
    bill may ask for two.
    """
    due_days = timedelta(days=account.line.due_days)
    begins_on = plan.started_on
    for row in plan.rows:
        if not row.is_billed:
            row.from_on = begins_on
            row.until_on = max(previous_bill_on(row.due_on - due_days, account.bill_day), coming_bill_on(account))
            row.due_on = row.until_on + due_days
            row.late = NightMeter(row.due_on)
        begins_on = row.until_on


def bill_document(account: Account, bill: Bill, knew_number: int) -> BillIssued:
    """The document of a bill that has not been issued, as the account is known now.

    It opens with what the last issued bill closed with; what was learned since about the time before is the
    adjustment, so that opening + movements + adjustment = closing (law 26).
    """
    last = max((day for day in account.issued if day < bill.billed_on), default=date.min)
    sent = account.issued.get(last)
    covered = [other for other in account.bills if last < other.billed_on <= bill.billed_on]
    opening_fen = sent.figures.closing_fen if sent else 0
    sums = {name: sum(getattr(part.figures, name) for part in covered) for name in [*MOVEMENTS.values(), "other_fen"]}
    return BillIssued(
        number=sent.number + 1 if sent else 1,
        from_on=max(bill.from_on, last),
        billed_on=bill.billed_on,
        due_on=bill.stated_due_on,
        knew_number=knew_number,
        figures=BillFigures(
            opening_fen=opening_fen,
            adjustment_fen=covered[0].figures.opening_fen - opening_fen,
            closing_fen=bill.figures.closing_fen,
            amount_due_fen=bill.figures.amount_due_fen,
            minimum_due_fen=bill.figures.minimum_due_fen,
            **sums,
        ),
    )


def documents_to_issue(account: Account, knew_number: int) -> list[BillIssued]:
    """The documents of the bills whose day has come since the last one issued, oldest first.

    Each opens with what the one before closed with, so `account` is told of each on the way.
    `knew_number` is the account's last event; each document then knows of the one before it too.
    """
    documents = []
    for place, bill in enumerate(bills_to_issue(account)):
        bill.issued = account.issued[bill.billed_on] = bill_document(account, bill, knew_number + place)
        documents.append(bill.issued)
    return documents


def documents_to_come(account: Account, knew_number: int) -> list[BillIssued]:
    """The documents that `documents_to_issue` would make now; the account is told of none of them."""
    bills = bills_to_issue(account)
    documents = documents_to_issue(account, knew_number)
    for bill in bills:
        bill.issued = None
        del account.issued[bill.billed_on]
    return documents


def bills_to_issue(account: Account) -> list[Bill]:
    """The bills whose day has come since the last one issued, oldest first."""
    last = max(account.issued, default=date.min)
    return [bill for bill in account.bills if bill.billed_on > last and bill.issued is None]
