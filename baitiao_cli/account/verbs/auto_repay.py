"""The agreement that bills are paid by a means of the customer's on their due dates (see `account/debit`)."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import AutoRepaySet
from baitiao_cli.account.standing import AutoRepay
from baitiao_cli.account.verbs.standing import check_not_lost, check_open, check_stays, note_closed, note_stays
from baitiao_cli.errors import BaitiaoError


def decide_auto_repay(account: Account, agreement: AutoRepaySet) -> AutoRepaySet:
    """The agreement, when it is another than now; without means it ends the one that there is.

    Errors, in this order: `account-closed`; unless it is to end `account-closing` and `debt-lost`, for it would debit
    nothing; `auto-repay-not-set`, `auto-repay-unchanged`.
    """
    check_open(account)
    if agreement.means:
        check_stays(account)
        check_not_lost(account)
    known = account.auto_repay
    if known is None and not agreement.means:
        raise BaitiaoError("auto-repay-not-set", account_id=account.account_id)
    if known and (known.means, known.share) == (agreement.means, agreement.share):
        raise BaitiaoError(
            "auto-repay-unchanged", account_id=account.account_id, means=known.means, since_on=known.since_on
        )
    return agreement


def apply_auto_repay(account: Account, agreement: AutoRepaySet, event_id: str, on: date) -> None:
    """Keeps the agreement, or ends it; no money moves by that."""
    (note_stays if agreement.means else note_closed)(account, event_id)
    account.auto_repay = AutoRepay(agreement.means, agreement.share, on) if agreement.means else None
