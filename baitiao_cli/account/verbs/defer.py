"""A bill deferred (账单延期): its due date moves once; the nights until then cost a daily rate."""

from __future__ import annotations

from datetime import date, timedelta

from baitiao_cli.account.account import Account, Conflict, Debt
from baitiao_cli.account.bill import Bill
from baitiao_cli.account.billing import find_bill_of
from baitiao_cli.account.events import BillDeferred
from baitiao_cli.account.installment import Deferral
from baitiao_cli.account.verbs.standing import check_stays, note_stays
from baitiao_cli.errors import BaitiaoError


def deferrable_debts(account: Account, bill: Bill) -> list[Debt]:
    """What is unpaid of the bill's revolving part and due with it, what was carried to it included."""
    return [
        debt
        for debt in account.revolving_debts()
        if debt.row.is_billed
        and debt.row.until_on <= bill.billed_on
        and debt.row.due_on == bill.due_on
        and debt.row.unpaid_fen
    ]


def decide_deferral(account: Account, deferral: BillDeferred, on: date) -> BillDeferred:
    """The deferral, when the line offers it, up to and including the day before the due date, once a bill.

    Errors, in this order: `account-closed`, `account-closing`, `defer-not-offered`, `already-deferred`,
    `defer-too-late`, `nothing-to-defer`. A locked or suspended line may defer: it lends nothing new.
    """
    check_stays(account)
    about: dict[str, object] = {"account_id": account.account_id, "billed_on": deferral.billed_on}
    if not deferral.days:
        raise BaitiaoError("defer-not-offered", account_id=account.account_id)
    bill = find_bill_of(account, deferral.billed_on)
    if bill is not None and bill.deferred_from:
        raise BaitiaoError("already-deferred", before_on=bill.deferred_from, due_on=bill.due_on, **about)
    if bill is not None and on >= bill.due_on:
        raise BaitiaoError("defer-too-late", due_on=bill.due_on, on=on, **about)
    if bill is None or not deferrable_debts(account, bill):
        raise BaitiaoError("nothing-to-defer", **about)
    return deferral


def apply_deferral(account: Account, deferral: BillDeferred, event_id: str, on: date) -> None:
    """Moves the due date of the bill and of its revolving rows; installments on it keep theirs.

    What was carried to the bill goes on costing what it costs, only its due date moves. A bill that is not there, was
    deferred or was due by then is a conflict and stays as it is.
    """
    note_stays(account, event_id)
    bill = find_bill_of(account, deferral.billed_on)
    if bill is None or bill.deferred_from or on >= bill.due_on:
        code = "already-deferred" if bill is not None and bill.deferred_from else "defer-too-late"
        account.conflicts.append(Conflict(event_id, code))
        return
    debts = deferrable_debts(account, bill)
    until_on = bill.due_on + timedelta(days=deferral.days)
    for debt in debts:
        debt.row.due_on = until_on
        if not debt.row.carried:
            debt.row.deferral = Deferral(bill.due_on, until_on, deferral.daily_ppb)
    bill.deferred_from, bill.due_on = bill.due_on, until_on
