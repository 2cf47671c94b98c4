"""What each fact does in the fold. A verb is imported when a fact of its kind is met first: most accounts have few."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import (
    AutoRepaySet,
    BalanceRestructured,
    BillConverted,
    BillDayChanged,
    BillDeferred,
    ChargedOff,
    Closed,
    ClosingRequested,
    ClosingWithdrawn,
    CreditGranted,
    DebitTried,
    DisputeLost,
    DisputeOpened,
    DisputeWon,
    Extended,
    HardshipDecided,
    HardshipRequested,
    HoldPlaced,
    HoldReleased,
    LimitChanged,
    LimitDecided,
    LimitRequested,
    Locked,
    MeansStated,
    PaidOff,
    PaidOut,
    Paused,
    Prepaid,
    Purchased,
    Recovered,
    Refunded,
    Reopened,
    Repaid,
    Repriced,
    Restructured,
    Resumed,
    Suspended,
    TierChanged,
    Unlocked,
    VerificationFailed,
    Verified,
    Waived,
    WrittenOff,
)

Apply = Callable[[Account, Any, str, date], None]
"""Takes a fact, with the id of its event and its day, into the account."""

APPLY: dict[type, str] = {
    Purchased: "charge.apply_purchase",
    HoldPlaced: "hold.apply_hold",
    HoldReleased: "hold.apply_release",
    Repaid: "repay.apply_repayment",
    PaidOff: "payoff.apply_payoff",
    Prepaid: "prepay.apply_prepayment",
    Repriced: "reprice.apply_reprice",
    Paused: "pause.apply_pause",
    Extended: "extend.apply_extension",
    Restructured: "restructure.apply_restructuring",
    BalanceRestructured: "restructure_balance.apply_balance_restructuring",
    BillConverted: "convert.apply_conversion",
    BillDeferred: "defer.apply_deferral",
    PaidOut: "payout.apply_payout",
    Refunded: "refund.apply_refund",
    DisputeOpened: "dispute.apply_dispute",
    DisputeWon: "dispute.apply_won",
    DisputeLost: "dispute.apply_lost",
    Waived: "waive.apply_waiver",
    CreditGranted: "credit.apply_credit",
    ChargedOff: "charge_off.apply_charge_off",
    WrittenOff: "write_off.apply_write_off",
    Recovered: "recover.apply_recovery",
    LimitChanged: "limit.apply_limit",
    LimitRequested: "limit_request.apply_limit_request",
    LimitDecided: "limit_request.apply_limit_decision",
    HardshipRequested: "hardship.apply_hardship_request",
    HardshipDecided: "hardship.apply_hardship_decision",
    Locked: "lock.apply_lock",
    Unlocked: "lock.apply_unlock",
    Suspended: "suspend.apply_suspension",
    Resumed: "suspend.apply_resumption",
    AutoRepaySet: "auto_repay.apply_auto_repay",
    MeansStated: "means.apply_means",
    DebitTried: "debit.apply_debit",
    BillDayChanged: "bill_day.apply_bill_day",
    TierChanged: "tier.apply_tier",
    Verified: "verify.apply_verification",
    VerificationFailed: "verify.apply_failed_verification",
    Closed: "close.apply_closing",
    ClosingRequested: "close.apply_closing_request",
    ClosingWithdrawn: "close.apply_withdrawal",
    Reopened: "reopen.apply_reopening",
}
"""By the kind of fact the module of the verb and the function in it; facts that are not here change no figure."""


@cache
def applying(kind: type) -> Apply | None:
    """The function that takes a fact of a kind into the account; `None` if it changes no figure."""
    if kind not in APPLY:
        return None
    module, name = APPLY[kind].split(".")
    function: Apply = getattr(import_module(f"baitiao_cli.account.verbs.{module}"), name)
    return function
