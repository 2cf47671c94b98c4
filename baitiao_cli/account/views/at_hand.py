"""What a customer on the phone asks for besides the figures: the last money that came, and what comes next."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from baitiao_cli.account.account import Account, Payment
from baitiao_cli.account.billing import documents_to_come, next_bill_day
from baitiao_cli.account.events import DebitTried
from baitiao_cli.account.replay import LONGEST_YEARS, advance, next_happening_on

HORIZON = timedelta(days=100)
"""How far a next debit is looked for: past the due date of the bill after the next, wherever the bill days are."""


class ComingBill(msgspec.Struct, frozen=True, kw_only=True):
    """The next bill as it will be if nothing more happens until its day, in whole fen."""

    billed_on: date
    due_on: date
    amount_due_fen: int
    minimum_due_fen: int


class Coming(msgspec.Struct, frozen=True):
    """The bill and the debit that come next, the debit by its day."""

    bill: ComingBill | None
    debit: tuple[date, DebitTried] | None


def last_payment(account: Account) -> Payment | None:
    """The latest payment up to the day that the account is folded to: by its day, of one day the last recorded.

    What was reversed never came. A debit comes as its day begins, before what is entered for that day.
    """
    entered = account.last_payment
    for on, debit in sorted(account.debits.items(), reverse=True):
        if entered and entered.on >= on:
            return entered
        if debit.taken_fen:
            return Payment(event_id="", on=on, amount_fen=debit.taken_fen, means=debit.means)
    return entered


def coming(account: Account) -> Coming:
    """The bill of the next bill day and the first debit, if nothing happens after the folded day.

    No bill while there is nothing to bill, beyond the years that an account is folded for, and due after the last day
    that there is; no debit without an agreement now. The account goes on to those days: whatever else is wanted of it
    is read off it before.
    """
    as_of, is_debited = account.through, account.auto_repay is not None and bool(account.line.auto_repay_days)
    account.tried_on = frozenset(on for on in account.tried_on if on <= as_of)  # later tries are not known
    return Coming(bill=_coming_bill(account), debit=_coming_debit(account, as_of) if is_debited else None)


def _coming_bill(account: Account) -> ComingBill | None:
    day = None if account.closed_on else next_bill_day(account)
    if day is None or day.year - account.opened_on.year > LONGEST_YEARS:
        return None
    if (date.max - day).days < account.line.due_days:
        return None
    advance(account, day)
    bill = next((bill for bill in reversed(documents_to_come(account, 0)) if bill.billed_on == day), None)
    if bill is None:
        return None
    return ComingBill(
        billed_on=day,
        due_on=bill.due_on,
        amount_due_fen=bill.figures.amount_due_fen,
        minimum_due_fen=bill.figures.minimum_due_fen,
    )


def _coming_debit(account: Account, as_of: date) -> tuple[date, DebitTried] | None:
    while True:
        found = min((on for on in account.debits if on > as_of), default=None)
        if found:
            return found, account.debits[found]
        day = next_happening_on(account)
        if day is None or day - as_of > HORIZON:
            return None
        advance(account, day)
