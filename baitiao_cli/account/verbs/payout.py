"""A payout: a credit balance goes back to the customer."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Account, Allocation, Conflict
from baitiao_cli.account.events import PaidOut
from baitiao_cli.account.postings import CREDIT_BALANCE, PAID_OUT
from baitiao_cli.account.verbs.standing import check_open, note_closed
from baitiao_cli.errors import BaitiaoError


def decide_payout(account: Account, payout: PaidOut) -> PaidOut:
    """The payout, when the account is open and its credit balance covers it."""
    check_open(account)
    if payout.amount_fen > account.credit_fen or not payout.amount_fen:
        raise BaitiaoError(
            "payout-exceeds-credit",
            account_id=account.account_id,
            amount_fen=payout.amount_fen,
            credit_fen=account.credit_fen,
        )
    return payout


def apply_payout(account: Account, payout: PaidOut, event_id: str, on: date) -> None:
    """Takes the amount off the credit balance; more than there is, once the past has changed, is a conflict."""
    note_closed(account, event_id)
    if payout.amount_fen > account.credit_fen:
        account.conflicts.append(Conflict(event_id, "payout-exceeds-credit"))
    paid_fen = min(payout.amount_fen, account.credit_fen)
    if paid_fen:
        account.credit_fen -= paid_fen
        account.post(on, "", CREDIT_BALANCE, PAID_OUT, paid_fen)
        account.allocations.append(Allocation(event_id, on, "", 0, "credit", -paid_fen))
