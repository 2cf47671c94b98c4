"""What is owed on the folded day: asked for and unpaid, plus what has run since; and what of it is overdue."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from baitiao_cli.account.account import Account, Debt
from baitiao_cli.account.allocation import comes_principal_first, payable_debts
from baitiao_cli.account.bill import Bill
from baitiao_cli.account.delinquency import (
    carried_interest_fen,
    late_charge_fen,
    line_due_on,
    missed_bills,
    most_minimum_unpaid_fen,
)
from baitiao_cli.account.installment import Installment, Parts
from baitiao_cli.account.meter import NightMeter

_LINE = Debt(Installment(0, date.min, date.min, date.min, Parts(), Parts(), NightMeter(date.min)), None)
"""Stands for the row of the line's charges, which a payment would make or add to."""


def owed_parts(account: Account) -> Parts:
    """All that the customer owes as of the folded day, billed or not, by kind: asked for, plus what has run since."""
    parts = account.unpaid
    for running in running_by_plan(account).values():
        parts += running
    return parts


def running_by_plan(account: Account) -> dict[str, Parts]:
    """What has run by the night and was not asked for as of the folded day, by plan ("" the line)."""
    running = {plan.plan_id: Parts(interest=plan.unasked_interest_fen()) for plan in account.open_plans}
    line = running.setdefault("", Parts())
    for debt in account.debts():
        if (debt.plan is None and not debt.row.is_billed) or (not debt.is_revolving and debt.row.is_billed):
            late_fen = late_charge_fen(account, debt, account.through) - debt.row.asked.late_charge
            running[debt.plan_id].late_charge += late_fen
    open_row = account.line_rows[-1] if account.line_rows and not account.line_rows[-1].is_billed else None
    line.interest += carried_interest_fen(account) - (open_row.asked.interest if open_row else 0)
    return running


def runs_by_night(account: Account) -> bool:
    """Whether what is owed may grow by the night before anything else happens, or has grown by what is not asked for.

    While it does not, and until something happens, the account owes on every day what was asked for: its books are its
    journal.
    """
    if any(plan.earns_daily for plan in account.open_plans):
        return True
    on = account.through
    if any(debt.row.carried or debt.row.deferral or debt.row.is_overdue(on) for debt in account.debts()):
        return True
    return any(parts.total_fen for parts in running_by_plan(account).values())


def running_charges_fen(account: Account) -> int:
    """Carried interest and late charges that have run since they were last asked for: payable at once."""
    daily_fen = sum(plan.unasked_interest_fen() for plan in account.open_plans if not plan.rows[-1].is_billed)
    return sum(running.total_fen for running in running_by_plan(account).values()) - daily_fen


def overdue_fen(account: Account) -> int:
    """What is late: installments with what has run on them, and what is missing of the missed minimums.

    What is carried from a bill whose minimum was paid is not late, though it is payable.
    """
    installments_fen = sum(_with_charges_fen(account, debt) for debt in _late(account))
    return installments_fen + most_minimum_unpaid_fen(account, _late_bills(account))


def cure_fen(account: Account) -> int:
    """The least that, paid today and for no plan by name, leaves nothing late.

    That is what is overdue and what such a payment pays before it: what is carried and older, charges that have run.
    """
    return _least_fen(account, _late_bills(account), _late(account))


def _late(account: Account) -> list[Debt]:
    on = account.through
    return [debt for debt in _billed_installments(account) if debt.row.is_late(on, account.late_terms(debt))]


def _late_bills(account: Account) -> list[Bill]:
    on, grace = account.through, timedelta(days=account.line.late.grace_days)
    return [bill for bill in missed_bills(account, on) if on > bill.due_on + grace]


def minimum_left_fen(account: Account) -> int:
    """The least that, paid today, keeps the account current: billed installments, and what is left of a minimum.

    What was put off until after the latest bill's due date no minimum asks for before its day.
    """
    return minimum_due_by_fen(account, _minimum_until_on(account))


def minimum_left_by_date(account: Account) -> dict[date, int]:
    """What is left of the least to pay (`minimum_left_fen`), in fen, by the days on which it is due, or was."""
    days = {debt.row.due_on for debt in _billed_installments(account)} | {bill.due_on for bill in account.bills}
    left, before_fen = {}, 0
    for day in sorted(day for day in days if day <= _minimum_until_on(account)):
        least_fen = minimum_due_by_fen(account, day)
        if least_fen > before_fen:
            left[day], before_fen = least_fen - before_fen, least_fen
    return left


def _minimum_until_on(account: Account) -> date:
    return max(account.through, max((bill.due_on for bill in account.bills), default=account.through))


def due_by_fen(account: Account, on: date) -> int:
    """All that is unpaid of what is due by `on`, the folded day, with the charges that have run on it."""
    revolving = [debt.row for debt in account.revolving_debts() if debt.row.is_billed or debt.plan is None]
    line_fen = sum(row.unpaid_fen for row in revolving if row.due_on <= on)
    if line_due_on(account, on) <= on:
        line_fen += _running_on_line_fen(account)
    return line_fen + _installments_due_fen(account, on)


def minimum_due_by_fen(account: Account, on: date) -> int:
    """What is left of the least to be paid by `on`, as of the folded day: installments due, and of the minimums."""
    due = [debt for debt in _billed_installments(account) if debt.row.due_on <= on]
    return _least_fen(account, [bill for bill in account.bills if bill.due_on <= on], due)


def _least_fen(account: Account, bills: Iterable[Bill], installments: Iterable[Debt]) -> int:
    """The least payment that pays these installments and what these bills' minimums lack, with all that it pays first.

    Money goes to the oldest first, and charges that have run since the last bill come with it (see `payable_debts`).
    """
    wanted = {id(debt.row) for debt in installments}
    missing_fen = max((bill.minimum_revolving_fen - bill.revolving_paid_fen for bill in bills), default=0)
    least_fen = before_fen = 0
    for debt, amount_fen in _payable_with_charges(account):
        if debt.is_revolving and missing_fen > 0:
            least_fen = before_fen + min(amount_fen, missing_fen)
            missing_fen -= amount_fen
        before_fen += amount_fen
        if id(debt.row) in wanted:
            least_fen = before_fen
    return least_fen


def _payable_with_charges(account: Account) -> list[tuple[Debt, int]]:
    """What is payable now, in the order in which it is paid, with the charges that a payment would ask for."""
    running_fen, due_on = _running_on_line_fen(account), line_due_on(account, account.through)
    charges_last = comes_principal_first(account)
    payable: list[tuple[Debt, int]] = []
    for debt in payable_debts(account):
        is_same_day = debt.row.due_on == due_on and debt.plan is not None
        is_after = debt.row.due_on > due_on or (is_same_day and not charges_last)
        if running_fen and is_after:
            payable.append((_LINE, running_fen))
            running_fen = 0
        amount_fen = debt.row.unpaid_fen if debt.is_revolving else _with_charges_fen(account, debt)
        payable.append((debt, amount_fen))
    return [*payable, (_LINE, running_fen)]


def _installments_due_fen(account: Account, on: date) -> int:
    return sum(_with_charges_fen(account, debt) for debt in _billed_installments(account) if debt.row.due_on <= on)


def _running_on_line_fen(account: Account) -> int:
    """Carried interest and late charges of the line that have run since they were last asked for."""
    row = account.line_rows[-1] if account.line_rows and not account.line_rows[-1].is_billed else None
    if row is None:
        return carried_interest_fen(account)
    late_fen = late_charge_fen(account, Debt(row, None), account.through) - row.asked.late_charge
    return late_fen + carried_interest_fen(account) - row.asked.interest


def _billed_installments(account: Account) -> list[Debt]:
    return [
        debt
        for debt in account.debts()
        if debt.plan is not None and not debt.is_revolving and debt.row.is_billed and debt.row.unpaid_fen
    ]


def _with_charges_fen(account: Account, debt: Debt) -> int:
    """What is unpaid of an installment, with the late charge and the interest that have run on it."""
    row, plan = debt.row, debt.plan
    assert plan is not None
    running_fen = late_charge_fen(account, debt, account.through) - row.asked.late_charge
    run_on_fen = plan.unasked_interest_fen() if row is plan.rows[-1] else 0
    return row.unpaid_fen + running_fen + run_on_fen
