"""The billing cycle: what a bill asks for, its minimum, and the bill as a document with its later adjustment."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from baitiao_cli.account.account import Account, Bill, BilledRow, DueLine, DueParts
from baitiao_cli.account.allocation import net_credit, payable_debts
from baitiao_cli.account.delinquency import ask_accrued_charges, missed_bills, was_missed
from baitiao_cli.account.events import BillFigures, BillIssued
from baitiao_cli.account.postings import (
    CASH,
    CUSTOMER_ACCOUNTS,
    GOODWILL,
    MERCHANT_PAYABLE,
    MERCHANT_REFUNDS,
    PAID_OUT,
    RECEIVABLE,
    WAIVERS,
    Posting,
)
from baitiao_cli.calc.dates import next_bill_on, previous_bill_on
from baitiao_cli.calc.money import round_fen
from baitiao_cli.calc.rates import PPB

# What each ledger account outside the customer's tells of a movement on the bill.
MOVEMENTS = {
    MERCHANT_PAYABLE: "purchases_fen",
    "interest_income": "interest_fen",
    "fee_income": "fees_fen",
    "late_charge_income": "late_charges_fen",
    CASH: "repayments_fen",
    PAID_OUT: "payouts_fen",
    MERCHANT_REFUNDS: "refunds_fen",
    WAIVERS: "waivers_fen",
    GOODWILL: "goodwill_fen",
}


def next_bill_day(account: Account) -> date | None:
    """The next bill date with something to bill, or on which a bill was issued; `None` while the account is idle."""
    moved = len(account.postings) > (account.bills[-1].until_posting if account.bills else 0)
    if moved or account.open_plans or any(row.unpaid.total_fen for row in account.line_rows):
        return next_bill_on(account.billed_through, account.bill_day)
    return min((day for day in account.issued if day > account.billed_through), default=None)


def next_happening_on(account: Account) -> date | None:
    """The next day on which the fold has something to do: interest falls due, a bill is made or falls due."""
    days = [plan.next_boundary() for plan in account.open_plans]
    days += [next_bill_day(account), *(bill.due_on for bill in account.bills[-1:])]
    return min((day for day in days if day is not None and day > account.through), default=None)


def bill_cycle(account: Account, on: date) -> None:
    """Bills the cycle that ends as `on` begins: asks for what it covers, nets the credit, computes the bill.

    Rounding happens here for carried interest and late charges. A cycle without movement or balance makes no bill.
    """
    ask_accrued_charges(account, on)
    newly_billed = _ask_installments(account, on)
    due_on = on + timedelta(days=account.line.due_days)
    if not missed_bills(account, on):
        _roll_due_dates(account, due_on)
    for row in account.line_rows[-1:]:
        row.until_on = row.until_on if row.is_billed else on
        row.is_billed = True
    spans = account.carry.restart()
    for row in account.line_rows[-1:]:
        row.interest_spans = row.interest_spans or spans
    net_credit(account, on)
    account.billed_through = on
    due_lines = _due_lines(account)
    parts = DueParts.of(due_lines)
    from_posting = account.bills[-1].until_posting if account.bills else 0
    if len(account.postings) == from_posting and not parts.total_fen and on not in account.issued:
        return
    carried_share_ppb = _carried_share_ppb(account, parts.carried_fen)
    minimum_fen = _revolving_minimum(account, parts, carried_share_ppb)
    bill = Bill(
        number=len(account.bills) + 1,
        from_on=max(account.opened_on, previous_bill_on(on - timedelta(days=1), account.bill_day)),
        billed_on=on,
        due_on=due_on,
        figures=_figures(account, parts, minimum_fen),
        from_posting=from_posting,
        until_posting=len(account.postings),
        installment_rows=newly_billed,
        due_lines=due_lines,
        carried_share_ppb=carried_share_ppb,
        minimum_revolving_fen=minimum_fen,
        minimum_met_on=on if minimum_fen == 0 else None,
        issued=account.issued.get(on),
    )
    account.bills.append(bill)


def _ask_installments(account: Account, on: date) -> list[BilledRow]:
    """Asks for the rows that this bill covers, with their fees; returns each as it is asked for."""
    newly_billed = []
    for debt in list(account.debts()):
        row, plan = debt.row, debt.plan
        if plan is None or plan.earns_daily or row.is_billed or row.until_on > on:
            continue
        row.is_billed = True
        account.ask(on, debt, "fee", row.planned.fee - row.asked.fee)
        row.asked.fee = row.planned.fee
        count = plan.asking_count
        newly_billed.append(BilledRow(plan.plan_id, row.number, count, row.asked.principal, row.asked.fee))
    return newly_billed


def _roll_due_dates(account: Account, due_on: date) -> None:
    """What is carried, and the line's charges, fall due with this bill: the last minimum was met.

    After a missed minimum they keep the due date that was missed, which lateness counts from.
    """
    for debt in account.debts():
        if debt.is_revolving and (debt.row.carried or debt.plan is None) and debt.row.due_on < due_on:
            debt.row.due_on = due_on


def _due_lines(account: Account) -> list[DueLine]:
    """What is payable as a bill is made, thing by thing; interest and charges of the line are charges."""
    lines = []
    for debt in payable_debts(account):
        part = "carried_fen" if debt.row.carried else "new_purchases_fen"
        for kind in RECEIVABLE:
            amount_fen = getattr(debt.row.unpaid, kind)
            if not debt.is_revolving:
                part = "installments_fen"
            elif kind != "principal":
                part = "charges_fen"
            if amount_fen:
                lines.append(DueLine(part, debt.plan_id, debt.row.number, kind, amount_fen))
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


def _figures(account: Account, parts: DueParts, minimum_fen: int) -> BillFigures:
    """The figures of the bill that is being made, from the journal since the bill before."""
    start = account.bills[-1].until_posting if account.bills else 0
    opening_fen = account.bills[-1].figures.closing_fen if account.bills else 0
    moved = movements(account.postings[start:])
    return BillFigures(
        opening_fen=opening_fen,
        closing_fen=opening_fen + sum(moved.values()),
        amount_due_fen=parts.total_fen,
        minimum_due_fen=min(parts.total_fen, parts.installments_fen + minimum_fen),
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
    """From a bill's due date on, all that is left of its revolving rows is carried and costs interest by the night."""
    if not any(bill.due_on == on for bill in account.bills[-1:]):
        return
    for debt in account.debts():
        if debt.is_revolving and debt.row.is_billed and debt.row.unpaid.total_fen:
            debt.row.carried = True


def bill_document(account: Account, bill: Bill, knew_number: int) -> BillIssued:
    """The document of a bill that has not been issued, as the account is known now.

    It opens with what the last issued bill closed with; what was learned since about the time before is the
    adjustment, so that opening + movements + adjustment = closing (law 26).
    """
    issued = [other for other in account.bills if other.issued and other.billed_on < bill.billed_on]
    last = issued[-1] if issued else None
    covered = account.bills[last.number if last else 0 : bill.number]
    opening_fen = last.issued.figures.closing_fen if last and last.issued else 0
    sums = {name: sum(getattr(part.figures, name) for part in covered) for name in [*MOVEMENTS.values(), "other_fen"]}
    return BillIssued(
        number=last.issued.number + 1 if last and last.issued else 1,
        from_on=bill.from_on,
        billed_on=bill.billed_on,
        due_on=bill.due_on,
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

    Each opens with what the one before closed with, so the bills of `account` are marked as issued on the way.
    `knew_number` is the account's last event; each document then knows of the one before it too.
    """
    documents = []
    for place, bill in enumerate(bills_to_issue(account)):
        bill.issued = bill_document(account, bill, knew_number + place)
        documents.append(bill.issued)
    return documents


def bills_to_issue(account: Account) -> list[Bill]:
    """The bills whose day has come since the last one issued, oldest first."""
    last = max((bill.billed_on for bill in account.bills if bill.issued), default=date.min)
    return [bill for bill in account.bills if bill.billed_on > last and bill.issued is None]
