"""Lateness: which rows are late, for how many days, what that costs, and what the carried balance costs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from baitiao_cli.account.account import Account, Debt
from baitiao_cli.account.bill import Bill
from baitiao_cli.account.classification import LoanClass, class_of
from baitiao_cli.account.installment import Installment, Parts
from baitiao_cli.account.meter import NightMeter
from baitiao_cli.account.standing import Suspension
from baitiao_cli.account.terms import LateTerms


def carried_base_fen(account: Account) -> int:
    """What the carried balance costs interest on: revolving debt past its due date, without late charges."""
    return sum(
        debt.row.unpaid_fen - debt.row.unpaid.late_charge for debt in account.revolving_debts() if debt.row.carried
    )


def _deferred_bases(account: Account, night: date) -> dict[int, int]:
    """What nights of deferred bills are charged on, by their daily rate: without what is carried and late charges."""
    bases: dict[int, int] = {}
    for debt in account.revolving_debts():
        row, deferral = debt.row, debt.row.deferral
        if deferral and not row.carried and deferral.from_on <= night < deferral.until_on:
            base_fen = row.unpaid_fen - row.unpaid.late_charge
            bases[deferral.daily_ppb] = bases.get(deferral.daily_ppb, 0) + base_fen
    return bases


def missed_bills(account: Account, on: date) -> list[Bill]:
    """The bills whose due date is `on` or before and whose revolving minimum is not met, oldest first."""
    missed = [
        bill for bill in account.bills if bill.due_on <= on and bill.revolving_paid_fen < bill.minimum_revolving_fen
    ]
    return missed if missed and _revolving_left_fen(account) > 0 else []


def was_missed(account: Account, bill: Bill) -> bool:
    """Whether a bill's revolving minimum was not met by its due date and the grace days, even if it was met later."""
    last_day = bill.due_on + timedelta(days=account.line.late.grace_days)
    if bill.minimum_met_on is None:
        return account.through > last_day and minimum_unpaid_fen(account, bill) > 0
    return bill.minimum_met_on > last_day


def minimum_unpaid_fen(account: Account, bill: Bill) -> int:
    """What is missing of a bill's revolving minimum: never more than is left of the revolving rows."""
    missing_fen = bill.minimum_revolving_fen - bill.revolving_paid_fen
    return min(missing_fen, _revolving_left_fen(account)) if missing_fen > 0 else 0


def most_minimum_unpaid_fen(account: Account, bills: Iterable[Bill]) -> int:
    """What is missing of the revolving minimums of some bills: a payment counts towards each of them."""
    missing_fen = max((bill.minimum_revolving_fen - bill.revolving_paid_fen for bill in bills), default=0)
    return min(missing_fen, _revolving_left_fen(account)) if missing_fen > 0 else 0


def _revolving_left_fen(account: Account) -> int:
    """What has been billed of the revolving part and is unpaid."""
    return sum(debt.row.unpaid_fen for debt in account.revolving_debts() if debt.row.is_billed)


def accrue(account: Account, until_on: date) -> None:
    """Counts all that runs by the night up to the start of `until_on`, with the balances as they are now."""
    plans = account.open_plans
    for plan in plans:
        plan.accrue(until_on)
    _accrue_carry(account, until_on)
    for plan in plans:
        if plan.terms.late.daily_ppb and not plan.terms.revolving:
            for row in plan.rows:
                if row.is_billed and until_on > row.late.counted_to:
                    _accrue_late(Debt(row, plan), plan.terms.late, until_on)


def _accrue_carry(account: Account, until_on: date) -> None:
    if until_on <= account.carry.counted_to:
        return
    from_on = account.carry.counted_to
    base_fen = carried_base_fen(account)
    account.carry.run(until_on, base_fen, account.line.carried_daily_ppb)
    for daily_ppb, deferred_fen in _deferred_bases(account, from_on).items():
        account.carry.defer(from_on, until_on, deferred_fen, daily_ppb)
    if base_fen and missed_bills(account, from_on):
        # Besides, while the minimum is missed, on the same base; it is booked on the line's open row.
        late = account.line.late
        meter = open_line_row(account, from_on).late
        meter.counted_to = max(meter.counted_to, from_on)
        meter.run(until_on, base_fen, late.daily_ppb, late.floor_fen)


def _accrue_late(debt: Debt, late: LateTerms, until_on: date) -> None:
    """Runs the late meter of an installment; the revolving part is charged as a whole in `_accrue_carry`."""
    row = debt.row
    row.late.counted_to = max(row.late.counted_to, row.due_on)
    if row.is_overdue(until_on):
        row.late.run(until_on, _late_base_fen(debt, late), late.daily_ppb, late.floor_fen)


def _late_base_fen(debt: Debt, late: LateTerms) -> int:
    """What a late night is charged on: the row without late charges, or all that is left of the plan with its fees.

    Interest that runs on after the last due date is not in it, so that asking for it, at a payment, raises no charge.
    """
    assert debt.plan is not None
    if late.base == "overdue":
        unpaid = debt.row.unpaid
        return unpaid.total_fen - unpaid.late_charge - min(unpaid.interest, debt.row.run_on_fen)
    oldest = next(row for row in debt.plan.rows if row.unpaid_fen > 0)
    if debt.row is not oldest:
        return 0
    if debt.plan.earns_daily:
        return debt.plan.balance_fen + debt.plan.unpaid.interest
    return debt.plan.balance_fen + sum(row.price_of(row.planned) - row.price_of(row.paid) for row in debt.plan.rows)


def open_line_row(account: Account, on: date) -> Installment:
    """The row that collects the line's own charges until the next bill; made when the first charge comes."""
    if not account.line_rows or account.line_rows[-1].is_billed:
        number = len(account.line_rows) + 1
        due_on = line_due_on(account, on)
        row = Installment(number, on, on, due_on, planned=Parts(), asked=Parts(), late=NightMeter(on))
        account.line_rows.append(row)
    return account.line_rows[-1]


def line_due_on(account: Account, on: date) -> date:
    """When the line's own charges that are asked for on `on` fall due: with the oldest of what they are charged on."""
    if account.line_rows and not account.line_rows[-1].is_billed:
        return account.line_rows[-1].due_on
    bearing = [debt.row.due_on for debt in account.revolving_debts() if debt.row.carried or debt.row.deferral]
    return min(bearing, default=on)


def late_charge_fen(account: Account, debt: Debt, on: date) -> int:
    """The late charge of a row so far, rounded once: zero within the grace days; what was asked stays asked."""
    late = account.late_terms(debt)
    rounding = debt.plan.terms.schedule.rounding if debt.plan else account.line.rounding
    if debt.plan is not None and on <= debt.row.due_on + timedelta(days=late.grace_days):
        return debt.row.asked.late_charge
    if debt.plan is None and not any(
        on > bill.due_on + timedelta(days=late.grace_days) for bill in missed_bills(account, on)
    ):
        return debt.row.asked.late_charge
    return max(debt.row.late.rounded_fen(rounding), debt.row.asked.late_charge)


def carried_interest_fen(account: Account) -> int:
    """Interest of the carried balance since the last bill, rounded once."""
    return account.carry.rounded_fen(account.line.rounding)


def ask_accrued_charges(account: Account, on: date) -> None:
    """Asks for carried interest and late charges up to `on`: at a bill, and before money is taken.

    What is asked is round(cumulative exact) less what was asked before, so that asking often changes no figure.
    """
    plans = account.open_plans
    for plan in plans:
        if not plan.terms.revolving:
            for row in plan.rows:
                if row.is_billed:
                    _ask_late(account, Debt(row, plan), on)
    for plan in plans:
        if plan.earns_daily and plan.rows[-1].is_billed:
            # After the last row's due date interest runs on, on what is overdue.
            account.ask(on, Debt(plan.rows[-1], plan), "interest", plan.ask_open_row())
    interest_fen = carried_interest_fen(account)
    if interest_fen or (account.line_rows and not account.line_rows[-1].is_billed):
        debt = Debt(open_line_row(account, on), None)
        account.ask(on, debt, "interest", interest_fen - debt.row.asked.interest)
        debt.row.asked.interest = interest_fen
        _ask_late(account, debt, on)


def _ask_late(account: Account, debt: Debt, on: date) -> None:
    total_fen = late_charge_fen(account, debt, on)
    account.ask(on, debt, "late_charge", total_fen - debt.row.asked.late_charge)
    debt.row.asked.late_charge = total_fen


def days_past_due(account: Account, on: date) -> int:
    """Days from the oldest unpaid due date to `on`; 0 on the due date itself and within the grace days."""
    oldest = oldest_unpaid_due_on(account, on)
    return (on - oldest).days if oldest else 0


def oldest_unpaid_due_on(account: Account, on: date) -> date | None:
    """The due date that lateness counts from; `None` when nothing is late on `on`."""
    late = [(bill.due_on, account.line.late) for bill in missed_bills(account, on)]
    for plan in account.open_plans:
        if not plan.terms.revolving and (row := plan.first_unpaid_row(on)):
            late.append((row.due_on, plan.terms.late))
    return min((due_on for due_on, terms in late if (on - due_on).days > terms.grace_days), default=None)


def loan_class(account: Account) -> LoanClass:
    """The class of the account on the folded day, by its days past due and whether a plan of it was eased."""
    days = days_past_due(account, account.through)
    return class_of(days, account.line.class_rule, is_eased=account.eased_on is not None)


def overdue_suspends_on(account: Account) -> date | None:
    """The day on which what is overdue suspends the line by the rule of its terms, or did; `None` for not at all."""
    return _suspends_on(account, oldest_unpaid_due_on(account, account.through))


def _suspends_on(account: Account, oldest: date | None) -> date | None:
    days = account.line.suspend_after_days
    return oldest + timedelta(days=days + 1) if days and oldest and not account.is_lateness_excused else None


def look_at_lateness(account: Account) -> None:
    """Suspends the line when something has been overdue too long, and lifts that when nothing is overdue any more.

    It is a function of the account and the days, never recorded: asked for after each event, and whenever days pass.
    """
    if not account.line.suspend_after_days:
        return
    oldest = oldest_unpaid_due_on(account, account.through)
    if oldest is None:
        account.overdue_suspension, account.is_lateness_excused = None, False
    elif account.overdue_suspension is None:
        day = _suspends_on(account, oldest)
        if day and day <= account.through:
            account.overdue_suspension = Suspension("overdue", day, by_rule=True)


def bucket(days: int) -> str:
    """The delinquency bucket: M0 (0), M1 (1-30), M2 (31-60) ... M6 (151-180), M7+.

    >>> [bucket(days) for days in (0, 1, 30, 31, 180, 181)]
    ['M0', 'M1', 'M1', 'M2', 'M6', 'M7+']
    """
    months = -(-days // 30)
    return f"M{months}" if months <= 6 else "M7+"
