"""What the books must say of an account on a day: its journal, and what has run since and is not asked for yet."""

from __future__ import annotations

from collections import Counter

from baitiao_cli.account.account import Account
from baitiao_cli.account.owed import running_by_plan
from baitiao_cli.account.postings import INCOME, RECEIVABLE, SUSPENDED

Balances = dict[str, int]
"""Amounts in whole fen by ledger account: debits are positive, credits negative."""


def balances(account: Account) -> Balances:
    """The balance of every ledger account on the folded day, in whole fen; they sum to zero, and zeros are left out.

    Interest and late charges that run by the night count up to that day: round(cumulative exact) less what was asked
    for, once for each thing that is rounded by itself. So the customer's ledger accounts sum to what the account owes.
    """
    sums: Counter[str] = Counter()
    for (_, name), amount_fen in _balances_by_plan(account).items():
        sums[name] += amount_fen
    return {name: amount_fen for name, amount_fen in sums.items() if amount_fen}


def suspended_fen(account: Account, plan_id: str = "") -> int:
    """The charges of a plan, or ("") of the whole account, that are income only when they are paid, in whole fen."""
    by_plan = _balances_by_plan(account).items()
    return -sum(fen for (of, name), fen in by_plan if name in SUSPENDED.values() and plan_id in ("", of))


def _balances_by_plan(account: Account) -> Counter[tuple[str, str]]:
    sums: Counter[tuple[str, str]] = Counter()
    for line in account.journal:
        sums[line.plan_id, line.ledger_account] += line.amount_fen
    for plan_id, running in running_by_plan(account).items():
        for kind, income in (SUSPENDED if plan_id in account.unrecognised else INCOME).items():
            amount_fen = getattr(running, kind)
            sums[plan_id, RECEIVABLE[kind]] += amount_fen
            sums[plan_id, income] -= amount_fen
    return sums
