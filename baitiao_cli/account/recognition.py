"""What the lender's own books keep apart of a debt: income that is not recognised, and the loss of what is charged off.

No figure of the customer is known here or changed: everything below moves between ledger accounts of the lender.
"""

from __future__ import annotations

from datetime import date, timedelta

from baitiao_cli.account.account import Account
from baitiao_cli.account.delinquency import days_past_due, minimum_unpaid_fen
from baitiao_cli.account.installment import Parts
from baitiao_cli.account.postings import GOODWILL, INCOME, SUSPENDED, WAIVERS, transfer

GIVEN_UP = (WAIVERS, GOODWILL)
"""What pays a debt without money from outside: it makes no income."""

Kept = dict[tuple[str, str], int]
"""What is kept apart, in whole fen, by plan ("" the line) and ledger account."""


def has_stopped_accruing(account: Account) -> bool:
    """Whether charges are not recognised as income on the folded day: past due by more than the days of the line."""
    most_days = account.line.non_accrual_after_days
    return most_days > 0 and days_past_due(account, account.through) > most_days


def stops_accruing_on(account: Account) -> date | None:
    """The first day after the folded one on which that becomes so if nothing is paid; `None` when there is none."""
    most_days = account.line.non_accrual_after_days
    if not most_days or account.has_stopped_accruing:
        return None
    due = [(bill.due_on, account.line.late) for bill in account.bills if minimum_unpaid_fen(account, bill)]
    due += [
        (debt.row.due_on, account.late_terms(debt))
        for debt in account.debts()
        if not debt.is_revolving and debt.row.is_billed and debt.row.unpaid_fen
    ]
    first_days = (due_on + timedelta(days=max(most_days, late.grace_days) + 1) for due_on, late in due)
    first_on = min(first_days, default=None)
    return first_on if first_on and first_on > account.through else None


def recognise(account: Account, on: date) -> None:
    """Books what changed of what is kept apart, for the present cause, after a happening or an event.

    While an account has stopped accruing, all interest, fees and late charges that are asked for and unpaid are in
    suspense, also those that were income before; what is paid of them becomes income, and so does all of them once the
    account accrues again (财金〔2001〕25 号; 90 days since 财金〔2002〕5 号). What the lender gives up of them is
    neither income nor an expense.
    """
    for part in account.allocations[account.recognised_count :]:
        if part.source in GIVEN_UP and part.kind in INCOME and account.has_stopped_accruing:
            _book(account, on, part.plan_id, INCOME[part.kind], part.source, part.amount_fen)
    account.recognised_count = len(account.allocations)
    account.has_stopped_accruing = has_stopped_accruing(account)
    wanted = _wanted(account)
    for plan_id, name in dict.fromkeys([*account.kept_apart, *wanted]):
        more_fen = wanted.get((plan_id, name), 0) - account.kept_apart.get((plan_id, name), 0)
        _book(account, on, plan_id, EARNED[name], name, more_fen)
    account.kept_apart = wanted


EARNED = {SUSPENDED[kind]: INCOME[kind] for kind in INCOME}
"""What each ledger account that keeps something apart takes it from, and gives it to when it is paid."""


def _wanted(account: Account) -> Kept:
    if not account.has_stopped_accruing:
        return {}
    return dict(_suspended("", _line_unpaid(account))) | {
        key: amount_fen for plan in account.open_plans for key, amount_fen in _suspended(plan.plan_id, plan.unpaid)
    }


def _line_unpaid(account: Account) -> Parts:
    return sum((row.unpaid for row in account.line_rows), Parts())


def _suspended(plan_id: str, unpaid: Parts) -> list[tuple[tuple[str, str], int]]:
    kinds = ((kind, getattr(unpaid, kind)) for kind in INCOME)
    return [((plan_id, SUSPENDED[kind]), amount_fen) for kind, amount_fen in kinds if amount_fen]


def _book(account: Account, on: date, plan_id: str, debit: str, credit: str, amount_fen: int) -> None:
    if amount_fen:
        account.own_postings.extend(transfer(on, account.cause, plan_id, debit, credit, amount_fen))
