"""The figures that a scorecard looks at: how an account was used and paid, by the ledger, and what was declared."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Literal, get_args

from baitiao_cli.account.account import Account
from baitiao_cli.calc.dates import add_months
from baitiao_cli.desk.assessment.lateness import Past
from baitiao_cli.desk.assessment.payments import payments
from baitiao_cli.desk.assessment.warnings import use_of_limit
from baitiao_cli.desk.facts.assessment import IncomeDeclared

FigureName = Literal[
    "months-on-book",
    "months-on-time",
    "worst-lateness-6",
    "worst-lateness-12",
    "use-of-limit",
    "cash-like",
    "payments-to-income",
]
FIGURES: tuple[FigureName, ...] = get_args(FigureName)

Behaviour = dict[FigureName, int | None]
"""The figures by name, whole: months, days, or per cent rounded down; `None` for what nothing is known of."""


def behaviour(
    past: Past,
    declared: IncomeDeclared | None = None,
    *,
    months: int = 3,
    cash_like: Collection[str] = (),
) -> Behaviour:
    """The figures of an account at the end of the day that its past is known through.

    Payments are those of the next `months`, what is `cash_like` are purchases of those scenes.
    """
    account = past.account
    share = payments(account, months, declared).share
    return {
        "months-on-book": full_months(account.opened_on, account.through),
        "months-on-time": _months_on_time(past),
        "worst-lateness-6": past.worst_of_months(6),
        "worst-lateness-12": past.worst_of_months(12),
        "use-of-limit": int(100 * use_of_limit(account)),
        "cash-like": _cash_like_pct(account, cash_like),
        "payments-to-income": None if share is None else int(100 * share),
    }


def full_months(from_on: date, until_on: date) -> int:
    """How many months are over by the morning of `until_on`, counted from the first day; 0 when none is.

    >>> full_months(date(2024, 1, 31), date(2024, 2, 28)), full_months(date(2024, 1, 31), date(2024, 3, 30))
    (0, 1)
    """
    months = (until_on.year - from_on.year) * 12 + until_on.month - from_on.month
    return max(0, months - (add_months(from_on, months) > until_on))


def _months_on_time(past: Past) -> int | None:
    """The full months without a late day: since the last one, or since the first due date; `None` before that."""
    account = past.account
    if late_on := past.last_late_on:
        return full_months(late_on + timedelta(days=1), account.through)
    first_on = min((day for day in _due_dates(account) if day <= account.through), default=None)
    return None if first_on is None else full_months(first_on, account.through)


def _due_dates(account: Account) -> Iterable[date]:
    """The due dates of bills that asked for something, and of installments with dates of their own."""
    for bill in account.bills:
        if bill.figures.amount_due_fen > 0:
            yield bill.due_on
    for plan in account.plans.values():
        if plan.terms.due_by == "anniversary":
            yield from (row.due_on for row in plan.rows)


def _cash_like_pct(account: Account, scenes: Collection[str]) -> int | None:
    """The share of what was lent for purchases of the last 12 months that went to some scenes; `None` without any."""
    since = add_months(account.through, -12)
    bought = [plan for plan in account.plans.values() if plan.started_on > since and not plan.converted]
    total_fen = sum(plan.financed_fen for plan in bought)
    if not total_fen:
        return None
    return 100 * sum(plan.financed_fen for plan in bought if plan.scene in scenes) // total_fen
