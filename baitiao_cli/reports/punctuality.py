"""What fell due and whether it was paid in time: installments, and the minimums of what revolves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from baitiao_cli.account.account import Account
from baitiao_cli.account.delinquency import was_missed


class Due(NamedTuple):
    """Something that fell due, in whole fen and without late charges, and whether it was paid by then and the grace."""

    due_on: date
    amount_fen: int
    is_on_time: bool


def dues(account: Account) -> Iterator[Due]:
    """What fell due of the account and whose grace days are over by the folded day.

    That is each installment, with all that it asks for but late charges, and of each bill the part of the minimum that
    its revolving purchases ask for. An installment is on time when nothing of it is unpaid and the last of its money
    came by its due date and the grace days, a minimum when it was met by then.
    """
    last_paid_on: dict[tuple[str, int], date] = {}
    for part in account.allocations:
        key = (part.plan_id, part.number)
        last_paid_on[key] = max(part.effective_on, last_paid_on.get(key, date.min))
    for plan in account.plans.values():
        if plan.terms.revolving:
            continue
        for row in plan.rows:
            last_on = row.due_on + timedelta(days=plan.terms.late.grace_days)
            amount_fen = row.asked.total_fen - row.asked.late_charge
            if row.is_billed and amount_fen and account.through > last_on:
                paid_on = last_paid_on.get((plan.plan_id, row.number), date.min)
                yield Due(row.due_on, amount_fen, row.unpaid_fen == 0 and paid_on <= last_on)
    for bill in account.bills:
        last_on = bill.due_on + timedelta(days=account.line.late.grace_days)
        if bill.minimum_revolving_fen and account.through > last_on:
            yield Due(bill.due_on, bill.minimum_revolving_fen, not was_missed(account, bill))
