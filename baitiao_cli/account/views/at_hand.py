"""What a customer on the phone asks for besides the figures: the last money that came, and the bill that comes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.billing import documents_to_come, next_bill_day
from baitiao_cli.account.events import Event, PaidOff, Prepaid, Recovered, Repaid
from baitiao_cli.account.replay import LONGEST_YEARS, advance
from baitiao_cli.account.verbs.reverse import live_events

PAYMENTS = (Repaid, PaidOff, Prepaid, Recovered)
"""The events by which money came that somebody entered; auto-repay takes it by itself."""


class Payment(msgspec.Struct, frozen=True, kw_only=True):
    """Money that came from the customer, by which event ("" for a debit, which need not be recorded yet) and means."""

    event_id: str
    on: date
    amount_fen: int
    plan_id: str = ""
    means: str = ""


class ComingBill(msgspec.Struct, frozen=True, kw_only=True):
    """The next bill as it will be if nothing more happens until its day, in whole fen."""

    billed_on: date
    due_on: date
    amount_due_fen: int
    minimum_due_fen: int


def last_payment(events: Iterable[Event], account: Account) -> Payment | None:
    """The latest payment up to the day that the account is folded to: by its day, of one day the last recorded.

    What was reversed never came. A debit comes as its day begins, before what is entered for that day.
    """
    found: list[tuple[date, int, Payment]] = []
    for event in live_events(events):
        fact, on = event.fact, event.effective_on
        if isinstance(fact, PAYMENTS) and on <= account.through:
            paid = Payment(
                event_id=event.event_id, on=on, amount_fen=fact.amount_fen, plan_id=fact.plan_id, means=fact.means
            )
            found.append((on, event.number, paid))
    for on, debit in account.debits.items():
        if debit.taken_fen:
            taken = Payment(event_id="", on=on, amount_fen=debit.taken_fen, means=debit.means)
            found.append((on, 0, taken))
    return max(found, key=lambda one: one[:2])[2] if found else None


def coming_bill(account: Account) -> ComingBill | None:
    """The bill of the next bill day, if nothing happens after the day that the account is folded to.

    `None` while there is nothing to bill, and beyond the years that an account is folded for. The account goes on to
    that day: whatever else is wanted of it is read off it before.
    """
    day = None if account.closed_on else next_bill_day(account)
    if day is None or day.year - account.opened_on.year > LONGEST_YEARS:
        return None
    account.tried_on = frozenset(on for on in account.tried_on if on <= account.through)  # later tries are not known
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
