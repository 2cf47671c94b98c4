"""Principal taken off what is unpaid of a purchase, without a payment: by a refund, or while it is disputed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from baitiao_cli.account.account import Account, Allocation, Debt
from baitiao_cli.account.allocation import drop_late_charge_in_grace
from baitiao_cli.account.cap import keep_within_cap, night_cost
from baitiao_cli.account.installment import Installment, RowChange
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.postings import DISPUTED, MERCHANT_REFUNDS
from baitiao_cli.calc.money import round_fen

# What an explanation calls a change of a row, by the ledger account that the principal goes to.
WHY = {MERCHANT_REFUNDS: "refund", DISPUTED: "dispute"}


class TakeOff(NamedTuple):
    """On which day, for which purchase, and to which ledger account: merchant refunds, or what is disputed."""

    on: date
    purchase: Plan
    ledger_account: str = MERCHANT_REFUNDS

    @property
    def why(self) -> str:
        """What an explanation calls it."""
        return WHY[self.ledger_account]


def heirs_of(account: Account, plan: Plan) -> list[Plan]:
    """The plans that parts of the purchase went over to, oldest first: converted, or owed again after a dispute."""
    return [heir for heir in account.plans.values() if plan.plan_id in heir.converted]


def prices_fen(plans: Sequence[Plan]) -> int:
    """The prices of all periods of the plans, as planned now."""
    return sum(row.price_of(row.planned) for plan in plans for row in plan.rows)


def take_off(account: Account, plan: Plan, amount_fen: int, by: TakeOff) -> int:
    """Takes principal off what is unpaid of a plan; returns what is left over."""
    if plan.earns_daily:
        return _take_off_daily(account, plan, amount_fen, by)
    return take_off_rows(account, plan, amount_fen, by)


def take_off_heirs(account: Account, plan: Plan, amount_fen: int, by: TakeOff) -> int:
    """Takes principal off what is left of the purchase in the plans that took it over; returns what is left over."""
    for heir in heirs_of(account, plan):
        most_fen = min(amount_fen, heir.converted[plan.plan_id])
        taken_fen = most_fen - take_off(account, heir, most_fen, by)
        heir.converted[plan.plan_id] -= taken_fen
        amount_fen -= taken_fen
    return amount_fen


def take_off_rows(account: Account, plan: Plan, amount_fen: int, by: TakeOff) -> int:
    """Takes principal off the rows of a plan on the bill, those not billed yet first, the last one first of each.

    Returns what is left over.
    """
    cost_before = night_cost(plan, by.on)
    for row in sorted(plan.rows, key=lambda row: (row.is_billed, -row.number)):
        taken_fen = min(amount_fen, row.unpaid.principal)
        if taken_fen:
            _lower_row(account.cause, plan, row, taken_fen, by.why)
            asked_fen = min(row.price_of(row.asked), row.price_of(row.planned))
            account.ask(by.on, Debt(row, plan), row.price_kind, row.ask_price(asked_fen))
            _take_principal(account, Debt(row, plan), taken_fen, by)
            amount_fen -= taken_fen
    keep_within_cap(plan, account.cause, by.why, by.on, cost_before)
    return amount_fen


def _lower_row(event_id: str, plan: Plan, row: Installment, taken_fen: int, why: str) -> None:
    """Plans a row with less principal, and its price: of a billed one what is unpaid falls with the unpaid principal.

    Rounded once. What was asked for of it is booked back; what was paid stays.
    """
    rounding, planned_fen = plan.terms.schedule.rounding, row.planned.principal - taken_fen
    if not row.is_billed:
        row.lower_price(why, event_id, planned_fen, row.asked.principal - taken_fen, rounding)
        return
    price_fen = row.price_of(row.planned)
    unpaid_fen = price_fen - row.price_of(row.paid)
    dropped_fen = round_fen(Fraction(unpaid_fen * taken_fen, row.unpaid.principal), rounding)
    row.plan_again(event_id, why, planned_fen, price_fen - dropped_fen)


def _take_principal(account: Account, debt: Debt, taken_fen: int, by: TakeOff) -> None:
    """Takes unpaid principal off what a row asks for; a row that has nothing more to ask for is done with."""
    row, plan = debt.row, debt.plan
    assert plan is not None
    row.asked.principal -= taken_fen
    _book(account, plan, row.number, taken_fen, by)
    drop_late_charge_in_grace(account, by.on, debt)
    if not plan.earns_daily and row.unpaid_fen == 0 and row.price_to_ask_fen == 0:
        row.is_billed = True


def _book(account: Account, plan: Plan, number: int, taken_fen: int, by: TakeOff) -> None:
    """Books principal that was taken off; `number` 0 stands for rows that have not been asked for."""
    if by.ledger_account == DISPUTED:
        plan.disputed_fen += taken_fen
    else:
        plan.refunded_fen += taken_fen
    account.post(by.on, plan.plan_id, by.ledger_account, "principal", taken_fen, by.purchase.plan_id)
    allocation = Allocation(account.cause, by.on, plan.plan_id, number, "principal", taken_fen, by.ledger_account)
    account.allocations.append(allocation)


def _take_off_daily(account: Account, plan: Plan, amount_fen: int, by: TakeOff) -> int:
    """Takes principal off a daily plan: what is not billed first (its last rows fall away), then billed rows backwards.

    Interest that has run stays (see `settle_plans`). Returns what is left over.
    """
    billed = [row for row in reversed(plan.rows) if row.is_billed and row.unpaid.principal]
    ahead_fen = min(amount_fen, plan.balance_fen - sum(row.unpaid.principal for row in billed))
    if ahead_fen:
        _book(account, plan, 0, ahead_fen, by)
        for row in plan.rows:
            if not row.is_billed and row.asked.principal:
                row.asked.principal = plan.row_principal_fen(row, row.asked.interest)
    amount_fen -= ahead_fen
    for row in billed:
        if taken_fen := min(amount_fen, row.unpaid.principal):
            row.changes.append(RowChange(account.cause, by.why, "principal", -taken_fen))
            _take_principal(account, Debt(row, plan), taken_fen, by)
            amount_fen -= taken_fen
    return amount_fen
