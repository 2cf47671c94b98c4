"""A debit of auto-repay, as it was tried: money comes from the means, as far as it had any."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from baitiao_cli.account.account import Account
from baitiao_cli.account.allocation import spread
from baitiao_cli.account.delinquency import ask_accrued_charges
from baitiao_cli.account.events import DebitTried
from baitiao_cli.account.verbs.standing import note_closed


def apply_debit(account: Account, tried: DebitTried, event_id: str, on: date) -> None:
    """Takes what was debited off the means and spreads it as a repayment; a try that took nothing moves nothing."""
    account.debits[on] = tried
    if not tried.taken_fen:
        return
    note_closed(account, event_id)
    means = account.purse.get(tried.means)
    if means and means.funds_fen is not None:
        account.purse[tried.means] = replace(means, funds_fen=max(0, means.funds_fen - tried.taken_fen))
    ask_accrued_charges(account, on)
    spread(account, on, tried.taken_fen)
