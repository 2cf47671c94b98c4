"""The journal lines of an account: the chart of ledger accounts and double entry, each pair summing to zero."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

# What the customer owes us, by kind of debt.
RECEIVABLE = {
    "principal": "principal",
    "interest": "interest_receivable",
    "fee": "fee_receivable",
    "late_charge": "late_charge_receivable",
}
# What each kind of debt earns when it is asked for; principal earns nothing.
INCOME = {"interest": "interest_income", "fee": "fee_income", "late_charge": "late_charge_income"}
# Where what was asked for is kept while it is not recognised as income: taken off what is receivable.
SUSPENDED = {"interest": "suspended_interest", "fee": "suspended_fees", "late_charge": "suspended_late_charges"}
CASH = "cash"
PAID_OUT = "cash_paid_out"
CREDIT_BALANCE = "credit_balance"
MERCHANT_PAYABLE = "merchant_payable"
MERCHANT_REFUNDS = "merchant_refunds"
DISPUTED = "disputed"
MERCHANT_SUBSIDIES = "merchant_subsidies"
SUBSIDY_INCOME = "subsidy_income"
MERCHANT_DISCOUNTS = "merchant_discounts"
DISCOUNT_INCOME = "discount_income"
WAIVERS = "waivers"
GOODWILL = "goodwill"
# Of what is charged off: principal taken off the assets, its loss, and what comes back of it.
LOSS_ALLOWANCE = "loss_allowance"
LOAN_LOSSES = "loan_losses"
RECOVERIES = "recoveries"

AccountType = Literal["asset", "liability", "income", "expense", "equity"]
Side = Literal["debit", "credit"]


class LedgerAccount(msgspec.Struct, frozen=True):
    """A ledger account of the chart: what it is, and the side on which it grows (debits are positive)."""

    type: AccountType
    normal_side: Side


_ASSET = LedgerAccount("asset", "debit")
_LIABILITY = LedgerAccount("liability", "credit")
_INCOME = LedgerAccount("income", "credit")
_EXPENSE = LedgerAccount("expense", "debit")

CHART: dict[str, LedgerAccount] = {
    "principal": _ASSET,
    "interest_receivable": _ASSET,
    "fee_receivable": _ASSET,
    "late_charge_receivable": _ASSET,
    **dict.fromkeys(SUSPENDED.values(), LedgerAccount("asset", "credit")),
    LOSS_ALLOWANCE: LedgerAccount("asset", "credit"),
    # What merchants gave back for purchases, and owe us until it is set off against what is payable to them.
    MERCHANT_REFUNDS: _ASSET,
    # What customers contest and need not pay: the merchant will owe it to us, or they will again.
    DISPUTED: _ASSET,
    # What merchants owe us for plans that cost their customers nothing.
    MERCHANT_SUBSIDIES: _ASSET,
    # The share of their sales that merchants leave us.
    MERCHANT_DISCOUNTS: _ASSET,
    # Money in and money out, apart: their sum is the cash that the accounts have brought in.
    CASH: _ASSET,
    PAID_OUT: LedgerAccount("asset", "credit"),
    CREDIT_BALANCE: _LIABILITY,
    MERCHANT_PAYABLE: _LIABILITY,
    "interest_income": _INCOME,
    "fee_income": _INCOME,
    "late_charge_income": _INCOME,
    SUBSIDY_INCOME: _INCOME,
    DISCOUNT_INCOME: _INCOME,
    RECOVERIES: _INCOME,
    WAIVERS: _EXPENSE,
    GOODWILL: _EXPENSE,
    LOAN_LOSSES: _EXPENSE,
}
"""The chart of accounts, in the order of a trial balance. Income is booked when it is earned and asked for, whoever has
paid: interest and late charges that run by the night when they are asked for, fees with the bill or due date that asks
for them. What has run since is computed for a day (`views/books`), never stored. Of a debt that does not perform it
waits in suspense until it is paid (`recognition`)."""

CUSTOMER_ACCOUNTS = frozenset(RECEIVABLE.values()) | {CREDIT_BALANCE}
"""The ledger accounts whose sum is what the customer owes."""


class Posting(msgspec.Struct, frozen=True):
    """One journal line: a debit (positive) or credit (negative) of a ledger account, in whole fen.

    `cause` is the id of the event that made it, or what passed by itself: `bill 2026-03-03`, `due 2026-03-12`.
    """

    effective_on: date
    cause: str
    plan_id: str
    ledger_account: str
    amount_fen: int


def transfer(
    on: date, cause: str, plan_id: str, debit: str, credit: str, amount_fen: int, debit_plan_id: str | None = None
) -> tuple[Posting, Posting]:
    """The two lines that move `amount_fen` from `credit` to `debit`.

    Both are of one plan, unless `debit_plan_id` names another for the debit: a refund of one may pay for another.

    >>> sum(line.amount_fen for line in transfer(date(2026, 3, 3), "A1E2", "A1P1", "principal", "merchant_payable", 5))
    0
    """
    return (
        Posting(on, cause, plan_id if debit_plan_id is None else debit_plan_id, debit, amount_fen),
        Posting(on, cause, plan_id, credit, -amount_fen),
    )


def ledger_balances(postings: list[Posting]) -> dict[tuple[str, str], int]:
    """The sum of the lines by (plan, ledger account), without those that are zero."""
    sums: dict[tuple[str, str], int] = {}
    for line in postings:
        key = (line.plan_id, line.ledger_account)
        sums[key] = sums.get(key, 0) + line.amount_fen
    return {key: amount for key, amount in sums.items() if amount}
