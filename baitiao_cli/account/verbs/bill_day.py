"""The bill day: when it may change, and what a change does to the bills to come."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.billing import move_to_bills
from baitiao_cli.account.events import BillDayChanged
from baitiao_cli.calc.dates import add_months, previous_bill_on
from baitiao_cli.errors import BaitiaoError

MONTHS_BETWEEN = 6
"""How many months must lie between two changes of the bill day; the opening is none."""


def decide_bill_day(account: Account, change: BillDayChanged, on: date, last_issued_on: date) -> BillDayChanged:
    """The change, when the account may have it on `on`; `last_issued_on` is the date of the last bill that was sent.

    Errors, in this order: `account-closed`; `bill-day-out-of-range` outside 1 to 28; `bill-day-same`;
    `bill-day-too-soon` within `MONTHS_BETWEEN` months of the last change; `bill-day-behind-bill` before a bill that was
    sent, which stays with its due date.
    """
    if account.closed_on:
        raise BaitiaoError("account-closed", account_id=account.account_id, closed_on=account.closed_on)
    previous_bill_on(on, change.bill_day)  # the calendar of the bills knows which days there may be
    details = {"account_id": account.account_id, "bill_day": change.bill_day}
    if change.bill_day == account.bill_day:
        raise BaitiaoError("bill-day-same", **details)
    if (next_on := next_change_on(account)) > on:
        raise BaitiaoError("bill-day-too-soon", next_on=next_on, changed_on=account.bill_day_set_on, **details)
    if last_issued_on > on:
        raise BaitiaoError("bill-day-behind-bill", billed_on=last_issued_on, on=on, **details)
    return change


def next_change_on(account: Account) -> date:
    """The first day on which the bill day may change again."""
    if account.bill_day_set_on == date.min:
        return account.opened_on
    return add_months(account.bill_day_set_on, MONTHS_BETWEEN)


def apply_bill_day(account: Account, change: BillDayChanged, event_id: str, on: date) -> None:
    """Bills come on the new day after `on`, and what is not billed moves to them; bills that were made stay."""
    if account.closed_on:
        account.conflicts.append(Conflict(event_id, "account-closed"))
    if change.bill_day == account.bill_day:
        account.conflicts.append(Conflict(event_id, "bill-day-same"))
    if next_change_on(account) > on:
        account.conflicts.append(Conflict(event_id, "bill-day-too-soon"))
    account.bill_day, account.bill_day_set_on = change.bill_day, on
    for plan in account.open_plans:
        if plan.terms.due_by == "bill":
            move_to_bills(account, plan)
