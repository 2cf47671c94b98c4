"""A goodwill credit: money from the lender, which pays what is payable; it never edits what was asked for."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.allocation import keep_as_credit, pay_debts
from baitiao_cli.account.delinquency import ask_accrued_charges
from baitiao_cli.account.events import CreditGranted
from baitiao_cli.account.postings import GOODWILL
from baitiao_cli.errors import BaitiaoError


def decide_credit(account: Account, credit: CreditGranted) -> CreditGranted:
    """The credit, when the account is open."""
    if account.closed_on:
        raise BaitiaoError("account-closed", account_id=account.account_id, closed_on=account.closed_on)
    return credit


def apply_credit(account: Account, credit: CreditGranted, event_id: str, on: date) -> None:
    """Asks for the charges that have run up to `on`, pays what is payable and keeps the rest as a credit balance."""
    if account.closed_on:
        account.conflicts.append(Conflict(event_id, "account-closed"))
    ask_accrued_charges(account, on)
    keep_as_credit(account, on, pay_debts(account, on, credit.amount_fen, GOODWILL), GOODWILL)
