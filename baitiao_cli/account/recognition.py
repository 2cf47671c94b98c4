"""What the lender's own books keep apart of a debt: income that is not recognised, and the loss of what is charged off.

No figure of the customer is known here or changed: everything below moves between ledger accounts of the lender.
"""

from __future__ import annotations

from datetime import date, timedelta

from baitiao_cli.account.account import Account
from baitiao_cli.account.delinquency import days_past_due, minimum_unpaid_fen
from baitiao_cli.account.installment import Parts
from baitiao_cli.account.postings import (
    GOODWILL,
    INCOME,
    LOAN_LOSSES,
    LOSS_ALLOWANCE,
    RECOVERIES,
    SUSPENDED,
    WAIVERS,
    transfer,
)

GIVEN_UP = (WAIVERS, GOODWILL, LOAN_LOSSES)
"""What pays a debt without money from outside: it makes no income."""

APART = {"principal": LOSS_ALLOWANCE, **SUSPENDED}
"""The ledger account that keeps each kind of debt apart."""

BACK = {LOSS_ALLOWANCE: RECOVERIES, **{SUSPENDED[kind]: INCOME[kind] for kind in INCOME}}
"""What becomes of it when it is paid."""

Kept = dict[tuple[str, str], int]
"""What is kept apart, in whole fen, by plan ("" the line) and ledger account."""


def has_stopped_accruing(account: Account) -> bool:
    """Whether charges are not recognised as income on the folded day: past due by more than the days of the line."""
    most_days = account.line.non_accrual_after_days
    return most_days > 0 and days_past_due(account, account.through) > most_days


def stops_accruing_on(account: Account) -> date | None:
    """The first day after the folded one on which that becomes so if nothing is paid; `None` when there is none."""
    most_days = account.line.non_accrual_after_days
    if not most_days or "" in account.unrecognised:
        return None
    due = [(bill.due_on, account.line.late) for bill in account.bills if minimum_unpaid_fen(account, bill)]
    for plan in account.open_plans:
        row = None if plan.terms.revolving else plan.first_unpaid_row()
        due += [(row.due_on, plan.terms.late)] if row else []
    first_days = (due_on + timedelta(days=max(most_days, late.grace_days) + 1) for due_on, late in due)
    first_on = min(first_days, default=None)
    return first_on if first_on and first_on > account.through else None


def recognise(account: Account, on: date) -> None:
    """Books what changed of what is kept apart, for the present cause, after a happening or an event.

    While an account has stopped accruing, all interest, fees and late charges that are asked for and unpaid are in
    suspense, also those that were income before; what is paid of them becomes income, and so does all of them once the
    account accrues again (财金〔2001〕25 号; 90 days since 财金〔2002〕5 号), but for those so far of what was
    restructured by then: new terms pay nothing. So are those of what was charged off, and its principal is a loss,
    which what is paid recovers. What the lender gives up of what is kept apart is neither income nor an expense.
    """
    before = account.unrecognised
    account.unrecognised = _unrecognised(account)
    wanted = _wanted(account) if account.unrecognised or before or account.kept_apart else {}
    _give_up(account, on, before, wanted)
    for plan_id, name in dict.fromkeys([*account.kept_apart, *wanted]):
        more_fen = wanted.get((plan_id, name), 0) - account.kept_apart.get((plan_id, name), 0)
        taken_from = LOAN_LOSSES if name == LOSS_ALLOWANCE and more_fen > 0 else BACK[name]
        _book(account, on, plan_id, taken_from, name, more_fen)
    account.kept_apart = wanted


def keep_in_suspense(account: Account) -> None:
    """Keeps what is in suspense out of income until it is paid, though nothing may be late soon: new terms pay nothing.

    That is of every debt of the account, whichever gets new terms: lateness is the account's.
    """
    rows = {plan.plan_id: plan.rows for plan in account.open_plans} | {"": account.line_rows}
    for plan_id in account.unrecognised & rows.keys():
        for row in rows[plan_id]:
            row.suspend_charges()


def _give_up(account: Account, on: date, unrecognised: frozenset[str], wanted: Kept) -> None:
    """Books back what was given up of what was kept apart: all of a plan that was `unrecognised`, else what left it."""
    left = {key: amount_fen - wanted.get(key, 0) for key, amount_fen in account.kept_apart.items()}
    for part in account.allocations[account.recognised_count :]:
        if part.source not in GIVEN_UP or part.kind not in APART:
            continue
        key, apart_fen = (part.plan_id, APART[part.kind]), part.amount_fen
        if part.kind == "principal":
            apart_fen = apart_fen if key in account.kept_apart else 0
        elif part.plan_id not in unrecognised:
            apart_fen = max(0, min(apart_fen, left.get(key, 0)))
            left[key] = left.get(key, 0) - apart_fen
        _book(account, on, part.plan_id, BACK[key[1]], part.source, apart_fen)
    account.recognised_count = len(account.allocations)


def _unrecognised(account: Account) -> frozenset[str]:
    """The plans ("" the line) whose charges are no income before they are paid."""
    if has_stopped_accruing(account):
        return frozenset(("", *account.plans))
    return frozenset(filter(account.is_lost, ("", *account.plans))) if account.losses else frozenset()


def _wanted(account: Account) -> Kept:
    """What is to be kept apart now, by what is unpaid."""
    unpaid = {plan.plan_id: plan.unpaid for plan in account.open_plans}
    unpaid[""] = sum((row.unpaid for row in account.line_rows), Parts())
    for dispute in account.open_disputes:  # nothing has come back of what is in dispute
        for plan_id, fen in dispute.set_aside.items():
            unpaid[plan_id] = unpaid.get(plan_id, Parts()) + Parts(principal=fen)
    wanted = {}
    for plan_id, parts in unpaid.items():
        for kind, name in APART.items():
            if account.is_lost(plan_id) if kind == "principal" else plan_id in account.unrecognised:
                wanted[plan_id, name] = getattr(parts, kind)
            elif kind != "principal":
                rows = account.plans[plan_id].rows if plan_id else account.line_rows
                wanted[plan_id, name] = sum(row.still_suspended_fen(kind) for row in rows)
    return {key: amount_fen for key, amount_fen in wanted.items() if amount_fen}


def _book(account: Account, on: date, plan_id: str, debit: str, credit: str, amount_fen: int) -> None:
    if amount_fen:
        account.own_postings.extend(transfer(on, account.cause, plan_id, debit, credit, amount_fen))
