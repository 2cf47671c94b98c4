"""What a bureau-style file says of an account: its figures on a day and how each of 24 months ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.classification import LoanClass
from baitiao_cli.account.delinquency import days_past_due, loan_class, oldest_unpaid_due_on
from baitiao_cli.account.events import Event
from baitiao_cli.account.owed import overdue_fen, owed_parts
from baitiao_cli.account.replay import replay_on
from baitiao_cli.calc.dates import step

MONTHS = 24
NOT_OPEN, NOTHING_DUE, PAID, BAD_DEBT, CLOSED, GIVEN_UP = "/", "*", "N", "B", "C", "G"
LATE = frozenset("1234567" + BAD_DEBT + GIVEN_UP)
"""The statuses of which the customer must be told before they are reported."""


class BureauRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One account on a day, in whole fen; `statuses` has a character a month, the month of the day last.

    Who the person is stands in it only where that was asked for and recorded.
    """

    account_id: str
    person_id: str
    name: str | None = None
    id_number: str | None = None
    opened_on: date
    closed_on: date | None
    limit_fen: int
    balance_fen: int
    overdue_fen: int
    days_past_due: int
    five_class: LoanClass
    statuses: str
    late_since_on: date | None

    @property
    def is_late(self) -> bool:
        """Whether the status of the day is one of which the customer must be told before."""
        return self.statuses[-1] in LATE


def days_of_months(on: date) -> list[date]:
    """The last days of the 23 months before that of `on`, and `on` itself.

    >>> days_of_months(date(2026, 6, 29))[-3:]
    [datetime.date(2026, 4, 30), datetime.date(2026, 5, 31), datetime.date(2026, 6, 29)]
    """
    first = on.replace(day=1)
    return [step(first, 1 - back, "months") - timedelta(days=1) for back in range(MONTHS - 1, 0, -1)] + [on]


def status_of(account: Account) -> str:
    """How the month of the day that the account is folded to stands on that day.

    C: closed. B: charged off whole, G: written off whole. 1 to 7: past due by 1-30, 31-60 ... 151-180, more than 180
    days. N: not late, and something was due in the month by then. *: nothing was.
    """
    if account.closed_on:
        return CLOSED
    if loss := account.losses.get(""):
        return BAD_DEBT if loss.state == "charged-off" else GIVEN_UP
    days = days_past_due(account, account.through)
    if days:
        return late_status(days)
    return PAID if _was_due(account) else NOTHING_DUE


def late_status(days: int) -> str:
    """The status of an account that is so many days past due, from 1 on.

    >>> [late_status(days) for days in (1, 30, 31, 180, 181, 900)]
    ['1', '1', '2', '6', '7', '7']
    """
    return str(min(7, -(-days // 30)))


def _was_due(account: Account) -> bool:
    """Whether a bill that asked for something, or an installment, fell due in the month by the day."""
    on = account.through
    bills = [bill.due_on for bill in account.bills if bill.due_parts.total_fen > 0]
    rows = [row.due_on for plan in account.plans.values() for row in plan.rows if row.is_billed]
    return any((due_on.year, due_on.month) == (on.year, on.month) and due_on <= on for due_on in bills + rows)


def record_of(events: Sequence[Event], on: date) -> BureauRecord:
    """What is said of an account on a day, from its events; it was opened by then."""
    days = days_of_months(on)
    statuses = ""
    for account in replay_on(events, days):  # one fold; days before the opening are left out
        statuses += status_of(account)
    loss = account.losses.get("")
    return BureauRecord(
        account_id=account.account_id,
        person_id=account.person_id,
        opened_on=account.opened_on,
        closed_on=account.closed_on,
        limit_fen=0 if account.closed_on else account.limit_fen,
        balance_fen=owed_parts(account).total_fen,
        overdue_fen=overdue_fen(account),
        days_past_due=days_past_due(account, on),
        five_class=loan_class(account),
        statuses=statuses.rjust(MONTHS, NOT_OPEN),
        late_since_on=oldest_unpaid_due_on(account, on) or (loss.since_on if loss else None),
    )
