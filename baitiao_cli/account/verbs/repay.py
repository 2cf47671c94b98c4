"""A repayment: whether it can be taken, and what it does to the account."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.account import Account, Conflict
from baitiao_cli.account.allocation import spread
from baitiao_cli.account.delinquency import ask_accrued_charges
from baitiao_cli.account.events import Repaid
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.verbs.standing import check_not_lost, check_open, note_closed
from baitiao_cli.calc.money import shortened
from baitiao_cli.errors import BaitiaoError


def decide_repayment(account: Account, repayment: Repaid) -> Repaid:
    """The repayment, when the account can take it: money is taken while the account is open, for a plan that it has.

    What was given up for lost takes recoveries. Errors, in this order: `account-closed`, `plan-elsewhere`, `debt-lost`.
    """
    check_open(account)
    find_plan(account, repayment.plan_id)
    check_not_lost(account, repayment.plan_id)
    return repayment


def find_plan(account: Account, plan_id: str) -> None:
    """Refuses a plan that the account does not have; "" names none."""
    if plan_id and plan_id not in account.plans:
        plans = ", ".join(account.plans) or "-"
        raise BaitiaoError("plan-elsewhere", plan_id=shortened(plan_id), account_id=account.account_id, plans=plans)


def find_open_plan(account: Account, plan_id: str) -> Plan:
    """The plan, on an account that is open, while something of it is left to pay.

    Errors, in this order: `account-closed`, `plan-elsewhere`, `nothing-owed`.
    """
    check_open(account)
    find_plan(account, plan_id)
    plan = account.plans[plan_id]
    if plan.settled_on:
        raise BaitiaoError("nothing-owed", account_id=account.account_id, plan_id=plan_id)
    return plan


def apply_repayment(account: Account, repayment: Repaid, event_id: str, on: date) -> None:
    """Asks for the charges that have run up to `on`, then spreads the money; what is over is credit."""
    plan_id = repayment.plan_id
    if plan_id and plan_id not in account.plans:
        account.conflicts.append(Conflict(event_id, "plan-unknown"))
        plan_id = ""
    note_closed(account, event_id)
    ask_accrued_charges(account, on)
    spread(account, on, repayment.amount_fen, plan_id)
