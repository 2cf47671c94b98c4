"""How a payment is spread: oldest due first, and inside a row by the plan's own order or that of the line's terms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from baitiao_cli.account.account import Account, Allocation, Debt
from baitiao_cli.account.delinquency import days_past_due, missed_bills
from baitiao_cli.account.installment import Installment
from baitiao_cli.account.plan import BULLET_METHODS, Plan
from baitiao_cli.account.postings import CASH, CREDIT_BALANCE, RECEIVABLE


def payable_debts(account: Account) -> list[Debt]:
    """The rows that money goes to now: asked for and unpaid, oldest due first.

    On one due date: the line's charges, then installments, then revolving purchases (which may be carried), each in
    the order in which they were made. Where principal comes first (see `payment_order`) the line's charges come last.
    """
    debts = [Debt(row, None) for row in account.line_rows if row.unpaid_fen > 0]
    charges_rank = 3 if debts and comes_principal_first(account) else 0
    for plan in account.open_plans:
        debts += [Debt(row, plan) for row in plan.rows if row.is_billed and row.unpaid_fen > 0]

    def place(debt: Debt) -> tuple[date, int]:
        return debt.row.due_on, charges_rank if debt.plan is None else 2 if debt.is_revolving else 1

    return sorted(debts, key=place)  # which leaves those of one place in their order


def payment_order(account: Account) -> tuple[str, ...]:
    """In which order the kinds of a debt are paid: late charge, fee, interest, principal, if the line has no other.

    Once the account is more than `very_late_after_days` past due, principal comes first (bank-card rule, art. 57).
    """
    very_late = days_past_due(account, account.through) > account.line.very_late_after_days
    return account.line.very_late_order if very_late else account.line.usual_order


def comes_principal_first(account: Account) -> bool:
    """Whether what is due of a purchase is paid before what it cost to carry it."""
    order = payment_order(account)
    return order.index("principal") < order.index("interest")


def pay_debts(
    account: Account,
    on: date,
    amount_fen: int,
    source: str,
    only_plan_id: str = "",
    *,
    only_revolving: bool = False,
    source_plan_id: str | None = None,
) -> int:
    """Pays the payable rows from `source` (see `pay_part`); returns what is left over, in fen.

    Inside a row the kinds come in the `payment_order` of the account, or in that of a plan with an `allocation` of its
    own, however late it is.
    """
    order = payment_order(account)
    for debt in payable_debts(account):
        if amount_fen == 0:
            break
        if (only_plan_id and debt.plan_id != only_plan_id) or (only_revolving and not debt.is_revolving):
            continue
        for kind in _own_order(debt.plan) or order:
            amount_fen -= pay_part(account, on, debt, kind, amount_fen, source, source_plan_id)
    if settle_plans(account, on) and amount_fen:
        return pay_debts(
            account, on, amount_fen, source, only_plan_id, only_revolving=only_revolving, source_plan_id=source_plan_id
        )
    return amount_fen


def pay_part(
    account: Account,
    on: date,
    debt: Debt,
    kind: str,
    amount_fen: int,
    source: str,
    source_plan_id: str | None = None,
    *,
    asked_from: date = date.min,
) -> int:
    """Pays at most `amount_fen` of one kind of debt on one row; returns what it took.

    `source` is the ledger account that pays, of the row's plan unless `source_plan_id` names another. On a revolving
    row it counts towards the minimums of the bills from `asked_from` on.
    """
    taken_fen: int = min(amount_fen, getattr(debt.row.unpaid, kind))
    if taken_fen <= 0:
        return 0
    setattr(debt.row.paid, kind, getattr(debt.row.paid, kind) + taken_fen)
    account.post(on, debt.plan_id, source, RECEIVABLE[kind], taken_fen, source_plan_id)
    if source == CREDIT_BALANCE:
        account.credit_fen -= taken_fen
        account.allocations.append(Allocation(account.cause, on, "", 0, "credit", -taken_fen))
    account.allocations.append(Allocation(account.cause, on, debt.plan_id, debt.row.number, kind, taken_fen, source))
    drop_late_charge_in_grace(account, on, debt)
    if debt.is_revolving:
        _count_towards_minimum(account, on, taken_fen, asked_from)
    return taken_fen


def drop_late_charge_in_grace(account: Account, on: date, debt: Debt) -> None:
    """An installment that is paid within its grace days was never late: the charge that was running is dropped."""
    row, grace = debt.row, timedelta(days=account.late_terms(debt).grace_days)
    if not debt.is_revolving and row.unpaid_fen == 0 and on <= row.due_on + grace:
        row.late.drop_to(row.asked.late_charge)


def meet_minimums(account: Account, on: date) -> None:
    """Takes what is missing of the minimums of all bills (one at least) as paid: what they asked was agreed anew."""
    missing_fen = max(bill.minimum_revolving_fen - bill.revolving_paid_fen for bill in account.bills)
    if missing_fen > 0:
        _count_towards_minimum(account, on, missing_fen, date.min)


def _count_towards_minimum(account: Account, on: date, amount_fen: int, asked_from: date) -> None:
    """Counts a payment on the revolving rows towards every bill from `asked_from` on that asks a minimum of them.

    A minimum that is met within the grace days was never missed: the charge that was running is dropped.
    """
    was_missed = bool(missed_bills(account, on))
    for bill in account.bills:
        if bill.billed_on >= asked_from and bill.revolving_paid_fen < bill.minimum_revolving_fen:
            bill.revolving_paid_fen += amount_fen
            if bill.revolving_paid_fen >= bill.minimum_revolving_fen:
                bill.minimum_met_on = on
    if was_missed and not missed_bills(account, on) and account.line_rows and not account.line_rows[-1].is_billed:
        latest = max(bill.due_on for bill in account.bills if bill.due_on <= on)
        if on <= latest + timedelta(days=account.line.late.grace_days):
            row = account.line_rows[-1]
            row.late.drop_to(row.asked.late_charge)


def pay_ahead(account: Account, on: date, plan: Plan, amount_fen: int, source: str) -> int:
    """Pays a daily plan before its rows fall due (surplus `next-installment`); returns what is left over.

    The open row's interest up to `on` comes first, then its principal, unless the plan's own order is another; a row
    that is filled is asked for at once, and what its period still costs goes to the next. Bullet methods take principal
    off the last row.
    """
    for row in plan.unbilled_rows:  # what was asked for is paid before
        if not (amount_fen and plan.balance_fen):
            break
        amount_fen -= _pay_open_row(account, on, plan, row, amount_fen, source)
        if row.unpaid_fen > 0 or row.paid.interest < plan.row_interest_fen(row):
            break
        if plan.terms.schedule.method in BULLET_METHODS and row is not plan.rows[-1]:
            break
        plan.ask_open_row()
    settle_plans(account, on)
    return amount_fen


def _pay_open_row(account: Account, on: date, plan: Plan, row: Installment, amount_fen: int, source: str) -> int:
    """Pays the interest of the open row and its principal, or that of the last, in order; returns what it took."""
    left_fen, is_bullet = amount_fen, plan.terms.schedule.method in BULLET_METHODS
    for kind in _own_order(plan) or ("interest", "principal"):
        if kind == "interest":
            left_fen -= _pay_interest(account, on, Debt(row, plan), plan.row_interest_fen(row), left_fen, source)
        elif kind == "principal":
            target = plan.rows[-1] if is_bullet else row
            target.asked.principal = plan.row_principal_fen(target, plan.row_interest_fen(row))
            left_fen -= pay_part(account, on, Debt(target, plan), kind, left_fen, source)
    return amount_fen - left_fen


def _own_order(plan: Plan | None) -> tuple[str, ...]:
    return plan.terms.allocation if plan else ()


def pay_running_interest(account: Account, on: date, plan: Plan, amount_fen: int, source: str) -> int:
    """Pays the interest that has run on the open row of a daily plan; returns what it took."""
    row = plan.open_row
    assert row is not None
    return _pay_interest(account, on, Debt(row, plan), _running_fen(plan, row), amount_fen, source)


def _pay_interest(account: Account, on: date, debt: Debt, interest_fen: int, amount_fen: int, source: str) -> int:
    """Pays interest of an open row up to `interest_fen` in all, which is asked for as far as money comes.

    So a payment leaves no interest asked for and unpaid on a row that is not due yet.
    """
    _ask_interest(account, on, debt, min(interest_fen, debt.row.paid.interest + amount_fen))
    return pay_part(account, on, debt, "interest", amount_fen, source)


def ask_running_interest(account: Account, on: date, plan: Plan) -> Debt:
    """Asks for the interest that has run on the open row of a daily plan; returns that row, billed or not."""
    row = plan.open_row
    assert row is not None
    debt = Debt(row, plan)
    _ask_interest(account, on, debt, _running_fen(plan, row))
    return debt


def _running_fen(plan: Plan, row: Installment) -> int:
    return min(plan.interest_run_fen(), plan.row_interest_fen(row))


def _ask_interest(account: Account, on: date, debt: Debt, interest_fen: int) -> None:
    interest_fen = max(interest_fen, debt.row.asked.interest)
    account.ask(on, debt, "interest", interest_fen - debt.row.asked.interest)
    debt.row.asked.interest = interest_fen


def settle_plans(account: Account, on: date) -> bool:
    """Marks the plans that have nothing left to pay; returns whether interest became payable.

    A daily plan without principal asks at once for the interest that has run on its open row: it grows no more, and no
    row that comes would ask for it.
    """
    has_asked = False
    for plan in account.open_plans:
        row = plan.open_row
        if plan.earns_daily and plan.balance_fen == 0 and row is not None and not row.is_billed:
            account.ask(on, Debt(row, plan), "interest", plan.ask_open_row())
            has_asked = has_asked or row.unpaid.interest > 0
        plan.settle_if_paid(on)
    return has_asked


def spread(account: Account, on: date, amount_fen: int, plan_id: str = "") -> None:
    """Spreads money received: the named plan first, payable rows, then ahead where the product says so; rest is credit.

    Parts + credit = payment (law 15). Without a named plan, money goes ahead to the oldest plan that takes it.
    """
    left_fen = amount_fen
    if plan_id:
        left_fen = pay_debts(account, on, left_fen, CASH, only_plan_id=plan_id)
        left_fen = pay_ahead_where_allowed(account, on, left_fen, [account.plans[plan_id]])
    left_fen = pay_debts(account, on, left_fen, CASH)
    left_fen = pay_ahead_where_allowed(account, on, left_fen, account.open_plans)
    keep_as_credit(account, on, left_fen)


def pay_ahead_where_allowed(account: Account, on: date, amount_fen: int, plans: Sequence[Plan]) -> int:
    """Pays the plans ahead whose product takes money ahead, oldest first; returns what is left over."""
    for plan in plans:
        if plan.terms.surplus == "next-installment" and plan.earns_daily:
            amount_fen = pay_ahead(account, on, plan, amount_fen, CASH)
    return amount_fen


def keep_as_credit(
    account: Account, on: date, amount_fen: int, source: str = CASH, source_plan_id: str | None = None
) -> None:
    """Keeps what is over of `source` (see `pay_part`) as the customer's credit balance."""
    if amount_fen:
        account.credit_fen += amount_fen
        account.post(on, "", source, CREDIT_BALANCE, amount_fen, source_plan_id)
        account.allocations.append(Allocation(account.cause, on, "", 0, "credit", amount_fen, source))


def net_credit(account: Account, on: date) -> None:
    """Nets a credit balance against what is payable now, so that a debt and a credit never stand side by side."""
    if account.credit_fen:
        pay_debts(account, on, account.credit_fen, CREDIT_BALANCE)
