"""A goodwill credit: money from the lender, which pays what is payable; it never edits what was asked for."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Account
from baitiao_cli.account.allocation import keep_as_credit, pay_debts
from baitiao_cli.account.delinquency import ask_accrued_charges
from baitiao_cli.account.events import CreditGranted
from baitiao_cli.account.postings import GOODWILL
from baitiao_cli.account.verbs.standing import check_open, note_closed


def decide_credit(account: Account, credit: CreditGranted) -> CreditGranted:
    """The credit, when the account is open."""
    check_open(account)
    return credit


def apply_credit(account: Account, credit: CreditGranted, event_id: str, on: date) -> None:
    """Asks for the charges that have run up to `on`, pays what is payable and keeps the rest as a credit balance."""
    note_closed(account, event_id)
    ask_accrued_charges(account, on)
    keep_as_credit(account, on, pay_debts(account, on, credit.amount_fen, GOODWILL), GOODWILL)
